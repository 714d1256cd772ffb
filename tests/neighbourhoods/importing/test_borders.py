"""Borders come whole or as one ring, in KML or GeoJSON, and every postcode of the county is answered as it should be."""

import csv
import gzip
import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from neighbourhoods.importing.geometry_report import oddities
from neighbourhoods.importing.outlines import is_same, of_geojson, of_polygons, of_ring
from neighbourhoods.models import AreaMap, Boundary, NeighbourhoodPage, Postcode
from policesite.demo.areas import DATA
from tests.neighbourhoods.conftest import square
from tests.neighbourhoods.test_geometry import EXPECTED

KML = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>%s</Folder></Document></kml>'


def mark(code, *rings):
    return f"<Placemark><name>{code}</name><MultiGeometry>{''.join(polygon(ring) for ring in rings)}</MultiGeometry></Placemark>"


def polygon(ring, height=",0"):
    corners = " ".join(f"{x},{y}{height}" for x, y in ring)
    return f"<Polygon><outerBoundaryIs><LinearRing><coordinates>\n{corners} </coordinates></LinearRing></outerBoundaryIs></Polygon>"


def outer(west, south, size=0.1):
    return square(west, south, size)["coordinates"][0]


def zipped(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def run(county, tmp_path, capsys):
    def importing(content, *options, name="source.zip"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_neighbourhoods", str(path), *options)
        return capsys.readouterr().out

    return importing


def test_every_postcode_of_the_county_is_answered_as_expected_and_one_ring_borders_change_nothing(run, county):
    collection = (DATA / "neighbourhoods.geojson").read_text()
    out = run(collection, "--force", name="areas.geojson")
    assert "Areas: 16 added, 0 changed, 2 removed" in out and "Borders: 16 added" in out
    areas = {page.code: page for page in NeighbourhoodPage.objects.live()}
    assert len(areas) == 16 and AreaMap.objects.count() == 16
    call_command("import_postcodes", str(DATA / "postcodes.csv.gz"), "--force", "--quiet")
    with gzip.open(EXPECTED, "rt") as rows:
        expected = {row["postcode"].replace(" ", ""): row["neighbourhood_ids"] for row in csv.DictReader(rows)}
    found = {key: code or "" for key, code in Postcode.objects.values_list("key", "neighbourhood__code")}
    assert len(expected) == 16975 and found == expected
    assert Postcode.objects.filter(neighbourhood=None).exclude(outside_force="").count() == 101
    features = {feature["properties"]["id"]: feature["geometry"] for feature in json.loads(collection)["features"]}
    assert {
        row.neighbourhood.code: row.geojson for row in Boundary.objects.filter(neighbourhood__in=areas.values()).select_related("neighbourhood")
    } == features
    assert "Borders: 0 added, 0 changed, 0 removed, 16 unchanged" in run(collection, name="areas.geojson")
    rings = {code: [corner[:2] for corner in geometry["coordinates"][0]] for code, geometry in features.items() if geometry["type"] == "Polygon"}
    out = run(
        zipped({f"2026-01/northamptonshire/{code}.kml": KML % mark(code, ring) for code, ring in rings.items()} | {"2026-01/kent/AA1.kml": "<"})
    )
    assert f"Borders: 0 added, 0 changed, 0 removed, {len(rings)} unchanged" in out and "Refused: 0." in out
    assert sum(len(geometry["coordinates"]) > 1 for code, geometry in features.items() if code in rings) >= 4


def test_a_kml_with_every_fault_is_survived(run, county):
    bow = [[-0.95, 52.25], [-0.85, 52.35], [-0.85, 52.25], [-0.95, 52.35], [-0.95, 52.25]]
    files = {
        "all.kml": KML % (mark("NN01", bow) + mark("NN02", outer(-1.05, 52.25)) + mark("NN09", outer(-1.2, 52.25, 0.05), outer(-1.3, 52.25, 0.05))
                          + mark("PARENT", outer(-1.4, 52.2, 0.6)) + mark("SAME", outer(-1.4, 52.2, 0.6)) + mark("", outer(-1, 52)) + mark("SEA", [[0, 0], [1, 1], [2, 2]])),
        "NN02.kml": KML % mark("NN02", outer(-1.05, 52.25)),
        "NN01.kml": KML % mark("NN01", outer(-0.9, 52.25)),
        "cut.kml": KML[:40],
        "lol.kml": '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>',
        "empty.kml": b"",
    }  # fmt: skip
    out = run(zipped(files))
    assert {page.code for page in NeighbourhoodPage.objects.live()} == {"NN01", "NN02", "NN09", "PARENT", "SAME"}
    assert Boundary.objects.get(neighbourhood__code="NN09").geojson["type"] == "MultiPolygon"
    assert NeighbourhoodPage.objects.get(code="NN01").title == "Kings Heath"
    for line in (
        "3 × the file is not whole KML: cut.kml, lol.kml, empty.kml",
        "1 × boundary: a corner is not in the United Kingdom: SEA",
        "1 × there are two different outlines with this id; the first was used: NN01",
        "NN02 is there twice, the same.",
        "NN01: its outline crosses or touches itself",
        "PARENT and SAME have the same outline.",
        "NN02 lies inside PARENT",
    ):
        assert line in out, line
    assert Postcode.objects.get(pk="NN57LU").neighbourhood_id == county.heath.pk


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.zip", zipped({"../a.kml": KML}), "points outside the archive"),
        ("a.zip", zipped({"/etc/a.kml": KML}), "points outside the archive"),
        ("a.zip", zipped({"a\\..\\..\\b.kml": KML}), "points outside the archive"),
        ("a.zip", zipped({}), "no neighbourhoods.json"),
        ("a.geojson", "[", "not whole JSON"),
        ("a.geojson", "[" * 100_000, "nested too deeply"),
        ("a.geojson", '{"type": "FeatureCollection", "features": NaN}', "NaN is not a number"),
        ("a.geojson", '{"type": "FeatureCollection", "features": []}', "not one area"),
        ("a.geojson", '{"type": "FeatureCollection", "features": [null, {"id": ".."}, {"id": "A/B"}, {"id": "A"}]}', "not one area"),
        ("a.json", '{"type": "Topology"}', "not a GeoJSON FeatureCollection"),
        ("a.kml", KML % "", "not one area"),
        ("a.pdf", "%PDF", "no neighbourhoods.json"),
    ],
)
def test_a_source_that_is_broken_or_malicious_changes_nothing(run, county, name, content, why):
    with pytest.raises(CommandError, match=f"{why}.*Nothing has been changed"):
        run(content, "--force", name=name)
    assert NeighbourhoodPage.objects.live().count() == 2 and Boundary.objects.count() == 2


