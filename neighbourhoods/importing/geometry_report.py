"""What is odd about a force's outlines, for somebody to look at: none of it stops an import.

Overlaps and gaps smaller than a hectare are how borders that were drawn apart always meet, and are not reported.
"""

from collections.abc import Iterator

import shapely

from neighbourhoods import geometry

HECTARE = 1.3e-6  # of a square degree, in the middle of England
MOST_LINES = 25


def oddities(outlines: dict[str, dict]) -> list[str]:
    """Sentences about GeoJSON outlines by their ids: invalid rings, duplicates, parents beside their children, overlaps, gaps."""
    raw = {code: shapely.geometry.shape(geojson) for code, geojson in sorted(outlines.items())}
    lines = [
        f"{code}: its outline crosses or touches itself ({shapely.is_valid_reason(shape)}); it was made valid."
        for code, shape in raw.items()
        if not shape.is_valid
    ]
    shapes = {code: geometry.polygon(outlines[code]) for code in raw}
    lines += [*_pairs(shapes), *_gaps(shapes)] if shapes else []
    return lines if len(lines) <= MOST_LINES else [*lines[:MOST_LINES], f"… and {len(lines) - MOST_LINES:,} more."]


def _pairs(shapes: dict) -> Iterator[str]:
    codes, areas = list(shapes), list(shapes.values())
    first, second = shapely.STRtree(areas).query(areas, predicate="intersects")
    for one, other in sorted(zip(first.tolist(), second.tolist(), strict=True)):
        if one < other and (line := _overlap(codes[one], areas[one], codes[other], areas[other])):
            yield line


def _overlap(code, shape, other_code, other_shape) -> str:
    shared = shape.intersection(other_shape).area
    if shared <= HECTARE:
        return ""
    least, most = sorted((shape.area, other_shape.area))
    if shared > 0.999 * most:
        return f"{code} and {other_code} have the same outline."
    if shared > 0.99 * least:
        child, parent = (code, other_code) if shape.area == least else (other_code, code)
        return f"{child} lies inside {parent}: a postcode in both belongs to the smaller, {child}."
    return f"{code} and {other_code} overlap by {shared / HECTARE:,.0f} hectares."


def _gaps(shapes: dict) -> Iterator[str]:
    """Holes in all the areas together: ground within the county that nobody looks after."""
    whole = shapely.union_all(list(shapes.values()))
    for part in shapely.get_parts(whole):
        for ring in part.interiors:
            gap = shapely.Polygon(ring)
            if gap.area > HECTARE:
                x, y = gap.representative_point().coords[0]
                yield f"A gap of {gap.area / HECTARE:,.0f} hectares in no area, around latitude {y:.4f}, longitude {x:.4f}."
