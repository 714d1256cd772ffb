"""The palette and the few strokes every drawing is made of. Everything returns SVG text; nothing keeps state.

Lengths are SVG user units (a scene is 1600 × 900, a portrait 240 × 240), angles degrees, y grows downwards.
A fill may be a colour or `down(#a,#b)`, `across(#a,#b)` (linear) or `glow(#a)` (radial, fading to nothing):
`svg` turns those into gradients.
"""

import math
import re

NIGHT, BRAND, NAVY, DUSK, NENE = "#0a1733", "#12285c", "#0f2352", "#1f4396", "#1548c4"
HIVIS, SILVER, BLUELIGHT = "#e3f53b", "#c9d4e8", "#8fb4ff"
IRON, IRON_DARK, IRON_LIGHT, SAND = "#a05a26", "#8a4a1e", "#c8813f", "#fbe9d8"
WHITE, MIST, SKYLIGHT, STONE = "#ffffff", "#f2f5fa", "#bfe0ff", "#d9c7ae"
GRASS, LEAF, LEAF_DARK, FIELD = "#5f9a6d", "#4d8a5e", "#2f6d4b", "#c9d36a"
ROAD, KERB, SHADE = "#3a4560", "#a5b0c8", "#0a173322"
LAMPLIGHT = "#fff1b0"

_GRADIENT = re.compile(r'"(down|across|glow)\(([^)]*)\)"')


def number(value):
    """A number as short as it can be written to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def tag(name, *inside, **attributes):
    """One element; `stroke_width` becomes `stroke-width`, attributes that are None are left out."""
    pairs = ((k.rstrip("_").replace("_", "-"), v) for k, v in attributes.items() if v is not None)
    words = "".join(f' {k}="{number(v) if isinstance(v, int | float) else v}"' for k, v in pairs)
    body = "".join(inside)
    return f"<{name}{words}>{body}</{name}>" if body else f"<{name}{words}/>"


def rect(x, y, width, height, fill, r=None, **more):
    return tag("rect", x=x, y=y, width=width, height=height, rx=r, fill=fill, **more)


def circle(x, y, r, fill, **more):
    return tag("circle", cx=x, cy=y, r=r, fill=fill, **more)


def oval(x, y, rx, ry, fill, **more):
    return tag("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)


def path(d, fill, **more):
    return tag("path", d=d, fill=fill, **more)


def polygon(fill, *points, **more):
    return tag("path", d="M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z", fill=fill, **more)


def stroke(d, colour, width, **more):
    return tag("path", d=d, fill="none", stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)


def line(points, colour, width, **more):
    return stroke("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points), colour, width, **more)


def group(*inside, at=(0, 0), scale=1, flip=False, turn=0, opacity=None):
    """Parts moved, turned and scaled together; `flip` mirrors them left to right."""
    steps = [f"translate({number(at[0])} {number(at[1])})"] if at != (0, 0) else []
    if turn:
        steps.append(f"rotate({number(turn)})")
    if scale != 1 or flip:
        steps.append(f"scale({'-' if flip else ''}{scale:.3g} {scale:.3g})")
    return tag("g", *inside, transform=" ".join(steps) or None, opacity=opacity)


def words(x, y, text, size, fill, anchor="middle", weight=700):
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-family="Roboto, Arial, sans-serif" font-size="{size}" '
        f'font-weight="{weight}" text-anchor="{anchor}" fill="{fill}">{text}</text>'
    )


def chequers(x, y, width, size, dark=BRAND, light=HIVIS, rows=2):
    """A chequered strip, the one ornament; its squares are `size` units and fill `width` from the left."""
    columns = math.ceil(width / size)
    squares = "".join(
        f"M{number(x + c * size)} {number(y + r * size)}h{number(min(size, width - c * size))}v{number(size)}H{number(x + c * size)}z"
        for r in range(rows)
        for c in range(columns)
        if (r + c) % 2 == 0
    )
    return rect(x, y, width, rows * size, dark) + path(squares, light)


def svg(width, height, *parts):
    """A whole picture, its gradient words made into real gradients."""
    body, found = "".join(parts), {}

    def reference(match):
        name = found.setdefault(match.groups(), f"g{len(found)}")
        return f'"url(#{name})"'

    body = _GRADIENT.sub(reference, body)
    defs = "".join(_gradient(name, kind, colours) for (kind, colours), name in found.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}">{tag("defs", defs) if defs else ""}{body}</svg>\n'
    )


def _gradient(name, kind, colours):
    stops = colours.split(",")
    if kind == "glow":
        stops = [stops[0], stops[0][:7] + "00"]
        shape, ends = "radialGradient", ""
    else:
        shape, ends = "linearGradient", ' x2="0" y2="1"' if kind == "down" else ""
    marks = "".join(f'<stop offset="{i / (len(stops) - 1):.2f}" stop-color="{c}"/>' for i, c in enumerate(stops))
    return f'<{shape} id="{name}"{ends}>{marks}</{shape}>'
