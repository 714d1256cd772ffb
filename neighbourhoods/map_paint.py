"""Painting a map: the same drawing as SVG text in the light and in the dark palette.

Presentation attributes, never <style>: an SVG shown as a picture must not depend on what the
page's Content-Security-Policy says of styles.
"""

from dataclasses import dataclass
from html import escape

from neighbourhoods.map_labels import LINE

FACES = "system-ui,Segoe UI,Roboto,Helvetica Neue,sans-serif"


@dataclass(frozen=True)
class Palette:
    """The colours of one map; names as in the look's tokens where they are the same."""

    beyond: str
    area: str
    border: str
    streets: str
    county: str
    chosen: str
    chosen_edge: str
    name: str
    chosen_name: str
    halo: str
    chosen_halo: str
    place: str


LIGHT = Palette(
    beyond="#f2f5fa",
    area="#dde5f1",
    border="#ffffff",
    streets="#8ea3c8",
    county="#b3c1da",
    chosen="#cfe0ff",
    chosen_edge="#123a9c",
    name="#44546f",
    chosen_name="#0a1733",
    halo="#e9eef6",
    chosen_halo="#cfe0ff",
    place="#26365a",
)
DARK = Palette(
    beyond="#0a1122",
    area="#16213f",
    border="#46578a",
    streets="#6f86bd",
    county="#3c4d7a",
    chosen="#1f3b80",
    chosen_edge="#a9c5ff",
    name="#b4c1da",
    chosen_name="#ffffff",
    halo="#0d1630",
    chosen_halo="#1f3b80",
    place="#dbe6fb",
)


def svg(drawing, palette):
    """The whole picture as text, ready to be served as image/svg+xml."""
    width, height = drawing.width, drawing.height
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FACES}">',
            f'<path fill="{palette.beyond}" d="M0 0h{width}v{height}H0z"/>',
            _areas(drawing, palette),
            _streets(drawing, palette),
            _edges(drawing, palette),
            _places(drawing, palette),
            _names(drawing, palette),
            _scale(drawing, palette),
            "</svg>",
        )
    )


def _areas(drawing, palette):
    """Each area as one path; the chosen one in its own colour, and the holes left to their owners."""
    others = (f'<path d="{d}"/>' for key, d in drawing.areas.items() if key != drawing.chosen)
    group = f'<g fill="{palette.area}" fill-rule="evenodd">{"".join(others)}</g>'
    chosen = drawing.areas.get(drawing.chosen)
    return group + (f'<path fill="{palette.chosen}" fill-rule="evenodd" d="{chosen}"/>' if chosen else "")


def _streets(drawing, palette):
    if not drawing.towns:
        return ""
    return f'<path fill="{palette.streets}" fill-opacity=".3" fill-rule="evenodd" d="{drawing.towns}"/>'


def _edges(drawing, palette):
    """Borders over the streets, so that a border through a town can be followed."""
    lines = "".join(d for key, d in drawing.areas.items() if key != drawing.chosen)
    parts = [
        _line(palette.border, 3, lines),
        _line(palette.county, 3, drawing.county),
        _line(palette.chosen_edge, 6, drawing.areas.get(drawing.chosen, "")),
    ]
    return f'<g fill="none" stroke-linejoin="round">{"".join(parts)}</g>'


def _line(colour, width, d):
    return f'<path stroke="{colour}" stroke-width="{width}" d="{d}"/>' if d else ""


def _places(drawing, palette):
    dots = "".join(f"M{x - 4} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0" for x, y, _ in drawing.spots)
    words = "".join(_text(label) for _, _, label in drawing.spots)
    return f'<path fill="{palette.place}" d="{dots}"/>{_group(words, palette.place, palette.halo, 22)}' if dots else ""


def _names(drawing, palette):
    others = "".join(_text(label) for key, label in drawing.names.items() if key != drawing.chosen)
    chosen = drawing.names.get(drawing.chosen)
    painted = _group(others, palette.name, palette.halo, 23, weight=600)
    if chosen:
        painted += _group(_text(chosen), palette.chosen_name, palette.chosen_halo, chosen.size, weight=700)
    return painted


def _group(words, ink, halo, size, weight=400):
    """Words with a halo, so that they can be read over any line."""
    if not words:
        return ""
    return (
        f'<g fill="{ink}" stroke="{halo}" stroke-width="6" stroke-opacity=".85" paint-order="stroke"'
        f' stroke-linejoin="round" font-size="{size}" font-weight="{weight}" text-anchor="middle">{words}</g>'
    )


def _text(label):
    anchor = "" if label.anchor == "middle" else f' text-anchor="{label.anchor}"'
    first, *more = map(escape, label.lines)
    below = "".join(f'<tspan x="{label.x}" dy="{round(label.size * LINE)}">{line}</tspan>' for line in more)
    return f'<text x="{label.x}" y="{label.y}"{anchor}>{first}{below}</text>'


def _scale(drawing, palette):
    """A bar with its ends turned up, and what its length is."""
    length, words = drawing.scale
    if not length:
        return ""
    left, bottom = 176, drawing.height - 162
    bar = f'<path fill="none" stroke="{palette.name}" stroke-width="3" d="M{left} {bottom - 8}v8h{length}v-8"/>'
    return bar + (
        f'<text x="{left + length + 12}" y="{bottom + 2}" font-size="20" fill="{palette.name}"'
        f' stroke="{palette.halo}" stroke-width="5" paint-order="stroke">{words}</text>'
    )
