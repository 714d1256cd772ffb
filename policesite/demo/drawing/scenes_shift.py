"""Scenes from dusk to dawn, and the two that show a screen: torch, response car, briefing, film, messages."""

from .indoors import phone, speech
from .ink import BRAND, HIVIS, LAMPLIGHT, NIGHT, WHITE, circle, group, line, path, polygon, rect, stroke
from .land import church, cloud, hills, lift_tower, roofs, sky, stars, sun, viaduct
from .people import OFFICER, PCSO, SKINS, Person, figure, place
from .street import lamp_post, road, terrace
from .wheels import patrol_car


def torch():
    """A night street: an officer's torch along the terraces."""
    walls = ("#2a2746", "#2f2b47", "#262749", "#312a44", "#292a4b", "#2d2945", "#2a2746")
    lights = ((0, 1, 0), (0, 0, 0), (1, 0, 0), (0, 0, 0), (0, 0, 0), (0, 1, 1), (0, 0, 0))
    row = "".join(group(terrace(w, "#0d1734", lit, True), at=(i * 232 - 10, 780)) for i, (w, lit) in enumerate(zip(walls, lights, strict=True)))
    beam = polygon("across(#fff6c9cc,#fff1b022)", (782, 622), (1340, 470), (1480, 790), (782, 640)) + circle(784, 631, 40, "glow(#ffffff)")
    officer = place(
        figure(OFFICER.but(skin=SKINS["brown"]), right=(84, -146), look=1, held=line(((84, -146), (112, -142)), "#4a5a8c", 13)), 630, 828, 1.38
    )
    return (
        sky("deep")
        + stars(5, 90, 360)
        + sun(1310, 130, 50, HIVIS)
        + lift_tower(180, 700, 560, "#173274")
        + viaduct(900, 330, 200, 12, "#14295f")
        + row
        + road(780, "#0b1530", "#26345c", "#3d5590")
        + group(lamp_post(400), at=(250, 812))
        + beam
        + officer
    )


def response_car():
    """A response car at night, its blue light on the houses."""
    walls = ("#22264a", "#262a50", "#20254a", "#272b52", "#232850", "#22264a", "#262a50")
    row = "".join(group(terrace(w, "#0d1734", (i == 1, i == 4, False), True), at=(i * 232 - 30, 720), scale=0.98) for i, w in enumerate(walls))
    spill = circle(700, 520, 420, "glow(#3f73e077)") + circle(800, 470, 200, "glow(#8fb4ff88)")
    beam = polygon("across(#fff6c9bb,#fff6c900)", (1118, 712), (1600, 640), (1600, 850), (1118, 736))
    return (
        sky("deep")
        + stars(8, 80, 300)
        + sun(250, 140, 46, HIVIS)
        + lift_tower(1340, 700, 560, "#173274")
        + church(420, 700, 560, "#14295f")
        + row
        + spill
        + road(720, "#0b1530", "#1d2a55", "#3d5590")
        + group(lamp_post(420, True), at=(1330, 756))
        + beam
        + group(patrol_car(), at=(430, 838), scale=1.68)
    )


def briefing():
    """Response officers beside their car at dawn."""
    crew = (
        place(
            figure(
                OFFICER.but(skin=SKINS["pale"], hair="#7a4a22"),
                left=(-30, -150),
                right=(40, -146),
                look=0.7,
                front="both",
                held=rect(12, -182, 44, 58, WHITE, 4) + stroke("M21-166h26M21-154h26M21-142h18", "#8496bb", 3),
            ),
            330,
            852,
            1.4,
        )
        + place(figure(OFFICER.but(style="bun", skin=SKINS["deep"], hat="bowler"), right=(70, -178), look=0.2), 530, 858, 1.4)
        + place(figure(OFFICER.but(style="turban", hair="#0d1a3c", hat=None, extras=("beard",), skin=SKINS["tan"]), look=-0.7), 730, 852, 1.4)
    )
    return (
        sky("dusk")
        + sun(1150, 420, 70, "#ffdca0")
        + cloud(260, 150, 1, "#c98f9a", 0.5)
        + cloud(900, 110, 0.8, "#c98f9a", 0.5)
        + hills(540, "#7a5a86", 3)
        + viaduct(980, 470, 190, 11, "#5b4a7d")
        + church(300, 720, 520, "#4a3f70")
        + lift_tower(880, 720, 520, "#4a3f70")
        + roofs(730, "#3b3562", 1.4, 3, LAMPLIGHT)
        + road(730, "#2b2b4d", "#57507a", "#8a80a8")
        + group(patrol_car(False), at=(860, 832), scale=1.6)
        + crew
    )


