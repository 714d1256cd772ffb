"""The finder asks the database as much for a county of 16 areas as for a country of 4,652."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from neighbourhoods.models import NeighbourhoodPage, Place
from tests.neighbourhoods.conftest import place, postcode

from . import many

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}
QUESTIONS = ["NN5 7LU", "NN5 6AA", "NN13 5YD", "NN1 1ZZ", "NN5", "Duston", "Weston", "Westonn", "Nowhere at all", "NNI 1AA"]


@pytest.fixture
def asked(county, client, settings):
    """How many statements each question takes, with so many areas beside the county's two."""
    settings.FINDER_RATE_PER_MINUTE = 0
    place(county.force, "Weston", county.heath)

    def counts(areas):
        many.copy_area(county.heath, areas - 2, many.squares)
        pages = list(NeighbourhoodPage.objects.filter(pk__gt=1_000_000).order_by("pk")[:3])
        postcode("ZZ11AA", pages[0])
        places = Place.objects.bulk_create(
            Place(force=county.force, name=f"Ham {n}", key=f"ham{n}", source_key=f"many:{n}", longitude=0, latitude=52) for n in range(areas)
        )
        Place.neighbourhoods.through.objects.bulk_create(Place.neighbourhoods.through(place=made, neighbourhoodpage=pages[0]) for made in places)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as autovacuum does within a minute
        found = {}
        client.post("/neighbourhoods/find/", {"q": "NN5 7LU"}, **SAME)  # the first request of a process asks for more
        for question in [*QUESTIONS, "ZZ1 1AA"]:
            with CaptureQueriesContext(connection) as said:
                answer = client.post("/neighbourhoods/find/", {"q": question}, **SAME)
            assert answer.status_code in (200, 303)
            found[question] = len(said)
        return found

    return counts


def test_a_question_costs_the_same_in_a_county_and_in_a_country(asked, county):
    few = _rolled_back(asked, 16)
    assert NeighbourhoodPage.objects.count() == 2
    assert _rolled_back(asked, 4652) == few
    assert max(few.values()) <= 12


def _rolled_back(asked, areas):
    """What the questions cost, and everything as it was."""
    with transaction.atomic():
        found = asked(areas)
        assert NeighbourhoodPage.objects.count() == areas
        transaction.set_rollback(True)
    return found
