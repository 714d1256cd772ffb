"""When a profile goes live: at the same time by the clock every day, in winter and in summer."""

from datetime import date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from policesite.clock import LONDON
from staff_profiles.release import days_between, release_moment

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
WINTER, SUMMER = timezone(timedelta(0)), timezone(timedelta(hours=1))


def test_seven_is_seven_in_winter_and_in_summer():
    assert release_moment(date(2026, 3, 28), time(7)) == datetime(2026, 3, 28, 7, tzinfo=WINTER)
    assert release_moment(date(2026, 3, 29), time(7)) == datetime(2026, 3, 29, 7, tzinfo=SUMMER)
    assert release_moment(date(2026, 10, 25), time(7)) == datetime(2026, 10, 25, 7, tzinfo=WINTER)


def test_an_hour_that_comes_twice_counts_the_first_time():
    assert release_moment(date(2026, 10, 25), time(1, 30)) == datetime(2026, 10, 25, 1, 30, tzinfo=SUMMER)


@given(days)
def test_seven_in_the_morning_is_seven_on_every_day(day):
    assert release_moment(day, time(7)).astimezone(LONDON).replace(tzinfo=None) == datetime.combine(day, time(7))


@given(days, times)
def test_it_is_never_early_and_at_most_the_skipped_hour_late(day, at):
    shown = release_moment(day, at).astimezone(LONDON).replace(tzinfo=None)
    assert timedelta(0) <= shown - datetime.combine(day, at) <= timedelta(hours=1)


@given(days, times)
def test_a_later_day_comes_later(day, at):
    assert timedelta(hours=22) <= release_moment(day + timedelta(days=1), at) - release_moment(day, at) <= timedelta(hours=26)


@given(days, st.integers(0, 40))
def test_the_days_of_a_campaign_are_all_of_them_in_order(first, length):
    every = days_between(first, first + timedelta(days=length))
    assert every == sorted(set(every))
    assert (every[0], len(every)) == (first, length + 1)
