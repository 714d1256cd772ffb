"""When a profile goes live. Pure: a day, a time on the county's clocks, and nothing else."""

from datetime import UTC, date, datetime, time, timedelta

from policesite.clock import LONDON


def release_moment(day: date, at: time) -> datetime:
    """The moment, in UTC, at which clocks in Northamptonshire show `at` on `day`.

    An hour that the clocks skip in March counts as if they had not been changed yet, so it comes an hour later by the
    clock; an hour that comes twice in October counts the first time.
    """
    return datetime.combine(day, at, LONDON).astimezone(UTC)


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
