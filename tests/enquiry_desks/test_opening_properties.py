"""Random calendars around the days on which opening hours go wrong, against the minute-by-minute oracle."""

import os
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from enquiry_desks import opening, wording
from enquiry_desks.opening import ClosedSpell, DayHours, Hours, Rules, WeeklyHours, Which
from policesite.clock import LONDON

from . import oracle

EDGES = {
    "clocks forward": date(2026, 3, 28),
    "clocks back": date(2026, 10, 24),
    "leap day": date(2028, 2, 28),
    "year end": date(2026, 12, 31),
    "bank holidays": date(2026, 12, 25),
}
DAYS, MINUTES = 3, 3 * 24 * 60 + 60
EACH_EDGE = int(os.environ.get("CALENDARS", "500")) // len(EDGES)  # `make bench` asks for 10,000
CALENDARS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def start_of(first: date) -> datetime:
    return datetime.combine(first, time.min, LONDON).astimezone(UTC)


def clock_times():
    quarter = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
    return st.one_of(quarter, st.times().map(lambda t: t.replace(second=0, microsecond=0)))


@st.composite
def day_hours(draw) -> tuple[Hours, ...]:
    """Up to two stretches that do not overlap, the last of which may end at midnight."""
    marks = sorted(draw(st.sets(clock_times(), max_size=4)))
    ends = [*marks[1::2], time.min] if len(marks) % 2 else marks[1::2]
    return tuple(Hours(*pair) for pair in zip(marks[::2], ends, strict=True))


@st.composite
def calendars(draw, first: date) -> Rules:
    days = [first + timedelta(days=n) for n in range(-1, DAYS + 1)]
    some_days = st.sampled_from(days)
    week = [period for day in days for hours in draw(day_hours()) for period in draw(periods(day, hours, days))]
    return Rules(
        week=tuple(week),
        exceptions=tuple(DayHours(day, draw(day_hours())) for day in draw(st.sets(some_days, max_size=2))),
        closures=tuple(draw(closures(first))),
        bank_holidays=dict.fromkeys(draw(st.sets(some_days, max_size=1)), "Bank holiday"),
        keeps_bank_holidays=draw(st.booleans()),
        only=draw(st.none() | st.just(tuple(WeeklyHours(day.weekday(), hours) for day in days for hours in (Hours(time(8, 30), time(14)),)))),
    )


@st.composite
def periods(draw, day, hours, days) -> list[WeeklyHours]:
    """These hours on such weekdays: every week, every second (from a first day), or one of each month."""
    which = draw(st.sampled_from([Which.EVERY, Which.EVERY, *Which]))
    firsts = [days[1], days[0] - timedelta(days=17), days[0] - timedelta(days=3)] + [date.min] * (which is not Which.ALTERNATE)
    return [WeeklyHours(day.weekday(), hours, draw(st.sampled_from(firsts)), draw(st.sampled_from([date.max, days[2]])), which)]


@st.composite
def closures(draw, first: date):
    marks = sorted(draw(st.sets(st.integers(-600, MINUTES), max_size=4)))
    moments = [start_of(first) + timedelta(minutes=n) for n in marks]
    ends = [*moments[1::2], None] if len(moments) % 2 else moments[1::2]
    return [ClosedSpell(*pair) for pair in zip(moments[::2], ends, strict=True)]


@pytest.fixture(params=EDGES.values(), ids=EDGES.keys())
def first(request):
    return request.param


def test_every_minute_is_open_or_closed_as_the_oracle_says(first):
    @settings(CALENDARS, max_examples=EACH_EDGE)
    @given(calendars(first))
    def check(rules):
        start = start_of(first)
        expected = oracle.minutes(rules, start, MINUTES)
        found = [False] * MINUTES
        for opens, closes in opening.open_spans(rules, start):
            for n in range(max(0, minutes_to(opens, start)), min(MINUTES, minutes_to(closes, start))):
                found[n] = True
        assert found == expected

    check()


def test_the_state_closes_and_opens_at_the_minutes_the_oracle_flips(first):
    @CALENDARS
    @given(calendars(first), st.lists(st.integers(0, MINUTES - 1), min_size=8, max_size=8))
    def check(rules, picked):
        start = start_of(first)
        expected = oracle.minutes(rules, start, MINUTES)
        flips = [n for n in range(1, MINUTES) if expected[n] != expected[n - 1]]
        for n in {0, *picked, *flips[:6], *(flip - 1 for flip in flips[:6])}:
            state = opening.state(rules, start + timedelta(minutes=n))
            assert state.is_open == expected[n]
            flip = next((m for m in flips if m > n), None)
            if flip is not None:
                turns = state.closes_at if state.is_open else state.opens_at
                assert minutes_to(turns, start) == flip

    check()


def test_no_answer_differs_before_the_next_change(first):
    @CALENDARS
    @given(calendars(first), st.integers(0, MINUTES - 1), st.floats(0, 1))
    def check(rules, n, part):
        now = start_of(first) + timedelta(minutes=n)
        change = opening.next_change(rules, now)
        assert now < change <= now + timedelta(hours=25)
        later = now + (change - now) * part
        assume(later < change)
        assert everything_said(rules, now) == everything_said(rules, later)

    check()


def test_the_week_on_the_page_lists_the_minutes_that_are_open(first):
    @CALENDARS
    @given(calendars(first), st.integers(0, DAYS - 1))
    def check(rules, n):
        day = first + timedelta(days=n)
        start, end = start_of(day), start_of(day + timedelta(days=1))
        listed = next(line for line in opening.this_week(rules, start) if line.is_today)
        assert listed.date == day
        count = minutes_to(end, start)
        assume(count == 24 * 60)  # on the nights of a change a wall time is missing or doubled
        readings = [time(m // 60, m % 60) for m in range(count)]
        shown = [any(h.opens <= r and (r < h.closes or h.closes == time.min) for h in listed.hours) for r in readings]
        assert shown == oracle.minutes(rules, start, count)

    check()


def test_the_timeline_on_the_page_says_at_each_minute_what_the_server_would(first):
    @settings(CALENDARS, max_examples=10)
    @given(calendars(first), st.lists(st.integers(0, MINUTES - 1), min_size=10, max_size=10))
    def check(rules, picked):
        start = start_of(first)
        entries = list(wording.timeline(rules, start, timedelta(minutes=MINUTES)))
        for n in picked:
            now = start + timedelta(minutes=n)
            _, is_open, words = [entry for entry in entries if entry[0] <= now][-1]
            state = opening.state(rules, now)
            assert (is_open, words) == (state.is_open, wording.sentence(state, now))

    check()


def everything_said(rules, now):
    """Every answer but the time of the next change, and not of horizons, which move by the day."""
    state = opening.state(rules, now)
    return (
        (state.is_open, state.closes_at, state.opens_at, state.why, state.note, state.until_further_notice),
        wording.sentence(state, now),
        opening.this_week(rules, now),
        opening.what_is_different(rules, now),
        opening.closures_ahead(rules, now, timedelta(days=9)),
    )


def minutes_to(moment, start) -> int:
    return (moment - start) // timedelta(minutes=1)
