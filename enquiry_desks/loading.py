"""Reads the rules of any number of desks in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import models
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Cast

from .desk_services import ServiceHours
from .hours import BankHoliday, Closure, DayException, OpeningPeriod
from .opening import HORIZON, ClosedSpell, DayHours, Hours, Rules, WeeklyHours, Which
from .wall_clock import local_date, midnight


class Row(NamedTuple):
    """A row of any of the five tables; what a table does not have is None."""

    kind: str
    desk: int | None
    root: str | None  # the tree path of the site to which a bank holiday belongs
    weekday: int | None
    day: date | None
    last_day: date | None
    opens: datetime | None
    closes: datetime | None
    starts: datetime | None
    ends: datetime | None
    text: str | None
    note: str | None
    which: str | None


COLUMNS = {
    "kind": models.TextField(),
    "desk": models.BigIntegerField(),
    "root": models.TextField(),
    "weekday": models.SmallIntegerField(),
    "day": models.DateField(),
    "last_day": models.DateField(),
    "opens": models.TimeField(),
    "closes": models.TimeField(),
    "starts": models.DateTimeField(),
    "ends": models.DateTimeField(),
    "text": models.TextField(),
    "note": models.TextField(),
    "which": models.TextField(),
}


def load_rules(desks: Iterable, now: datetime) -> None:
    """Give each desk its `rules`, and `service_hours` by service: all that matters from the Monday of this week on."""
    desks = [*desks]
    rows = defaultdict(list)
    for row in _read([desk.pk for desk in desks], now) if desks else ():
        rows[row.kind, row.desk].append(row)
    for desk in desks:
        desk.rules = Rules(
            week=tuple(_weekly(row) for row in rows["week", desk.pk]),
            exceptions=tuple(_exceptions(rows["exception", desk.pk])),
            closures=tuple(ClosedSpell(row.starts, row.ends, row.text, row.note) for row in rows["closure", desk.pk]),
            bank_holidays={row.day: row.text for row in rows["holiday", None] if desk.path.startswith(row.root)},
            keeps_bank_holidays=desk.keeps_bank_holidays,
        )
        desk.service_hours = _by_service(rows["service", desk.pk])


def _read(desk_ids: list[int], now: datetime) -> Iterable[Row]:
    today = local_date(now)
    monday = today - timedelta(days=today.weekday())
    periods = OpeningPeriod.objects.filter(desk__in=desk_ids)  # ended ones too: a desk that had hours is closed, not unknown
    exceptions = DayException.objects.filter(desk__in=desk_ids, day__gte=monday)
    closures = Closure.objects.filter(Q(ends=None) | Q(ends__gt=midnight(monday)), desk__in=desk_ids)
    services = ServiceHours.objects.filter(desk__in=desk_ids)
    holidays = BankHoliday.objects.filter(day__range=(monday, today + HORIZON))
    return map(
        Row._make,
        _rows(
            periods, "week", desk="desk_id", weekday="weekday", day="valid_from", last_day="valid_to", opens="opens", closes="closes", which="which"
        ).union(
            _rows(exceptions, "exception", desk="desk_id", day="day", opens="opens", closes="closes", text="reason"),
            _rows(closures, "closure", desk="desk_id", starts="starts", ends="ends", text="reason", note="note"),
            _rows(services, "service", desk="desk_id", weekday="weekday", opens="opens", closes="closes", text="service"),
            _rows(holidays, "holiday", root="force__site__root_page__path", day="day", text="title"),
            all=True,
        ),
    )


def _rows(rows: QuerySet, kind: str, **columns: str) -> QuerySet:
    """The same columns of every table, in the order of Row, with typed NULLs for those that it does not have."""
    values = {"kind": Value(kind), **columns}
    return rows.order_by().values_list(*(Cast(values.get(name), field) for name, field in COLUMNS.items()))


def _weekly(row: Row) -> WeeklyHours:
    which = Which(row.which) if row.which else Which.EVERY
    return WeeklyHours(row.weekday, Hours(row.opens, row.closes), row.day or date.min, row.last_day or date.max, which)


def _by_service(rows: list[Row]) -> dict[str, tuple[WeeklyHours, ...]]:
    hours = defaultdict(list)
    for row in rows:
        hours[row.text].append(_weekly(row))
    return {service: tuple(periods) for service, periods in hours.items()}


def _exceptions(rows: list[Row]) -> Iterable[DayHours]:
    """One for each date, whose hours may stand in several rows; a row without times closes the whole day."""
    by_day = defaultdict(list)
    for row in rows:
        by_day[row.day].append(row)
    for day, stretches in by_day.items():
        hours = sorted((Hours(row.opens, row.closes) for row in stretches if row.opens is not None), key=lambda h: h.opens)
        yield DayHours(day, tuple(hours), next((row.text for row in stretches if row.text), ""))
