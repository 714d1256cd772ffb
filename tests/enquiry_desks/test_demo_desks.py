from datetime import time

import pytest

from enquiry_desks.models import Closure, EnquiryDeskPage
from policesite import clock
from policesite.demo.desks import build_desks
from policesite.pages.models import ContentPage
from tests.conftest import publish

from .conftest import london


@pytest.fixture
def desks(northants, tuesday_noon):
    contact = publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    build_desks(contact)
    return contact


def test_campbell_square_has_its_real_hours(desks):
    desk = EnquiryDeskPage.objects.get(slug="campbell-square")
    assert [(p.weekday, p.opens, p.closes) for p in desk.openingperiods.all()] == [(n, time(9), time(17)) for n in range(5)]
    assert desk.address == "The Mounts, Northampton, NN1 3EL"


def test_the_move_from_the_guildhall_is_right_at_every_edge(desks):
    said = {
        (2024, 12, 20, 16, 59): ("Open now, closes 5pm", "Closed now, opens Thursday 2 January 9am"),
        (2024, 12, 20, 17, 0): ("Closed", "Closed now, opens Thursday 2 January 9am"),
        (2025, 1, 2, 8, 59): ("Closed", "Closed now, opens 9am"),
        (2025, 1, 2, 9, 0): ("Closed", "Open now, closes 5pm"),
    }
    for moment, sentences in said.items():
        with clock.at(london(*moment)):
            old, new = (EnquiryDeskPage.objects.get(slug=slug) for slug in ("guildhall", "campbell-square"))
            assert (old.state_sentence, new.state_sentence) == sentences


def test_every_invented_desk_says_that_it_is_an_example(desks):
    invented = EnquiryDeskPage.objects.exclude(slug__in=["campbell-square", "guildhall"])
    assert len(invented) >= 4
    assert all("example desk" in desk.title and "Example desk" in desk.building for desk in invented)


def test_the_desks_show_every_kind_of_answer(desks):
    said = {desk.slug: desk.state_sentence for desk in EnquiryDeskPage.objects.with_rules()}
    assert said["campbell-square"] == "Open now, closes 5pm"
    assert said["kettering"] == "Open now, closes 8pm"
    assert said["wellingborough"] == "Closed now, opens tomorrow 10am"
    assert said["corby"] == "Open now, closes 12:30pm"
    assert said["daventry"] == "Closed until further notice"


def test_building_again_adds_nothing(desks):
    before = (EnquiryDeskPage.objects.count(), Closure.objects.count())
    build_desks(desks)
    assert (EnquiryDeskPage.objects.count(), Closure.objects.count()) == before


def test_every_desk_is_published_through_a_revision(desks):
    assert all(desk.live and desk.live_revision_id and not desk.has_unpublished_changes for desk in EnquiryDeskPage.objects.all())
