"""The clock on a desk's wall: London times of a day as instants, right on the nights when the clocks change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from policesite.clock import LONDON

DAY = timedelta(days=1)
LAST_DAY = date.max - 8 * DAY  # so that no week leaves the calendar

Span = tuple[datetime, datetime]


def local_date(now: datetime) -> date:
    """The date in London at an instant."""
    return min(now.astimezone(LONDON).date(), LAST_DAY)


def days_after(day: date, length: timedelta) -> date:
    """So long after a day, but never past the last of the calendar."""
    return day + min(length, LAST_DAY - day)


def wall_time(instant: datetime) -> time:
    return instant.astimezone(LONDON).time()


@lru_cache(maxsize=1024)
def midnight(day: date) -> datetime:
    """The instant at which a London day begins, in UTC."""
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)


def spans_of(day: date, opens: time, closes: time) -> Iterator[Span]:
    """The instants at which the wall clock reads these times: none in a missing hour, two spans in a doubled one.

    `closes` at 00:00 is midnight at the end of the day."""
    first_reading = datetime.combine(day, opens)
    last_reading = datetime.combine(day if closes > time.min else day + DAY, closes)
    for start, end, offset in _stretches(day):
        first = max(start, (first_reading - offset).replace(tzinfo=UTC))
        last = min(end, (last_reading - offset).replace(tzinfo=UTC))
        if first < last:
            yield first, last


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Stretches that meet made one: 9am to 1pm and 1pm to 5pm do not close at 1pm."""
    whole = None
    for span in spans:
        if whole and span[0] <= whole[1]:
            whole = whole[0], max(whole[1], span[1])
            continue
        if whole:
            yield whole
        whole = span
    if whole:
        yield whole


@lru_cache(maxsize=1024)
def _stretches(day: date) -> tuple[tuple[datetime, datetime, timedelta], ...]:
    """A London day cut where the clocks change: (start, end, offset from UTC), one stretch or two."""
    start, end = midnight(day), midnight(day + DAY)
    before, after = _offset(start), _offset(end)
    if before == after:
        return ((start, end, before),)
    minutes = range((end - start) // timedelta(minutes=1))
    changed = bisect_left(minutes, True, key=lambda m: _offset(start + timedelta(minutes=m)) != before)
    change = start + timedelta(minutes=changed)
    return ((start, change, before), (change, end, after))


def _offset(instant: datetime) -> timedelta:
    return instant.astimezone(LONDON).utcoffset()
