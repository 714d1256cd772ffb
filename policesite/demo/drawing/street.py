"""Fronts of buildings and what stands before them. Each stands on y = 0 with its left edge on x = 0."""

from .ink import (
    BRAND,
    HIVIS,
    IRON,
    IRON_DARK,
    IRON_LIGHT,
    KERB,
    LAMPLIGHT,
    LEAF,
    LEAF_DARK,
    NIGHT,
    ROAD,
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
    words,
)

DAY_PANE, DARK_PANE = "down(#dff0ff,#a9cbe6)", "down(#1d3364,#0f2352)"


def road(top, colour=ROAD, pavement=KERB, marks="#ffffff88"):
    """Pavement from `top`, then road down to the foot of the picture."""
    dashes = stroke(f"M0 {(top + 46 + 900) // 2 + 6}h1600", marks, 6, stroke_dasharray="56 60")
    return rect(0, top, 1600, 900 - top, pavement) + rect(0, top + 40, 1600, 860 - top, colour) + rect(0, top + 36, 1600, 7, "#ffffff30") + dashes


def sash(x, y, width, height, pane, frame=WHITE, stone=STONE):
    """A sash window with its stone sill and lintel."""
    return (
        rect(x - 9, y - 16, width + 18, 14, stone)
        + rect(x - 5, y - 4, width + 10, height + 8, frame)
        + rect(x, y, width, height, pane)
        + rect(x, y + height / 2 - 2, width, 5, frame)
        + rect(x + width / 2 - 2, y, 4, height, frame)
        + rect(x - 12, y + height + 3, width + 24, 10, stone)
    )


def door(x, width, height, colour, lit=False, frame=WHITE, fan="#cfe2f7"):
    panel = "#ffffff26"
    return (
        rect(x - 8, -height - 12, width + 16, height + 12, frame)
        + rect(x, -height, width, height, colour)
        + rect(x + 10, -height + 10, width - 20, 30, LAMPLIGHT if lit else fan, 3)
        + rect(x + 10, -height + 54, width / 2 - 14, height - 80, panel)
        + rect(x + width / 2 + 4, -height + 54, width / 2 - 14, height - 80, panel)
        + circle(x + width - 12, -height * 0.45, 5, "#e8c84a")
        + rect(x - 14, -8, width + 28, 8, STONE if frame == WHITE else frame)
    )


