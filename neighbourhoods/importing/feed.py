"""What a source says of a force's neighbourhoods, cleaned: the same whether it came by API, folder, KML or GeoJSON.

None means that the source says nothing of it, or nothing that can be read; an empty list, that it says there is none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policesite.importing.files import documents
from policesite.importing.plain_text import plain
from policesite.importing.report import Report, SourceDown, SourceError

from . import entries, kml, outlines
from .documents import parsed
from .folder import Folder
from .outlines import Outline

MOST_AREAS = 10_000
LISTS: dict[str, Callable] = {"people": entries.people, "priorities": entries.priorities, "events": entries.events}


@dataclass
class Area:
    """One neighbourhood. `name` is "" where the source has ids alone; `rings` keeps the outline for the report."""

    code: str
    name: str = ""
    outline: Outline | None = None
    details: dict = field(default_factory=dict)
    people: list | None = None
    priorities: list | None = None
    events: list | None = None


@dataclass
class Feed:
    """`is_complete` where the source lists every area of the force, so that one that is missing is gone."""

    areas: list[Area]
    is_complete: bool


def code_of(value) -> str:
    """A neighbourhood's id: it may hold spaces, dots and percent signs. Raises ValueError for what cannot be one."""
    code = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not code or len(code) > 40 or not code.isprintable() or set(code) <= {"."} or re.search(r"[/\\]", code):
        raise ValueError("not an id")
    return code


def from_parts(source, report: Report, progress: Callable[[Iterable], Iterable] = iter) -> Feed:
    """Read everything from an `Api` or a `Folder`. Raises SourceError where the list itself cannot be read or the server is down."""
    listing = source.listing()
    if not isinstance(listing, list) or not listing:
        raise SourceError("The list of neighbourhoods is empty or not a list.")
    if len(listing) > MOST_AREAS:
        raise SourceError(f"The list has more than {MOST_AREAS:,} neighbourhoods.")
    areas = list(_listed(listing, report))
    reader = _Parts(source, report)
    for area in progress(areas):
        reader.fill(area)
    return Feed(areas, is_complete=True)


def _listed(listing, report: Report) -> Iterator[Area]:
    seen = set()
    for row in listing:
        row = row if isinstance(row, dict) else {}
        try:
            code = code_of(row.get("id"))
        except ValueError as error:
            report.refuse(str(error), repr(row.get("id"))[:60])
            continue
        if code in seen:
            report.refuse("listed twice", code)
            continue
        seen.add(code)
        yield Area(code, name=plain(row.get("name"), 255))


class _Parts:
    """Reads one part after another. One that cannot be read is refused; a server that is down ends the import."""

    def __init__(self, source, report: Report):
        self.source, self.report = source, report

    def fill(self, area: Area) -> None:
        details = self._part(area, "details")
        if isinstance(details, dict):
            area.details = entries.details(details)
            area.name = area.name or area.details.get("title", "")
        boundary = self._part(area, "boundary")
        if boundary is not None:
            self._outline(area, boundary)
        for part, clean in LISTS.items():
            found = self._part(area, part)
            if isinstance(found, list):
                setattr(area, part, clean(found, area.code, self.report))
            elif found is not None:
                self.report.refuse(f"{part}: not a list", area.code)

    def _part(self, area: Area, part: str):
        try:
            return self.source.part(area.code, part)
        except SourceDown:
            raise
        except SourceError as error:
            self.report.refuse(f"{part} could not be read, what we have stays", area.code)
            self.report.note(str(error))
            return None

    def _outline(self, area: Area, boundary):
        try:
            area.outline = outlines.of_geojson(boundary) if isinstance(boundary, dict) else outlines.of_ring(boundary)
        except ValueError as error:
            self.report.refuse(f"boundary: {error}", area.code)


def from_path(path: Path, force: str, report: Report, progress: Callable[[Iterable], Iterable] = iter) -> Feed:
    """Read a file, a folder or a ZIP: GeoJSON where there is some, else KML, else the API's JSON."""
    files = _of_force(documents(path), force)
    collections = {
        name: read for name, read in files.items() if name.lower().endswith(".geojson") or (len(files) == 1 and name.lower().endswith(".json"))
    }
    marked = {name: read for name, read in files.items() if name.lower().endswith(".kml")}
    if collections:
        return Feed(
            _once((pair for name, read in collections.items() for pair in _features(parsed(read(), name), name, force, report)), report), True
        )
    if marked:
        pairs = ((Area(code, outline=outline)) for name, read in progress(marked.items()) for code, outline in _marks(read(), name, report))
        return Feed(_once(pairs, report), False)
    return from_parts(Folder(files, force), report, progress)


def _of_force(files, force: str):
    """data.police.uk's archive of boundaries has a folder a force: ours alone, where there are such folders."""
    own = {name: read for name, read in files.items() if f"/{force}/" in f"/{name}"}
    return own or files


def _marks(content: bytes, name: str, report: Report):
    """One broken file among hundreds is refused; the others are read."""
    try:
        yield from kml.outlines(content, name, report)
    except SourceError as error:
        report.refuse("the file is not whole KML", name)
        report.note(str(error))


def _features(collection, name: str, force: str, report: Report) -> Iterator[Area]:
    """The areas of a GeoJSON FeatureCollection such as ours; those that say they are another force's are left out."""
    features = collection.get("features") if isinstance(collection, dict) and collection.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise SourceError(f"{name} is not a GeoJSON FeatureCollection.")
    for feature in features:
        feature = feature if isinstance(feature, dict) else {}
        facts = feature.get("properties")
        facts = facts if isinstance(facts, dict) else {}
        if facts.get("force", force) != force:
            continue
        area = Area(facts.get("id", feature.get("id")), plain(facts.get("name"), 255))
        try:
            area.outline = outlines.of_geojson(feature["geometry"]) if feature.get("geometry") else None
        except ValueError as error:
            report.refuse(f"boundary: {error}", repr(area.code)[:60])
        yield area


def _once(areas: Iterable[Area], report: Report) -> list[Area]:
    found: dict[str, Area] = {}
    for area in areas:
        try:
            area.code = code_of(area.code)
        except ValueError as error:
            report.refuse(str(error), repr(area.code)[:60])
            continue
        if area.code not in found:
            found[area.code] = area
        elif found[area.code].outline != area.outline:
            report.refuse("there are two different outlines with this id; the first was used", area.code)
        else:
            report.note(f"{area.code} is there twice, the same.")
    if not any(area.outline for area in found.values()):
        raise SourceError("There is not one area with a border that can be used in it.")
    return list(found.values())
