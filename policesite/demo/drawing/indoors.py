"""Rooms and what is in them. Floors lie at y = 720 unless a scene says otherwise; furniture stands on y = 0."""

from .ink import (
    BRAND,
    HIVIS,
    IRON_LIGHT,
    LEAF,
    LEAF_DARK,
    NENE,
    NIGHT,
    SILVER,
    STONE,
    WHITE,
    chequers,
    circle,
    group,
    line,
    oval,
    path,
    polygon,
    rect,
    stroke,
)


def room(wall, floor, skirting=WHITE, y=720):
    return rect(0, 0, 1600, y, wall) + rect(0, y - 18, 1600, 18, skirting) + rect(0, y, 1600, 900 - y, floor) + rect(0, y, 1600, 26, "#0a173318")


def window(x, y, width, height, view, frame=WHITE):
    """A window whose panes show `view` (drawn about the window's own upper left corner)."""
    name = f"pane-{width}-{height}"
    clip = f'<clipPath id="{name}"><rect width="{width}" height="{height}"/></clipPath><g clip-path="url(#{name})">{view}</g>'
    bars = rect(width / 2 - 4, 0, 8, height, frame) + rect(0, height * 0.45, width, 8, frame)
    edge = rect(0, 0, width, height, "none", stroke=frame, stroke_width=14) + rect(-20, height + 4, width + 40, 16, frame)
    return group(clip, bars, edge, at=(x, y))


def monitor(width=190, height=120, screen="down(#12285c,#0a1733)", content=""):
    """A screen on its stand; `content` is drawn about the screen's upper left corner."""
    stand = rect(width / 2 - 8, -34, 16, 30, "#26345c") + rect(width / 2 - 40, -8, 80, 8, "#26345c", 4)
    return stand + group(rect(-8, -8, width + 16, height + 16, "#0a1428", 8), rect(0, 0, width, height, screen, 3), content, at=(0, -height - 34))


def rear_monitor(width=190, height=120):
    return (
        rect(width / 2 - 8, -34, 16, 34, "#26345c")
        + rect(width / 2 - 44, -8, 88, 8, "#26345c", 4)
        + rect(0, -height - 30, width, height, "#2f3f6e", 8)
        + rect(width / 2 - 26, -height + 10, 52, 34, "#26345c", 5)
    )


def desk(width, colour="#c8a06c", height=110):
    return (
        rect(0, -height, width, 18, colour, 4)
        + rect(0, -height + 14, width, 5, "#00000022")
        + rect(16, -height + 18, 16, height - 18, "#3a4560")
        + rect(width - 32, -height + 18, 16, height - 18, "#3a4560")
    )


def counter(width, height=190, front=BRAND, top="#c8a06c"):
    """A public counter with the chequers along it."""
    return (
        rect(0, -height, width, height, front)
        + rect(0, -height, width, height, "across(#ffffff12,#0a173330)")
        + chequers(0, -height * 0.52, width, 22)
        + rect(-16, -height - 16, width + 32, 24, top, 5)
        + rect(-16, -height + 4, width + 32, 5, "#00000022")
    )


def plant(height=190):
    leaves = "".join(
        group(path("M0 0q-24-50 0-104q24 54 0 104z", c), turn=a)
        for a, c in ((-52, LEAF_DARK), (52, LEAF_DARK), (-26, LEAF), (26, LEAF), (0, LEAF_DARK))
    )
    return (
        group(leaves, at=(0, -64), scale=height / 170)
        + polygon("#e8eef8", (-36, -70), (36, -70), (28, 0), (-28, 0))
        + rect(-40, -76, 80, 14, WHITE, 4)
    )


def clock(x, y, r=44, hour=(14, -12), minute=(0, -30)):
    return (
        circle(x, y, r, WHITE, stroke=NIGHT, stroke_width=6)
        + line(((x, y), (x + hour[0], y + hour[1])), NIGHT, 5)
        + line(((x, y), (x + minute[0], y + minute[1])), NIGHT, 4)
        + circle(x, y, 4, NIGHT)
    )


