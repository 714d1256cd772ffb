"""Heads: minimal faces (two eyes and a smile), hair, hats. Drawn about the middle of the face, which is 74 × 90."""

from .ink import BRAND, HIVIS, NIGHT, SILVER, WHITE, circle, group, line, oval, path, rect, stroke

SWEPT = "M-40 0c-2-36 12-58 40-58s42 22 40 58c-6-18-14-26-24-28-8 8-36 12-46 6-6 6-8 12-10 22z"
SHORT = "M-40-4c-4-36 14-60 42-60 26 0 44 22 38 60-4-20-12-28-22-30-18 6-38 6-48 4-6 6-8 14-10 26z"
LONG = "M-52-4c0-40 22-62 52-62s52 22 52 62v46c0 10-6 16-14 16H-38c-8 0-14-6-14-16z"
BOB = "M-48-6c0-38 20-58 48-58s48 20 48 58v32c0 8-6 12-13 12H-35c-7 0-13-4-13-12z"
CROP = "M-39-8c-2-32 14-52 39-52s41 20 39 52c-5-14-10-20-16-23-14 4-32 4-46 0-6 3-11 9-16 23z"
PARTING = "M-41 4c-4-40 14-64 42-64s44 26 40 64c-4-26-16-40-34-46-10 16-30 24-42 26-3 6-5 12-6 20z"


def _curls(colour):
    spots = ((-38, -8), (-40, -28), (-30, -46), (-12, -56), (8, -58), (28, -48), (39, -30), (39, -10))
    return "".join(circle(x, y, 15, colour) for x, y in spots)


def _locs(colour):
    ends = ((-44, 44), (-49, 30), (49, 30), (44, 44), (-38, 56), (38, 56))
    return "".join(line(((x * 0.8, -34), (x, y)), colour, 13) for x, y in ends)


BEHIND = {
    "long": lambda c: path(LONG, c),
    "bob": lambda c: path(BOB, c),
    "bun": lambda c: circle(0, -66, 19, c),
    "afro": lambda c: circle(0, -20, 61, c),
    "locs": lambda c: circle(0, -14, 46, c) + _locs(c),
    "tail": lambda c: path("M20-40c44-6 52 34 40 92-10-6-18-20-18-40 0-22-4-36-22-52z", c),
    "hijab": lambda c: path("M-53-2c0-42 22-66 53-66s53 24 53 66c0 32 8 60 22 82H-75c14-22 22-50 22-82z", c),
}
FRINGE = {
    "long": SWEPT,
    "bob": PARTING,
    "bun": SHORT,
    "short": SHORT,
    "crop": CROP,
    "afro": CROP,
    "locs": CROP,
    "tail": SWEPT,
    "parting": PARTING,
}


def _fringe(style, colour):
    if style == "curls":
        return path(CROP, colour) + _curls(colour)
    if style == "hijab":
        return path("M-40 8c-2-40 12-60 40-60s42 20 40 60c-4-26-18-42-40-42s-36 16-40 42z", colour)
    if style == "turban":
        wrap = path("M-45-12c-8-46 18-64 45-64s53 18 45 64c-12-10-28-15-45-15s-33 5-45 15z", colour)
        return wrap + stroke("M-40-24c14-22 40-36 76-34M-34-44c16-14 34-20 56-18M40-22C26-38 6-46-14-48", "#ffffff38", 3)
    return path(FRINGE[style], colour) if style in FRINGE else ""


def _cap(colour, band=WHITE):
    """The flat cap; PCSOs have a blue band, officers a chequered one."""
    squares = "".join(f"M{-50 + i * 13} {-40 + (i % 2) * 6}h6.500v6.500h-6.500z" for i in range(8))
    return (
        path("M-54-32c-8-30 20-52 54-52s62 22 54 52c-30-8-78-8-108 0z", colour)
        + path("M-52-36c30-9 74-9 104 0v13c-30-9-74-9-104 0z", band)
        + (path(squares, NIGHT) if band == WHITE else "")
        + path("M-46-24c28-8 64-8 92 0-6 8-22 12-46 12s-40-4-46-12z", "#060f24")
        + circle(0, -58, 8, SILVER)
    )


def _bowler(colour, band=WHITE):
    squares = "".join(f"M{-42 + i * 12} {-40 + (i % 2) * 6}h6v6h-6z" for i in range(7))
    return (
        path("M-44-28c-4-36 16-54 44-54s48 18 44 54z", colour)
        + rect(-44, -40, 88, 13, band)
        + (path(squares, NIGHT) if band == WHITE else "")
        + path("M-60-24c8-8 30-8 60-8s52 0 60 8c-16 8-36 10-60 10s-44-2-60-10z", "#060f24")
        + circle(0, -58, 7, SILVER)
    )


