"""A small county: two areas beside each other, and whoever works there."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from neighbourhoods.drawing import draw_maps
from neighbourhoods.models import Boundary, Event, NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Place, Postcode, Posting, Priority
from neighbourhoods.models.gazetteer import place_key
from policesite import clock
from tests.conftest import publish

NOW = datetime(2026, 11, 24, 12, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def on_a_tuesday_in_november():
    with clock.at(NOW):
        yield


def square(west, south, size=0.1):
    east, north = round(west + size, 3), round(south + size, 3)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(index, force, title="Kings Heath", code="NN01", at=(-0.95, 52.25), **fields):
    fields = {"summary": f"Who looks after {title}.", "email": "team@example.police.uk"} | fields
    index = NeighbourhoodIndexPage.objects.get(pk=index.pk)
    page = NeighbourhoodPage.objects.get(pk=index.add_child(instance=NeighbourhoodPage(title=title, code=code, force=force, **fields)).pk)
    Boundary.objects.create(neighbourhood=page, geojson=square(*at))
    return page


def officer(force, name="Daniel Whitlock", rank="pc", **fields):
    return Officer.objects.create(force=force, name=name, rank=rank, **fields)


def posting(someone, page, role="constable", starts=date(2026, 1, 5), ends=None):
    return Posting.objects.create(officer=someone, neighbourhood=page, role=role, starts=starts, ends=ends)


def priority(page, place=1, title="Nuisance motorbikes", **fields):
    fields = {
        "you_said": "Riders cross the football pitches after dark.",
        "agreed_on": date(2026, 11, 2),
        "next_step": "New barriers at the entrance.",
        "update_due": date(2026, 12, 12),
    } | fields
    return Priority.objects.create(neighbourhood=page, place=place, title=title, **fields)


def event(page, title="Surgery at the library", day=26, **fields):
    fields = {
        "kind": "surgery",
        "starts": datetime(2026, 11, day, 10, tzinfo=UTC),
        "ends": datetime(2026, 11, day, 12, tzinfo=UTC),
        "venue": "Gladstone Road, NN5 7EJ",
    } | fields
    return Event.objects.create(neighbourhood=page, title=title, **fields)


def postcode(key, page=None, outside=""):
    return Postcode.objects.create(key=key, neighbourhood=page, outside_force=outside)


def place(force, name, *pages, population=500):
    made = Place.objects.create(
        force=force, name=name, key=place_key(name), source_key=f"test:{name}", longitude=-0.9, latitude=52.3, population=population
    )
    made.neighbourhoods.set(pages)
    return made


@pytest.fixture
def county(northants):
    """`.index`, `.heath` and `.duston` beside it, `.force`, `.site`, `.home`; a postcode each and one outside."""
    index = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
    heath = area(index, northants.force)
    duston = area(index, northants.force, "Duston", "NN02", at=(-1.05, 52.25))
    postcode("NN57LU", heath)
    postcode("NN56AA", duston)
    postcode("NN135YD", outside="thames-valley")
    index.refresh_from_db()
    return SimpleNamespace(index=index, heath=heath, duston=duston, force=northants.force, site=northants.site, home=northants.home)


@pytest.fixture
def drawn(county):
    """The maps of both areas, and that they lie beside each other."""
    draw_maps(county.force)
