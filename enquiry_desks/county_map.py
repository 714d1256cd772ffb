"""Draws the county with its numbered desks as one small SVG: no tiles, no script, nothing asked of another host."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

DATA = Path(__file__).parent / "data"
FONT = "system-ui,Segoe UI,Roboto,Helvetica Neue,sans-serif"
LETTER, LINE = 16.5, 34  # how wide a letter of a label is taken to be, and how high its line, in the map's units
PIN_WIDTH, PIN_HEIGHT = 54, 75
CUT_OFF = 5  # how much worse it is to lose a letter than to cover as much of the map


@dataclass(frozen=True)
class Colours:
    ground: str
    land: str
    lines: str
    outline: str
    pin: str
    number: str
    label: str


THEMES = {
    "light": Colours("#e9eef6", "#cfe0ff", "#fff", "#123a9c", "#0a1733", "#fff", "#0a1733"),
    "dark": Colours("#0d1630", "#1f3b80", "#0d1630", "#a9c5ff", "#e3f53b", "#0a1733", "#fff"),
}


@dataclass(frozen=True)
class County:
    """The shape of a county in a square frame, and where in it a place stands."""

    size: int
    west: float
    north: float
    x_scale: float
    y_scale: float
    outline: str
    lines: str

    def place(self, latitude: float, longitude: float) -> tuple[int, int]:
        return round((longitude - self.west) * self.x_scale), round((self.north - latitude) * self.y_scale)


@dataclass(frozen=True)
class Pin:
    """A desk as the map shows it; latitude and longitude in degrees (WGS84)."""

    number: int
    label: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0) * max(high, 0)


@cache
def county(force_code: str) -> County | None:
    """The county of a force, or None when no outline of it is shipped."""
    path = DATA / f"{force_code}_outline.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    return County(**{name: data[name] for name in County.__dataclass_fields__})


@dataclass(frozen=True)
class CountyMap:
    """The map of some desks, in light and in dark, named by its content so that it can be kept for a year."""

    county: County
    pins: tuple[Pin, ...]

    def drawing(self, theme: str) -> str:
        return draw(self.county, self.pins, theme)

    @cached_property
    def fingerprint(self) -> str:
        return sha256("".join(map(self.drawing, THEMES)).encode()).hexdigest()[:12]

    @property
    def description(self) -> str:
        """What the map shows, for those who do not see it."""
        return ", ".join(f"{pin.number} {pin.label}" for pin in self.pins)


def draw(county: County, desks: Sequence[Pin], theme: str) -> str:
    """The map as SVG, in the colours of a theme ("light" or "dark"), southern pins over northern ones."""
    c = THEMES[theme]
    pins = sorted(desks, key=lambda desk: -desk.latitude)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {county.size} {county.size}" font-family="{FONT}">'
        f'<path fill="{c.ground}" d="M0 0h{county.size}v{county.size}H0z"/>'
        f'<path fill="{c.land}" d="{county.outline}"/>'
        f'<path fill="none" stroke="{c.lines}" stroke-width="2.5" d="{county.lines}"/>'
        f'<path fill="none" stroke="{c.outline}" stroke-width="4" stroke-linejoin="round" d="{county.outline}"/>'
        f"{''.join(_pin(desk, county, c) for desk in pins)}{_labels(county, pins, c)}</svg>"
    )


def _pin(desk: Pin, county: County, c: Colours) -> str:
    x, y = county.place(desk.latitude, desk.longitude)
    return (
        f'<path fill="{c.pin}" d="M{x} {y}c-20-24-27-35-27-48a27 27 0 0 1 54 0c0 13-7 24-27 48z"/>'
        f'<text x="{x}" y="{y - 39}" text-anchor="middle" font-size="26" font-weight="700" fill="{c.number}">'
        f"{desk.number}</text>"
    )


def _labels(county: County, desks: Sequence[Pin], c: Colours) -> str:
    taken = [_pin_box(county.place(desk.latitude, desk.longitude)) for desk in desks]
    words = []
    for desk in desks:
        box, anchor, x = _best_side(county, desk, taken)
        taken.append(box)
        words.append(f'<text x="{x}" y="{box.bottom - 9:.0f}" text-anchor="{anchor}">{escape(desk.label)}</text>')
    return (
        f'<g font-size="27" font-weight="600" fill="{c.label}" stroke="{c.land}" stroke-width="7" '
        f'paint-order="stroke" stroke-linejoin="round">{"".join(words)}</g>'
    )


def _best_side(county: County, desk: Pin, taken: Sequence[Box]) -> tuple[Box, str, int]:
    """The label beside its pin, or under it, where it covers least: right, if all are free. Worst is a label cut off at the edge."""
    x, y = county.place(desk.latitude, desk.longitude)
    width, top = len(desk.label) * LETTER, y - PIN_HEIGHT / 2 - 2
    right = Box(x + 34, top, x + 34 + width, top + LINE), "start", x + 34
    left = Box(x - 34 - width, top, x - 34, top + LINE), "end", x - 34
    under = Box(x - width / 2, y + 2, x + width / 2, y + 2 + LINE), "middle", x

    def cost(side: tuple[Box, str, int]) -> float:
        box = side[0]
        outside = max(0, box.right - county.size) + max(0, -box.left)
        return sum(box.overlap(other) for other in taken) + outside * LINE * CUT_OFF

    return min(right, left, under, key=cost)


def _pin_box(place: tuple[int, int]) -> Box:
    x, y = place
    return Box(x - PIN_WIDTH / 2, y - PIN_HEIGHT, x + PIN_WIDTH / 2, y)
