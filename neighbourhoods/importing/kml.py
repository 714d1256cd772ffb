"""data.police.uk's boundary files: KML, perhaps with heights, several polygons, or a parent beside its children."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from policesite.importing.report import Report, SourceError

from .outlines import Outline, of_polygons


def outlines(content: bytes, name: str, report: Report) -> Iterator[tuple[str, Outline]]:
    """The id and the outline of each place in a file. A file of one place may be named after it, as theirs are."""
    try:
        marks = [mark for mark in fromstring(content).iter() if _tag(mark) == "Placemark"]
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise SourceError(f"{name} is not whole KML: {type(error).__name__} {error}.") from error
    for mark in marks:
        code = PurePosixPath(name).stem if len(marks) == 1 else _text(mark, "name")
        try:
            yield code, _outline(mark)
        except ValueError as error:
            report.refuse(f"boundary: {error}", code)


def _outline(mark) -> Outline:
    polygons = [
        [_ring(ring) for side in ("outerBoundaryIs", "innerBoundaryIs") for ring in _below(polygon, side)] for polygon in _below(mark, "Polygon")
    ]
    return of_polygons(polygons, is_whole=any(len(polygon) > 1 for polygon in polygons))


def _ring(boundary) -> list[tuple[str, ...]]:
    return [tuple(corner.split(",")) for corner in _text(boundary, "coordinates").split()]


def _below(element, tag):
    return [child for child in element.iter() if _tag(child) == tag]


def _tag(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element, tag) -> str:
    found = _below(element, tag)
    return (found[0].text or "").strip() if found else ""
