"""The demonstration's 16 areas: real ground, where every postcode finds the team that the answers say."""

import csv
import gzip
from datetime import timedelta
from pathlib import Path
from statistics import median

import brotli
import pytest
from django.db import transaction

from neighbourhoods.models import Event, NeighbourhoodIndexPage, NeighbourhoodPage, Place, Postcode, Posting, Priority
from policesite import clock
from policesite.demo.areas import build_areas
from policesite.demo.desks import build_desks
from policesite.pages.models import ContentPage
from tests.conftest import build_site, publish
from tests.neighbourhoods.conftest import NOW

EXPECTED = Path(__file__).parent / "data/postcode_expected_neighbourhood.csv.gz"


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The areas, built once for all these tests and rolled back after them."""
    with django_db_blocker.unblock(), clock.at(NOW):
        atomic = transaction.atomic()
        atomic.__enter__()
        house = build_site("northamptonshire", "testserver", default=True)
        contact = publish(house.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
        build_desks(contact, publish, clock.today())
        index = publish(house.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
        house.pages = build_areas(index)
        house.index = NeighbourhoodIndexPage.objects.get()
        yield house
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


pytestmark = pytest.mark.django_db


def test_every_postcode_finds_the_team_that_the_answers_say(built):
    with gzip.open(EXPECTED, "rt") as rows:
        answers = {row["postcode"].replace(" ", ""): row["neighbourhood_ids"] for row in csv.DictReader(rows)}
    found = dict(Postcode.objects.values_list("key", "neighbourhood__code"))
    assert len(found) == len(answers) == 16975
    assert {key: code or "" for key, code in found.items()} == answers
    assert not Postcode.objects.filter(neighbourhood=None, outside_force="").exists()


def test_a_resident_who_types_it_is_led_there(built, client):
    """One in a hundred of them through the whole finder."""
    with gzip.open(EXPECTED, "rt") as rows:
        answers = list(csv.DictReader(rows))[::100]
    for row in answers:
        answer = client.post("/neighbourhoods/find/", {"q": row["postcode"].lower()}, headers={"Sec-Fetch-Site": "same-origin"})
        area = built.pages.get(row["neighbourhood_ids"])
        assert (answer.status_code, answer.get("Location")) == ((303, f"/neighbourhoods/{area.slug}/") if area else (200, None)), row


@pytest.mark.parametrize(
    ("typed", "team"),
    [
        ("Kings Heath", "northampton-south-west"),
        ("oundle", "east-northants-north"),
        ("BRACKLEY", "south-northants-brackley"),
        ("st james", "northampton-central"),
    ],
)
def test_a_resident_who_types_a_place_is_led_there(built, client, typed, team):
    answer = client.post("/neighbourhoods/find/", {"q": typed}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer["Location"] == f"/neighbourhoods/{team}/"


def test_there_are_sixteen_published_areas_with_maps_and_88_places_and_more(built):
    assert NeighbourhoodPage.objects.live().count() == 16
    assert all(page.area_map.county_path for page in NeighbourhoodPage.objects.all())
    assert all(page.latest_revision_id for page in NeighbourhoodPage.objects.all())
    assert Place.objects.filter(source_key__startswith="geonames").count() == 88
    assert Place.objects.filter(source_key__startswith="ward").count() == 62


def test_the_nearest_desk_is_near(built):
    assert NeighbourhoodPage.objects.get(code="SCT162").nearest_desk.slug == "campbell-square"
    assert NeighbourhoodPage.objects.get(code="SCT121").nearest_desk.slug == "kettering"
    assert not NeighbourhoodPage.objects.filter(nearest_desk=None).exists()


def test_building_again_changes_nothing(built):
    before = [model.objects.count() for model in (NeighbourhoodPage, Postcode, Event, Priority, Posting)]
    assert build_areas(built.index).keys() == built.pages.keys()
    assert [model.objects.count() for model in (NeighbourhoodPage, Postcode, Event, Priority, Posting)] == before


def test_nothing_to_come_is_over_and_each_area_can_be_met_within_a_month(built):
    now = clock.now()
    assert Event.objects.count() >= 16 * 4
    assert not Event.objects.filter(starts__lt=now).exists()
    for page in built.pages.values():
        assert page.events.upcoming(now).filter(status="planned", starts__lt=now + timedelta(days=30)).exists()
    assert Event.objects.filter(status="cancelled").count() == 1


def test_every_team_page_can_be_read_and_says_what_was_done(built, client):
    for page in built.pages.values():
        answer = client.get(f"/neighbourhoods/{page.slug}/")
        assert answer.status_code == 200
        assert "We did" in answer.content.decode()


def test_what_is_due_by_a_day_is_due_by_the_day_that_the_promise_says(built):
    """The area that is behind says one day at the top of its priorities, and no other below."""
    for page in built.pages.values():
        fresh = NeighbourhoodPage.objects.get(pk=page.pk).freshness
        if fresh.colour != "green":
            assert min(page.priorities.open().values_list("update_due", flat=True)) == fresh.told_on + timedelta(days=90)


def test_every_page_is_light_enough_for_a_poor_signal(built, client):
    """Six kilobytes for a typical page; a team's page that has everything, half a kilobyte more."""
    weight = {address: len(brotli.compress(client.get(address).content)) for address in ("/neighbourhoods/", "/neighbourhoods/find/?q=NN1")}
    assert max(weight.values()) <= 6 * 1024, weight
    teams = [len(brotli.compress(client.get(f"/neighbourhoods/{page.slug}/").content)) for page in built.pages.values()]
    assert median(teams) <= 6 * 1024 and max(teams) <= 6.5 * 1024, teams
