"""A point belongs to the area that covers it: borders, holes and overlaps included."""

import csv
import gzip
import json
from fractions import Fraction
from itertools import pairwise
from math import atan2
from pathlib import Path

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from neighbourhoods.geometry import locate, neighbours, polygon, tiled

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


CORNERS = st.lists(st.tuples(st.integers(-6, 6), st.integers(-6, 6)), min_size=5, max_size=12, unique=True)


@st.composite
def stars(draw):
    """A crooked outline of whole numbers around a middle, perhaps with a hole: (rings), each a list of corners."""
    x, y = draw(st.integers(-4, 4)), draw(st.integers(-4, 4))
    around = {}
    for east, north in draw(CORNERS):
        direction = atan2(north, east)
        if (east, north) != (0, 0) and max(abs(east), abs(north)) > 2:
            around.setdefault(round(direction, 9), (x + east, y + north))
    ring = [around[direction] for direction in sorted(around)]
    hole = [(x - 1, y - 1), (x - 1, y + 1), (x + 1, y + 1), (x + 1, y - 1)]
    assume(len(ring) >= 3)
    rings = [ring, hole] if draw(st.booleans()) else [ring]
    assume(shapely.Polygon(ring, rings[1:]).is_valid and shapely.Polygon(ring).area > 0)
    return rings


def on_segment(point, one, other):
    (px, py), (ax, ay), (bx, by) = point, one, other
    cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
    return cross == 0 and min(ax, bx) <= px <= max(ax, bx) and min(ay, by) <= py <= max(ay, by)


def brute_force_covers(rings, point):
    """In whole numbers and fractions, without any geometry library: on a ring, or inside an odd number of them."""
    sides = [(ring[n - 1], ring[n]) for ring in rings for n in range(len(ring))]
    if any(on_segment(point, one, other) for one, other in sides):
        return True
    px, py = point
    crossed = [(ax, ay, bx, by) for (ax, ay), (bx, by) in sides if (ay > py) != (by > py)]
    return sum(px < ax + Fraction((py - ay) * (bx - ax), by - ay) for ax, ay, bx, by in crossed) % 2 == 1


def brute_force_area(rings):
    twice = [abs(sum(ring[n - 1][0] * ring[n][1] - ring[n][0] * ring[n - 1][1] for n in range(len(ring)))) for ring in rings]
    return twice[0] - sum(twice[1:])


@settings(max_examples=150, deadline=None)
@given(st.lists(stars(), min_size=1, max_size=5))
def test_crooked_areas_with_holes_are_told_apart_on_every_corner_edge_and_grid_point(areas):
    """Each corner, the middle of each side, and a grid over all of it, against arithmetic without rounding."""
    corners = [corner for rings in areas for ring in rings for corner in ring]
    middles = [(Fraction(a[0] + b[0], 2), Fraction(a[1] + b[1], 2)) for rings in areas for ring in rings for a, b in pairwise([*ring, ring[0]])]
    points = [*corners, *middles, *((x, y) for x in range(-11, 12, 2) for y in range(-11, 12, 2))]
    shapes = {n: polygon({"type": "Polygon", "coordinates": [[*map(list, ring), list(ring[0])] for ring in rings]}) for n, rings in enumerate(areas)}
    found = locate(shapes, [float(x) for x, _ in points], [float(y) for _, y in points])
    for point, key in zip(points, found, strict=True):
        covering = [brute_force_area(rings) for rings in areas if brute_force_covers(rings, point)]
        assert (None if key is None else brute_force_area(areas[key])) == min(covering, default=None), (point, areas)


def test_a_hole_is_not_the_area_around_it_but_its_edge_is():
    hole = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]
    assert locate({"rural": square(0, 0, 10, hole)}, [5, 4, 1], [5, 5, 1]) == [None, "rural", "rural"]


def test_a_point_on_the_edge_is_inside():
    assert locate({"one": square(0, 0, 2)}, [0, 2, 1, 3], [0, 2, 2, 3]) == ["one", "one", "one", None]


def test_a_town_is_cut_out_of_a_ring_that_a_feed_drew_around_it_and_nothing_else_moves():
    areas = {"rural": square(0, 0, 10), "town": square(4, 4, 2), "beside": square(10, 0, 5), "again": square(4, 4, 2)}
    tiles = tiled(areas)
    assert tiles["rural"].equals(square(0, 0, 10, [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]))
    assert tiles["town"] is not None and tiles["town"].equals(areas["town"]) and tiles["again"].equals(areas["again"])
    assert tiles["beside"] is areas["beside"] and list(tiles) == list(areas)
    assert neighbours(tiles, "rural") == ["town", "beside", "again"]
    real = real_areas()
    assert all(tile is real[key] for key, tile in tiled(real).items())
    rings = {key: shapely.Polygon(max(shapely.get_parts(shape), key=lambda part: part.area).exterior) for key, shape in real.items()}
    assert sum(tile.symmetric_difference(real[key]).area for key, tile in tiled(rings).items()) < 0.002 * sum(shape.area for shape in real.values())


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
