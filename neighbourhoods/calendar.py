"""What a team has planned, as a calendar to add to one's own (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar
from icalendar import Event as Entry

from .models import Event, NeighbourhoodPage


def calendar_of(page: NeighbourhoodPage, events: Iterable[Event], now: datetime) -> bytes:
    """The `events` of one team as iCalendar, in UTC. What is called off or moved away is there as cancelled."""
    calendar = Calendar()
    calendar.add("prodid", "-//policesite//neighbourhood teams//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{page.title} neighbourhood team")
    for event in events:
        calendar.add_component(entry_of(page, event, now))
    return calendar.to_ical()


def entry_of(page: NeighbourhoodPage, event: Event, now: datetime) -> Entry:
    entry = Entry()
    # The same for ever, so that a calendar that has it already changes it rather than adding another.
    entry.add("uid", f"event-{event.pk}@{page.translation_key}")
    entry.add("dtstamp", now.replace(hour=0, minute=0, second=0, microsecond=0))  # the same bytes all day
    entry.add("dtstart", event.starts.astimezone(UTC))
    entry.add("dtend", event.ends.astimezone(UTC))
    entry.add("status", "CONFIRMED" if event.is_planned else "CANCELLED")
    entry.add("summary", event.title if event.is_planned else f"{event.get_status_display()}: {event.title}")
    entry.add("description", description_of(event))
    entry.add("url", event.link or page.full_url)
    if event.venue:
        entry.add("location", event.venue)
    return entry


def description_of(event: Event) -> str:
    vehicle = f"{event.vehicle}." if event.vehicle else ""
    return " ".join(filter(None, [event.change_note, vehicle, event.notes, "Step-free." if event.is_step_free else ""]))
