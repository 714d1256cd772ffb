"""Is this desk open, and until when? Pure functions of (rules, now): no database, no clock, no Django.

One definition carries everything: a desk is open at an instant when the clock on its wall (Europe/London)
reads a time inside that day's hours and no closure stands. What decides a day's hours, the first that applies:
a dated exception, a bank holiday that the desk keeps, the weekly hours. A closure beats all three.

On the night the clocks go forward an hour is missing from the wall clock and from the hours; on the night they
go back an hour is read twice, and a desk with hours in it is open twice. Every instant taken or given is an
aware datetime (those given are in UTC); every stretch runs from its start until, not including, its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

from .rules import NTH_OF_MONTH, ClosedSpell, DayHours, Hours, Rules, WeeklyHours, Which, Why
from .wall_clock import DAY, Span, days_after, joined, local_date, midnight, spans_of, wall_time

__all__ = ["NTH_OF_MONTH", "UTC", "ClosedSpell", "Day", "DayHours", "Hours", "Plan", "Rules", "State", "WeeklyHours", "Which", "Why"]

HORIZON = timedelta(days=400)  # how far ahead the next opening is looked for
DIFFERENT_WITHIN = timedelta(days=42)  # how far ahead "what is different" looks

END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Plan:
    """A day's hours before any closure, and what decided them."""

    hours: tuple[Hours, ...]
    why: Why
    note: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the public reads it: the hours left after closures (none: closed), and why they are so."""

    date: date
    hours: tuple[Hours, ...]
    why: Why
    note: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """The answer at one instant. `closes_at` is None while closed, and for a desk that does not close within
    HORIZON; `opens_at` is the next opening after `now`, None when there is none within HORIZON."""

    is_open: bool
    closes_at: datetime | None
    opens_at: datetime | None
    why: Why
    note: str
    until_further_notice: bool
    changes_at: datetime


def state(rules: Rules, now: datetime) -> State:
    """Open or closed at `now`, until when, why, and when any of this will next be different."""
    span, following = _span_now_and_next(rules, now)
    is_open = span is not None
    why, note = _reason(rules, now)
    return State(
        is_open=is_open,
        closes_at=span[1] if is_open and span[1] < _end_of_horizon(now) else None,
        opens_at=following[0] if following else None,
        why=why,
        note=note,
        until_further_notice=not is_open and not following and any(c.ends is None for c in rules.closures),
        changes_at=next_change(rules, now),
    )


def is_open(rules: Rules, now: datetime) -> bool:
    return _span_now_and_next(rules, now)[0] is not None


def plan(rules: Rules, day: date) -> Plan:
    """The hours of a day before closures: its exception, else the bank holiday, else the week."""
    if exception := rules.exception_on.get(day):
        return Plan(exception.hours, Why.EXCEPTION, exception.reason)
    if rules.keeps_bank_holidays and day in rules.bank_holidays:
        return Plan((), Why.BANK_HOLIDAY, rules.bank_holidays[day])
    return Plan(ordinary_hours(rules, day), Why.WEEK)


def ordinary_hours(rules: Rules, day: date) -> tuple[Hours, ...]:
    """The weekly hours in force on that day, earliest first."""
    return _hours_of(rules.week, day)


def hours_of_every_week(rules: Rules, day: date) -> tuple[Hours, ...]:
    """Of those, what comes back every week: all that a table of weekdays can tell."""
    return _hours_of((period for period in rules.week if period.which is Which.EVERY), day)


def _hours_of(periods: Iterable[WeeklyHours], day: date) -> tuple[Hours, ...]:
    return tuple(sorted((period.hours for period in periods if period.falls_on(day)), key=attrgetter("opens")))


def this_week(rules: Rules, now: datetime) -> tuple[Day, ...]:
    """Monday to Sunday of the London week that holds `now`, with today marked."""
    today = local_date(now)
    monday = today - timedelta(days=today.weekday())
    return tuple(_day(rules, day, today) for day in _days(monday, monday + 6 * DAY))


def what_is_different(rules: Rules, now: datetime, within: timedelta = DIFFERENT_WITHIN) -> tuple[Day, ...]:
    """The days from today on whose exception or bank holiday gives other hours than their week would.

    Closures are not among them: they run over days, and `closures_ahead` tells them whole."""
    today = local_date(now)
    last = days_after(today, within)
    dates = sorted({*rules.exception_on, *rules.bank_holidays})
    return tuple(_day(rules, day, today) for day in dates if today <= day <= last and _differs(rules, day))


def days_unlike_their_week(rules: Rules, now: datetime, within: timedelta = DIFFERENT_WITHIN) -> tuple[Day, ...]:
    """Every day from today on whose hours, closures and all, are not those that come back every week."""
    today = local_date(now)
    dates = _days(today, days_after(today, within))
    return tuple(_day(rules, day, today) for day in dates if _day_spans(rules, day) != _spans_of_all(day, hours_of_every_week(rules, day)))


def closures_ahead(rules: Rules, now: datetime, within: timedelta = DIFFERENT_WITHIN) -> tuple[ClosedSpell, ...]:
    """Closures that stand at `now` or start within so many days, in order."""
    end = midnight(days_after(local_date(now), within) + DAY)
    return tuple(c for c in sorted(rules.closures, key=attrgetter("starts")) if not c.is_over(now) and c.starts < end)


def next_change(rules: Rules, now: datetime) -> datetime:
    """The first instant after `now` at which any answer of this module can differ.

    Never later than the next London midnight, when another day is today."""
    today = local_date(now)
    edges = {midnight(today + DAY)}
    edges.update(instant for span in _day_spans(rules, today) for instant in span)
    edges.update(c.starts for c in rules.closures)
    edges.update(c.ends for c in rules.closures if c.ends)
    return min((edge for edge in edges if edge > now), default=END_OF_TIME).astimezone(UTC)


def spans_on(rules: Rules, day: date) -> list[Span]:
    """The instants between which the desk is open on a London day, closures and all, in order."""
    return _day_spans(rules, day)


def open_spans(rules: Rules, now: datetime) -> Iterator[Span]:
    """Every whole stretch of being open that ends after `now`, in order, over today and HORIZON."""
    if not rules.has_hours:
        return
    today = local_date(now)
    for_good = (local_date(closure.starts) for closure in rules.closures if closure.ends is None)
    spans = (span for day in _days(today, min([days_after(today, HORIZON), *for_good])) for span in _day_spans(rules, day))
    yield from (span for span in joined(spans) if span[1] > now)


def _span_now_and_next(rules: Rules, now: datetime) -> tuple[Span | None, Span | None]:
    spans = open_spans(rules, now)
    first = next(spans, None)
    if first and first[0] <= now:
        return first, next(spans, None)
    return None, first


def _reason(rules: Rules, now: datetime) -> tuple[Why, str]:
    for closure in rules.closures:
        if closure.stands(now):
            return Why.CLOSURE, closure.reason
    if not rules.has_hours:
        return Why.NO_HOURS, ""
    today = plan(rules, local_date(now))
    return today.why, today.note


def _day(rules: Rules, day: date, today: date) -> Day:
    planned = plan(rules, day)
    hours = tuple(Hours(*(wall_time(instant) for instant in span)) for span in _day_spans(rules, day))
    closure = _closure_that_cuts(rules, day)
    why, note = (Why.CLOSURE, closure.reason) if closure else (planned.why, planned.note)
    return Day(day, hours, why, note, is_today=day == today)


def _closure_that_cuts(rules: Rules, day: date) -> ClosedSpell | None:
    spans = _planned_spans(rules, day)
    return next((c for c in sorted(rules.closures, key=attrgetter("starts")) if any([*_without(s, c)] != [s] for s in spans)), None)


def _differs(rules: Rules, day: date) -> bool:
    return plan(rules, day).hours != ordinary_hours(rules, day)


def _planned_spans(rules: Rules, day: date) -> list[Span]:
    """The instants between which a day's plan opens the desk, in order."""
    spans = _spans_of_all(day, plan(rules, day).hours)
    return spans if rules.only is None else [*in_both(spans, _spans_of_all(day, _hours_of(rules.only, day)))]


def _spans_of_all(day: date, stretches: tuple[Hours, ...]) -> list[Span]:
    spans = (span for hours in stretches for span in spans_of(day, hours.opens, hours.closes))
    return [*joined(sorted(spans))]


def in_both(some: list[Span], others: list[Span]) -> Iterator[Span]:
    """What lies inside both."""
    for start, end in some:
        for other_start, other_end in others:
            if (first := max(start, other_start)) < (last := min(end, other_end)):
                yield first, last


def _day_spans(rules: Rules, day: date) -> list[Span]:
    """The same after closures."""
    spans = _planned_spans(rules, day)
    for closure in rules.closures:
        spans = [part for span in spans for part in _without(span, closure)]
    return spans


def _without(span: Span, closure: ClosedSpell) -> Iterator[Span]:
    start, end = span
    if start < (before := min(end, closure.starts)):
        yield start, before
    if closure.ends and end > (after := max(start, closure.ends)):
        yield after, end


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _end_of_horizon(now: datetime) -> datetime:
    return midnight(days_after(local_date(now), HORIZON) + DAY)
