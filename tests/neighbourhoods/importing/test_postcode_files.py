"""A new edition of the postcodes replaces the old one whole, or not at all, whatever the file looks like."""

import csv
import gzip
import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from neighbourhoods.importing.force_codes import force_of
from neighbourhoods.importing.grid import degrees
from neighbourhoods.models import Postcode
from policesite.demo.areas import DATA, OUTSIDE
from policesite.importing import running
from tests.neighbourhoods.conftest import postcode

NSPL = "PCD7,PCD8,PCDS,DOINTR,DOTERM,EAST1M,NORTH1M,GRIDIND,LAD31CD,PFA31CD,LAT,LONG\n"
HEATH = "NN5 1AA,NN5  1AA,NN5 1AA,198001,,0,0,1,E06000062,E23000022,52.3,-0.9\n"
DUSTON = "NN5 2AA,NN5  2AA,NN5 2AA,198001,,0,0,1,E06000062,E23000022,52.3,-1.0\n"


@pytest.fixture
def run(county, tmp_path, capsys):
    """Imports what is given as text or bytes by name, and gives what was printed."""

    def importing(*options, **files):
        paths = []
        for name, content in files.items():
            paths.append(tmp_path / name.replace("_", "."))
            paths[-1].write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_postcodes", *map(str, paths), *options)
        return capsys.readouterr().out

    Postcode.objects.all().delete()
    return importing


def zipped(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return made.getvalue()


def where():
    return {row.key: (row.neighbourhood and row.neighbourhood.title, row.outside_force) for row in Postcode.objects.select_related("neighbourhood")}


BOTH = {"NN51AA": ("Kings Heath", ""), "NN52AA": ("Duston", "")}


@pytest.mark.parametrize(
    "content",
    [
        NSPL + HEATH + DUSTON,
        "\ufeff" + NSPL + HEATH + DUSTON,
        (NSPL + HEATH + DUSTON).replace("\n", "\r\n"),
        gzip.compress((NSPL + HEATH + DUSTON).encode()),
        zipped(Data__NSPL_AUG_2031_csv=NSPL + HEATH + DUSTON, Data__multi_csv__nn_csv=NSPL + HEATH, Documents__LA_names_csv="LAD31CD,LAD31NM\nE06000062,West\n"),
        "Postcode,Latitude,Longitude\nnn51aa,52.3,-0.9\nNN5 2AA ,52.3,-1.0\n",
        "pcd,oseast1m,osnrth1m\nNN51AA,475100,267900\nNN52AA,468300,267800\n",
        zipped(Data__CSV__nn_csv='"NN51AA",10,475100,267900,"E92000001","","","E10000021","E06000062",""\n"NN52AA",10,468300,267800,"","","","","",""\n',
               Doc__Headers_csv="PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Quality,Eastings,Northings,C,R,L,A,D,W\n"),
    ],
)  # fmt: skip
def test_every_kind_of_file_is_read_whatever_its_columns_are_called(run, content):
    out = run(a_csv=content)
    assert where() == BOTH
    assert "2 added, 0 changed, 0 removed, 0 unchanged" in out and "Refused: 0." in out


def test_importing_again_changes_nothing_and_a_new_edition_says_what_is_different(run):
    run(a_csv=NSPL + HEATH + DUSTON)
    assert "0 added, 0 changed, 0 removed, 2 unchanged" in run(a_csv=NSPL + HEATH + DUSTON)
    moved = DUSTON.replace("-1.0", "-0.9")
    out = run("--force", a_csv=NSPL + moved + "NN5 3AA,,NN5 3AA,,,,,,,,52.3,-1.0\n")
    assert "1 added, 1 changed, 1 removed, 0 unchanged" in out
    assert where() == {"NN52AA": ("Kings Heath", ""), "NN53AA": ("Duston", "")}


def test_a_dry_run_says_the_same_and_changes_nothing(run):
    postcode("NN56AA")
    out = run("--dry-run", "--force", a_csv=NSPL + HEATH)
    assert "1 added, 0 changed, 1 removed" in out and "dry run" in out
    assert set(where()) == {"NN56AA"}


def test_half_a_file_does_not_empty_the_finder_unless_it_is_forced(run):
    run(a_csv=NSPL + HEATH + DUSTON)
    with pytest.raises(CommandError, match=r"remove 1 of 2 postcodes, more than a tenth.*Nothing has been changed"):
        run(a_csv=NSPL + HEATH)
    assert where() == BOTH
    for empty in (NSPL, NSPL + "NN5 9,,NN5 9,,,,,,,,52,-1\n"):
        with pytest.raises(CommandError):
            run("--force", a_csv=empty)
    assert where() == BOTH


def test_bad_rows_are_refused_with_the_reason_and_the_rest_is_imported(run):
    bad = (
        "NN5 9,,NN5 9,,,,,,,,52.3,-0.9\n"
        "NN5 4AA,,NN5 4AA,,,,,,,,-0.9,52.3\n"
        "NN5 5AA,,NN5 5AA,,,,,,,,nan,-0.9\n"
        "NN5 6AA,,NN5 6AA,,,,,,,,inf,-0.9\n"
        "NN5 7AA,,NN5 7AA,,,,,,,,,\n"
        "NN5 8AA\n"
        "\n"
        "NN5 9AA,,NN5 9AA,198001,199912,,,,,,52.3,-0.9\n"
    )
    out = run(a_csv=NSPL + bad + HEATH + HEATH)
    assert set(where()) == {"NN51AA"}
    assert "1 × not a whole postcode: NN5 9" in out
    assert "4 × its place is missing or not in Britain: NN54AA, NN55AA, NN56AA, NN57AA" in out
    assert "1 × the row is too short: NN5 8AA" in out
    assert "no longer in use, left out: 0 added, 0 changed, 0 removed, 1 unchanged" in out
    assert "1 rows named a postcode again" in out


def test_the_force_of_a_postcode_that_is_not_ours_is_the_one_its_codes_say(run):
    rows = (
        "NN13 5YD,,NN13 5YD,,,,,1,,E23000029,52.0,-1.1\n"
        "EH1 1AA,,EH1 1AA,,,,,1,S12000036,S23000009,55.9,-3.2\n"
        "JE1 1AA,,JE1 1AA,,,,,9,,L99999999,99.999999,0.0\n"
        "BT1 1AA,,BT1 1AA,,,,,9,,N99999999,99.999999,0.0\n"
        "NN5 9AA,,NN5 9AA,,,,,1,,E23000022,52.0,-0.5\n"
        "LE1 1AA,,LE1 1AA,,,,,1,E06000016,,52.6,-1.1\n"
    )
    out = run(a_csv=NSPL + rows)
    assert where() == {"NN135YD": (None, "thames-valley"), "EH11AA": (None, "scotland"), "JE11AA": (None, ""),
                       "BT11AA": (None, "northern-ireland"), "NN59AA": (None, "") , "LE11AA": (None, "leicestershire")}  # fmt: skip
    assert "1 postcodes are in one of our forces by their codes" in out
    assert Postcode.objects.get(pk="BT11AA").longitude is None


def test_each_postcode_next_door_has_the_force_that_the_demonstration_names():
    with gzip.open(DATA / "postcodes.csv.gz", "rt") as rows:
        rows = list(csv.DictReader(rows))
    outside = [row for row in rows if row["district"] in OUTSIDE]
    assert {row["district"]: force_of("", row["district"], row["county"], row["country"]) for row in outside} == OUTSIDE
    assert [force_of(code) for code in ("E09000033", "E09000001", "W06000015", "E08000003", "S32000019", "", "nonsense", "E0900003")] == [
        "metropolitan", "city-of-london", "south-wales", "greater-manchester", "scotland", "", "", ""]  # fmt: skip


def test_the_national_grid_is_where_the_ordnance_survey_says():
    with gzip.open(DATA / "postcodes.csv.gz", "rt") as rows:
        rows = list(csv.DictReader(rows))
    longitudes, latitudes = degrees([float(row["easting"]) for row in rows], [float(row["northing"]) for row in rows])
    assert max(abs(x - float(row["longitude"])) for x, row in zip(longitudes, rows, strict=True)) < 1e-6
    assert max(abs(y - float(row["latitude"])) for y, row in zip(latitudes, rows, strict=True)) < 1e-6
    # The guide's own example, to the five metres that are promised.
    (x,), (y,) = degrees([651409.903], [313177.270])
    assert abs(x - 1.716074) < 7e-5 and abs(y - 52.658008) < 4.5e-5


BAD_NAME = zipped(**{"..__..__etc__cron_csv": NSPL + HEATH})
GARBAGE = b"\x00\xff\xfe garbage"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no column of postcodes"),
        (GARBAGE, "no column of postcodes"),
        (b"name,age\nA,1\n", "no column of postcodes"),
        (zipped(readme_csv="hello"), "no column of postcodes"),
        (BAD_NAME, "points outside the archive"),
        (gzip.compress((NSPL + HEATH).encode() * 500)[:-30], "broken or cut off"),
        (zipped(a_csv=NSPL + HEATH)[:-40], "no column of postcodes|not a whole ZIP"),
        (NSPL + '"' + "x" * 200_000, "not a CSV file"),
    ],
)
def test_a_file_that_is_broken_or_malicious_is_refused_and_changes_nothing(run, content, why):
    postcode("NN56AA")
    with pytest.raises(CommandError, match=why):
        run(a_csv=content)
    assert set(where()) == {"NN56AA"}
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_postcodes", "/nowhere/a.csv")


