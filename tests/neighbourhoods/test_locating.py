"""A program asks which area a point lies in."""

import csv
import gzip
import json
import logging
from itertools import pairwise
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point
from shapely.geometry import Polygon, mapping, shape

from neighbourhoods.locating import Ground
from neighbourhoods.models import Boundary
from policesite.demo import areas

from .conftest import square

ADDRESS = "/api/locate-neighbourhood"
DEMONSTRATION = Path(areas.__file__).parent / "data"


def ask(client, q):
    return client.get(ADDRESS, {"q": q})


def test_inside_on_the_border_and_outside(client, county):
    for q in ("52.3,-0.9", " 52.3 , -0.9 ", "+52.3,-.9", "52.25,-0.95", "5.23e1,-9e-1"):
        answer = ask(client, q)
        assert (answer.json(), answer["Cache-Control"]) == ({"force": "northamptonshire", "neighbourhood": "NN01"}, "no-store"), q
    outside = ask(client, "51.5,-0.12")
    assert (outside.status_code, outside["Cache-Control"]) == (404, "no-store")
    assert outside.json()["error"] == "That point is in no neighbourhood of Northamptonshire Police."


JUNK = """
52.3 | 52.3, | , | 52.3,-0.9,1 | nan,nan | inf,0 | -Infinity,1 | 91,0 | 0,181 | 1e99,0 | 5２.3,-0.9 | 0x10,0 | 1_0,0
52.3;-0.9 | north,west | NN1 1AA | ' OR 1=1--,0 | ٥٢,٠ | 52°N,1°W | -0.9,52.3 | {{7*7}},1 | \u202e52.3,-0.9
"""


def test_junk_is_answered_in_a_sentence_that_does_not_repeat_it(client, county):
    for q in ["", "52.3,-0.9" + "0" * 9000, *(q.strip() for q in JUNK.replace("\n", "|").split("|"))]:
        answer = ask(client, q)
        assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store"), q
        assert answer.json()["error"].endswith(".") and (len(q) < 5 or q not in answer.content.decode())


def test_swapped_numbers_are_said_to_be_swapped(client, county):
    assert "swapped" in ask(client, "-0.9,52.3").json()["error"]
    assert client.get(ADDRESS).status_code == client.get(f"{ADDRESS}?q=%00").status_code == client.get(f"{ADDRESS}?q=%ff,%fe").status_code == 400


def test_where_somebody_asked_about_is_in_no_log_and_no_statement(client, county, caplog):
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as statements:
        for q in ("52.31234,-0.91234", "51.51234,-0.11234", "91.51234,-0.1"):
            ask(client, q)
    kept = [*(statement["sql"] for statement in statements), *(record.getMessage() for record in caplog.records)]
    assert [line for line in kept if "1234" in line] == []


def test_a_new_border_and_an_area_taken_down_count_at_the_next_question(client, county):
    assert ask(client, "52.3,-0.9").json()["neighbourhood"] == "NN01"
    Boundary.objects.filter(pk=county.duston.pk).update(geojson=square(-0.91, 52.29, 0.02))
    assert ask(client, "52.3,-0.9").json()["neighbourhood"] == "NN02"  # the smaller
    county.duston.unpublish()
    assert ask(client, "52.3,-0.9").json()["neighbourhood"] == "NN01"
    Boundary.objects.filter(pk=county.heath.pk).update(geojson={"type": "Polygon", "coordinates": []})
    assert ask(client, "52.3,-0.9").status_code == 404


def test_all_16975_postcodes_of_the_county_are_in_the_areas_they_should_be_in():
    features = json.loads((DEMONSTRATION / "neighbourhoods.geojson").read_text(encoding="utf-8"))["features"]
    ground = Ground("", [(feature["properties"]["id"], feature["geometry"]) for feature in features])
    with gzip.open(Path(__file__).parent / "data" / "postcode_expected_neighbourhood.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = [row for row in rows if (ground.covering(float(row["longitude"]), float(row["latitude"])) or "") != row["neighbourhood_ids"]]
    assert (len(rows), wrong) == (16975, [])


# On a coarse grid, so that points often lie on an edge, in a corner or in a hole.
grid = st.integers(0, 12).map(lambda n: n / 4)


@st.composite
def outlines(draw):
    """A rectangle, one in two with a hole in it."""
    west, south = draw(grid), draw(grid)
    width, height = draw(st.integers(3, 6)), draw(st.integers(3, 6))
    east, north = west + width / 4, south + height / 4
    hole = [(west + 0.25, south + 0.25), (east - 0.25, south + 0.25), (east - 0.25, north - 0.25), (west + 0.25, north - 0.25)]
    shell = [(west, south), (east, south), (east, north), (west, north)]
    return mapping(Polygon(shell, [hole] if draw(st.booleans()) else []))


def in_ring(x, y, ring):
    """By hand, in the arithmetic of school: on the ring, within it (an odd number of crossings), or neither."""
    within = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (bx - ax) * (y - ay) == (by - ay) * (x - ax) and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return "on"
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return "in" if within else "out"


def covers(outline, x, y):
    shell, *holes = outline["coordinates"]
    return in_ring(x, y, shell) != "out" and all(in_ring(x, y, hole) != "in" for hole in holes)


@settings(max_examples=60, deadline=None)
@given(st.lists(outlines(), min_size=1, max_size=6), st.lists(st.tuples(grid, grid), min_size=1, max_size=20))
def test_the_answer_is_that_of_trying_every_area_by_hand(areas, points):
    ground = Ground("", [(str(n), outline) for n, outline in enumerate(areas)])
    for x, y in points:
        covering = [n for n, outline in enumerate(areas) if covers(outline, x, y)]
        smallest = min((shape(areas[n]).area for n in covering), default=None)
        expected = {str(n) for n in covering if shape(areas[n]).area == smallest}
        assert ground.covering(x, y) in (expected or {None})
        assert all(shape(areas[n]).covers(Point(x, y)) for n in covering)
