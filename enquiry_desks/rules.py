"""What decides when a desk is open, as plain values: its week, its exceptions, its closures and the bank holidays it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property

from .wall_clock import DAY


class Why(StrEnum):
    """What decided the answer, in the order of precedence."""

    CLOSURE = "closure"
    EXCEPTION = "exception"
    BANK_HOLIDAY = "bank holiday"
    WEEK = "week"
    NO_HOURS = "no hours"


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of a day by the clock on the wall; `closes` at 00:00 is midnight at the end of the day."""

    opens: time
    closes: time


class Which(StrEnum):
    """On which of its weekdays a stretch falls: each, every second one, or one of each month."""

    EVERY = "every"
    ALTERNATE = "alternate"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    LAST = "last"


NTH_OF_MONTH = (Which.FIRST, Which.SECOND, Which.THIRD, Which.FOURTH)


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """A stretch of such weekdays (0 is Monday), from its first to its last day, both included.

    Every second one is counted from the first such weekday on or after `first`."""

    weekday: int
    hours: Hours
    first: date = date.min
    last: date = date.max
    which: Which = Which.EVERY

    def falls_on(self, day: date) -> bool:
        return day.weekday() == self.weekday and self.first <= day <= self.last and self._is_one_of_those(day)

    def _is_one_of_those(self, day: date) -> bool:
        if self.which is Which.EVERY:
            return True
        if self.which is Which.ALTERNATE:
            return (day - self.first).days // 7 % 2 == 0
        if self.which is Which.LAST:
            return (day + 7 * DAY).month != day.month
        return (day.day - 1) // 7 == NTH_OF_MONTH.index(self.which)


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one date in place of the week's; none at all means closed that day."""

    day: date
    hours: tuple[Hours, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClosedSpell:
    """Closed from an instant to another, or until further notice when it has no end."""

    starts: datetime
    ends: datetime | None = None
    reason: str = ""
    note: str = ""

    def stands(self, now: datetime) -> bool:
        return self.starts <= now and not self.is_over(now)

    def is_over(self, now: datetime) -> bool:
        return self.ends is not None and self.ends <= now


@dataclass(frozen=True)
class Rules:
    """All that decides one desk's hours. `bank_holidays` names each date; a desk keeps them or works as normal."""

    week: tuple[WeeklyHours, ...] = ()
    exceptions: tuple[DayHours, ...] = ()
    closures: tuple[ClosedSpell, ...] = ()
    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    keeps_bank_holidays: bool = True
    only: tuple[WeeklyHours, ...] | None = None  # of a service: what it offers while its desk is open, and at no other time

    def of_service(self, hours: tuple[WeeklyHours, ...]) -> Rules:
        """The rules of a service with hours of its own: open when these say so and the desk is open too."""
        return replace(self, only=hours)

    @cached_property
    def exception_on(self) -> dict[date, DayHours]:
        return {exception.day: exception for exception in self.exceptions}

    @cached_property
    def has_hours(self) -> bool:
        return bool(self.week) or any(exception.hours for exception in self.exceptions)
