"""The county behind every scene: skies, hills, the spires, the Lift Tower, the viaduct, roofs and trees."""

from random import Random

from .ink import LEAF, LEAF_DARK, WHITE, circle, group, number, oval, path, rect, stroke

SKIES = {
    "day": "down(#9fd0fb,#eaf5ff)",
    "morning": "down(#94c0f5,#d3e3f2,#fbe3c4)",
    "dusk": "down(#2b2c66,#8a5a86,#f0a878)",
    "night": "down(#0a1733,#173274)",
    "deep": "down(#060f24,#12285c)",
}


def sky(kind, height=900):
    return rect(0, 0, 1600, height, SKIES[kind])


def sun(x, y, r=64, colour="#fff6c9"):
    return circle(x, y, r * 2.6, f"glow({colour}aa)") + circle(x, y, r, colour)


def stars(seed=1, count=70, height=420):
    dice = Random(seed)
    dots = "".join(f"M{dice.randrange(1600)} {dice.randrange(height)}h.1" for _ in range(count))
    return stroke(dots, "#9fbcff", 3, opacity=".8")


def cloud(x, y, scale=1, colour=WHITE, opacity=0.85):
    puffs = circle(0, 0, 34, colour) + circle(44, -16, 46, colour) + circle(96, -2, 36, colour)
    return group(puffs, rect(-34, 0, 166, 34, colour, 17), at=(x, y), scale=scale, opacity=opacity)


def hills(y, colour, seed=1, swing=46, foot=900):
    """A rolling line of hills about `y`, filled down to `foot`."""
    dice = Random(seed)
    heights = [y + dice.randint(-swing, swing) for _ in range(7)]
    steps = 1600 / 6
    line = "".join(
        f"C{number((i + 0.5) * steps)} {heights[i]} {number((i + 0.5) * steps)} {heights[i + 1]} {number((i + 1) * steps)} {heights[i + 1]}"
        for i in range(6)
    )
    return path(f"M0 {foot}V{heights[0]}{line}V{foot}z", colour)


def church(x, foot, height, colour, light=None):
    """A tower with a spire, as in half the villages of the county; `light` paints its west side and window."""
    wide = height * 0.1
    tower = foot - height * 0.42
    shape = (
        f"M{number(x - wide)} {foot}V{number(tower)}h{number(wide * 0.35)}l{number(wide * 0.65)} "
        f"{number(-height * 0.58)}l{number(wide * 0.65)} {number(height * 0.58)}h{number(wide * 0.35)}V{foot}z"
    )
    nave = rect(x + wide * 0.6, foot - height * 0.2, height * 0.5, height * 0.2, colour)
    roof = path(
        f"M{number(x + wide)} {number(foot - height * 0.2)}l{number(wide * 0.5)} {number(-height * 0.1)}"
        f"h{number(height * 0.32)}l{number(wide * 0.6)} {number(height * 0.1)}z",
        colour,
    )
    if light is None:
        return nave + roof + path(shape, colour)
    window = path(
        f"M{number(x - wide * 0.3)} {number(foot - height * 0.1)}v{number(-height * 0.12)}a{number(wide * 0.3)} "
        f"{number(wide * 0.3)} 0 0 1 {number(wide * 0.6)} 0v{number(height * 0.12)}z",
        light,
    )
    return nave + roof + path(shape, colour) + window


def lift_tower(x, foot, height, colour):
    """The National Lift Tower: a tapering concrete shaft with a wider head."""
    w = height * 0.042
    shape = (
        f"M{number(x - w * 1.5)} {foot}L{number(x - w)} {number(foot - height * 0.8)}h{number(-w * 0.4)}"
        f"v{number(-height * 0.2)}h{number(w * 2.8)}v{number(height * 0.2)}h{number(-w * 0.4)}"
        f"L{number(x + w * 1.5)} {foot}z"
    )
    return path(shape, colour) + rect(x, foot - height, w * 1.4, height * 0.2, "#ffffff1c")


def viaduct(x, top, height, count, colour, pitch=62):
    """A railway viaduct of `count` arches; the openings are really open."""
    width = count * pitch + 16
    span = pitch - 16
    openings = "".join(
        f"M{number(x + 16 + i * pitch)} {top + height}V{number(top + 34 + span / 2)}a{number(span / 2)} "
        f"{number(span / 2)} 0 0 1 {number(span)} 0V{top + height}z"
        for i in range(count)
    )
    deck = f"M{x} {top}h{width}v{height}H{x}z"
    return path(deck + openings, colour, fill_rule="evenodd") + rect(x - 6, top - 6, width + 12, 10, colour)


def roofs(foot, colour, size=1.0, seed=1, windows=None, start=-20):
    """A far row of terraced roofs with chimneys; some windows lit when `windows` is a colour."""
    dice = Random(seed)
    houses, panes = "", ""
    width, rise = 60 * size, 52 * size
    x = start
    while x < 1620:
        top = foot - rise - dice.choice((0, 4, 9)) * size
        houses += (
            f"M{number(x)} {foot}V{number(top)}l{number(30 * size)} {number(-24 * size)}h{number(7 * size)}"
            f"v{number(-11 * size)}h{number(9 * size)}v{number(18 * size)}L{number(x + width)} {number(top)}V{foot}z"
        )
        for step in (12, 34):
            if dice.random() < 0.34:
                panes += f"M{number(x + step * size)} {number(top + 14 * size)}h{number(10 * size)}v{number(14 * size)}h{number(-10 * size)}z"
        x += width + 1
    return path(houses, colour) + (path(panes, windows) if windows else "")


def tree(x, foot, height, colour=LEAF_DARK, light=LEAF):
    r = height * 0.3
    top = foot - height + r
    return (
        rect(x - height * 0.03, top, height * 0.06, height - r, "#5b4634")
        + oval(x, top + r * 0.35, r * 1.05, r * 1.25, colour)
        + oval(x - r * 0.25, top + r * 0.1, r * 0.7, r * 0.8, light)
    )


def bush(x, foot, r, colour=LEAF_DARK):
    crown = circle(-r, 0, r * 0.8, colour) + circle(0, -r * 0.4, r, colour) + circle(r, 0, r * 0.75, colour)
    return group(crown, rect(-r * 1.7, 0, r * 3.4, r * 0.6, colour, r * 0.2), at=(x, foot - r * 0.5))
