"""Things that move: the Beat Bus, a patrol car, a tractor, a bicycle, a narrowboat. Each stands on y = 0, facing right."""

from .ink import BLUELIGHT, BRAND, HIVIS, IRON, NIGHT, SILVER, WHITE, chequers, circle, group, line, oval, path, rect, stroke

TYRE, GLASS = "#0a1428", "#1d3364"


def _wheel(x, r, hub="#b9c6dd"):
    return circle(x, -r, r, TYRE) + circle(x, -r, r * 0.46, hub) + circle(x, -r, r * 0.16, TYRE)


def beat_bus(lit=False):
    """The neighbourhood Beat Bus, 400 long and 236 high."""
    body = path("M16-210h300c28 0 46 12 54 38l24 68c5 14 8 24 8 38v42H0v-170a16 16 0 0 1 16-16z", WHITE)
    shade = path("M0-62h402v38H0z", "#dfe7f3")
    pane = f"down({GLASS},#0a1733)" if not lit else "#fff1b0"
    windows = rect(32, -180, 66, 54, pane, 6) + rect(112, -180, 66, 54, pane, 6) + rect(192, -180, 66, 54, pane, 6)
    screen = path("M282-182h32c16 0 28 10 34 26l20 58h-86z", f"down({GLASS},#0a1733)") + path("M296-182h14l-8 84h-14z", "#ffffff22")
    door = stroke("M270-190v160", "#c9d4e8", 3)
    strip = chequers(0, -108, 402, 25) + path("M388-108h16v50h-16z", BRAND)
    lamps = rect(150, -228, 70, 18, BLUELIGHT, 7) + circle(386, -44, 9, "#fff6c9") + rect(0, -52, 9, 18, "#e06a5a", 3)
    wheels = _wheel(88, 40) + _wheel(316, 40)
    return oval(200, 0, 214, 13, "#0a173330") + body + shade + windows + screen + door + strip + lamps + wheels


def patrol_car(lights=True):
    """A response car, 420 long, half-Battenburg along its side."""
    body = path("M8-44q-4-52 34-58l62-10c34-34 66-52 112-52 60 0 92 18 124 54l52 10q26 6 26 40v16H8z", WHITE)
    glass = path("M122-112c26-26 52-38 88-38v38zM222-150c46 0 72 12 98 38h-98z", f"down({GLASS},#0a1733)")
    squares = "".join(rect(16 + i * 52, -98 + (i % 2) * 0, 52, 34, HIVIS if i % 2 else "#1548c4") for i in range(7))
    lower = "".join(rect(16 + i * 52, -64, 52, 22, "#1548c4" if i % 2 else HIVIS) for i in range(7))
    side = group(squares, lower)
    sill = path("M6-44h414v14q0 6-8 6H14q-8 0-8-8z", "#26345c")
    bar = rect(188, -178, 70, 16, BLUELIGHT, 6) + (
        circle(206, -170, 70, "glow(#8fb4ff99)") + circle(242, -170, 90, "glow(#5f8dffaa)") if lights else ""
    )
    lamp = circle(408, -72, 10, "#fff6c9") + rect(6, -84, 10, 20, "#e06a5a", 3)
    wheels = _wheel(96, 38) + _wheel(328, 38)
    return oval(212, 0, 224, 12, "#0a173340") + body + side + glass + stroke("M216-150v106", SILVER, 3) + sill + lamp + bar + wheels


def tractor(colour="#2f7d4b"):
    cab = path("M40-210h96l14 100H28z", "#dff0ffcc") + stroke("M36-214h104M44-208l-12 104M134-208l14 98", "#18402c", 9)
    bonnet = path("M134-140h104q22 0 24 24v52H96z", colour) + rect(210, -130, 34, 40, "#18402c", 4) + rect(176, -196, 9, 58, "#3a4560", 4)
    frame = path("M10-96q10-50 60-50h74v82H10z", colour)
    return (
        oval(130, 0, 165, 12, "#0a173330")
        + rect(170, -76, 70, 24, "#18402c")
        + cab
        + frame
        + bonnet
        + _big_wheel(66, 72)
        + _wheel(226, 44, "#e8c84a")
    )


def _big_wheel(x, r):
    treads = "".join(group(rect(-8, -r - 4, 16, 10, TYRE), at=(x, -r), turn=a) for a in range(0, 360, 24))
    return treads + circle(x, -r, r, TYRE) + circle(x, -r, r * 0.5, "#e8c84a") + circle(x, -r, r * 0.2, "#18402c")


def bicycle(colour=IRON):
    wheels = "".join(
        circle(x, -56, 52, "none", stroke=TYRE, stroke_width=7)
        + circle(x, -56, 5, TYRE)
        + stroke(f"M{x - 50} -56h100M{x} -106v100M{x - 35} -91l70 70M{x + 35} -91l-70 70", "#8496bb", 1.5)
        for x in (0, 176)
    )
    frame = stroke("M0-56l52-76h84M0-56h78l58-76M52-132l26 76M136-132l40 76M52-132l-6-16M136-132l-8-26", colour, 8)
    saddle = path("M24-152h42q6 0 4 6l-8 4H34z", NIGHT) + stroke("M128-158q22-6 30 8", NIGHT, 7)
    return wheels + frame + saddle + circle(78, -56, 13, "none", stroke=NIGHT, stroke_width=5) + line(((78, -56), (92, -34)), NIGHT, 5)


def narrowboat():
    hull = path("M0-40h470l44-26q6 30-8 66H26Q2-12 0-40z", "#12285c") + rect(10, -40, 470, 8, HIVIS)
    cabin = rect(70, -98, 310, 60, "#9a3b24", 6) + rect(62, -106, 326, 12, "#2f6d4b", 5)
    ports = "".join(circle(x, -68, 15, "#fff1b0", stroke="#e8c84a", stroke_width=4) for x in (112, 170, 228, 286))
    door = rect(330, -92, 34, 52, "#12285c", 3) + rect(190, -128, 12, 24, NIGHT) + rect(100, -120, 46, 14, "#5f9a6d", 6)
    return hull + cabin + ports + door