def film_still():
    """A still of the animated film: officers and neighbours in a row under a big sun, in a film frame."""
    cast = (
        Person(style="hijab", hair="#2f6d4b", skin=SKINS["olive"], top="#c8813f"),
        OFFICER.but(skin=SKINS["brown"]),
        Person(style="curls", hair="#8d8d99", skin=SKINS["pale"], top="#1548c4", extras=("glasses",)),
        PCSO.but(style="long", hair="#c08a3e"),
        Person(style="afro", hair="#1b120d", skin=SKINS["deep"], top="#b0101f"),
        OFFICER.but(style="bun", hat="bowler"),
        Person(style="crop", hair="#2a1a12", skin=SKINS["tan"], top="#6b3f8f"),
    )
    people = "".join(
        place(figure(p, right=(78, -246) if i in (1, 4) else (58, -94)), 230 + i * 190, 770, 1.25 if i % 2 else 1.12) for i, p in enumerate(cast)
    )
    holes = "".join(rect(34 + i * 96, y, 46, 34, "#e8edf8", 8) for i in range(17) for y in (22, 844))
    play = circle(800, 236, 66, HIVIS) + path("M778 198l66 38-66 38z", NIGHT)
    return (
        sky("morning")
        + circle(800, 236, 230, "#ffffff44")
        + circle(800, 236, 140, "#ffffff66")
        + hills(520, "#8fb0dc", 2)
        + viaduct(1010, 440, 200, 12, "#7d9ac8")
        + church(250, 680, 420, "#6d86b8")
        + lift_tower(560, 690, 470, "#6d86b8")
        + roofs(700, "#47689d", 1.2, 5)
        + hills(716, "#4d7a72", 5, 12)
        + rect(0, 760, 1600, 140, "#3f6b64")
        + play
        + people
        + rect(0, 0, 1600, 78, NIGHT)
        + rect(0, 822, 1600, 78, NIGHT)
        + holes
    )


def messages():
    """Northamptonshire Talking: a message reaches a phone, with the town behind it."""
    lines = (
        rect(18, 60, 84, 44, HIVIS, 10)
        + stroke("M30 76h56M30 90h36", NIGHT, 5)
        + rect(18, 116, 64, 34, WHITE, 10)
        + stroke("M30 133h38", "#8496bb", 5)
        + rect(46, 162, 56, 34, "#8fb4ff", 10)
        + stroke("M58 179h30", BRAND, 5)
    )
    hand = rect(700, 800, 270, 140, BRAND, 30) + rect(664, 560, 340, 290, SKINS["tan"], 110)
    fingers = line(((676, 720), (706, 590)), SKINS["tan"], 54) + "".join(
        line(((984, y), (952, y + 6)), SKINS["tan"], 46) for y in (500, 556, 612, 664)
    )
    bubble = speech(1010, 180, 330, 170, HIVIS, -1, stroke("M50 60h230M50 100h160", NIGHT, 14)) + speech(
        260, 280, 300, 150, WHITE, 1, stroke("M46 54h200M46 92h130", "#8496bb", 13)
    )
    return (
        sky("dusk")
        + sun(1200, 520, 60, "#ffdca0")
        + hills(560, "#7a5a86", 3)
        + viaduct(30, 540, 170, 9, "#5b4a7d")
        + church(1470, 760, 480, "#4a3f70")
        + lift_tower(600, 760, 480, "#4a3f70")
        + roofs(770, "#3b3562", 1.4, 8, LAMPLIGHT)
        + roofs(910, "#252447", 2, 6, LAMPLIGHT)
        + hand
        + phone(690, 190, 2.35, "down(#3f73e0,#12285c)", lines)
        + fingers
        + bubble
    )