def shelf(width=260, rows=3, seed=0):
    """Shelves of box files in the site's colours."""
    tints = ("#12285c", "#3f73e0", HIVIS, "#c8813f", "#46546f", "#8fb4ff", "#9a4a12")
    height = rows * 96 + 16
    boxes = "".join(
        rect(
            20 + i * 26,
            -height + 18 + r * 96 + (i * 11 + r * 7 + seed) % 14,
            22,
            78 - (i * 11 + r * 7 + seed) % 14,
            tints[(i * 3 + r * 2 + seed) % 7],
            2,
        )
        for r in range(rows)
        for i in range((width - 40) // 26)
    )
    boards = "".join(rect(0, -height + r * 96, width, 14, "#c8a06c") for r in range(rows + 1))
    return (
        rect(0, -height, width, height, "#8a643c")
        + boxes
        + boards
        + rect(0, -height, 12, height, "#c8a06c")
        + rect(width - 12, -height, 12, height, "#c8a06c")
    )


def papers(x, y, count=4):
    sheets = "".join(group(rect(0, -6, 96, 8, WHITE if i % 2 else "#e6edf8", 1), at=(x + (i * 5) % 9, y - i * 8)) for i in range(count))
    return sheets


def mug(x, y, colour=HIVIS):
    return stroke(f"M{x + 26} {y - 28}q18 0 16 12t-16 8", colour, 6) + rect(x, y - 38, 30, 38, colour, 5) + oval(x + 15, y - 37, 13, 3, "#5b3a22")


def desk_lamp(x, y):
    return (
        circle(x + 62, y - 92, 120, "glow(#fff1b099)")
        + stroke(f"M{x} {y}h44M{x + 20} {y}l-14-70 50-46", NIGHT, 7)
        + group(path("M-30 24a32 32 0 0 1 60 0z", NIGHT), at=(x + 60, y - 122), turn=-12)
    )


def table_lamp(x, y, shade="#f7c873"):
    return (
        circle(x, y - 150, 260, "glow(#ffdf9ecc)")
        + rect(x - 6, y - 110, 12, 104, "#7b5a3a")
        + oval(x, y - 4, 38, 8, "#7b5a3a")
        + polygon(shade, (x - 40, y - 206), (x + 40, y - 206), (x + 70, y - 104), (x - 70, y - 104))
    )


def bars(x, y, heights, colour=HIVIS, width=16):
    return "".join(rect(x + i * (width + 8), y - h, width, h, colour, 2) for i, h in enumerate(heights))


def speech(x, y, width, height, fill=WHITE, tail=-1, inside=""):
    """A speech bubble whose tail points down to the left (-1) or right (1)."""
    foot = x + (width * 0.24 if tail < 0 else width * 0.76)
    return (
        rect(x, y, width, height, fill, 26)
        + polygon(fill, (foot - 16, y + height - 4), (foot + 18, y + height - 4), (foot + tail * 24, y + height + 34))
        + group(inside, at=(x, y))
    )


def poster(x, y, width, height, fill, art=""):
    return rect(x, y, width, height, fill, 4) + rect(x, y, width, height, "none", 4, stroke="#ffffffaa", stroke_width=5) + group(art, at=(x, y))


def picture_map(width, height, dots=()):
    """The county as a few areas, a river and pins: a map that names nothing."""
    lanes = stroke(
        f"M0 {height * 0.7:.0f}q{width * 0.3:.0f} -{height * 0.3:.0f} {width * 0.5:.0f} -{height * 0.1:.0f}t{width * 0.5:.0f} -{height * 0.4:.0f}",
        "#8fb4ff",
        7,
    )
    roads = stroke(
        f"M{width * 0.2:.0f} 0L{width * 0.45:.0f} {height}M0 {height * 0.3:.0f}L{width} {height * 0.6:.0f}M{width * 0.8:.0f} 0V{height}",
        "#ffffff55",
        4,
    )
    pins = "".join(circle(x * width, y * height, 9, HIVIS) + circle(x * width, y * height, 20, "glow(#e3f53b88)") for x, y in dots)
    return (
        rect(0, 0, width, height, "down(#1f4396,#173274)")
        + polygon("#ffffff14", (0, 0), (width * 0.4, 0), (width * 0.3, height * 0.5), (0, height * 0.6))
        + polygon("#ffffff10", (width * 0.5, height), (width * 0.55, height * 0.4), (width, height * 0.3), (width, height))
        + roads
        + lanes
        + pins
    )


def boxes(x, y, colours=(STONE, IRON_LIGHT), size=90):
    return "".join(
        rect(x + (i % 2) * 12, y - (i + 1) * size * 0.7, size, size * 0.7, c, 3)
        + rect(x + (i % 2) * 12 + size * 0.3, y - (i + 1) * size * 0.7 + 18, size * 0.4, 14, WHITE)
        + rect(x + (i % 2) * 12, y - (i + 1) * size * 0.7, size, 9, "#00000022")
        for i, c in enumerate(colours)
    )


def phone(x, y, scale=1.0, screen="down(#3f73e0,#12285c)", inside=""):
    body = rect(0, 0, 120, 230, "#0a1428", 18) + rect(8, 12, 104, 206, screen, 10)
    return group(body, inside, rect(44, 18, 32, 6, "#0a1428", 3), at=(x, y), scale=scale)


def leaflets(x, y):
    """A rack of leaflets on the wall."""
    tints = (NENE, HIVIS, "#c8813f", SILVER, "#2f6d4b", WHITE)
    return rect(x, y, 150, 200, "#e6edf8", 6) + "".join(
        rect(x + 14 + (i % 3) * 44, y + 16 + (i // 3) * 92, 34, 60, c, 2) + rect(x + 8, y + 64 + (i // 3) * 92, 134, 18, "#c9d4e8")
        for i, c in enumerate(tints)
    )
