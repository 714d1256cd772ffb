"""Which area covers a point. Used when postcodes are imported, never while a page is answered.

Coordinates are WGS84 degrees, longitude first, as GeoJSON has them.
A point on a border is covered (covers, not contains); of several areas that cover a point the
smallest wins, because some feeds draw a town's ring inside a rural ring that has no hole for it.
"""

import numpy as np
import shapely

# The share of an area that rounding alone makes it share with the one beside it.
SLIVER = 1e-6


def polygon(geojson):
    """The valid shapely geometry of a GeoJSON Polygon or MultiPolygon, holes kept.

    Raises ValueError if there is no area in it.
    """
    try:
        shape = shapely.geometry.shape(geojson)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise ValueError(f"This is not a polygon: {error}") from error
    shape = shape if shape.is_valid else _areal(shapely.make_valid(shape))
    if shape.area == 0:
        raise ValueError("This boundary encloses nothing.")
    return shape


def _areal(shape):
    """The polygons in a shape alone: making a ring valid may leave lines and points of it."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])


class Locator:
    """Answers for any number of points which area covers them: the key of the smallest that does, or None.

    `areas` maps keys to shapely polygons, each prepared once. One pass over the areas, largest first,
    so that a smaller one overwrites it.
    """

    def __init__(self, areas):
        self.keys = sorted(areas, key=lambda key: -areas[key].area)
        self.shapes = np.array([areas[key] for key in self.keys], dtype=object)
        shapely.prepare(self.shapes)

    def __call__(self, longitudes, latitudes):
        tree = shapely.STRtree(shapely.points(longitudes, latitudes))
        found = np.full(len(longitudes), -1)
        areas, points = tree.query(self.shapes, predicate="covers") if len(self.keys) else ([], [])
        found[points] = areas  # in the order of the areas: the last to be written is the smallest
        return [self.keys[index] if index >= 0 else None for index in found.tolist()]


def locate(areas, longitudes, latitudes):
    """For each point the key of the smallest area that covers it, or None."""
    return Locator(areas)(longitudes, latitudes)


def tiled(areas):
    """The same areas, each without the smaller ones that lie in it: what `locate` answers, as shapes for a map.

    Areas that overlap by no more than a sliver come back as they are, corner for corner.
    """
    order = sorted(areas, key=lambda key: -areas[key].area)
    shapes = [areas[key] for key in order]
    tree, cut = shapely.STRtree(shapes), {}
    for place, key in enumerate(order):
        smaller = [shapes[other] for other in tree.query(shapes[place], predicate="intersects") if other > place]
        smaller = [shape for shape in smaller if shape.intersection(shapes[place]).area > SLIVER * shape.area]
        cut[key] = _areal_difference(shapes[place], smaller) if smaller else shapes[place]
    return {key: cut[key] for key in areas}


def _areal_difference(shape, others):
    """What is left of a shape; all of it where nothing would be left, for an area must be somewhere."""
    left = shapely.union_all([part for part in shapely.get_parts(shape.difference(shapely.union_all(others))) if part.geom_type == "Polygon"])
    return shape if left.is_empty else left


def neighbours(areas, key):
    """Keys of the areas that share an edge with this one, in the order of `areas`."""
    own = areas[key]
    return [other for other, shape in areas.items() if other != key and _side_by_side(own, shape)]


def _side_by_side(one, other):
    """True where two areas meet along a line: touching in a corner is not enough."""
    if not one.intersects(other):
        return False
    return one.intersection(other).length > 0


def middle(area):
    """Longitude and latitude of the point that is farthest from the area's border."""
    line = shapely.maximum_inscribed_circle(area)
    return line.coords[0]
