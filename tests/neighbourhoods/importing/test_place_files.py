"""Towns and villages come from GeoNames or OS Open Names, and a resident finds their team by them."""

import gzip
import io
import zipfile

import pytest
from django.core.management import CommandError, call_command

from neighbourhoods.importing.redrawing import Namer
from neighbourhoods.models import NeighbourhoodPage, Place
from tests.neighbourhoods.conftest import place


def geoname(number, name, latitude=52.3, longitude=-0.9, code="PPL", people=900):
    return "\t".join(
        [
            str(number),
            name,
            name,
            "",
            str(latitude),
            str(longitude),
            "P",
            code,
            "GB",
            "",
            "ENG",
            "J1",
            "",
            "",
            str(people),
            "",
            "80",
            "Europe/London",
            "2020-01-01",
        ]
    )


def open_name(number, name, east=475100, north=267900, kind="populatedPlace", local="Village"):
    cells = [
        f"osgb{number}",
        f"http://data.ordnancesurvey.co.uk/id/{number}".replace("data.", "id."),
        name,
        "",
        "",
        "",
        kind,
        local,
        str(east),
        str(north),
    ]
    return ",".join(cells + [""] * 24)


@pytest.fixture
def run(county, tmp_path, capsys):
    def importing(content, *options):
        path = tmp_path / "places.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_places", str(path), *options)
        return capsys.readouterr().out

    return importing


def zipped(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


GEONAMES = [
    geoname(1, "Harlestone"),
    geoname(2, "Duston"),
    geoname(3, "London", 51.5, -0.1),
    geoname(4, "Old Mill", code="PPLQ"),
    geoname(5, "Nether Heyford", longitude=-1.0, people=0),
]


@pytest.mark.parametrize(
    "content",
    ["\n".join(GEONAMES), gzip.compress("\n".join(GEONAMES).encode()), zipped(**{"readme.txt": "Readme\nfile", "GB.txt": "\n".join(GEONAMES)})],
)
def test_geonames_are_taken_where_they_lie_in_our_areas(run, county, client, content):
    out = run(content)
    assert dict(Place.objects.values_list("name", "population")) == {"Harlestone": 900, "Duston": 900, "Nether Heyford": None}
    assert {page.code for page in Place.objects.get(name="Duston").neighbourhoods.all()} == {"NN01", "NN02"}  # there, and called so
    assert (
        "Places: 3 added, 0 changed, 0 removed, 0 unchanged." in out
        and "outside our areas, left out: 0 added, 0 changed, 0 removed, 1 unchanged" in out
    )
    answer = client.post("/neighbourhoods/find/", {"q": "harlestone"}, HTTP_SEC_FETCH_SITE="same-origin")
    assert answer["Location"] == "/neighbourhoods/kings-heath/"
    assert "Places: 0 added, 0 changed, 0 removed, 3 unchanged." in run(content)


def test_open_names_are_found_on_the_national_grid_and_leave_other_sources_alone(run, county):
    mine = place(county.force, "Ours", county.heath)
    rows = [
        open_name(1, "Harlestone"),
        open_name(2, "Mill Lane", kind="transportNetwork", local="Named Road"),
        open_name(3, "Afar", east=100),
        open_name(4, "Broken", east="x"),
    ]
    run(zipped(**{"Doc/OS_Open_Names_Header.csv": "ID,NAMES_URI\n", "Data/SP66.csv": "\n".join(rows)}))
    made = Place.objects.get(name="Harlestone")
    assert (made.source_key, list(made.neighbourhoods.all())) == ("opennames:osgb1", [county.heath])
    assert abs(made.longitude + 0.9) < 0.01 and set(Place.objects.values_list("name", flat=True)) == {"Harlestone", mine.name}


def test_a_list_that_lost_its_places_or_is_no_list_changes_nothing(run, county):
    run("\n".join(GEONAMES))
    with pytest.raises(CommandError, match="remove 1 of 3 places"):
        run("\n".join(GEONAMES[:2]))
    for nothing in ("", "hello", b"\x00\xff", geoname(3, "London", 51.5, -0.1), zipped(**{"../GB.txt": GEONAMES[0]}), "x" * 300_000):
        with pytest.raises(CommandError, match="Nothing has been changed"):
            run(nothing, "--force")
    assert Place.objects.count() == 3
    out = run(
        "\n".join([*GEONAMES[:2], geoname(9, ""), geoname(10, "Nowhere", "nan"), geoname("x", "Odd"), geoname(11, "Many", people=-5)]),
        "--force",
        "--dry-run",
    )
    assert "1 removed" in out and "4 × a place without a number, a name or coordinates" in out
    assert Place.objects.count() == 3


def test_the_places_of_the_demonstration_lie_where_an_import_would_put_them(county):
    from policesite.demo.areas import DATA

    call_command("import_neighbourhoods", str(DATA / "neighbourhoods.geojson"), "--force", "--quiet")
    call_command("import_places", str(DATA / "places.csv"), "--quiet")
    pages = {page.pk: page.code for page in NeighbourhoodPage.objects.all()}
    assert Place.objects.count() == 88
    found = dict(
        zip(
            Place.objects.values_list("name", flat=True),
            Namer(county.force).areas(list(Place.objects.values_list("name", "longitude", "latitude"))),
            strict=True,
        )
    )
    assert {pages[pk] for pk in found["Corby"]} == {"SCT111", "SCT112"}
    assert len(found["Northampton"]) >= 2
