"""The scenes of the film about neighbourhood policing. Each takes the seconds since it began; 1600 × 900."""

import math

from .heads import head
from .indoors import phone, picture_map, speech
from .ink import BRAND, HIVIS, MIST, NIGHT, SILVER, STONE, WHITE, chequers, circle, group, line, path, polygon, rect, stroke, words
from .land import church, cloud, hills, lift_tower, roofs, sky, stars, sun, tree, viaduct
from .motion import between, ease, part, pop, settle, tick, walker, waving
from .people import OFFICER, PCSO, SKINS, Person, figure, place
from .shared import mark
from .street import lamp_post, planter, road, stall, terrace
from .wheels import beat_bus, bicycle, patrol_car

AMARA = OFFICER.but(skin=SKINS["deep"], hair="#1b120d", style="locs", hat="bowler")
PRIYA = PCSO.but(skin=SKINS["tan"], hair="#2a1a12", style="tail", hat="pcso-bowler")
TOM = OFFICER.but(skin=SKINS["pale"], hair="#9a4a12")
LEILA = Person(style="hijab", hair="#8a3b5c", skin=SKINS["olive"], top="#c8813f", legs="#26345c")
WALTER = Person(style="short", hair="#c9ccd6", skin=SKINS["pale"], top="#2f6d4b", extras=("glasses",))
MENDER = Person(style="crop", hair="#2a1a12", skin=SKINS["brown"], top="#d9772b", outfit="works", legs="#3a4560")


def county(t):
    """Every street has its own team: the county at morning, the Beat Bus comes over the road."""
    bus = group(beat_bus(), at=(between(-620, 560, settle(part(t, 0.3, 3.6))), 838), scale=1.3)
    return (
        sky("morning")
        + sun(1230, between(300, 190, ease(part(t, 0, 5))), 64)
        + hills(520, "#8fb0dc", 2)
        + viaduct(900, 450, 220, 13, "#7d9ac8")
        + hills(640, "#6d93b8", 4)
        + church(300, 740, 470, "#47689d")
        + lift_tower(640, 740, 540, "#47689d")
        + roofs(750, "#47689d", 1.3, 5)
        + hills(760, "#4d7a72", 5, 14)
        + road(790)
        + bus
    )


STREET = (
    sky("day")
    + cloud(320, 130)
    + cloud(1220, 100, 0.8)
    + hills(520, "#b4d3ea", 2)
    + "".join(
        group(terrace(wall, paint, height=340), at=(i * 264 - 10, 780), scale=1.14)
        for i, (wall, paint) in enumerate(
            (
                ("#c98d5a", BRAND),
                ("#d9b58a", "#9a3b24"),
                ("#cf9a5b", "#2f6d4b"),
                ("#c98d5a", "#1548c4"),
                ("#d9c7ae", "#6b3f8f"),
                ("#cf9a5b", BRAND),
                ("#d9b58a", "#2f6d4b"),
            )
        )
    )
    + road(780, "#5b6680", "#c3cad8")
    + planter(60, 820, 130)
    + planter(1410, 820, 130)
)


def officers(t):
    """Who your officers are: three of them walk into their street and wave."""
    cast = (
        walker(TOM, t, 0.2, 2.0, (-140, 440), 852, 1.35, right=waving(t, 4.0), look=0.2)
        + walker(PRIYA, t, 0.4, 2.0, (1760, 1160), 852, 1.32, right=waving(t, 5.0), look=-0.2)
        + walker(AMARA, t, 0.0, 1.8, (-300, 800), 858, 1.42, right=waving(t, 2.0, -256))
    )
    return STREET + cast


def _lamp_icon(lit=False):
    glow = circle(8, -46, 34, "#f7c873") if lit else stroke("M-14-70l44 48M30-70l-44 48", "#b0101f", 7)
    return group(stroke("M-30 44V-36q0-14 14-14h22", NIGHT, 8) + rect(-4, -56, 26, 12, NIGHT, 5) + glow)


