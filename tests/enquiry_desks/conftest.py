from datetime import datetime, time

import pytest

from enquiry_desks.models import EnquiryDeskPage, EnquiryDesksPage, OpeningPeriod
from policesite import clock
from policesite.clock import LONDON
from policesite.pages.models import ContentPage


def london(*parts) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.fixture
def tuesday_noon():
    """Every request inside the test is answered as of ten past noon on Tuesday 24 November 2026."""
    with clock.at(london(2026, 11, 24, 12, 10)):
        yield


def desks_page_of(place) -> EnquiryDesksPage:
    contact = add_live(place.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    return add_live(contact, EnquiryDesksPage(title="Enquiry desks and opening times", slug="enquiry-desks", summary="Talk to someone in person."))


def add_live(parent, page):
    """As it is after publishing, without the revision, which costs more than all the rest; fresh from the database."""
    type(parent).objects.get(pk=parent.pk).add_child(instance=page)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def desks_page(northants):
    return desks_page_of(northants)


def add_desk(parent, title="Campbell Square", **fields) -> EnquiryDeskPage:
    return add_live(parent, desk_page(title, **fields))


def add_many_desks(parent, count: int) -> None:
    for number in range(count):
        add_hours(add_desk(parent, f"Desk {number}"))


def desk_page(title, **fields) -> EnquiryDeskPage:
    facts = {
        "summary": "The front office.",
        "building": "Campbell Square Police Station",
        "street": "The Mounts",
        "town": "Northampton",
        "postcode": "NN1 3EL",
        "latitude": 52.24188,
        "longitude": -0.894433,
    }
    return EnquiryDeskPage(title=title, **(facts | fields))


def add_hours(desk, days=range(5), opens=time(9), closes=time(17), **valid) -> list[OpeningPeriod]:
    return OpeningPeriod.objects.bulk_create(OpeningPeriod(desk=desk, weekday=day, opens=opens, closes=closes, **valid) for day in days)


@pytest.fixture
def campbell_square(desks_page):
    """Open Monday to Friday, 9am to 5pm."""
    desk = add_desk(desks_page)
    add_hours(desk)
    return desk
