"""The picture that goes with links to the site shared elsewhere."""

from .ink import HIVIS, NIGHT, chequers, group, path, rect, svg, words
from .land import church, hills, lift_tower, roofs, stars, sun, viaduct
from .wheels import beat_bus


def mark(x, y, size):
    """The chequered mark of the masthead."""
    squares = path(
        "M5 5h7.300v7.300H5zM19.700 5H27v7.300h-7.300zM12.300 12.300h7.400v7.400h-7.400zM5 19.700h7.300V27H5zM19.700 19.700H27V27h-7.300z", HIVIS
    )
    return group(rect(0, 0, 32, 32, NIGHT, 5), squares, at=(x, y), scale=size / 32)


def share():
    """1200 × 630, drawn from the same county as the scenes."""
    land = (
        group(stars(4, 26, 260), at=(480, 0))
        + sun(1310, 190, 60, HIVIS).replace("aa)", "00)")
        + hills(520, "#1b3a85", 3)
        + viaduct(900, 450, 220, 13, "#1f4396")
        + hills(620, "#132b66", 6, 30)
        + church(420, 720, 260, "#0d1f4c")
        + lift_tower(1080, 730, 440, "#0d1f4c")
        + roofs(740, "#0d1f4c", 1.2, 4)
        + roofs(790, "#0a1733", 1.5, 7, HIVIS)
        + rect(0, 782, 1600, 118, "#060f24")
        + group(beat_bus(), at=(1060, 832), scale=0.8)
    )
    name = words(222, 126, "Northamptonshire", 62, "#ffffff", "start") + words(222, 190, "Police", 62, "#ffffff", "start")
    return svg(
        1200,
        630,
        rect(0, 0, 1200, 630, "#12285c"),
        group(land, at=(0, -45), scale=0.75),
        mark(72, 74, 122),
        name,
        words(72, 282, "Your police, close to home", 36, "#c9d8f7", "start", 400),
        chequers(0, 614, 1200, 8, NIGHT),
    )
