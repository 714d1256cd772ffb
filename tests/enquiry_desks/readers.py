"""Reads our JSON-LD and our calendars as a stranger would, from the standards alone: no code of the project, no library of ours."""

import json
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON, UTC = ZoneInfo("Europe/London"), ZoneInfo("UTC")
DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def station_in(page: str) -> dict:
    """What a page says of its desk; beside it stands the way to the page, for search engines."""
    told = map(json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', page))
    return next(data for data in told if data["@type"] == "PoliceStation")


def open_by_json_ld(station: dict, minute: datetime) -> bool:
    """schema.org: on a date that a special specification covers, only the special ones count."""
    wall = minute.astimezone(LONDON)
    specials = [spec for spec in station["specialOpeningHoursSpecification"] if spec["validFrom"] <= wall.date().isoformat() <= spec["validThrough"]]
    usual = [spec for spec in station["openingHoursSpecification"] if _usual_on(spec, wall.date())]
    return any(_inside(spec, wall.time()) for spec in specials or usual)


def _usual_on(spec: dict, day: date) -> bool:
    within = spec.get("validFrom", "0") <= day.isoformat() <= spec.get("validThrough", "9")
    return within and spec["dayOfWeek"] == DAY_NAMES[day.weekday()]


def _inside(spec: dict, reading: time) -> bool:
    opens, closes = (time.fromisoformat(spec[name]) for name in ("opens", "closes"))
    return opens <= reading and (reading < closes or (closes == time(23, 59) and reading >= opens))


def events_of_calendar(text: str) -> list[dict]:
    """RFC 5545: unfold the lines, then read each VEVENT's properties."""
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")
    events, event = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            events.append(event)
            event = None
        elif event is not None:
            event[name.split(";")[0]] = value
    return events


def moment(value: str) -> datetime:
    """A date is midnight in London; a time ends in Z for UTC."""
    if len(value) == 8:
        return datetime.strptime(value, "%Y%m%d").replace(tzinfo=LONDON)
    assert value.endswith("Z")
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def open_by_calendar(events: list[dict], day: date) -> list[tuple[datetime, datetime]] | None:
    """The stretches that the calendar gives a London day; None when it does not speak of that day."""
    start = datetime.combine(day, time.min, LONDON).astimezone(UTC)
    end = datetime.combine(day + timedelta(days=1), time.min, LONDON).astimezone(UTC)
    told = [event for event in events if moment(event["DTSTART"]) < end and moment(event["DTEND"]) > start]
    if not told:
        return None
    return [(moment(event["DTSTART"]), moment(event["DTEND"])) for event in told if " open " in event["SUMMARY"]]
