"""Scenes of work indoors: at a crime scene, with case files, with figures, with a camera."""

from .indoors import (
    bars,
    boxes,
    desk,
    desk_lamp,
    monitor,
    mug,
    papers,
    picture_map,
    plant,
    poster,
    room,
    shelf,
    window,
)
from .ink import BRAND, HIVIS, IRON_LIGHT, NENE, NIGHT, STONE, WHITE, chequers, circle, group, line, path, polygon, rect, stroke
from .land import church, hills, roofs, sky, sun, tree
from .people import OFFICER, SKINS, Person, figure, place
from .street import courthouse


def crime_scene():
    """A crime scene investigator dusts a window frame; numbered markers on the floor."""
    csi = place(
        figure(
            Person(hat="hood", top="#ffffff", legs="#f2f5fa", outfit="suit", extras=("mask",), shoes="#c9d4e8", skin=SKINS["brown"]),
            right=(92, -236),
            left=(-60, -130),
            look=0.9,
            held=line(((92, -236), (118, -258)), "#3a4560", 6) + circle(120, -260, 11, "#0a1733"),
        ),
        620,
        862,
        1.5,
    )
    mark = "".join(
        group(
            polygon(HIVIS, (-34, 0), (-24, -62), (24, -62), (34, 0)),
            f'<text x="0" y="-16" font-family="Roboto, Arial, sans-serif" font-size="40" font-weight="700" text-anchor="middle" fill="{NIGHT}">{i}</text>',
            at=(x, y),
        )
        for i, x, y in ((1, 300, 820), (2, 960, 850), (3, 1230, 800))
    )
    camera = group(
        stroke("M0-96L-50 0M0-96L50 0M0-96V0", NIGHT, 8),
        rect(-46, -152, 92, 60, NIGHT, 8),
        circle(0, -122, 22, "#3f73e0"),
        circle(0, -122, 11, "#bfe0ff"),
        rect(-30, -164, 30, 14, NIGHT, 3),
        at=(1410, 852),
        scale=1.5,
    )
    case = (
        rect(60, 770, 170, 96, "#c9d4e8", 10)
        + rect(60, 806, 170, 8, "#8496bb")
        + stroke("M120 770v-18h50v18", "#46546f", 9)
        + rect(134, 800, 22, 20, NIGHT, 3)
    )
    prints = "".join(
        stroke(f"M{x} {y}q14-30 30 0M{x + 6} {y + 4}q9-20 20 0M{x - 6} {y + 2}q20-46 44 0", "#46546f", 3) for x, y in ((900, 320), (980, 390))
    )
    view = group(sky("morning"), tree(700, 700, 460), hills(640, "#86b58f", 3), scale=0.5)
    return (
        room("#dfe7f0", "#a9825a")
        + stroke("M0 780h1600M0 846h1600", "#8f6c49", 4)
        + group(window(0, 0, 380, 350, view), at=(780, 150))
        + prints
        + group(shelf(230, 2), at=(200, 702))
        + poster(250, 190, 220, 160, "#8fb4ff", circle(160, 50, 24, "#fff6c9") + path("M0 160v-40q60-50 120-16t100-14v70z", "#4d8a5e"))
        + case
        + csi
        + mark
        + camera
    )


def justice():
    """Criminal justice: case files on a desk, the court house across the square."""
    view = group(
        sky("morning"),
        sun(300, 200),
        hills(600, "#a9c4e6", 4),
        rect(0, 760, 1600, 200, "#b9c6dd"),
        group(courthouse(), at=(330, 790), scale=1.55),
        scale=0.49,
    )
    clerk = group(
        figure(
            Person(style="afro", hair="#1b120d", skin=SKINS["deep"], top="#6b3f8f", outfit="lanyard", extras=("glasses",)),
            left=(-30, -120),
            right=(54, -128),
            front="both",
            look=-0.4,
        ),
        at=(1130, 872),
        scale=1.5,
    )
    files = "".join(
        rect(250 + (i * 13) % 20, 646 - i * 26, 210, 24, c, 3) + rect(270 + (i * 13) % 20, 652 - i * 26, 60, 12, WHITE)
        for i, c in enumerate((STONE, "#c8813f", STONE, "#8fb4ff", STONE, "#c8813f", "#e8dac2"))
    )
    trolley = (
        boxes(1390, 850, (STONE, IRON_LIGHT, STONE, "#8fb4ff"), 130)
        + rect(1370, 850, 180, 12, "#46546f")
        + circle(1396, 874, 14, NIGHT)
        + circle(1524, 874, 14, NIGHT)
    )
    return (
        room("#efe6d8", "#8f7a66", y=740)
        + group(window(0, 0, 780, 400, view), at=(170, 110))
        + group(shelf(300, 4, 3), at=(1290, 740), scale=1.0)
        + clerk
        + rect(120, 672, 1200, 30, "#a8743f", 6)
        + rect(120, 696, 1200, 204, "#8a5a2e")
        + rect(160, 740, 420, 130, "#7b4e26", 6)
        + rect(860, 740, 420, 130, "#7b4e26", 6)
        + files
        + group(desk_lamp(0, 0), at=(560, 672), scale=1.2)
        + papers(800, 668, 5)
        + stroke("M1000 664l60-26", NIGHT, 7)
        + mug(1230, 672, "#3f73e0")
        + trolley
    )