def test_a_bomb_is_refused_before_it_is_unpacked(run, monkeypatch):
    monkeypatch.setattr("policesite.importing.files.documents.__defaults__", (1_000_000,))
    monkeypatch.setattr("policesite.importing.files.MOST_DOCUMENT", 400_000)
    for bomb in ({"a.kml": " " * 2_000_000}, {"a.kml": " " * 500_000}):
        with pytest.raises(CommandError, match=r"more than this import takes|larger than this import takes"):
            run(zipped(bomb))


def test_another_forces_areas_in_our_geojson_are_left_alone(run, county):
    features = [{"type": "Feature", "properties": {"id": "NN01", "name": "Kings Heath", "force": "northamptonshire"}, "geometry": square(-0.95, 52.25)},
                {"type": "Feature", "properties": {"id": "NN02", "name": "Duston", "force": "northamptonshire"}, "geometry": square(-1.05, 52.25)},
                {"type": "Feature", "properties": {"id": "E1", "name": "Far", "force": "elsewhere"}, "geometry": square(-1.05, 51)}]  # fmt: skip
    out = run(json.dumps({"type": "FeatureCollection", "features": features}), name="neighbourhoods.geojson")
    assert "2 unchanged" in out and "added:" not in out


def test_holes_round_trip_exactly_and_a_lost_hole_is_a_change_unless_the_source_cannot_know():
    ring, hole = outer(-1, 52), outer(-0.98, 52.02, 0.01)
    ours = {"type": "Polygon", "coordinates": [ring, hole]}
    assert is_same(ours, of_geojson(json.loads(json.dumps(ours))))
    assert not is_same(ours, of_geojson({"type": "Polygon", "coordinates": [ring]}))
    as_fed = [{"latitude": f"{y:.7f}", "longitude": f"{x:.7f}"} for x, y in reversed(ring[2:-1] + ring[:2])]
    assert is_same(ours, of_ring(as_fed)) and is_same({"type": "MultiPolygon", "coordinates": [[hole], [ring, hole]]}, of_ring(as_fed))
    assert not is_same(ours, of_ring([*as_fed[:-1], {"latitude": "52.0", "longitude": "-1.0001"}]))
    assert of_polygons([[[(x, y, 7) for x, y in ring]]], is_whole=True).geojson == {"type": "Polygon", "coordinates": [ring]}


def test_the_report_on_geometry_says_what_is_odd_and_nothing_of_what_is_not():
    tidy = {"A": square(-1, 52), "B": square(-0.9, 52)}
    assert oddities(tidy) == []
    around = {"N": [(-1, 52.2), (-0.7, 52.2), (-0.7, 52.3), (-1, 52.3)], "S": [(-1, 52), (-0.7, 52), (-0.7, 52.1), (-1, 52.1)],
              "W": [(-1, 52.1), (-0.9, 52.1), (-0.9, 52.2), (-1, 52.2)], "E": [(-0.8, 52.1), (-0.7, 52.1), (-0.7, 52.2), (-0.8, 52.2)]}  # fmt: skip
    (gap,) = oddities({code: of_polygons([[ring]], is_whole=True).geojson for code, ring in around.items()})
    assert "gap of" in gap and "latitude 52.1500, longitude -0.8500" in gap
    (overlap,) = oddities(tidy | {"B": square(-0.95, 52)})
    assert overlap.startswith("A and B overlap by 3,8")
