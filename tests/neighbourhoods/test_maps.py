"""Our own maps: small, truthful, readable, and the same in light and dark."""

import csv
import gzip
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import brotli
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from neighbourhoods import map_paint, maps
from neighbourhoods.geometry import polygon
from neighbourhoods.map_labels import Labels, broken

DATA = Path(__file__).resolve().parents[2] / "policesite/demo/data"
MOST_BYTES = 6 * 1024


@pytest.fixture(scope="module")
def areas():
    features = json.loads((DATA / "neighbourhoods.geojson").read_text())["features"]
    return {f["properties"]["id"]: maps.Area(f["properties"]["name"], polygon(f["geometry"])) for f in features}


@pytest.fixture(scope="module")
def spots():
    rows = [r for file in ("places", "districts") for r in csv.DictReader((DATA / f"{file}.csv").open())]
    return [maps.Spot(r["name"], float(r["longitude"]), float(r["latitude"]), int(r.get("population", 0))) for r in rows]


@pytest.fixture(scope="module")
def streets():
    with gzip.open(DATA / "postcodes.csv.gz", "rt") as rows:
        points = [(float(r["longitude"]), float(r["latitude"])) for r in csv.DictReader(rows)]
    return maps.built_up(*zip(*points, strict=True))


@pytest.fixture(scope="module")
def drawings(areas, spots, streets):
    return {key: maps.team_drawing(areas, key, spots, streets) for key in areas}


def coordinates(path):
    """The corners of every outline in a path, as lists of (x, y)."""
    for outline in re.findall(r"M([^Mz]+)z", path):
        start, steps = outline.split("l")
        x, y = map(int, start.split())
        corners = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
        yield corners


def test_every_team_map_is_well_formed_and_light_enough_for_a_poor_signal(drawings):
    for key, drawing in drawings.items():
        for palette in (map_paint.LIGHT, map_paint.DARK):
            picture = map_paint.svg(drawing, palette)
            ET.fromstring(picture)
            assert len(brotli.compress(picture.encode())) <= MOST_BYTES, key
            assert "<style" not in picture and "style=" not in picture and "<script" not in picture


def test_light_and_dark_differ_in_colour_only(drawings):
    drawing = drawings["SCT164"]
    light, dark = (map_paint.svg(drawing, p) for p in (map_paint.LIGHT, map_paint.DARK))
    assert light != dark
    assert re.sub("#[0-9a-f]{6}", "", light) == re.sub("#[0-9a-f]{6}", "", dark)


def test_each_map_names_its_own_area_and_someone_beside_it(drawings, areas):
    for key, drawing in drawings.items():
        assert " ".join(drawing.names[key].lines) == areas[key].name
        assert len(drawing.names) + len(drawing.spots) >= 4, key


def test_no_label_covers_another_and_none_is_cropped_away_on_a_phone(drawings):
    for key, drawing in drawings.items():
        boxes = [label.box for label in drawing.names.values()] + [label.box for _, _, label in drawing.spots]
        assert all(maps.SAFE.covers(box) for box in boxes), key
        assert all(not a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i]), key


def test_a_town_in_the_middle_of_a_rural_area_is_left_out_of_its_colour(drawings):
    assert drawings["SCT112"].areas["SCT112"].count("M") == 2


def test_neighbours_share_their_edges_so_that_no_gap_opens(drawings):
    drawing = drawings["SCT163"]
    shapes = [shapely.Polygon(c) for d in drawing.areas.values() for c in coordinates(d)]
    joined = shapely.union_all([shape.buffer(0) for shape in shapes])
    inside = joined.intersection(shapely.box(0, 0, maps.WIDTH, maps.HEIGHT))
    holes = sum(len(part.interiors) for part in shapely.get_parts(inside) if part.geom_type == "Polygon")
    assert holes == 0


def test_the_chosen_area_keeps_its_shape_to_a_few_pixels(areas, drawings):
    grid = maps.Grid.around(areas["SCT121"].shape, maps.ROOM_AROUND)
    true = grid.pixels(areas["SCT121"].shape)
    drawn = shapely.Polygon(next(coordinates(drawings["SCT121"].areas["SCT121"])))
    assert true.symmetric_difference(drawn).area < 0.02 * true.area
    assert true.hausdorff_distance(drawn) < 12


def test_a_pixel_is_a_true_distance(areas):
    grid = maps.Grid.around(areas["SCT121"].shape, maps.ROOM_AROUND)
    # Northampton to Kettering: 13.3 miles (21.4 km) as the crow flies
    line = grid.pixels(shapely.LineString([(-0.8901, 52.2371), (-0.7260, 52.3985)]))
    assert line.length * grid.metres_a_pixel == pytest.approx(21_120, rel=0.01)
    pixels, words = maps.scale_bar(grid.metres_a_pixel)
    assert words == "1 mile"
    assert pixels * grid.metres_a_pixel == pytest.approx(1609, rel=0.01)


@given(st.floats(-1.3, -0.4), st.floats(51.9, 52.7))
def test_pixels_go_back_to_the_degrees_they_came_from(longitude, latitude):
    grid = maps.Grid(-0.9, 52.3, 12.5)
    there = grid.pixels(shapely.Point(longitude, latitude))
    back = shapely.transform(there, grid.degrees)
    assert back.x == pytest.approx(longitude, abs=1e-9) and back.y == pytest.approx(latitude, abs=1e-9)


def test_the_county_map_holds_every_area_and_the_towns_people_know(areas, spots):
    drawing = maps.county_drawing(areas, spots)
    named = {label.lines[0] for _, _, label in drawing.spots}
    assert {"Northampton", "Kettering", "Corby", "Wellingborough", "Rushden", "Daventry", "Brackley"} <= named
    assert drawing.areas.keys() == areas.keys()
    assert len(brotli.compress(map_paint.svg(drawing, map_paint.LIGHT).encode())) <= MOST_BYTES


def test_a_name_with_markup_in_it_stays_a_name(areas):
    strange = {"x": maps.Area('<b>Ö & "co"</b>', areas["SCT121"].shape)}
    picture = map_paint.svg(maps.team_drawing(strange, "x"), map_paint.LIGHT)
    assert "".join(ET.fromstring(picture).itertext()).startswith('<b>Ö &"co"</b>')


def test_an_area_without_neighbours_places_or_streets_still_has_a_map(areas):
    alone = {"SCT131": areas["SCT131"]}
    drawing = maps.team_drawing(alone, "SCT131", [], maps.built_up([], []))
    ET.fromstring(map_paint.svg(drawing, map_paint.DARK))
    assert drawing.areas.keys() == {"SCT131"}


def test_a_long_name_breaks_where_its_halves_are_most_even():
    assert broken("South Northants Towcester") == ("South Northants", "Towcester")
    assert broken("Corby Town") == ("Corby Town",)
    assert broken("Llanfairpwllgwyngyll") == ("Llanfairpwllgwyngyll",)


def test_a_spot_outside_the_frame_or_on_top_of_another_is_left_out():
    labels = Labels(shapely.box(0, 0, 400, 300))
    assert labels.spot("Here", 200, 150, 22)
    assert labels.spot("On top", 201, 151, 22) is None
    assert labels.spot("Away", 900, 150, 22) is None
