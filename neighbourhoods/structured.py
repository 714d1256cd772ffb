"""A team's events as data for search engines (schema.org), saying just what the page says: a cancelled one is cancelled."""

from wagtail.models import Site

from policesite.clock import LONDON
from policesite.forces.structured import organization

# One that was moved without saying to when is postponed: "rescheduled" is for those with a new time.
STATUS = {"planned": "EventScheduled", "cancelled": "EventCancelled", "moved": "EventPostponed"}


def events(page, site: Site) -> list[dict]:
    """The next events of a team page, for the json_ld filter."""
    force = organization(site)
    return [_event(event, page) | {"url": page.full_url, "organizer": force} for event in page.next_events]


def _event(event, page) -> dict:
    is_online = event.kind == "online"
    said = " ".join(filter(None, (event.change_note, event.notes)))
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "startDate": event.starts.astimezone(LONDON).isoformat(),
        "endDate": event.ends.astimezone(LONDON).isoformat(),
        "eventStatus": f"https://schema.org/{'EventRescheduled' if event.moved_from else STATUS[event.status]}",
        "location": {"@type": "VirtualLocation", "url": event.link or page.full_url}
        if is_online
        else {"@type": "Place", "name": event.venue, "address": event.venue},
    }
    online = {"eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode"} if is_online else {}  # offline unless it says so
    before = {"previousStartDate": event.moved_from.astimezone(LONDON).isoformat()} if event.moved_from else {}
    return data | before | online | ({"description": said} if said else {})
