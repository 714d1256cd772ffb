"""A desk as data for search engines: schema.org's PoliceStation with its hours, the same truth as on the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from policesite.forces.structured import organization

from . import opening
from .opening import Day, Hours, WeeklyHours, Which
from .wording import DAY_NAMES, desk_name

if TYPE_CHECKING:
    from wagtail.models import Site

    from .models import EnquiryDeskPage, EnquiryDeskQuerySet


def police_station(desk: EnquiryDeskPage, site: Site) -> dict:
    """What the json_ld filter writes into the page."""
    data = {
        "@context": "https://schema.org",
        "@type": "PoliceStation",
        "name": desk_name(desk.title),
        "url": desk.full_url,
        "telephone": "101",
        "parentOrganization": organization(site),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": f"{desk.building}, {desk.street}",
            "addressLocality": desk.town,
            "postalCode": desk.postcode,
            "addressCountry": "GB",
        },
        "openingHoursSpecification": [_weekly(period) for period in desk.rules.week if period.which is Which.EVERY],
        "specialOpeningHoursSpecification": [spec for day in opening.days_unlike_their_week(desk.rules, desk.opening.now) for spec in _special(day)],
    }
    if desk.latitude is not None:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": desk.latitude, "longitude": desk.longitude}
    return data


def leading_on(desks: EnquiryDeskQuerySet, now: datetime) -> dict[int, int]:
    """Of these desks, those whose address leads to another at the moment `now`, and the key of that one. Three statements at the most."""
    moved = [desk for desk in desks.filter(moves_to__isnull=False).with_rules(now) if desk.has_moved and desk.has_opened_elsewhere]
    shown = {desk.pk for desk in desks.model.objects.filter(pk__in=[desk.moves_to_id for desk in moved]).public(now)} if moved else ()
    return {desk.pk: desk.moves_to_id for desk in moved if desk.moves_to_id in shown}


def _weekly(period: WeeklyHours) -> dict:
    spec = {"@type": "OpeningHoursSpecification", "dayOfWeek": DAY_NAMES[period.weekday], **_times(period.hours)}
    if period.first > date.min:
        spec["validFrom"] = period.first.isoformat()
    if period.last < date.max:
        spec["validThrough"] = period.last.isoformat()
    return spec


def _special(day: Day) -> list[dict]:
    """One for each stretch of the day; opening and closing at midnight says closed all day."""
    on = {"@type": "OpeningHoursSpecification", "validFrom": day.date.isoformat(), "validThrough": day.date.isoformat()}
    stretches = [_times(hours) for hours in day.hours] or [{"opens": "00:00", "closes": "00:00"}]
    return [{**on, **times} for times in stretches]


def _times(hours: Hours) -> dict:
    """As schema.org writes them; a day that ends at midnight closes at 23:59, for 00:00 would mean closed."""
    closes = "23:59" if hours.closes == hours.closes.min else f"{hours.closes:%H:%M}"
    return {"opens": f"{hours.opens:%H:%M}", "closes": closes}
