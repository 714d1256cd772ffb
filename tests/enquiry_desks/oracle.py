"""A second, slow answer to "is it open?": every minute asked by itself, sharing only the rules with opening.py."""

from calendar import monthcalendar
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)


def is_open(rules, minute: datetime) -> bool:
    for closure in rules.closures:
        if closure.starts <= minute and (closure.ends is None or minute < closure.ends):
            return False
    wall = minute.astimezone(LONDON)
    reading = wall.hour * 60 + wall.minute
    if not any(_from(hours) <= reading < _until(hours) for hours in _hours_on(rules, wall.date())):
        return False
    if rules.only is None:
        return True
    return any(_from(p.hours) <= reading < _until(p.hours) for p in rules.only if wall.date() in _dates_of(p, wall.year, wall.month))


def minutes(rules, start: datetime, count: int) -> list[bool]:
    return [is_open(rules, start + n * MINUTE) for n in range(count)]


def _hours_on(rules, day):
    for exception in rules.exceptions:
        if exception.day == day:
            return exception.hours
    if rules.keeps_bank_holidays and day in rules.bank_holidays:
        return ()
    return [p.hours for p in rules.week if day in _dates_of(p, day.year, day.month)]


@lru_cache(maxsize=4096)
def _dates_of(period, year, month) -> set:
    """Every date of a month on which a period falls, found by walking through the calendar."""
    dates = [day for week in monthcalendar(year, month) if (day := week[period.weekday])]
    if period.which in ("first", "second", "third", "fourth"):
        dates = [dates[("first", "second", "third", "fourth").index(period.which)]]
    if period.which == "last":
        dates = dates[-1:]
    dates = [date(year, month, day) for day in dates]
    if period.which == "alternate":
        fortnights = rrule(WEEKLY, interval=2, dtstart=period.first, byweekday=period.weekday, wkst=period.first.weekday())
        dates = [day for day in dates if fortnights.between(_noon(day, -1), _noon(day, 0))]
    return {day for day in dates if period.first <= day <= period.last}


def _noon(day, days):
    return datetime(day.year, day.month, day.day, 12) + timedelta(days=days)


def _from(hours) -> int:
    return hours.opens.hour * 60 + hours.opens.minute


def _until(hours) -> int:
    return hours.closes.hour * 60 + hours.closes.minute or 24 * 60
