"""Which area covers a point. Used when postcodes are imported, never while a page is answered.

Coordinates are WGS84 degrees, longitude first, as GeoJSON has them.
A point on a border is covered (covers, not contains); of several areas that cover a point the
smallest wins, because some feeds draw a town's ring inside a rural ring that has no hole for it.
"""

import shapely


def polygon(geojson):
    """The valid shapely geometry of a GeoJSON Polygon or MultiPolygon, holes kept.

    Raises ValueError if there is no area in it.
    """
    try:
        shape = shapely.geometry.shape(geojson)
    except (AttributeError, IndexError, KeyError, TypeError, shapely.errors.ShapelyError) as error:
        raise ValueError(f"This is not a polygon: {error}") from error
    shape = shape if shape.is_valid else shapely.make_valid(shape)
    if shape.area == 0:
        raise ValueError("This boundary encloses nothing.")
    return shape


def locate(areas, longitudes, latitudes):
    """For each point the key of the smallest area that covers it, or None.

    `areas` maps keys to shapely polygons. One pass over the areas, largest first, so that a
    smaller one overwrites it; shapely prepares each polygon once for all points.
    """
    points = shapely.points(longitudes, latitudes)
    tree = shapely.STRtree(points)
    found = [None] * len(points)
    for key, area in sorted(areas.items(), key=lambda item: -item[1].area):
        for index in tree.query(area, predicate="covers"):
            found[index] = key
    return found


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
