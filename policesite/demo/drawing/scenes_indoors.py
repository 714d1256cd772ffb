"""Scenes indoors where the public comes: the desk, the control room on the line, the hall, a calm living room."""

from .indoors import (
    bars,
    clock,
    counter,
    leaflets,
    mug,
    papers,
    picture_map,
    plant,
    rear_monitor,
    room,
    shelf,
    speech,
    table_lamp,
    window,
)
from .ink import BRAND, HIVIS, NENE, NIGHT, SILVER, WHITE, chequers, circle, group, oval, path, polygon, rect, stroke
from .land import church, hills, lift_tower, roofs, sky, stars, tree
from .people import OFFICER, PCSO, SKINS, Person, figure, place


def _town_view(kind="day", tint="#8fa8c9"):
    return group(
        sky(kind),
        hills(560, "#b4d3ea", 3),
        church(340, 800, 520, tint),
        lift_tower(760, 800, 620, tint),
        roofs(800, tint, 1.6, 6),
        hills(820, "#86b58f", 4),
        scale=0.34,
    )


def enquiry_counter():
    """The public side of an enquiry desk."""
    clerk = group(
        figure(
            Person(style="bob", hair="#7a4a22", skin=SKINS["fair"], top="#12285c", outfit="lanyard", extras=("glasses",)),
            left=(-40, -120),
            right=(80, -124),
            look=-0.4,
            front="both",
        ),
        at=(1010, 850),
        scale=1.45,
    )
    visitor = place(
        figure(Person(style="crop", hair="#1b120d", skin=SKINS["deep"], top="#c8813f", legs="#26345c"), right=(80, -150), look=0.9), 560, 866, 1.45
    )
    sign = (
        rect(820, 110, 470, 84, BRAND, 8)
        + chequers(820, 194, 470, 12)
        + group(circle(0, 0, 24, HIVIS), rect(-4, -4, 8, 18, NIGHT), rect(-4, -15, 8, 8, NIGHT), at=(880, 152))
        + rect(930, 134, 300, 14, "#ffffffcc", 7)
        + rect(930, 160, 210, 12, "#ffffff88", 6)
    )
    glass = rect(760, 270, 560, 300, "#bfe0ff33") + polygon("#ffffff30", (820, 270), (900, 270), (800, 570), (760, 570), (760, 440))
    return (
        room("#e6edf8", "#b9c6dd")
        + group(window(0, 0, 360, 300, _town_view()), at=(90, 170))
        + leaflets(540, 300)
        + group(shelf(240, 3), at=(1340, 720))
        + clock(1450, 190)
        + sign
        + clerk
        + glass
        + group(counter(640), at=(720, 870))
        + group(rear_monitor(170, 108), at=(1130, 668))
        + papers(880, 664, 2)
        + mug(1090, 668)
        + group(plant(), at=(120, 850), scale=1.2)
        + visitor
    )


def control_room():
    """Call handlers at night, the county's map on the wall."""
    wall = group(
        rect(-14, -14, 928, 328, "#060f24", 10),
        picture_map(900, 300, ((0.2, 0.3), (0.46, 0.62), (0.7, 0.36), (0.86, 0.7), (0.32, 0.8))),
        at=(350, 80),
    )
    side = group(
        rect(-8, -8, 216, 146, "#060f24", 8), rect(0, 0, 200, 130, "#12285c"), bars(20, 112, (30, 56, 44, 80, 64, 92)), at=(90, 150)
    ) + group(
        rect(-8, -8, 216, 146, "#060f24", 8), rect(0, 0, 200, 130, "#12285c"), stroke("M16 96l36-40 34 22 40-52 56 26", "#8fb4ff", 7), at=(1310, 150)
    )
    crew = (
        (330, Person(style="tail", hair="#c08a3e", skin=SKINS["pale"], top="#3f73e0", extras=("headset",))),
        (800, Person(style="locs", hair="#1b120d", skin=SKINS["deep"], top="#9a4a12", extras=("headset",))),
        (1270, Person(style="turban", hair="#e8a23c", skin=SKINS["tan"], top="#2f6d4b", extras=("headset", "beard"))),
    )
    people = "".join(
        group(figure(p, left=(-44, -128), right=(44, -128), front="both", look=(-0.3, 0, 0.3)[i]), at=(x, 900), scale=1.5)
        for i, (x, p) in enumerate(crew)
    )
    screens = "".join(group(rear_monitor(150, 96), at=(x + dx, 742)) for x, _ in crew for dx in (-196, 46))
    return (
        rect(0, 0, 1600, 900, "down(#0a1733,#12285c)")
        + wall
        + side
        + rect(0, 640, 1600, 260, "#0a1733")
        + circle(800, 260, 620, "glow(#3f73e044)")
        + people
        + "".join(
            rect(x - 220, 740, 440, 160, "#26345c", 10) + chequers(x - 220, 772, 440, 20) + rect(x - 228, 730, 456, 20, "#c9d4e8", 6) for x, _ in crew
        )
        + screens
        + mug(470, 730)
        + mug(1130, 730, "#8fb4ff")
    )


