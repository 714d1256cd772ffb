"""Portraits of invented people, drawn on a 240 × 240 square and shown at 800 × 800."""

from dataclasses import dataclass

from .heads import badge, head
from .ink import HIVIS, NIGHT, SILVER, WHITE, chequers, circle, group, line, path, rect, stroke
from .people import SKINS

SHOULDERS = "M22 240c2-42 32-58 66-62h64c34 4 64 20 66 62z"


@dataclass(frozen=True)
class Portrait:
    """One person: the face, the clothes (a key of CLOTHES), what is behind them (a key of BEHIND)."""

    skin: str
    hair: str
    style: str
    clothes: str
    colour: str = "#0f1c3d"
    hat: str | None = None
    extras: tuple = ()
    behind: str = "disc"
    tint: str = "#dbe6fb"
    look: float = 0


def _collar(tie=NIGHT):
    return path("M94 180l26 24 26-24 10 5-18 34-18-16-18 16-18-34z", WHITE) + (path("M113 203h14l6 37h-26z", tie) if tie else "")


def _tunic(colour):
    """Shirt, tie, and the shoulder numbers of a uniform tunic."""
    tabs = "".join(
        group(rect(-15, -6, 30, 12, "#0a1733", 3), rect(-9, -2, 6, 4, SILVER), rect(2, -2, 6, 4, SILVER), at=(x, 196), turn=t)
        for x, t in ((62, -22), (178, 22))
    )
    return path(SHOULDERS, colour) + tabs + _collar() + path("M86 240l10-58 24 58zM154 240l-10-58-24 58z", "#ffffff0d")


def _hivis(colour, band=None):
    """The yellow patrol vest with its reflective and chequered bands."""
    vest = path("M50 240l6-46q14-10 34-14l30 34 30-34q20 4 34 14l6 46z", HIVIS)
    squares = "".join(rect(52 + i * 10 - (i % 2) * 0, 224 + (i % 2) * 6, 10, 6, NIGHT) for i in range(14))
    belt = rect(50, 222, 140, 14, band) if band else rect(51, 223, 139, 14, SILVER) + squares
    radio = rect(146, 196, 16, 24, NIGHT, 4) + line(((154, 196), (154, 186)), NIGHT, 3)
    zipped = line(((120, 214), (120, 240)), "#0a173340", 2)
    return path(SHOULDERS, colour) + path("M98 180l22 20 22-20 6 6-28 30-28-30z", "#060f24") + vest + belt + radio + zipped


def _jumper(colour):
    return path(SHOULDERS, colour) + path("M92 179q28 26 56 0l6 6q-34 34-68 0z", "#0a173326")


def _shirt(colour):
    """An open-necked shirt and a lanyard."""
    collar = path("M94 178l26 28-20 14-16-36zM146 178l-26 28 20 14 16-36z", WHITE, opacity=".9")
    return path(SHOULDERS, colour) + line(((120, 208), (120, 240)), "#0a173330", 3) + collar + _lanyard()


def _lanyard():
    return line(((96, 182), (120, 222), (144, 182)), HIVIS, 4) + badge(108, 218, 0.8)


def _blazer(colour):
    blouse = path("M94 177h52l8 5-22 58h-24l-22-58z", "#e6edf8") + path("M94 177h52l4 5q-30 16-60 0z", "#c9d4e8")
    lapels = path("M92 178l-14 6 26 56h14zM148 178l14 6-26 56h-14z", "#0a173340")
    return path(SHOULDERS, colour) + blouse + lapels


def _coat(colour):
    """A white laboratory coat over a shirt."""
    under = path("M94 177h52l6 5v58H88v-58z", colour) + path("M94 177h52l4 5q-30 18-60 0z", "#0a173333")
    lapels = path("M92 178l-18 8 28 54h12l-12-40zM148 178l18 8-28 54h-12l12-40z", "#d3ddec")
    pen = rect(166, 214, 24, 26, "#e6edf8", 2) + rect(172, 206, 4, 16, "#1548c4", 2) + rect(180, 208, 4, 14, NIGHT, 2)
    return path(SHOULDERS, WHITE) + under + lapels + pen


def _suit(colour):
    """A forensic suit, hood up."""
    return path(SHOULDERS, WHITE) + line(((120, 196), (120, 240)), SILVER, 3) + path("M96 178q24 24 48 0l6 8q-30 26-60 0z", "#dfe8f5")


