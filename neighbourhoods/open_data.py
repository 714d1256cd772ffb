"""Areas, people, priorities and events in the shapes of data.police.uk. Pure: rows in, plain data out.

There text is HTML, times are those of the clock in London, and numbers are strings, "0" for an unknown population.
We add two keys that its clients ignore. `id` is the same for as long as a row stands (docs/adr/0032). `plain` holds
each fact once more by itself: text without markup, instants in UTC.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from urllib.parse import urljoin

from django.utils.html import escape
from wagtail.models import Site

from enquiry_desks.models import EnquiryDeskPage
from policesite import clock
from policesite.delivery.spreadsheet import harmless
from policesite.forces.models import Force

from .models import Event, NeighbourhoodPage, Posting, Priority


def force_as_data(site: Site) -> dict:
    force = site.force
    methods = [_link(force.messaging_name or "Messages", force.messaging_url, "Messages from your own officers.")] if force.messaging_url else []
    methods.append(_link("Atom", f"{site.root_url}/news/feed/atom/", "The force’s news as a feed."))
    return {
        "description": paragraphs(f"{force.name} looks after {force.county}."),
        "url": f"{site.root_url}/",
        "engagement_methods": methods,
        "telephone": "101",
        "id": force.code,
        "name": force.name,
    }


def area_as_data(area: NeighbourhoodPage, site: Site, desk: EnquiryDeskPage | None) -> dict:
    return {
        "url_force": address_of(area, site),
        "contact_details": contacts(email=area.email, telephone=area.phone or "101"),
        "name": area.title,
        "links": [],
        "centre": _position(area.latitude, area.longitude),
        "locations": [_station(desk)] if desk else [],
        "description": paragraphs(area.description) or paragraphs(area.summary),
        "id": area.code,
        "population": str(area.population or 0),
        "plain": {
            "summary": area.summary,
            "description": area.description,
            "email": area.email,
            "phone": area.phone,
            "checked_by": area.checked_by,
            "checked_on": _day(area.checked_on),
        },
    }


def person_as_data(posting: Posting) -> dict:
    officer = posting.officer
    return {
        "bio": paragraphs(officer.bio),
        "contact_details": contacts(email=officer.email, telephone=officer.phone),
        "name": officer.name,
        "rank": officer.get_rank_display(),
        "id": str(officer.public_id),
        "plain": {
            "rank": officer.rank,
            "collar_number": officer.collar_number,
            "bio": officer.bio,
            "email": officer.email,
            "phone": officer.phone,
            "role": posting.role,
            "starts": _day(posting.starts),
        },
    }


def priority_as_data(priority: Priority) -> dict:
    """`action` is how it ended, if it has, and then all that was done, the latest first; `action-date` the day of the first of them."""
    done = list(priority.updates.all())
    ids = {update.pk: str(update.public_id) for update in done}
    days = [day for day in (priority.closed_on, *(update.done_on for update in done)) if day]
    return {
        "action": paragraphs(priority.outcome, *(update.we_did for update in done)),
        "issue-date": _midnight(priority.agreed_on),
        "action-date": _midnight(next(iter(days), None)),
        "issue": paragraphs(priority.title, priority.you_said),
        "id": str(priority.public_id),
        "plain": {
            "place": priority.place,
            "title": priority.title,
            "you_said": priority.you_said,
            "agreed_on": _day(priority.agreed_on),
            "next_step": priority.next_step,
            "update_due": _day(priority.update_due),
            "closed_on": _day(priority.closed_on),
            "outcome": priority.outcome,
            "updates": [
                {"id": ids[update.pk], "done_on": _day(update.done_on), "we_did": update.we_did, "corrects": ids.get(update.corrects_id)}
                for update in done
            ],
        },
    }


def event_as_data(event: Event) -> dict:
    """What is called off or moved says so in its title too: a program that knows nothing of `status` sends nobody there."""
    return {
        "contact_details": contacts(web=event.link),
        "description": paragraphs(event.change_note, event.vehicle.name if event.vehicle else "", event.notes),
        "title": event.title if event.is_planned else f"{event.get_status_display()}: {event.title}",
        "address": event.venue or None,
        "type": event.get_kind_display(),
        "start_date": _on_the_clock(event.starts),
        "end_date": _on_the_clock(event.ends),
        "id": str(event.public_id),
        "plain": {
            "kind": event.kind,
            "title": event.title,
            "starts": _instant(event.starts),
            "ends": _instant(event.ends),
            "venue": event.venue,
            "vehicle": event.vehicle.name if event.vehicle else None,
            "link": event.link,
            "is_step_free": event.is_step_free,
            "notes": event.notes,
            "status": event.status,
            "change_note": event.change_note,
            "moved_from": _instant(event.moved_from) if event.moved_from else None,
        },
    }


def ring_as_data(geojson: dict) -> list[dict]:
    """One outer ring, without holes, as data.police.uk has it; of several parts, that of the largest."""
    polygons = geojson["coordinates"] if geojson["type"] == "MultiPolygon" else [geojson["coordinates"]]
    ring = max((polygon[0] for polygon in polygons if polygon), key=_twice_enclosed, default=[])
    return [_position(latitude, longitude) for longitude, latitude, *_ in ring]


def areas_as_geojson(areas: Iterable[NeighbourhoodPage], site: Site) -> dict:
    """Every area with its outline exactly as we have it, holes included (RFC 7946)."""
    return {
        "type": "FeatureCollection",
        "attribution": attribution(site.force),
        "features": [
            {
                "type": "Feature",
                "id": area.code,
                "geometry": area.boundary.geojson if hasattr(area, "boundary") else None,
                "properties": {
                    "id": area.code,
                    "name": area.title,
                    "force": site.force.code,
                    "url": address_of(area, site),
                    "population": area.population,
                },
            }
            for area in areas
        ],
    }


CSV_COLUMNS = ("force", "id", "name", "url", "population", "latitude", "longitude", "email", "telephone", "places")


def area_as_row(area: NeighbourhoodPage, site: Site) -> list:
    """One area under CSV_COLUMNS; needs `with_place_names`."""
    texts = [site.force.code, area.code, area.title, address_of(area, site)]
    numbers = [area.population, area.latitude, area.longitude]
    return [*map(harmless, texts), *numbers, harmless(area.email), harmless(area.phone), harmless("; ".join(area.place_names))]


def attribution(force: Force) -> str:
    return (
        f"Contains information of {force.name} under the Open Government Licence v3.0. Outlines contain National Statistics and "
        "OS data © Crown copyright and database right."
    )


def address_of(area: NeighbourhoodPage, site: Site) -> str:
    """The whole address of its page, without a statement for each."""
    return urljoin(site.root_url, "/" + area.url_path.removeprefix(site.root_page.url_path))


def paragraphs(*texts: str) -> str | None:
    """Plain texts as HTML, a paragraph each; None where there is nothing to say."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts if text) or None


def contacts(**ways: str) -> dict:
    return {way: where for way, where in ways.items() if where}


def _link(title: str, url: str, description: str) -> dict:
    return {"url": url, "description": description, "title": title}


def _station(desk: EnquiryDeskPage) -> dict:
    address = ", ".join(filter(None, (desk.building, desk.street, desk.town)))
    return {
        "name": desk.title,
        **_position(desk.latitude, desk.longitude),
        "postcode": desk.postcode,
        "address": address,
        "type": "station",
        "description": None,
    }


def _position(latitude: float | None, longitude: float | None) -> dict:
    return {"latitude": _degrees(latitude), "longitude": _degrees(longitude)}


def _degrees(number: float | None) -> str | None:
    """Exactly the number that we have, never with an exponent."""
    return None if number is None else f"{Decimal(repr(number)):f}"


def _twice_enclosed(ring: list) -> float:
    """Twice the area in a ring, in square degrees (the shoelace formula)."""
    return abs(sum(here[0] * there[1] - there[0] * here[1] for here, there in pairwise(ring)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _midnight(day: date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None


def _on_the_clock(moment: datetime) -> str:
    return f"{moment.astimezone(clock.LONDON):%Y-%m-%dT%H:%M:%S}"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
