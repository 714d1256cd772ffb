"""Maps, and where postcodes and places lie, once borders or places have changed."""

from neighbourhoods import maps
from neighbourhoods.drawing import draw_maps
from neighbourhoods.models import Postcode
from policesite.forces.models import Force


def redraw(force) -> int:
    """Draw a force's maps again, with the streets its postcodes show. Returns how many."""
    points = Postcode.objects.filter(neighbourhood__force=force, longitude__isnull=False).values_list("longitude", "latitude")
    longitudes, latitudes = zip(*points, strict=True) if points else ((), ())
    return draw_maps(force, maps.built_up(longitudes, latitudes) if longitudes else None)


def redraw_everything() -> int:
    return sum(redraw(force) for force in Force.objects.all())
