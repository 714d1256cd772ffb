"""Which of our areas each postcode lies in."""

from collections.abc import Iterator

from neighbourhoods import geometry
from neighbourhoods.models import Boundary


def area_locator() -> geometry.Locator:
    """A locator over every published area of every force that has a boundary, by page id."""
    rows = Boundary.objects.filter(neighbourhood__live=True).values_list("pk", "geojson").iterator(chunk_size=200)
    return geometry.Locator({pk: geometry.polygon(geojson) for pk, geojson in rows})


def placed(keys, longitudes, latitudes, forces, locator) -> Iterator[tuple]:
    """Rows for the table of postcodes: key, area or None, the force where it is in no area, longitude, latitude."""
    known = [index for index, longitude in enumerate(longitudes) if longitude is not None]
    areas = [None] * len(keys)
    for index, area in zip(known, locator([longitudes[i] for i in known], [latitudes[i] for i in known]), strict=True):
        areas[index] = area
    for key, area, force, longitude, latitude in zip(keys, areas, forces, longitudes, latitudes, strict=True):
        yield key, area, "" if area else force, longitude, latitude
