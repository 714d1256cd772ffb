"""An area's outline from any source, checked corner by corner, and compared with the one we have."""

from dataclasses import dataclass
from math import isfinite

import shapely

from neighbourhoods import geometry

WEST, SOUTH, EAST, NORTH = -9.5, 49.0, 2.5, 61.5  # degrees: Great Britain and Northern Ireland
MOST_CORNERS = 500_000
# Feeds write six decimals and more: a tenth of a metre.
NEAR = 1.5e-6


@dataclass(frozen=True)
class Outline:
    """A GeoJSON geometry. `is_whole` is False where the source knows one outer ring and cannot say whether there are holes."""

    geojson: dict
    is_whole: bool

    @property
    def shape(self):
        """As it was given: perhaps not valid."""
        return shapely.geometry.shape(self.geojson)


def of_ring(corners) -> Outline:
    """From data.police.uk's boundary: a list of latitudes and longitudes, as strings. Raises ValueError with what is wrong."""
    if not isinstance(corners, list) or not all(isinstance(corner, dict) for corner in corners):
        raise ValueError("it is not a list of corners")
    return of_polygons([[[(corner.get("longitude"), corner.get("latitude")) for corner in corners]]], is_whole=False)


def of_geojson(geometry_) -> Outline:
    """From a GeoJSON Polygon or MultiPolygon, holes included. Raises ValueError with what is wrong."""
    kind = geometry_.get("type") if isinstance(geometry_, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError("it is neither a Polygon nor a MultiPolygon")
    found = geometry_.get("coordinates")
    outline = of_polygons([found] if kind == "Polygon" else found, is_whole=True)
    return Outline({"type": kind, "coordinates": outline.geojson["coordinates"]} if kind == outline.geojson["type"] else outline.geojson, True)


def of_polygons(polygons, *, is_whole: bool) -> Outline:
    """From polygons, each an outer ring and its holes, each a list of (longitude, latitude, perhaps a height)."""
    try:
        rings = [[[_corner(corner) for corner in ring] for ring in polygon] for polygon in polygons]
    except TypeError as error:
        raise ValueError("it is not made of rings of corners") from error
    if sum(len(ring) for polygon in rings for ring in polygon) > MOST_CORNERS:
        raise ValueError(f"it has more than {MOST_CORNERS:,} corners")
    rings = [[_closed(ring) for ring in polygon] for polygon in rings if polygon]
    if not rings:
        raise ValueError("it is empty")
    geojson = {"type": "Polygon", "coordinates": rings[0]} if len(rings) == 1 else {"type": "MultiPolygon", "coordinates": rings}
    geometry.polygon(geojson)  # refuses what encloses nothing
    return Outline(geojson, is_whole)


def _closed(ring):
    if len(ring) < 3:
        raise ValueError("a ring has fewer than three corners")
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _corner(corner) -> list[float]:
    x, y = (_number(value) for value in list(corner)[:2]) if len(corner) >= 2 else (None, None)
    if x is None or y is None:
        raise ValueError("a corner has no coordinates")
    if not (WEST <= x <= EAST and SOUTH <= y <= NORTH):
        if WEST <= y <= EAST and SOUTH <= x <= NORTH:
            raise ValueError("latitude and longitude look swapped")
        raise ValueError("a corner is not in the United Kingdom")
    return [x, y]


def _number(value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if isfinite(number) else None


def place_of(place) -> tuple[float, float] | None:
    """Longitude and latitude of data.police.uk's `centre`, or None where it is null, nonsense or swapped."""
    try:
        x, y = _corner((place.get("longitude"), place.get("latitude")))
    except (AttributeError, TypeError, ValueError):
        return None
    return x, y


def is_same(ours: dict, outline: Outline) -> bool:
    """Whether an import has nothing to change: exactly the same, or the same outer ring where the source knows no more."""
    if ours == outline.geojson:
        return True
    one, other = shapely.geometry.shape(ours), outline.shape
    if outline.is_whole:
        return shapely.normalize(one).equals_exact(shapely.normalize(other), 0)
    one, other = _outer(one), _outer(other)
    return shapely.normalize(one).equals_exact(shapely.normalize(other), NEAR)


def _outer(shape):
    """The outer ring of the largest part: all that one ring can say of a shape."""
    return shapely.Polygon(max(shapely.get_parts(shape), key=lambda part: part.area).exterior)
