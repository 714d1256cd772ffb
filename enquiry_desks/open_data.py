"""Desks for other programs: JSON for everyone, and a calendar of the days that are different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from . import opening
from .opening import Day
from .wall_clock import local_date, midnight
from .wording import desk_name, stretches_in_words

if TYPE_CHECKING:
    from .models import EnquiryDeskPage

ONE_DAY = timedelta(days=1)


def desks_as_data(desks: Iterable[EnquiryDeskPage], now: datetime, root_url: str) -> dict:
    """Every desk with its state at `now`. Times are ISO 8601: instants in UTC, hours of a day by the clock in London."""
    desks = [desk_as_data(desk, now, root_url) for desk in desks]
    return {"as_of": instant(now), "next_change": min((desk["state"]["changes_at"] for desk in desks), default=None), "desks": desks}


def desk_as_data(desk: EnquiryDeskPage, now: datetime, root_url: str) -> dict:
    hours = desk.opening
    return {
        "id": desk.slug,
        "name": desk.title,
        "url": root_url + desk.url,
        "address": {"building": desk.building, "street": desk.street, "town": desk.town, "postcode": desk.postcode},
        "latitude": desk.latitude,
        "longitude": desk.longitude,
        "state": {
            "is_open": hours.is_open,
            "sentence": hours.sentence,
            "why": hours.state.why,
            "note": hours.state.note,
            "closes_at": instant(hours.state.closes_at),
            "opens_at": instant(hours.state.opens_at),
            "changes_at": instant(hours.state.changes_at),
        },
        "this_week": [day_as_data(line.day) for line in hours.week],
        "different_days": [day_as_data(day) for day in opening.days_unlike_their_week(desk.rules, now)],
        "closures": [{"starts": instant(c.starts), "ends": instant(c.ends), "reason": c.reason} for c in opening.closures_ahead(desk.rules, now)],
        "services": [
            {"service": line.service, "name": line.name, "by_appointment": line.by_appointment, "hours": line.hours, "bring": line.bring}
            for line in desk.service_lines
        ],
        "access": desk.access,
    }


def day_as_data(day: Day) -> dict:
    stretches = [{"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}"} for hours in day.hours]
    return {"date": day.date.isoformat(), "hours": stretches, "why": day.why, "note": day.note}


def instant(moment: datetime | None) -> str | None:
    return f"{moment.astimezone(opening.UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def calendar_of(desk: EnquiryDeskPage, now: datetime) -> bytes:
    """The days within six weeks on which this desk is not open as every week: its stretches, or closed all day."""
    calendar = Calendar()
    calendar.add("prodid", "-//policesite//enquiry desks//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{desk_name(desk.title)}: different days")
    calendar.add("refresh-interval;value=duration", "PT1H")
    for event in events_of(desk, now):
        calendar.add_component(event)
    return calendar.to_ical()


def events_of(desk: EnquiryDeskPage, now: datetime) -> Iterator[Event]:
    for day in opening.days_unlike_their_week(desk.rules, now):
        words = stretches_in_words(day.hours)
        if not day.hours:
            yield event(desk, now, day.note, f"{desk_name(desk.title, 'desk')} closed all day", day.date, day.date + ONE_DAY)
        for number, (start, end) in enumerate(opening.spans_on(desk.rules, day.date)):
            yield event(desk, now, day.note, f"{desk_name(desk.title, 'desk')} open {words[number].lower()}", start, end)


def event(desk: EnquiryDeskPage, now: datetime, note: str, summary: str, start: date, end: date) -> Event:
    made = Event()
    made.add("uid", f"{start:%Y%m%dT%H%M}-{desk.slug}@{desk.translation_key}")
    made.add("dtstamp", midnight(local_date(now)))  # so that the same calendar is the same bytes all day
    made.add("dtstart", start)
    made.add("dtend", end)
    made.add("summary", summary)
    made.add("location", desk.address)
    made.add("url", desk.full_url)
    made.add("transp", "TRANSPARENT")
    if note:
        made.add("description", note)
    return made