def _fleece(colour):
    zipped = line(((120, 200), (120, 240)), SILVER, 3)
    return (
        path(SHOULDERS, colour)
        + path("M90 180l30 22 30-22 4 18-34 14-34-14z", "#0a173340")
        + zipped
        + rect(60, 214, 36, 5, HIVIS, 2)
        + circle(172, 216, 7, HIVIS)
    )


CLOTHES = {
    "tunic": _tunic,
    "hivis": _hivis,
    "pcso": lambda c: _hivis(c, "#3f73e0"),
    "jumper": _jumper,
    "shirt": _shirt,
    "blazer": _blazer,
    "coat": _coat,
    "suit": _suit,
    "fleece": _fleece,
}


def _disc(tint):
    return circle(120, 116, 96, "#ffffff66")


def _spire(tint):
    far = path("M30 240V150h6l10-86 10 86h6v90zM176 240l6-120h-4V84h20v36h-4l6 120z", "#0a17331c")
    return far + path("M0 240v-40l22-16 22 16 22-16 22 16 22-16 22 16 22-16 22 16 22-16 22 16 22-16 20 14v42z", "#0a17331c")


def _screens(tint):
    frames = "".join(rect(x, y, w, h, "#12285c", 5) for x, y, w, h in ((8, 40, 64, 46), (168, 40, 64, 46), (8, 100, 64, 46), (168, 100, 64, 46)))
    marks = stroke("M16 74l14-14 12 8 22-18M176 56h34M176 66h24M176 76h30", "#8fb4ff", 3)
    graph = "".join(rect(18 + i * 12, 138 - h, 8, h, HIVIS) for i, h in enumerate((12, 22, 16, 28))) + circle(
        200, 122, 14, "none", stroke=HIVIS, stroke_width=4
    )
    return frames + marks + graph


def _window(tint):
    panes = (
        rect(20, 20, 200, 150, "down(#bfe0ff,#eaf5ff)", 4)
        + path("M20 170v-36q50-24 100-4t100-8v48z", "#86b58f")
        + path("M50 140V88l8-52 8 52v52z", "#8fa8c9")
    )
    return panes + rect(20, 20, 200, 150, "none", 4, stroke=WHITE, stroke_width=8) + line(((120, 20), (120, 170)), WHITE, 5)


def _books(tint):
    tints = ("#12285c", "#c8813f", "#3f73e0", HIVIS, "#46546f", "#9a4a12", "#8fb4ff")
    spines = "".join(
        rect(6 + i * 15, y - 40 - (i * 7 + y) % 14, 12, 40 + (i * 7 + y) % 14, tints[(i * 3 + y) % 7], 2) for y in (78, 150) for i in range(15)
    )
    return spines + "".join(rect(0, y, 240, 7, "#a8743f") for y in (78, 150, 222))


def _arches(tint):
    return path(
        "M0 96h240v144h-12v-78a21 21 0 0 0-42 0v78h-12v-78a21 21 0 0 0-42 0v78h-12v-78a21 21 0 0 0-42 0v78h-12v-78a21 21 0 0 0-42 0v78H0z",
        "#0a173318",
    ) + rect(0, 90, 240, 9, "#0a173318")


def _squares(tint):
    return chequers(0, 176, 240, 20, "#0a17331a", "#ffffff88", 2) + circle(120, 108, 82, "#ffffff55")


def _fields(tint):
    return circle(186, 54, 22, "#fff6c9") + path("M0 150q60-40 120-14t120-20v124H0z", "#86b58f") + path("M0 186q80-36 240-8v62H0z", "#5f9a6d")


def _night(tint):
    stars = stroke("M24 30h.1M60 64h.1M196 40h.1M220 96h.1M34 110h.1M172 20h.1M90 22h.1", "#9fbcff", 3)
    return (
        rect(0, 0, 240, 240, "down(#0a1733,#1f4396)")
        + stars
        + circle(196, 56, 18, HIVIS)
        + path("M0 240v-60l20-14 20 14 20-14 20 14 20-14 20 14 20-14 20 14 20-14 20 14 20-14 20 14v60z", "#0a1733")
    )


BEHIND = {
    "disc": _disc,
    "spire": _spire,
    "screens": _screens,
    "window": _window,
    "books": _books,
    "arches": _arches,
    "chequers": _squares,
    "fields": _fields,
    "night": _night,
}


