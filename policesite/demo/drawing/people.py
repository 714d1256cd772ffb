"""Whole people for the scenes: invented, friendly, about 300 units tall, standing on y = 0."""

import math
from dataclasses import dataclass, field, replace

from .heads import back, head
from .ink import HIVIS, NIGHT, SILVER, WHITE, circle, group, line, oval, path, rect

SKINS = {"pale": "#f3d3b3", "fair": "#f0c9a4", "olive": "#d9a679", "tan": "#b98058", "brown": "#8a5a3a", "deep": "#5f3c28"}


@dataclass(frozen=True)
class Person:
    """How somebody looks; `outfit` is one of the keys of `_VESTS` or None for plain clothes."""

    skin: str = SKINS["fair"]
    hair: str = "#2a1a12"
    style: str = "short"
    top: str = "#0f1c3d"
    legs: str = "#111d3a"
    hat: str | None = None
    outfit: str | None = None
    extras: tuple = ()
    shoes: str = "#060f24"
    skirt: bool = field(default=False)

    def but(self, **changes):
        return replace(self, **changes)


OFFICER = Person(hat="cap", outfit="officer")
PCSO = Person(hat="pcso", outfit="pcso", top="#16336f")


def _elbow(shoulder, hand):
    """Where the elbow is: low and away from the body. A hand held in front of the body shortens the arm."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    reach, angle = math.hypot(dx, dy), math.atan2(dy, dx)
    bone = max(reach * 1.06, 78) / 2 if dy > 0 else 55
    turn = math.acos(min(1, reach / 2 / bone))
    side = math.copysign(1, shoulder[0])
    choices = ((shoulder[0] + bone * math.cos(a), shoulder[1] + bone * math.sin(a)) for a in (angle - turn, angle + turn))
    return max(choices, key=lambda p: p[1] + side * p[0])


def _arm(shoulder, hand, sleeve, skin, cuff=True):
    elbow = _elbow(shoulder, hand)
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.8, elbow[1] + (hand[1] - elbow[1]) * 0.8)
    fore = line((elbow, wrist), sleeve, 21) if cuff else line((elbow, wrist), skin, 18)
    return circle(*hand, 11, skin) + (line((wrist, hand), skin, 14)) + fore + line((shoulder, elbow), sleeve, 24)


def _legs(person, stance):
    feet = {"stand": ((-18, 0), (18, 0)), "walk": ((-36, 0), (34, 0)), "wide": ((-30, 0), (30, 0))}[stance]
    legs = "".join(line(((side * 15, -118), (x, y - 17)), person.legs, 29) for side, (x, y) in zip((-1, 1), feet, strict=True))
    shoes = "".join(path(f"M{x - 15} {y}v-10a10 10 0 0 1 10-8h12q16 4 18 18z", person.shoes) for x, y in feet)
    if person.skirt:
        legs += path("M-34-130h68l12 66h-92z", person.legs)
    return shoes + legs


def _seated(person, direction):
    """Thighs forwards along the seat, shins down; the seat is at y = -96."""
    d = direction
    return (
        path(f"M{d * 62} 0v-10h{d * 20}q14 2 14 10z", person.shoes)
        + line(((0, -104), (d * 70, -104)), person.legs, 34)
        + line(((d * 70, -104), (d * 70, -12)), person.legs, 26)
    )


_TORSO = "M-36-118L-46-196q0-22 24-22h44q24 0 24 22L36-118q-2 12-14 12h-44q-12 0-14-12z"


def _vest(band=SILVER):
    """The yellow patrol vest with one reflective band."""
    shape = "M-40-120L-46-196q0-22 22-22l24 30 24-30q22 0 22 22L40-120q0 10-8 10h-64q-8 0-8-10z"
    return path(shape, HIVIS) + rect(-42, -152, 84, 13, band)


def _officer_vest():
    squares = "".join(f"M{-42 + i * 7} {-145.5 if i % 2 else -152}h7v6.500h-7z" for i in range(12))
    return _vest() + path(squares, NIGHT) + _RADIO


_RADIO = rect(14, -192, 15, 24, NIGHT, 4)
_VESTS = {
    "officer": _officer_vest,
    "works": _vest,
    "pcso": lambda: _vest("#3f73e0") + _RADIO,
    "shirt": lambda: path("M-16-218L0-196l16-22 10 2-14 34L0-192l-12 10-14-34z", WHITE) + path("M-6-196H6l5 60H-11z", NIGHT),
    "apron": lambda: (
        path("M-26-186h52l8 116h-68z", "#2f6d4b") + line(((-24, -186), (-18, -216)), "#2f6d4b", 6) + line(((24, -186), (18, -216)), "#2f6d4b", 6)
    ),
    "lanyard": lambda: line(((-16, -216), (0, -168), (16, -216)), HIVIS, 4) + rect(-10, -170, 20, 26, WHITE, 3) + rect(-10, -170, 20, 8, NIGHT),
    "suit": lambda: line(((0, -214), (0, -112)), "#c9d4e8", 3) + line(((-34, -122), (34, -122)), "#c9d4e8", 3),
}


def figure(person, left=(-58, -94), right=(58, -94), stance="stand", look=0, rear=False, front="right", held="", smile=9):
    """A person with hands at `left` and `right`. `stance` is stand, walk, wide, sit-left, sit-right or bust.

    `front` names the hand (right, left, both, none) drawn over the body; `held` is drawn just under that hand.
    """
    skin = person.skin
    arms = {"left": _arm((-42, -198), left, person.top, skin), "right": _arm((42, -198), right, person.top, skin)}
    over = [arm for side, arm in arms.items() if front in (side, "both")]
    under = [arm for side, arm in arms.items() if front not in (side, "both")]
    if stance == "bust":
        legs = ""
    elif stance.startswith("sit"):
        legs = _seated(person, 1 if stance == "sit-right" else -1)
    else:
        legs = _legs(person, stance)
    neck = rect(-13, -236, 26, 26, skin, 8) + path("M-13-226c6 8 20 8 26 0v8c-8 8-18 8-26 0z", "#00000020")
    vest = _VESTS[person.outfit]() if person.outfit else path("M-13-218a13 11 0 0 0 26 0z", skin)
    if rear:
        vest = rect(-42, -152, 84, 13, SILVER) if person.outfit in ("officer", "pcso") else ""
        body = path(_TORSO, HIVIS if vest else person.top)
        face = back(person.hair, person.style)
    else:
        body = path(_TORSO, person.top)
        face = head(skin, person.hair, person.style, person.hat, person.extras, look, smile)
    shade = path("M10-106h12q12 0 14-12L46-196q0-22-24-22q12 40-12 112z", "#0a173312")
    return group(legs, *under, neck, body, vest, shade, group(face, at=(0, -262), scale=0.74), held, *over)


def place(drawing, x, y, scale=1.3, flip=False):
    """A figure on the ground at (x, y), with a soft shadow under it."""
    return oval(x, y, 62 * scale, 10 * scale, "#0a173326") + group(drawing, at=(x, y), scale=scale, flip=flip)