def _hood():
    return path("M-50 20c-6-60 14-92 50-92s56 32 50 92c-2 16-12 26-20 30H-30c-8-4-18-14-20-30z", WHITE)


HATS = {
    "cap": lambda: _cap("#0d1a3c"),
    "pcso": lambda: _cap("#16336f", "#3f73e0"),
    "bowler": lambda: _bowler("#0d1a3c"),
    "pcso-bowler": lambda: _bowler("#16336f", "#3f73e0"),
}


def _face(look, smile):
    """Eyes and a smile; `look` moves them sideways so that the head turns a little."""
    x = look * 9
    brows = stroke(f"M{-24 + x} -15q7-4 13-1M{11 + x} -16q6-3 13 1", NIGHT, 3, stroke_opacity=".45")
    eyes = oval(-17 + x, 0, 4, 4.6, NIGHT, opacity=".85") + oval(17 + x, 0, 4, 4.6, NIGHT, opacity=".85")
    mouth = stroke(f"M{-13 + x} 23q13 {smile} 26 0", NIGHT, 3.5, stroke_opacity=".7")
    return brows + eyes + mouth


def _glasses(look):
    x = look * 9
    rims = "".join(rect(c + x - 13, -11, 26, 22, "#ffffff30", 9, stroke=NIGHT, stroke_width=3) for c in (-17, 17))
    return rims + stroke(f"M{-4 + x} -2q4-3 8 0", NIGHT, 3)


def _beard(colour):
    return path("M-38 4c0 34 14 48 38 48s38-14 38-48c-3 12-8 15-14 12-8-6-40-6-48 0-6 3-11 0-14-12z", colour)


def _headset():
    band = stroke("M-42 4c-6-44 16-64 42-64s48 20 42 64", "#26345c", 6)
    boom = stroke("M-42 14c2 20 12 28 24 28", "#26345c", 4)
    return band + boom + rect(-50, -8, 15, 28, "#26345c", 7) + rect(35, -8, 15, 28, "#26345c", 7) + circle(-17, 42, 5, "#26345c")


def _wear(look, extras, hair):
    parts = {"beard": lambda: _beard(hair), "glasses": lambda: _glasses(look), "headset": _headset}
    return "".join(parts[name]() for name in extras if name in parts and name != "beard")


def back(hair, style):
    """A head seen from behind: hair alone."""
    top = BEHIND.get(style, lambda c: "")(hair)
    return top + oval(0, 0, 39, 47, hair)


def head(skin, hair, style="short", hat=None, extras=(), look=0, smile=9):
    """A whole head. `style` is a hair style, `hat` one of HATS or "hood", `look` -1 (left) to 1 (right)."""
    if hat == "hood":
        return group(_hood(), oval(0, 2, 34, 40, skin), _face(look, smile), _mask() if "mask" in extras else "")
    ears = "" if style in ("hijab", "long", "bob") else circle(-37, 5, 8, skin) + circle(37, 5, 8, skin)
    temples = "" if style in ("hijab", "turban") else oval(0, -14, 39, 36, hair)
    shade = path("M14-44C52-32 50 34 4 45 34 26 34-26 14-44z", "#0a173314")
    return group(
        BEHIND.get(style, lambda c: "")(hair),
        temples,
        ears,
        oval(0, 0, 37, 45, skin),
        shade,
        _beard("#2a1a12" if style == "turban" else hair) if "beard" in extras else "",
        _face(look, smile),
        _fringe(style, hair),
        HATS[hat]() if hat else "",
        _wear(look, extras, hair),
    )


def _mask():
    return path("M-31 12c20-8 42-8 62 0 0 20-12 30-31 30s-31-10-31-30z", "#dfe8f5") + stroke("M-18 22h36M-16 30h32", "#b9c6dd", 2)


def badge(x, y, scale=1):
    """A plain warrant-card lanyard badge with the chequers on it."""
    card = rect(0, 0, 30, 40, WHITE, 4) + rect(0, 0, 30, 12, BRAND, 4) + rect(3, 3, 6, 6, HIVIS) + rect(15, 3, 6, 6, HIVIS)
    return group(card, rect(6, 17, 18, 12, SILVER, 2), rect(6, 32, 18, 3, "#8496bb"), at=(x, y), scale=scale)