def quiet_room():
    """A calm room at dusk: a lit lamp, a chair, a phone on the table."""
    view = group(
        sky("dusk"),
        hills(600, "#7a5a86", 3),
        church(500, 800, 520, "#4a3f70"),
        roofs(830, "#3b3562", 1.8, 6, "#fff1b0"),
        rect(0, 820, 1600, 80, "#3b3562"),
        stars(3, 30, 200),
        scale=0.46,
    )
    seat = (
        path("M250 800v-230q0-110 130-110h150q130 0 130 110v230z", "#3f5fa8")
        + rect(226, 620, 90, 200, "#4a6cba", 40)
        + rect(594, 620, 90, 200, "#4a6cba", 40)
        + rect(300, 690, 310, 90, "#5578c8", 26)
        + path("M330 560q120-50 250 0v120H330z", "#35539a")
        + rect(360, 570, 130, 110, HIVIS, 18)
        + chequers(360, 616, 130, 13)
    )
    curtain = path("M690 70h150q-10 260-70 470h-80zM1500 70h-150q10 260 70 470h80z", "#7a5a86") + rect(670, 58, 850, 16, "#5b4634", 8)
    table = oval(1050, 700, 250, 34, "#a8743f") + rect(1038, 706, 24, 150, "#8a5a2e") + oval(1050, 858, 110, 16, "#8a5a2e")
    handset = group(rect(0, 0, 150, 20, NIGHT, 10), rect(8, 3, 134, 10, "#8fb4ff", 5), at=(1090, 676), turn=-3)
    steam = stroke("M968 616q-14-24 0-44t0-44M990 616q-14-24 0-44", "#ffffff88", 6)
    rug = oval(760, 850, 640, 46, "#9a4a12") + oval(760, 850, 590, 38, "#c8813f") + oval(760, 850, 500, 30, "#9a4a12")
    return (
        room("#454678", "#4b3a46", "#5a5a92", 760)
        + group(window(0, 0, 620, 400, view, "#e8dac2"), at=(780, 110))
        + curtain
        + rug
        + seat
        + table
        + group(table_lamp(0, 0), at=(1180, 690))
        + mug(960, 684, "#e8dac2")
        + steam
        + handset
        + group(plant(), at=(140, 830), scale=1.35)
        + circle(1180, 540, 460, "glow(#ffdf9e44)")
    )


def surgery():
    """A beat surgery in a village hall: tea, a table and time to talk."""
    officer = group(
        figure(OFFICER.but(style="locs", hair="#1b120d", skin=SKINS["deep"], hat=None), left=(-58, -130), right=(60, -132), front="both", look=0.7),
        at=(620, 880),
        scale=1.42,
    )
    pcso = group(
        figure(PCSO.but(style="long", hair="#c08a3e", hat=None), left=(-46, -128), right=(50, -128), front="both", look=0.5),
        at=(430, 880),
        scale=1.38,
    )
    folk = group(
        figure(
            Person(style="hijab", hair="#b0584a", skin=SKINS["olive"], top="#2b3a78"), left=(-84, -146), right=(40, -126), front="both", look=-0.8
        ),
        at=(960, 880),
        scale=1.4,
    ) + group(
        figure(
            Person(style="short", hair="#c9ccd6", skin=SKINS["pale"], top="#2f6d4b", extras=("glasses", "beard")),
            left=(-50, -126),
            right=(50, -130),
            front="both",
            look=-0.7,
        ),
        at=(1170, 880),
        scale=1.4,
    )
    urn = (
        rect(1400, 560, 90, 120, SILVER, 12)
        + rect(1408, 546, 74, 18, "#8496bb", 8)
        + rect(1386, 640, 20, 12, "#46546f")
        + mug(1330, 680, WHITE)
        + mug(1374, 680, HIVIS)
    )
    bunting = "".join(polygon((HIVIS, NENE, WHITE, "#c8813f")[i % 4], (i * 100, 102), (i * 100 + 64, 102), (i * 100 + 32, 172)) for i in range(17))
    view = group(
        sky("day"), hills(600, "#86b58f", 3), church(600, 800, 560, "#8fa8c9"), tree(760, 840, 360), rect(0, 830, 1600, 70, "#86b58f"), scale=0.35
    )
    talk = speech(690, 250, 190, 110, WHITE, -1, stroke("M36 42h118M36 70h76", "#8496bb", 10)) + speech(
        1010, 220, 180, 110, HIVIS, -1, stroke("M36 42h108M36 70h66", NIGHT, 10)
    )
    return (
        room("#f3e6d0", "#b98a5a")
        + group(window(0, 0, 320, 300, view), at=(80, 230))
        + group(window(0, 0, 240, 300, view), at=(1290, 210))
        + stroke("M0 100h1600", "#8a643c", 4)
        + bunting
        + group(plant(), at=(90, 840), scale=1.1)
        + rect(1280, 680, 280, 16, "#8a5a2e", 4)
        + rect(1296, 696, 248, 170, "#a8743f")
        + urn
        + pcso
        + officer
        + folk
        + talk
        + rect(250, 706, 1080, 28, "#c8a06c", 8)
        + rect(270, 734, 1040, 166, BRAND)
        + chequers(270, 760, 1040, 26)
        + papers(750, 704, 3)
        + mug(520, 706, WHITE)
        + mug(1080, 706, "#8fb4ff")
    )