def bricks(width, height, colour="#00000014"):
    """A few courses of brick, not all of them: enough to say brick."""
    d = "".join(
        f"M{(37 * i * 7) % max(width - 60, 1)} {-30 - (i * 53) % max(height - 50, 1)}h26m6 0h26m-44 10h26" for i in range(width * height // 9000)
    )
    return stroke(d, colour, 5)


def terrace(wall=IRON, paint="#12285c", lit=(False, False, False), night=False, width=230, height=330):
    """One terraced house; `lit` says which of upper, lower and door window has a light on."""
    pane = DARK_PANE if night else DAY_PANE
    upper, lower, fan = (LAMPLIGHT if on else pane for on in lit)
    roof = polygon("#3b3f58" if not night else "#1a2552", (-4, -height), (16, -height - 84), (width - 16, -height - 84), (width + 4, -height))
    chimney, stone, pot, frame = ("#131c3d", "#3d4675", "#232c58", "#66729f") if night else (IRON_DARK, STONE, IRON_LIGHT, WHITE)
    stack = (
        rect(width - 66, -height - 128, 44, 62, chimney)
        + rect(width - 70, -height - 132, 52, 9, stone)
        + rect(width - 60, -height - 150, 12, 20, pot)
        + rect(width - 42, -height - 150, 12, 20, pot)
    )
    face = rect(0, -height, width, height, wall) + bricks(width, height) + rect(0, -height, width, 12, "#00000022")
    openings = (
        sash(34, -height + 50, 60, 84, upper, frame, stone)
        + sash(136, -height + 50, 60, 84, upper, frame, stone)
        + sash(28, -146, 78, 94, lower, frame, stone)
    )
    return stack + roof + face + openings + door(142, 58, 132, paint, lit[2], frame, fan)


def lamp_post(height=360, lit=True, cone=True, colour="#4a5a90"):
    light = polygon("down(#fff1b0aa,#fff1b000)", (66, -height + 14), (96, -height + 14), (210, 0), (-50, 0)) if lit and cone else ""
    glow = circle(80, -height + 12, 90, "glow(#fff1b0cc)") if lit else ""
    arm = stroke(f"M0 0V{-height + 30}q0-30 30-30h44", colour, 10)
    return (
        light
        + glow
        + arm
        + rect(60, -height - 6, 42, 14, colour, 6)
        + rect(64, -height + 6, 34, 8, LAMPLIGHT if lit else SILVER, 4)
        + rect(-10, -40, 20, 40, colour, 4)
    )


def shop(width=420, name="CORNER SHOP", colour=LEAF_DARK, height=440):
    """A corner shop with an awning, a wide window and a glazed door."""
    upper = rect(0, -height, width, height, "#c98d5a") + bricks(width, height)
    floors = sash(60, -height + 36, 74, 96, DAY_PANE) + sash(width - 134, -height + 36, 74, 96, DAY_PANE)
    board = rect(-8, -278, width + 16, 54, colour) + words(width / 2, -239, name, 34, WHITE)
    window = rect(24, -196, width - 160, 150, "#fff6dc") + rect(24, -92, width - 160, 10, "#b98a5a")
    goods = "".join(
        rect(36 + i * 34, -92 - 22 - (i * 17) % 20, 24, 22 + (i * 17) % 20, c, 4)
        for i, c in enumerate(("#e06a5a", "#1548c4", HIVIS, "#2f6d4b", "#e8a23c", "#6b3f8f", "#3f73e0"))
        if 36 + i * 34 < width - 170
    )
    entry = rect(width - 118, -206, 96, 206, colour) + rect(width - 106, -194, 72, 150, DAY_PANE) + circle(width - 42, -104, 5, "#e8c84a")
    stripes = "".join(
        path(f"M{i * width / 12:.0f}-226h{width / 12:.0f}l0 40q{-width / 24:.0f} 18-{width / 12:.0f} 0z", WHITE if i % 2 else colour)
        for i in range(12)
    )
    return upper + floors + rect(0, -224, width, 224, "#7d4a28") + window + goods + entry + rect(0, -46, width - 136, 46, colour) + stripes + board


def crate(x, y, fruit, width=84):
    tops = "".join(circle(x + 12 + i * 15, y - 40, 10, fruit) for i in range(5))
    return tops + rect(x, y - 38, width, 38, IRON_LIGHT) + rect(x, y - 38, width, 6, "#a0683a") + rect(x, y - 18, width, 6, "#a0683a")


def stall(width=240, colour="#b0101f", goods=("#e8a23c", "#5f9a6d", "#e06a5a")):
    """A market stall: two poles, a striped roof, a table of goods."""
    strip = width / 8
    roof = "".join(
        polygon(
            colour if i % 2 else WHITE,
            (i * strip + 14, -250),
            ((i + 1) * strip + 14 - (28 if i == 7 else 0) + 0, -250),
            ((i + 1) * strip, -190),
            (i * strip, -190),
        )
        for i in range(8)
    )
    frill = "".join(path(f"M{i * strip:.0f}-190h{strip:.0f}q{-strip / 2:.0f} 26-{strip:.0f} 0z", colour if i % 2 else WHITE) for i in range(8))
    table = rect(6, -84, width - 12, 14, "#a0683a") + path(f"M10-70h{width - 20}v62q-20 10-40 0t-40 0-40 0-40 0z", "#12285c")
    heap = "".join(circle(30 + i * 22, -92 - (i % 2) * 8, 14, goods[(i * 3 // 8) % len(goods)]) for i in range((width - 30) // 22))
    return rect(8, -200, 8, 200, "#7b5a3a") + rect(width - 16, -200, 8, 200, "#7b5a3a") + heap + table + roof + frill


def police_station(width=820, height=520):
    """A brick town police station with a stone entrance, its sign and blue lamp."""
    front = rect(0, -height, width, height, "#b26a3c") + bricks(width, height)
    bands = rect(-10, -height - 18, width + 20, 24, STONE) + rect(0, -250, width, 14, STONE) + rect(0, -36, width, 36, "#8f7a66")
    upper = "".join(sash(x, -height + 74, 76, 120, DAY_PANE) for x in (64, 190, 544, 680))
    lower = "".join(sash(x, -198, 76, 120, "#fff1b0") for x in (64, 190, 544, 680))
    porch = rect(306, -height + 40, 196, height - 40, STONE) + rect(322, -300, 164, 46, BRAND) + words(404, -267, "POLICE", 34, WHITE)
    fan = sash(366, -height + 84, 76, 90, DAY_PANE)
    entry = (
        path("M334 0v-214q0-12 12-12h116q12 0 12 12V0z", "#3b2c22")
        + rect(344, -214, 56, 206, "down(#fff6dc,#ffdf9e)")
        + rect(408, -214, 56, 206, "down(#fff6dc,#ffdf9e)")
    )
    return front + bands + porch + upper + lower + fan + entry + chequers(306, -250, 196, 9.8) + blue_lamp(286, -214)


def blue_lamp(x, y, scale=1.0):
    """The blue lamp outside a police station."""
    glow = circle(0, 8, 70, "glow(#5f8dff88)")
    lamp = polygon("#3f73e0", (-20, -22), (20, -22), (14, 30), (-14, 30)) + polygon("#7fa6ff", (-20, -22), (-4, -22), (-4, 30), (-14, 30))
    return group(
        glow,
        stroke("M0-44q0-14 18-14M0 34v8", NIGHT, 6),
        polygon(NIGHT, (-24, -22), (24, -22), (0, -46)),
        lamp,
        rect(-16, 28, 32, 8, NIGHT),
        at=(x, y),
        scale=scale,
    )


def courthouse(width=560, height=330):
    columns = "".join(
        rect(60 + i * 88, -220, 34, 190, "#efe3cf") + rect(84 + i * 88, -220, 10, 190, "#00000012") + rect(52 + i * 88, -230, 50, 14, "#f7eddd")
        for i in range(6)
    )
    steps = "".join(rect(-i * 14, -36 + i * 12, width + 28 * i, 12, c) for i, c in enumerate(("#e8dac2", "#dccbaf", "#cdb994")))
    pediment = polygon("#efe3cf", (10, -260), (width / 2, -height - 40), (width - 10, -260)) + polygon(
        "#dccbaf", (70, -270), (width / 2, -height - 6), (width - 70, -270)
    )
    return (
        rect(30, -240, width - 60, 212, "#c4ae8c")
        + rect(width / 2 - 34, -180, 68, 150, "#5b4634")
        + columns
        + rect(10, -262, width - 20, 34, "#f7eddd")
        + pediment
        + circle(width / 2, -292, 18, "#efe3cf")
        + steps
    )


def cottage(width=250, thatch=True, wall="#cf9a5b"):
    """An ironstone village cottage."""
    roof = path(f"M-18-120q14-86 60-92h{width - 84}q46 6 60 92z", "#b58a4a" if thatch else "#6b4a3c") + path(
        "M-18-120q14-86 60-92h20q-40 20-54 92z", "#ffffff22"
    )
    stack = rect(width - 70, -254, 34, 60, IRON_DARK) + rect(width - 76, -258, 46, 9, STONE)
    stones = stroke("".join(f"M{18 + (i * 61) % (width - 50)} {-14 - (i * 37) % 96}h22" for i in range(12)), "#00000016", 6)
    return (
        stack
        + rect(0, -128, width, 128, wall)
        + stones
        + roof
        + sash(30, -92, 46, 46, DAY_PANE)
        + sash(width - 78, -92, 46, 46, DAY_PANE)
        + group(door(0, 44, 88, "#2f6d4b"), at=(width / 2 - 22, 0))
    )


def fence(x, y, width, height=70, colour="#a0683a", gap=22, broken=False):
    boards = "".join(
        rect(x + i * gap, y - height + (i * 7) % 9, gap - 6, height - (i * 7) % 9, colour)
        for i in range(int(width // gap))
        if not (broken and i % 5 in (2, 3))
    )
    return rect(x, y - height * 0.75, width, 8, colour) + rect(x, y - height * 0.3, width, 8, colour) + boards


def planter(x, y, width=110, bloom=("#e06a5a", HIVIS, "#8fb4ff")):
    flowers = "".join(
        line(((x + 12 + i * 15, y - 30), (x + 12 + i * 15, y - 58 - (i * 5) % 14)), LEAF, 4)
        + circle(x + 12 + i * 15, y - 60 - (i * 5) % 14, 9, bloom[i % 3])
        for i in range(int(width // 15) - 1)
    )
    return (
        oval(x + width / 2, y - 38, width / 2, 16, LEAF_DARK)
        + flowers
        + polygon("#7b4a2a", (x, y - 36), (x + width, y - 36), (x + width - 12, y), (x + 12, y))
    )
