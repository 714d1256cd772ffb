"""Postcodes out of OS Code-Point Open, ONSPD and NSPL, whatever their edition calls its columns.

Code-Point Open has no header and ten columns; the others have a header whose year digits change with each edition
(lad23cd, lad25cd, …), so headers are matched by pattern. Coordinates are degrees where the file has them, else
worked out from eastings and northings.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from math import isfinite
from pathlib import Path

from neighbourhoods.postcodes import Kind, read
from policesite.importing.files import lines, text_streams
from policesite.importing.report import Report, SourceError

from . import grid
from .force_codes import force_of

# For each thing the patterns of its header, the best first.
HEADERS = {
    "postcode": (r"pcds", r"postcode", r"pcd[278]?", r"pc", r"unit postcode.*"),
    "longitude": (r"long(itude)?",),
    "latitude": (r"lat(itude)?",),
    "easting": (r"(os)?east1m", r"eastings?", r"ea"),
    "northing": (r"(os)?nrth1m", r"(os)?north1m", r"northings?", r"no"),
    "quality": (r"(os)?grdind", r"(os)?gridind", r"positional_quality(_indicator)?", r"pq"),
    "ended": (r"doterm",),
    "force": (r"pfa(\d\d)?(cd)?",),
    "district": (r"oslaua", r"laua(\d\d)?(cd)?", r"lad(\d\d)?(cd)?", r"(admin_)?district(_code)?", r"dc"),
    "county": (r"oscty", r"cty(\d\d)?(cd)?", r"(admin_)?county(_code)?", r"cc"),
    "country": (r"ctry(\d\d)?(cd)?", r"country(_code)?", r"cy"),
}
CODE_POINT = ["postcode", "quality", "easting", "northing", "country", None, None, "county", "district", None]
# "No grid reference": Code-Point Open's 90, ONSPD's and NSPL's 9.
NO_GRID = {"9", "90"}
CHUNK = 200_000
BRITAIN = (-9.5, 49.0, 2.5, 61.5)  # west, south, east, north, in degrees


@dataclass(frozen=True)
class Chunk:
    """Columns of equal length: keys, longitudes, latitudes (None where unknown), and the force of each or ""."""

    keys: list[str]
    longitudes: list[float | None]
    latitudes: list[float | None]
    forces: list[str]


def chunks(paths: list[Path], report: Report, size: int = CHUNK) -> Iterator[Chunk]:
    """Every postcode in the files, so many at a time. Raises SourceError for a file that is none of the three kinds."""
    for path in paths:
        with text_streams(path) as streams:
            yield from _of_one(path, _not_twice(streams), report, size)


def _not_twice(streams):
    """Without the documents beside the data; ONSPD's archive also holds everything twice, whole and a file an area."""
    data = [stream for stream in streams if not re.search(r"(^|/)(doc|user guide)", stream[0], re.IGNORECASE)]
    return [stream for stream in data if "multi_csv" not in stream[0].lower()] or data


def _of_one(path, streams, report, size) -> Iterator[Chunk]:
    is_known = False
    for name, opened in streams:
        with opened() as raw:
            rows = csv.reader(lines(raw, name))
            columns, rows = _columns(rows, name)
            if not columns:
                continue  # the archives hold lists of wards and the like beside the postcodes
            is_known = True
            while batch := _next(rows, size, name):
                yield _chunk(batch, columns, report)
    if not is_known:
        raise SourceError(f"{path.name} is not OS Code-Point Open, ONSPD or NSPL: no column of postcodes with places was found.")


def _next(rows, size, name):
    try:
        return list(islice(rows, size))
    except csv.Error as error:
        raise SourceError(f"{name} is not a CSV file that can be read: {error}") from error


def _columns(rows, name) -> tuple[dict[str, int], Iterator[list[str]]]:
    """Where each thing stands in a row, and the rows that hold data; nothing where this is not a list of postcodes."""
    first = next(iter(_next(rows, 1, name)), [])
    if len(first) == len(CODE_POINT) and read(first[0]).kind is Kind.UNIT:
        return {thing: place for place, thing in enumerate(CODE_POINT) if thing}, chain([first], rows)
    headers = [cell.strip().lower() for cell in first]
    columns = {thing: place for thing, patterns in HEADERS.items() if (place := _place(headers, patterns)) is not None}
    has_place = {"longitude", "latitude"} <= columns.keys() or {"easting", "northing"} <= columns.keys()
    return (columns if "postcode" in columns and has_place else {}), rows


def _place(headers: list[str], patterns: tuple[str, ...]) -> int | None:
    return next((place for pattern in patterns for place, header in enumerate(headers) if re.fullmatch(pattern, header)), None)


def _chunk(batch: list[list[str]], columns: dict[str, int], report: Report) -> Chunk:
    reader = _Reader(columns, report)
    rows = [row for cells in batch if cells and (row := reader.row(cells))]
    longitudes, latitudes = _degrees(rows, "longitude" in columns)
    return Chunk([row[0] for row in rows], longitudes, latitudes, [row[3] for row in rows])


def _degrees(rows, are_degrees):
    """Longitudes and latitudes to six places (a hand's breadth); None where the file has no place."""
    if are_degrees:
        return [row[1] for row in rows], [row[2] for row in rows]
    placed = [row for row in rows if row[1] is not None]
    east, north = grid.degrees([row[1] for row in placed], [row[2] for row in placed])
    found = iter(zip(east.round(6).tolist(), north.round(6).tolist(), strict=True))
    pairs = [next(found) if row[1] is not None else (None, None) for row in rows]
    return [x for x, _ in pairs], [y for _, y in pairs]


class _Reader:
    """One file's rows, cell by cell. The columns are looked up once, for there may be two million rows."""

    def __init__(self, columns: dict[str, int], report: Report):
        self.report = report
        self.are_degrees = "longitude" in columns
        across, up = ("longitude", "latitude") if self.are_degrees else ("easting", "northing")
        self.postcode, self.across, self.up = columns["postcode"], columns[across], columns[up]
        self.least = 1 + max(self.postcode, self.across, self.up)
        self.ended, self.quality = columns.get("ended"), columns.get("quality")
        self.codes = [columns[thing] for thing in ("force", "district", "county", "country") if thing in columns]

    def row(self, cells: list[str]) -> tuple | None:
        """(key, across, up, force) or None for a row that is refused or not in use any more."""
        if len(cells) < self.least:
            return self._refuse("the row is too short", cells[0])
        postcode = read(cells[self.postcode])
        if postcode.kind is not Kind.UNIT:
            return self._refuse("not a whole postcode", cells[self.postcode])
        if self.ended is not None and len(cells) > self.ended and cells[self.ended].strip():
            self.report.diff("postcodes no longer in use, left out").unchanged += 1
            return None
        force = force_of(*[cells[place] for place in self.codes if place < len(cells)])
        if self.quality is not None and len(cells) > self.quality and cells[self.quality].strip() in NO_GRID:
            return postcode.key, None, None, force
        place = self._place(cells)
        return self._refuse("its place is missing or not in Britain", postcode.key) if place is None else (postcode.key, *place, force)

    def _place(self, cells) -> tuple[float, float] | None:
        try:
            across, up = float(cells[self.across]), float(cells[self.up])
        except ValueError:
            return None
        west, south, east, north = BRITAIN if self.are_degrees else (0, 0, 700_000, 1_300_000)
        is_there = isfinite(across) and isfinite(up) and west <= across <= east and south <= up <= north
        return (across, up) if is_there else None

    def _refuse(self, why: str, what: str) -> None:
        self.report.refuse(why, what)