def test_a_bomb_is_refused_before_it_is_unpacked(run, monkeypatch):
    monkeypatch.setattr("policesite.importing.files.text_streams.__wrapped__.__defaults__", (100_000,))
    zeros = NSPL + "\n" * 3_000_000
    for bomb in (zipped(a_csv=zeros), gzip.compress(zeros.encode())):
        assert len(bomb) < 20_000
        with pytest.raises(CommandError, match=r"more than this import takes|larger than this import takes"):
            run(a_csv=bomb)


def test_stopping_it_half_way_leaves_everything_as_it_was(run, monkeypatch):
    def stopped(staging):
        staging.cursor.execute("DELETE FROM neighbourhoods_postcode")
        raise KeyboardInterrupt

    postcode("NN56AA")
    monkeypatch.setattr("neighbourhoods.importing.staging.Staging.swap", stopped)
    with pytest.raises(CommandError, match=r"Stopped. Nothing has been changed"):
        run("--force", a_csv=NSPL + HEATH)
    assert set(where()) == {"NN56AA"}


def test_the_table_keeps_its_rules_its_indexes_and_their_names(run):
    def rules():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'neighbourhoods_postcode'::regclass ORDER BY 1"
            )
            found = cursor.fetchall()
            cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'neighbourhoods_postcode' ORDER BY 1")
            return found + cursor.fetchall()

    before = rules()
    run(a_csv=NSPL + HEATH)
    assert rules() == before and len(before) >= 6


def test_two_imports_at_once_are_refused(run, monkeypatch):
    monkeypatch.setattr(running, "LOCK", 77)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(77)")
            with pytest.raises(CommandError, match="Another import is running"), transaction.atomic():
                run(a_csv=NSPL + HEATH)
    finally:
        other.close()
