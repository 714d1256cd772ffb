"""Times and dates as the site writes them."""

from datetime import UTC, date, datetime, time

import pytest

from policesite.delivery.templatetags.house import clock_time, full_date, long_date


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(9), "9am"),
        (time(17, 30), "5:30pm"),
        (time(12), "12 noon"),
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(12, 5), "12:05pm"),
        (None, ""),
    ],
)
def test_a_time(moment, words):
    assert clock_time(moment) == words


def test_a_moment_is_told_in_local_time():
    moment = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert (clock_time(moment), full_date(moment), long_date(moment)) == ("12:30am", "1 July 2026", "Wednesday 1 July")


def test_a_day():
    assert long_date(date(2026, 11, 26)) == "Thursday 26 November"
    assert full_date(None) == ""
