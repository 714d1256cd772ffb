"""Open as advertised: what was promised against what was kept, day by day, published with nothing left out.

Promised is what the public could read when the day began: the week, bank holidays, and different days told before that
day. Every minute of it in which the desk was shut is lost, by whatever closure or change, however early it was announced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Max, Q

from . import opening
from .hours import DayException
from .ledger import DayPromise, DayRecord, length_in_words
from .loading import load_rules
from .opening import Rules
from .wall_clock import DAY, Span, local_date, midnight

PUBLISHED = timedelta(days=90)
MINUTE = timedelta(minutes=1)
COLUMN, GAP, HEIGHT = 6, 2, 100  # of the chart, in its own units


def planned_and_lost(told: Rules, kept: Rules, day: date) -> tuple[int, int]:
    """Minutes of a day that were promised, and those of them in which the desk was shut."""
    promised = opening.spans_on(told, day)
    planned, open_then = _minutes(promised), _minutes(opening.in_both(promised, opening.spans_on(kept, day)))
    return planned, planned - open_then


def _minutes(spans: Iterator[Span] | list[Span]) -> int:
    return sum(((end - start) for start, end in spans), timedelta()) // MINUTE


def desks_behind(desks, today: date):
    """Of `desks`, the live ones for which yesterday is not yet in the ledger, each with its last day there as `written_to`."""
    return _unwritten(desks, today).filter(first_published_at__lt=midnight(today))


def _unwritten(desks, today: date):
    yesterday = today - DAY
    return desks.live().annotate(written_to=Max("record__day")).filter(Q(written_to=None) | Q(written_to__lt=yesterday))


def write_ledger(desks, today: date, since: date | None = None) -> int:
    """Write every day that is over and not yet in the ledger; the number of rows written.

    A desk without any starts on the day it was first published, or on `since` (which is for desks that were there before
    this site had pages of them), and never more than 90 days ago.
    """
    behind = list(desks_behind(desks, today) if since is None else _unwritten(desks, today))
    starts = {desk.pk: _first_day(desk, today, since) for desk in behind}
    day, rows = min(starts.values(), default=today), []
    while day < today:
        rows += _records([desk for desk in behind if starts[desk.pk] <= day], day)
        day += DAY
    return len(DayRecord.objects.bulk_create(rows, ignore_conflicts=True))


def _first_day(desk, today: date, since: date | None) -> date:
    if desk.written_to:
        return desk.written_to + DAY
    return max(since or local_date(desk.first_published_at), today - PUBLISHED)


def _records(desks: list, day: date) -> list[DayRecord]:
    load_rules(desks, midnight(day))
    told_late = set(DayException.objects.filter(desk__in=desks, day=day, told_at__gte=midnight(day)).values_list("desk_id", flat=True))
    kept = {promise.desk_id: (promise.told,) for promise in DayPromise.objects.filter(desk__in=desks, day=day)}
    records = []
    for desk in desks:
        exceptions = kept.get(desk.pk, () if desk.pk in told_late else desk.rules.exceptions)
        told = replace(desk.rules, closures=(), exceptions=exceptions)
        planned, lost = planned_and_lost(told, desk.rules, day)
        records.append(DayRecord(desk=desk, day=day, planned=planned, lost=lost))
    return records


@dataclass(frozen=True)
class Record:
    """What a desk kept of its hours, over the days that are given."""

    days: list[DayRecord]

    @cached_property
    def planned(self) -> int:
        return sum(day.planned for day in self.days)

    @cached_property
    def lost(self) -> int:
        return sum(day.lost for day in self.days)

    @property
    def planned_words(self) -> str:
        return length_in_words(self.planned)

    @property
    def lost_words(self) -> str:
        return length_in_words(self.lost)

    @property
    def last_day(self) -> date:
        return self.days[-1].day

    @property
    def percent(self) -> int | None:
        """Of the promised minutes, those kept; rounded down, so that 100 means all of them. None when none were promised."""
        return (self.planned - self.lost) * 100 // self.planned if self.planned else None

    @property
    def days_with_losses(self) -> list[DayRecord]:
        return [day for day in self.days if day.lost]

    @property
    def width(self) -> int:
        return len(self.days) * (COLUMN + GAP)

    @property
    def kept_columns(self) -> str:
        """The SVG path of what was kept: a column a day, as high as its hours."""
        return "".join(self._column(n, 0, day.planned - day.lost) for n, day in enumerate(self.days) if day.planned > day.lost)

    @property
    def lost_columns(self) -> str:
        """The SVG path of what was lost, on top of it."""
        return "".join(self._column(n, day.planned - day.lost, day.planned) for n, day in enumerate(self.days) if day.lost)

    @cached_property
    def _longest(self) -> int:
        return max(day.planned for day in self.days)

    def _column(self, number: int, low: int, high: int) -> str:
        bottom, top = (HEIGHT - HEIGHT * minutes // self._longest for minutes in (low, high))
        return f"M{number * (COLUMN + GAP)} {bottom}h{COLUMN}V{top}h-{COLUMN}z"
