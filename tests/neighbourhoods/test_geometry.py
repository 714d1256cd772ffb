"""A point belongs to the area that covers it: borders, holes and overlaps included."""

import csv
import gzip
import json
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from neighbourhoods.geometry import locate, neighbours, polygon

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "tests/neighbourhoods/data/postcode_expected_neighbourhood.csv.gz"
AREAS = ROOT / "policesite/demo/data/neighbourhoods.geojson"

GRID = st.integers(0, 12)


def square(west, south, size, hole=None):
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return polygon({"type": "Polygon", "coordinates": [ring, *([hole] if hole else [])]})


def real_areas():
    features = json.loads(AREAS.read_text())["features"]
    return {f["properties"]["id"]: polygon(f["geometry"]) for f in features}


def test_every_postcode_of_the_county_is_in_the_area_the_answers_say():
    with gzip.open(EXPECTED, "rt") as rows:
        answers = list(csv.DictReader(rows))
    found = locate(
        real_areas(),
        [float(a["longitude"]) for a in answers],
        [float(a["latitude"]) for a in answers],
    )
    assert len(answers) == 16975
    assert [key or "" for key in found] == [a["neighbourhood_ids"] for a in answers]


@given(st.lists(st.tuples(GRID, GRID, st.integers(1, 8)), min_size=1, max_size=6), GRID, GRID)
def test_the_smallest_covering_area_wins_as_a_brute_force_look_would_say(squares, east, north):
    areas = {i: square(w, s, size) for i, (w, s, size) in enumerate(squares)}
    point = shapely.Point(east, north)
    covering = [area.area for area in areas.values() if area.covers(point)]
    (found,) = locate(areas, [east], [north])
    assert (areas[found].area if found is not None else None) == (min(covering) if covering else None)


def test_a_hole_is_not_the_area_around_it_but_its_edge_is():
    hole = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]
    assert locate({"rural": square(0, 0, 10, hole)}, [5, 4, 1], [5, 5, 1]) == [None, "rural", "rural"]


def test_a_point_on_the_edge_is_inside():
    assert locate({"one": square(0, 0, 2)}, [0, 2, 1, 3], [0, 2, 2, 3]) == ["one", "one", "one", None]


def test_neighbours_share_an_edge_not_only_a_corner():
    areas = {"a": square(0, 0, 2), "b": square(2, 0, 2), "c": square(2, 2, 2), "d": square(9, 9, 1)}
    assert neighbours(areas, "a") == ["b"]
    assert neighbours(areas, "b") == ["a", "c"]
    assert neighbours(areas, "d") == []


def test_a_bow_tie_is_made_valid_and_what_has_no_area_is_refused():
    bow = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    assert polygon(bow).is_valid
    for nothing in (
        {},
        {"type": "Polygon", "coordinates": []},
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [["x"]]},
        {"type": "Polygon"},
    ):
        with pytest.raises(ValueError):
            polygon(nothing)