def _car_icon():
    return group(patrol_car(False).replace(HIVIS, "#b9c6dd").replace("#1548c4", "#8496bb"), at=(-56, 26), scale=0.28) + stroke(
        "M-84 4h18M-92 18h24", "#8496bb", 6
    )


def _bike_icon():
    return group(bicycle("#9a3b24"), at=(-46, 34), scale=0.5)


def _bubble(icon, fill=WHITE, tail=-1):
    return speech(-100, -190, 200, 150, fill, tail, group(icon, at=(100, 86), scale=1.08))


def _calendar(t):
    """A calendar whose days light up one after the other, and a clock."""
    lit = int(part(t, 1.2, 2.4) * 9)
    days = "".join(rect(-72 + i % 4 * 38, -30 + i // 4 * 36, 28, 26, HIVIS if i in (2, 5, 8)[: lit // 3] else "#dbe6fb", 4) for i in range(12))
    hands = stroke(f"M128 40V14M128 40l{18 * math.sin(t):.0f} {-18 * math.cos(t):.0f}", NIGHT, 6)
    return (
        rect(-96, -96, 192, 184, WHITE, 16)
        + rect(-96, -96, 192, 46, BRAND, 16)
        + rect(-96, -70, 192, 20, BRAND)
        + circle(-50, -94, 9, SILVER)
        + circle(50, -94, 9, SILVER)
        + days
        + circle(128, 40, 46, WHITE, stroke=NIGHT, stroke_width=7)
        + hands
    )


SQUARE = (
    sky("day")
    + sun(1330, 130, 54)
    + cloud(240, 110)
    + hills(560, "#b4d3ea", 7)
    + church(820, 782, 560, "#8fa8c9")
    + roofs(782, "#8fa8c9", 1.4, 9)
    + group(terrace("#cf9a5b", "#2f6d4b"), at=(-30, 782))
    + group(terrace("#d9b58a", BRAND, height=380), at=(1380, 782))
    + rect(0, 780, 1600, 120, STONE)
    + group(stall(), at=(60, 802))
    + group(stall(230, BRAND, ("#5f9a6d", HIVIS, "#c8813f")), at=(1350, 802))
)


def market(t):
    """Surgeries and Beat Bus stops: the bus pulls up, people come and say what is on their mind."""
    bus = group(beat_bus(), at=(between(1700, 820, settle(part(t, 0, 2))), 836), scale=1.25)
    people = (
        walker(PRIYA, t, 1.8, 0.8, (860, 720), 860, 1.28, left=(-80, -176), look=-0.8)
        + walker(LEILA, t, 1.2, 2.0, (-140, 520), 860, 1.24, right=(76, -150), look=0.8)
        + walker(WALTER, t, 1.6, 2.0, (-260, 340), 860, 1.24, look=0.8)
    )
    talk = (
        pop(_bubble(_lamp_icon()), 500, 500, t, 4.0)
        + pop(_bubble(_bike_icon(), HIVIS), 300, 480, t, 5.2)
        + pop(_bubble(_car_icon(), WHITE, 1), 720, 440, t, 6.2)
    )
    return SQUARE + bus + people + pop(_calendar(t), 1130, 330, t, 1.0) + talk


def _steps(t):
    """Three discs joined by a line: you say, we act, we tell you. The one of the moment is bright."""
    now = 0 if t < 5 else 1 if t < 10 else 2
    icons = (
        speech(-26, -26, 52, 36, NIGHT),
        stroke("M-20 20L8-8", NIGHT, 11) + circle(14, -14, 15, NIGHT) + polygon(HIVIS, (10, -18), (30, -38), (36, -14), (18, -8)),
        rect(-16, -28, 32, 56, NIGHT, 7) + stroke("M-7 0l5 6 10-12", HIVIS, 5),
    )
    link = line(((620, 130), (980, 130)), "#3d5590", 8) + line(
        ((620, 130), (between(620, 980, ease(part(t, 4.4, 1)) / 2 + ease(part(t, 9.4, 1)) / 2), 130)), HIVIS, 8
    )
    discs = "".join(
        group(
            circle(0, 0, 60 if i == now else 50, HIVIS if i <= now else "#8fa3c9"),
            icons[i] if i <= now else icons[i].replace(HIVIS, "#8fa3c9"),
            at=(620 + i * 180, 130),
        )
        for i in range(3)
    )
    return link + discs


def _night_row(lit):
    walls = ("#2a2746", "#2f2b47", "#262749", "#312a44", "#292a4b", "#2d2945", "#2a2746")
    return "".join(group(terrace(wall, "#0d1734", (i == 1, i == 5, lit and i == 3), True), at=(i * 232 - 10, 780)) for i, wall in enumerate(walls))


NIGHT_SKY = sky("deep") + stars(5, 70, 330) + sun(1380, 150, 46, HIVIS)
DARK_STREET, LIT_STREET = (NIGHT_SKY + _night_row(lit) + road(780, "#0b1530", "#26345c", "#3d5590") for lit in (False, True))


def loop(t):
    """You say what matters, we act, we tell you: a broken street lamp is mended, and a message says so."""
    mended = t > 8.2
    flicker = not mended and (0.6 < t < 0.8 or 1.1 < t < 1.2)
    lamp = group(lamp_post(430, lit=mended or flicker, cone=mended, colour="#6d7fc0"), at=(760, 814))
    leila = walker(
        LEILA, t, 0.2, 1.4, (-140, 340), 826, 1.3, right=(waving(t, 12.4) if t > 12.4 else (70, -150) if 1.6 < t < 5 else (58, -94)), look=0.7
    )
    crew = walker(AMARA, t, 5.0, 1.6, (1720, 1180), 828, 1.36, left=(-84, -180) if t < 8.2 else (-58, -94), look=-0.8) + walker(
        MENDER, t, 5.2, 1.6, (1560, 960), 826, 1.3, left=(-78, -246) if t < 8.4 else (-58, -94), look=-0.8
    )
    said = pop(_bubble(_lamp_icon()), 370, 480, t, 2.0) if t < 8.4 else ""
    done = pop(tick(64), 820, 270, t, 8.4) if t < 10.2 else ""
    note = (
        rect(12, 60, 96, 76, HIVIS, 12)
        + group(tick(22).replace(HIVIS, NIGHT).replace(f'stroke="{NIGHT}"', f'stroke="{HIVIS}"'), at=(36, 98))
        + stroke("M66 90h32M66 106h22", NIGHT, 6)
    )
    screen = group(phone(-60, -240, 1.9, inside=note if t > 11.2 else ""), at=(610, between(1400, 640, settle(part(t, 10.2, 0.9)))))
    ping = "".join(
        circle(610, 400, 150 + 90 * part(t, at, 0.9), "none", stroke=HIVIS, stroke_width=8, opacity=1 - part(t, at, 0.9))
        for at in (11.2, 11.6)
        if 0 < part(t, at, 0.9) < 1
    )
    return (LIT_STREET if mended else DARK_STREET) + lamp + crew + leila + said + done + ping + (screen if t > 10.2 else "") + _steps(t)


def _faces(t):
    """The team's three faces in a row."""
    team = ((TOM, "#dbe6fb"), (AMARA, "#e9f2c4"), (PRIYA, "#fbe9d8"))
    return "".join(
        pop(
            circle(0, 0, 96, WHITE) + circle(0, 0, 88, tint) + group(head(p.skin, p.hair, p.style, p.hat, p.extras), at=(0, 14), scale=1.2),
            900 + i * 226,
            690,
            t,
            4.4 + i * 0.35,
        )
        for i, (p, tint) in enumerate(team)
    )


def postcode(t):
    """Find your team: a postcode is typed, a pin drops on the map, the team appears."""
    typed = "NN1 1AA"[: int(part(t, 0.9, 1.6) * 7)]
    caret = rect(80 + 42 * len(typed), -48, 6, 66, BRAND) if int(t * 2) % 2 and t < 3 else ""
    slide = ease(part(t, 2.9, 0.7))
    pressed = 2.6 < t < 2.9
    box = (
        rect(0, -150, 640, 250, WHITE, 22) + rect(40, -74, 560, 116, MIST, 12, stroke=BRAND, stroke_width=6) + words(72, 8, typed, 72, NIGHT, "start")
    )
    go = rect(480, -74, 120, 116, HIVIS if pressed else "#1548c4", 12) + stroke("M516-16h48M544-38l22 22-22 22", NIGHT if pressed else WHITE, 9)
    look = circle(70, -112, 15, "none", stroke="#46546f", stroke_width=6) + line(((81, -101), (92, -90)), "#46546f", 6)
    card = group(box, look, caret, go, at=(between(480, 70, slide), between(470, 470, slide)))
    drop = settle(part(t, 3.7, 0.5))
    pin = (
        group(
            path("M0 0c-46-56-62-78-62-108a62 62 0 0 1 124 0c0 30-16 52-62 108z", HIVIS) + circle(0, -106, 24, NIGHT),
            at=(1130, between(120, 340, drop)),
        )
        if t > 3.7
        else ""
    )
    sheet = group(
        rect(-14, -14, 728, 448, WHITE, 16),
        picture_map(700, 420),
        polygon("#e3f53b44", (240, 120), (420, 70), (520, 200), (440, 330), (250, 300)) if t > 4.1 else "",
        at=(between(1700, 790, slide), 110),
    )
    return rect(0, 0, 1600, 900, "down(#12285c,#1f4396)") + chequers(0, 860, 1600, 20) + sheet + pin + card + _faces(t)


def _right_half(*parts):
    return '<clipPath id="half"><rect x="800" width="800" height="900"/></clipPath><g clip-path="url(#half)">' + "".join(parts) + "</g>"


def numbers(t):
    """999 when it is an emergency, 101 when it is not."""
    blink = 0.5 + 0.5 * math.cos(t * 5)
    left = (
        rect(0, 0, 800, 900, "down(#060f24,#12285c)")
        + roofs(760, "#0d1f4c", 1.4, 5)
        + rect(0, 760, 800, 140, "#0b1530")
        + circle(400, 660, 300, "glow(#3f73e0)", opacity=0.3 + 0.5 * blink)
    )
    car = group(patrol_car(False), at=(between(-700, 130, settle(part(t, 0.2, 1.4))), 838), scale=1.25)
    lens = group(circle(0, 0, 100, "glow(#8fb4ff)", opacity=blink), at=(between(-700, 130, settle(part(t, 0.2, 1.4))) + 278, 628))
    right = _right_half(
        rect(800, 0, 800, 900, "down(#9fd0fb,#eaf5ff)"), hills(620, "#a8cfb6", 4), rect(800, 780, 800, 120, "#86b58f"), tree(1500, 800, 300)
    )
    caller = place(figure(WALTER, right=(34, -250), look=-0.3), 1180, 858, 1.35) + group(rect(-10, -34, 20, 62, NIGHT, 8), at=(1228, 512), turn=10)
    over = pop(words(0, 70, "999", 210, WHITE), 400, 250, t, 0.3)
    calm = pop(words(0, 70, "101", 210, NIGHT), 1200, 250, t, 3.0)
    veil = rect(800, 0, 800, 900, NIGHT, opacity=0.72 * (1 - ease(part(t, 2.7, 0.6)))) + rect(
        0, 0, 786, 900, NIGHT, opacity=0.55 * ease(part(t, 2.7, 0.6))
    )
    return left + lens + car + right + caller + veil + over + calm + chequers(786, 0, 28, 14, rows=65)


def ending(t):
    """The mark on night blue."""
    strip = between(0, 1600, ease(part(t, 0.2, 1.2)))
    return rect(0, 0, 1600, 900, NIGHT) + pop(mark(-130, -130, 260), 800, 420, t, 0.1) + (chequers(0, 760, strip, 24) if strip > 1 else "")
