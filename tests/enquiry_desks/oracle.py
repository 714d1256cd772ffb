"""A second, slow answer to "is it open?": every minute asked by itself, sharing only the rules with opening.py."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)


def is_open(rules, minute: datetime) -> bool:
    for closure in rules.closures:
        if closure.starts <= minute and (closure.ends is None or minute < closure.ends):
            return False
    wall = minute.astimezone(LONDON)
    reading = wall.hour * 60 + wall.minute
    return any(_from(hours) <= reading < _until(hours) for hours in _hours_on(rules, wall.date()))


def minutes(rules, start: datetime, count: int) -> list[bool]:
    return [is_open(rules, start + n * MINUTE) for n in range(count)]


def _hours_on(rules, day):
    for exception in rules.exceptions:
        if exception.day == day:
            return exception.hours
    if rules.keeps_bank_holidays and day in rules.bank_holidays:
        return ()
    return [p.hours for p in rules.week if p.weekday == day.weekday() and p.first <= day <= p.last]


def _from(hours) -> int:
    return hours.opens.hour * 60 + hours.opens.minute


def _until(hours) -> int:
    return hours.closes.hour * 60 + hours.closes.minute or 24 * 60
