"""The one clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policesite import clock


def test_it_tells_the_real_time_unless_told_otherwise():
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_a_block_is_answered_as_of_another_minute_and_then_no_longer(moment):
    with clock.at(moment):
        assert clock.now() == moment
        assert clock.local_now().utcoffset() in (timedelta(0), timedelta(hours=1))
    assert clock.now() != moment


def test_a_day_in_northamptonshire_begins_at_its_own_midnight():
    with clock.at(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 7, 1)


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), clock.at(datetime(2026, 10, 25, 1, 30)):
        pass


def test_an_error_inside_sets_the_clock_right_again():
    with pytest.raises(RuntimeError), clock.at(datetime(2020, 1, 1, tzinfo=UTC)):
        raise RuntimeError
    assert clock.now().year > 2020
