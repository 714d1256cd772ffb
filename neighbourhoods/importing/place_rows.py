"""Towns and villages out of GeoNames (GB.txt, or a CSV with a header) or OS Open Names (its CSVs, in their ZIP).

Both come without a header, one with tabs, the other with commas; OS Open Names is on the National Grid.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import isfinite
from pathlib import Path

from policesite.importing.files import lines, text_streams
from policesite.importing.plain_text import plain
from policesite.importing.report import Report, SourceError

from . import grid

GEONAMES, OPEN_NAMES = "geonames", "opennames"
# GeoNames: 19 columns. https://download.geonames.org/export/dump/readme.txt
GEONAMES_COLUMNS, OPEN_NAMES_COLUMNS = 19, 34
LIVED_IN = re.compile(r"PPL[ACFGLRSX]?\d?|PPLA\d")  # not abandoned, historical or destroyed ones
SETTLEMENTS = {"City", "Town", "Village", "Hamlet", "Suburban Area", "Other Settlement"}
AT_ONCE = 10_000


@dataclass(frozen=True)
class Found:
    """A place as a file has it, in degrees; `population` is None where the file does not say."""

    source_key: str
    name: str
    longitude: float
    latitude: float
    population: int | None


def source_of(path: Path) -> str:
    """Which of the two a file is. Raises SourceError for any other."""
    with text_streams(path) as streams:
        for _, opened in streams:
            with opened() as raw:
                kind = _kind(raw.readline(20_000).decode("utf-8-sig", "replace"))
            if kind:
                return OPEN_NAMES if kind == OPEN_NAMES else GEONAMES
    raise SourceError(f"{path.name} is neither GeoNames nor OS Open Names.")


def _kind(first: str) -> str:
    if first.count("\t") + 1 == GEONAMES_COLUMNS:
        return "tabs"
    cells = next(csv.reader([first]), [])
    if len(cells) == OPEN_NAMES_COLUMNS and "id.ordnancesurvey.co.uk" in cells[1]:
        return OPEN_NAMES
    return "header" if {"name", "latitude", "longitude", "geonameid"} <= set(cells) else ""


def places(path: Path, report: Report) -> Iterator[Found]:
    """Every settlement in a file, those outside our areas too. What is not one is passed over."""
    with text_streams(path) as streams:
        for name, opened in streams:
            with opened() as raw:
                rows = lines(raw, name)
                first = next(rows, "")
                try:
                    yield from READERS.get(_kind(first), _nothing)(chain([first], rows), report)
                except csv.Error as error:
                    raise SourceError(f"{name} is not a CSV file that can be read: {error}") from error


def _nothing(rows, report):
    return iter(())


def _tabs(rows, report: Report) -> Iterator[Found]:
    for cells in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(cells) == GEONAMES_COLUMNS and cells[6] == "P" and LIVED_IN.fullmatch(cells[7]):
            yield from _geoname(cells[0], cells[1], cells[5], cells[4], cells[14], report)


def _with_header(rows, report: Report) -> Iterator[Found]:
    for row in csv.DictReader(rows):
        yield from _geoname(row["geonameid"], row["name"], row["longitude"], row["latitude"], row.get("population"), report)


def _geoname(number, name, longitude, latitude, population, report: Report) -> Iterator[Found]:
    try:
        x, y, people = float(longitude), float(latitude), int(population or 0)
    except (TypeError, ValueError):
        x = y = people = float("nan")
    clean = plain(name, 80)
    if not (isfinite(x) and isfinite(y) and abs(x) <= 180 and abs(y) <= 90 and 0 <= people < 10**9 and (number or "").isdigit() and clean):
        report.refuse("a place without a number, a name or coordinates", str(name))
        return
    yield Found(f"{GEONAMES}:{number}", clean, x, y, people or None)


def _open_names(rows, report: Report) -> Iterator[Found]:
    batch = []
    for cells in csv.reader(rows):
        if len(cells) == OPEN_NAMES_COLUMNS and cells[6] == "populatedPlace" and cells[7] in SETTLEMENTS:
            batch.append(cells)
        if len(batch) == AT_ONCE:
            yield from _in_degrees(batch, report)
            batch = []
    yield from _in_degrees(batch, report)


def _in_degrees(batch, report: Report) -> Iterator[Found]:
    placed = []
    for cells in batch:
        try:
            east, north = float(cells[8]), float(cells[9])
        except ValueError:
            east = north = -1
        name = plain(cells[4] if cells[5] == "eng" else cells[2], 80)  # in Wales either may be the English name
        if name and 0 <= east <= 700_000 and 0 <= north <= 1_300_000:
            placed.append((f"{OPEN_NAMES}:{cells[0]}"[:40], name, east, north))
        else:
            report.refuse("a place without a number, a name or coordinates", cells[2])
    longitudes, latitudes = grid.degrees([row[2] for row in placed], [row[3] for row in placed])
    for (key, name, _, _), x, y in zip(placed, longitudes.round(6).tolist(), latitudes.round(6).tolist(), strict=True):
        yield Found(key, name, x, y, None)


READERS = {"tabs": _tabs, "header": _with_header, OPEN_NAMES: _open_names}
