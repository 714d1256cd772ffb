"""What teams have planned, as a calendar to add to one's own and to subscribe to (RFC 5545, RFC 7986)."""

from collections.abc import Iterable

from icalendar import Calendar, Timezone
from icalendar import Event as Entry
from wagtail.models import Site

from policesite import clock
from policesite.delivery.templatetags.house import clock_time, long_date

from .models import Event
from .open_data import address_of

ASK_AGAIN = "PT1H"  # how often a subscribed calendar looks for changes
# When the clocks have changed since 1996, and will. Written out: what icalendar works out for itself is an hour late in spring.
LONDON = Timezone.from_ical(
    "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
    "DTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n"
    "DTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n"
)


def calendar_of(events: Iterable[Event], name: str, site: Site) -> bytes:
    """The `events` with their areas and vehicles as iCalendar: the same bytes until one of them changes."""
    calendar = Calendar()
    calendar.add("prodid", "-//policesite//neighbourhood teams//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Europe/London")
    calendar.add("refresh-interval;value=duration", ASK_AGAIN)
    calendar.add("x-published-ttl", ASK_AGAIN)
    calendar.add_component(LONDON)
    for event in events:
        calendar.add_component(entry_of(event, site))
    return calendar.to_ical()


def entry_of(event: Event, site: Site) -> Entry:
    """Under one UID for ever, so that a calendar that has it changes it. What is called off or moved away stays, as cancelled.

    One whose time is changed, "moved" or not, is shown at its new time; SEQUENCE tells calendars that what they have is older.
    """
    entry = Entry()
    entry.add("uid", str(event.public_id))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", event.starts.astimezone(clock.LONDON))
    entry.add("dtend", event.ends.astimezone(clock.LONDON))
    entry.add("status", "CONFIRMED" if event.is_planned else "CANCELLED")
    entry.add("summary", event.title if event.is_planned else f"{event.get_status_display()}: {event.title}")
    entry.add("description", description_of(event))
    entry.add("url", event.link or address_of(event.neighbourhood, site))
    if event.venue:
        entry.add("location", event.venue)
    return entry


def description_of(event: Event) -> str:
    vehicle = f"{event.vehicle}." if event.vehicle else ""
    team = f"{event.neighbourhood.title} neighbourhood team."
    moved = f"Moved from {long_date(event.moved_from)}, {clock_time(event.moved_from)}." if event.moved_from else ""
    return " ".join(filter(None, [moved, event.change_note, vehicle, event.notes, "Step-free." if event.is_step_free else "", team]))