def draw(person):
    """The portrait as SVG parts on the 240 square."""
    neck = path("M98 148h44v32c0 12-10 20-22 20s-22-8-22-20z", "#dfe8f5" if person.clothes == "suit" else person.skin) + path(
        "M98 158c8 12 36 12 44 0v12c-10 10-34 10-44 0z", "#00000020"
    )
    drape = path("M66 164c10 30 98 30 108 0l14 20c-26 30-110 30-136 0z", person.hair) if person.style == "hijab" else ""
    face = group(head(person.skin, person.hair, person.style, person.hat, person.extras, person.look), at=(120, 116))
    return "".join((rect(0, 0, 240, 240, person.tint), BEHIND[person.behind](person.tint), _back_hair(person), _dressed(person, neck), drape, face))


def _back_hair(person):
    """Long hair falls behind the shoulders."""
    if person.style != "long":
        return ""
    return group(path("M-52-4c0-40 22-62 52-62s52 22 52 62v66c0 10-6 16-14 16H-38c-8 0-14-6-14-16z", person.hair), at=(120, 116))


def _dressed(person, neck):
    """Clothes with the neck rising out of them: behind a collar, in front of a round neck or a vest."""
    clothes = CLOTHES[person.clothes](person.colour)
    if person.clothes in ("jumper", "suit"):
        return clothes + neck
    if person.clothes in ("hivis", "pcso"):
        return clothes + neck + path("M98 180l22 22 22-22 8 6-30 34-30-34z", NIGHT)
    return neck + clothes


S = SKINS
PEOPLE = {
    "officer-cap": Portrait(S["tan"], "#2a1a12", "short", "tunic", hat="cap", behind="spire"),
    "officer-bowler": Portrait(S["fair"], "#7a4a22", "bun", "hivis", hat="bowler", behind="arches", tint="#e3edf8"),
    "officer-turban": Portrait(S["tan"], "#0d1a3c", "turban", "hivis", extras=("beard",), behind="disc", tint="#fbe9d8"),
    "officer-locs": Portrait(S["deep"], "#1b120d", "locs", "tunic", hat="bowler", behind="chequers", tint="#e9f2c4"),
    "officer-night": Portrait(S["olive"], "#2a1a12", "short", "hivis", hat="cap", behind="night"),
    "sergeant": Portrait(S["pale"], "#b9bcc6", "crop", "tunic", behind="window", extras=("glasses",)),
    "pcso-fair-hair": Portrait(S["pale"], "#c08a3e", "long", "pcso", "#16336f", hat="pcso-bowler", behind="disc", tint="#e9f2c4"),
    "pcso-cap": Portrait(S["brown"], "#1b120d", "crop", "pcso", "#16336f", hat="pcso", behind="spire", tint="#fbe9d8"),
    "pcso-hijab": Portrait(S["olive"], "#16336f", "hijab", "pcso", "#16336f", behind="arches"),
    "call-handler": Portrait(S["fair"], "#b0584a", "bob", "jumper", "#2f6d4b", extras=("headset",), behind="screens", tint="#c9d8f7"),
    "call-handler-glasses": Portrait(
        S["deep"], "#1b120d", "afro", "shirt", "#c8813f", extras=("headset", "glasses"), behind="screens", tint="#c9d8f7"
    ),
    "crime-scene-investigator": Portrait(S["brown"], "#1b120d", "short", "suit", hat="hood", behind="disc", tint="#c9d8f7"),
    "forensic-scientist": Portrait(S["olive"], "#2a1a12", "tail", "coat", "#3f73e0", extras=("glasses",), behind="window", tint="#e3edf8"),
    "case-worker": Portrait(S["tan"], "#2a1a12", "parting", "blazer", "#6b3f8f", behind="books", tint="#efe6d8"),
    "crime-prevention-adviser": Portrait(S["pale"], "#8a5a2e", "curls", "fleece", "#12285c", extras=("beard",), behind="chequers", tint="#fbe9d8"),
    "enquiry-desk-officer": Portrait(S["pale"], "#c9ccd6", "bob", "shirt", "#3f5fa8", extras=("glasses",), behind="window", tint="#e6edf8"),
    "analyst-portrait": Portrait(S["tan"], "#8a3b5c", "hijab", "blazer", "#26345c", extras=("glasses",), behind="screens", tint="#dbe6fb"),
    "communications-officer": Portrait(
        S["fair"], "#5a2d12", "parting", "jumper", "#c8813f", extras=("beard", "glasses"), behind="disc", tint="#e9f2c4"
    ),
    "rural-officer": Portrait(S["fair"], "#9a4a12", "tail", "fleece", "#0f1c3d", hat="bowler", behind="fields", tint="#bfe0ff"),
    "detective": Portrait(S["deep"], "#1b120d", "crop", "blazer", "#26345c", behind="books", tint="#efe6d8"),
}
