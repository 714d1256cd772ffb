"""Draw every map of one force again, after an import or when the demonstration is built."""

import hashlib

from django.db import transaction

from . import geometry, map_paint, maps
from .models import AreaMap, Boundary


def shapes_of(force) -> dict[int, maps.Area]:
    """Name and polygon of each published area of a force that has a boundary, by page id; where two overlap, the smaller has it."""
    rows = (
        Boundary.objects.filter(neighbourhood__force=force, neighbourhood__live=True)
        .select_related("neighbourhood")
        .order_by("neighbourhood__title", "pk")
    )
    shapes = geometry.tiled({row.pk: geometry.polygon(row.geojson) for row in rows})
    return {row.pk: maps.Area(row.neighbourhood.title, shapes[row.pk]) for row in rows}


@transaction.atomic
def draw_maps(force, streets=None) -> int:
    """Replace the maps of a force, and say again which areas lie beside which. Returns how many were drawn.

    `streets` is the shape that `maps.built_up` gives; without it the maps show borders and places alone.
    """
    areas = shapes_of(force)
    spots = [maps.Spot(place.name, place.longitude, place.latitude, place.population or 0) for place in force.places.all()]
    county = maps.county_drawing(areas, spots) if areas else None
    AreaMap.objects.filter(neighbourhood__force=force).delete()
    AreaMap.objects.bulk_create(_row(key, maps.team_drawing(areas, key, spots, streets), county) for key in areas)
    _name_towns(force, county.spots if county else [])
    _say_who_is_beside_whom(areas)
    return len(areas)


def _row(key, drawing, county) -> AreaMap:
    light, dark = (map_paint.svg(drawing, palette) for palette in (map_paint.LIGHT, map_paint.DARK))
    digest = hashlib.sha256((light + dark).encode()).hexdigest()[:32]
    return AreaMap(
        neighbourhood_id=key,
        digest=digest,
        light=light,
        dark=dark,
        county_path=county.areas.get(key, ""),
    )


def _name_towns(force, spots):
    labels = {label.lines[0]: {"dot": [x, y], "x": label.x, "y": label.y, "anchor": label.anchor} for x, y, label in spots}
    force.places.update(on_county_map=None)
    for place in force.places.filter(name__in=labels, population__gte=maps.TOWN):
        place.on_county_map = labels[place.name]
        place.save(update_fields=["on_county_map"])


def _say_who_is_beside_whom(areas: dict[int, maps.Area]):
    shapes = {key: area.shape for key, area in areas.items()}
    for boundary in Boundary.objects.filter(pk__in=areas):
        boundary.beside.set(geometry.neighbours(shapes, boundary.pk))