def analyst():
    """An analyst at three screens, seen from behind."""
    chart = bars(24, 190, (50, 84, 66, 120, 96, 150, 118), HIVIS, 24)
    curve = stroke("M20 150l60-50 60 30 60-70 60 24 60-50", "#8fb4ff", 8) + stroke("M20 180h320", "#ffffff44", 4) + circle(200, 60, 11, HIVIS)
    screens = (
        group(monitor(380, 230, content=chart), at=(150, 640))
        + group(monitor(480, 290, content=picture_map(480, 290, ((0.24, 0.3), (0.5, 0.55), (0.72, 0.34), (0.8, 0.76)))), at=(560, 640))
        + group(monitor(380, 230, content=curve), at=(1070, 640))
    )
    person = group(
        figure(Person(style="long", hair="#2a1a12", top="#0b6639", skin=SKINS["tan"]), left=(-92, -160), right=(92, -160), rear=True, stance="bust"),
        at=(800, 940),
        scale=1.8,
    )
    return (
        rect(0, 0, 1600, 900, "down(#14295f,#0a1733)")
        + group(
            window(
                0,
                0,
                300,
                210,
                group(
                    sky("dusk"),
                    church(500, 800, 560, "#4a3f70"),
                    roofs(820, "#3b3562", 2, 6, "#fff1b0"),
                    rect(0, 810, 1600, 90, "#3b3562"),
                    scale=0.24,
                ),
                "#26345c",
            ),
            at=(180, 90),
        )
        + circle(800, 470, 620, "glow(#3f73e055)")
        + group(shelf(300, 2, 2), at=(1180, 330), scale=0.9)
        + screens
        + rect(60, 640, 1480, 26, "#c8a06c", 6)
        + rect(60, 662, 1480, 238, "#26345c")
        + mug(1000, 640)
        + papers(1330, 636, 3)
        + group(plant(), at=(100, 642), scale=0.9)
        + person
        + rect(620, 690, 360, 260, "#3f73e0", 50)
        + rect(650, 722, 300, 230, "#2f5cc0", 34)
    )


def newsroom():
    """The communications team films an officer."""
    camera = group(
        stroke("M0-150L-70 0M0-150L70 0M0-150V-6", NIGHT, 10),
        rect(-70, -226, 130, 76, NIGHT, 10),
        rect(54, -206, 40, 36, "#26345c", 4),
        circle(-40, -188, 12, "#b0101f"),
        at=(470, 860),
        scale=1.2,
    )
    operator = place(
        figure(
            Person(style="parting", hair="#5a2d12", skin=SKINS["fair"], top="#c8813f", extras=("glasses",), legs="#26345c"),
            right=(70, -176),
            left=(-40, -130),
            look=0.8,
        ),
        330,
        862,
        1.42,
    )
    officer = place(figure(OFFICER.but(style="short", hair="#b9bcc6", skin=SKINS["pale"]), left=(-60, -150), look=-0.7), 1030, 862, 1.42)
    light = group(
        stroke("M0 0V-420M0 0l-50 20M0 0l50 20", NIGHT, 9),
        polygon("#fff6c9", (-70, -520), (70, -490), (60, -360), (-60, -390)),
        circle(0, -440, 200, "glow(#fff6c9aa)"),
        at=(720, 846),
    )
    backdrop = (
        rect(820, 120, 440, 560, BRAND, 6)
        + chequers(820, 600, 440, 40)
        + group(
            rect(-60, -60, 120, 120, NIGHT, 14),
            path("M-42-42h28v28h-28zM14-42h28v28H14zM-14-14h28v28h-28zM-42 14h28v28h-28zM14 14h28v28H14z", HIVIS),
            at=(1040, 240),
        )
    )
    laptop = (
        group(desk(300), at=(1290, 862))
        + group(
            monitor(
                170,
                104,
                content=rect(14, 14, 80, 76, "#3f73e0")
                + rect(104, 14, 52, 14, WHITE)
                + rect(104, 38, 52, 8, "#8fb4ff")
                + rect(104, 54, 40, 8, "#8fb4ff"),
            ),
            at=(1350, 752),
        )
        + mug(1540, 752)
    )
    return (
        room("#dbe6fb", "#8fa3c4")
        + poster(90, 150, 170, 220, NENE, circle(85, 80, 40, HIVIS) + rect(30, 150, 110, 14, WHITE))
        + poster(290, 150, 170, 220, "#c8813f", polygon(WHITE, (60, 60), (130, 100), (60, 140)))
        + backdrop
        + light
        + laptop
        + officer
        + operator
        + camera
    )
