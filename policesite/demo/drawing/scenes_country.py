"""Scenes in the villages and along the Nene."""

from .ink import HIVIS, LEAF, LEAF_DARK, WHITE, group, line, oval, path, polygon, rect, stroke
from .land import bush, church, cloud, hills, lift_tower, roofs, sky, sun, tree, viaduct
from .people import OFFICER, PCSO, SKINS, Person, figure, place
from .street import cottage, fence
from .wheels import narrowboat, patrol_car, tractor


def village_green():
    """A village green with its church, pond and ironstone cottages."""
    pond = oval(1150, 836, 270, 40, "down(#bfe0ff,#6fa8dc)") + stroke("M980 832h90M1190 848h110M1060 858h60", "#ffffff99", 4)
    ducks = "".join(
        group(path("M0 0q10-16 34-10l10-14q10-6 14 4l8 4-10 4q-4 22-30 22-22 0-26-10z", c), at=(x, 836))
        for x, c in ((1090, WHITE), (1190, "#c8813f"))
    )
    pcso = place(figure(PCSO.but(skin=SKINS["deep"]), right=(82, -186), look=0.7), 640, 866, 1.24)
    woman = place(
        figure(
            Person(style="bun", hair="#c9ccd6", skin=SKINS["pale"], top="#9a4a12", skirt=True, legs="#46546f", extras=("glasses",)),
            left=(-66, -150),
            look=-0.7,
        ),
        800,
        866,
        1.18,
    )
    return (
        sky("day")
        + sun(1240, 150, 62)
        + cloud(640, 130)
        + cloud(120, 180, 0.8)
        + hills(560, "#a8cfb6", 2)
        + hills(620, "#86b58f", 5, 30)
        + tree(110, 700, 260, "#4d8a5e", "#6fa57a")
        + tree(1490, 700, 300, "#4d8a5e", "#6fa57a")
        + church(300, 736, 620, "#c4a983", "#6d86b8")
        + group(cottage(), at=(720, 742))
        + group(cottage(230, False, "#c8905a"), at=(1010, 736))
        + group(cottage(250, True, "#d3a468"), at=(1280, 744))
        + bush(690, 748, 26)
        + bush(1000, 744, 24)
        + fence(1010, 770, 520, 44, WHITE)
        + hills(760, "#6fae7b", 8, 8)
        + rect(0, 790, 1600, 110, "#63a271")
        + path("M0 790q420 30 520 110h-520z", "#d9c7ae")
        + pond
        + ducks
        + tree(1530, 838, 330)
        + pcso
        + woman
    )


def rural():
    """A rural crime officer and a farmer by a tractor; fields to the horizon."""
    rows = "".join(
        path(f"M{800 + (x - 800) * 0.25:.0f} 610L{x} 900h46L{800 + (x + 46 - 800) * 0.25:.0f} 610z", "#b9a23f") for x in range(-900, 2500, 110)
    )
    farmer = place(
        figure(
            Person(style="crop", hair="#b9bcc6", skin=SKINS["fair"], top="#2f6d4b", legs="#5b4634", extras=("beard",)), left=(-74, -172), look=-0.8
        ),
        780,
        856,
        1.28,
    )
    officer = place(
        figure(
            OFFICER.but(style="tail", hair="#c08a3e", hat="bowler"),
            right=(76, -150),
            left=(30, -150),
            front="both",
            look=0.8,
            held=rect(40, -180, 42, 56, WHITE, 3),
        ),
        560,
        856,
        1.3,
    )
    gate = (
        "".join(line(((60, y), (360, y)), "#a9a08c", 9) for y in (730, 764, 798))
        + line(((60, 812), (360, 716)), "#a9a08c", 9)
        + rect(46, 690, 22, 150, "#7b5a3a")
        + rect(356, 690, 22, 150, "#7b5a3a")
    )
    barn = rect(1180, 470, 300, 150, "#9a3b24") + polygon("#5b3030", (1160, 474), (1330, 380), (1500, 474)) + rect(1280, 530, 96, 90, "#5b3030")
    return (
        sky("morning")
        + sun(1040, 250, 66)
        + cloud(300, 140)
        + cloud(1320, 120, 0.8)
        + hills(500, "#a9c4e6", 3)
        + hills(560, "#8fb593", 7, 30)
        + church(330, 600, 330, "#7d9ac8")
        + viaduct(560, 520, 90, 7, "#7d9ac8", 50)
        + barn
        + tree(1540, 620, 190)
        + rect(0, 606, 1600, 294, "#d9c65a")
        + rows
        + hills(830, "#6fa571", 4, 8)
        + bush(470, 840, 30)
        + gate
        + group(tractor(), at=(980, 852), scale=1.75)
        + officer
        + farmer
    )


def river():
    """The Nene and a viaduct at first light, with a narrowboat."""
    water = rect(0, 640, 1600, 260, "down(#f3c9a0,#7f9fd0,#3f6bab)")
    glint = "".join(
        stroke(f"M{x} {y}h{w}", "#ffffff88", 5)
        for x, y, w in (
            (760, 690, 130),
            (800, 716, 200),
            (700, 742, 110),
            (860, 772, 170),
            (300, 720, 90),
            (1180, 700, 120),
            (1320, 800, 140),
            (120, 830, 120),
        )
    )
    reeds = "".join(
        stroke(f"M{40 + i * 17} 900q{(-1) ** i * 10}-60 {(-1) ** i * 6}-{120 + (i * 29) % 50}", LEAF_DARK, 6)
        + oval(46 + i * 17, 786 - (i * 29) % 50, 6, 20, "#7b4a2a")
        for i in range(9)
    )
    bank = path("M0 690q200-40 420-10 100 10 140 220H0z", "#4d8a5e") + path("M1600 660q-220-20-300 40t-20 200h320z", "#4d8a5e")
    strands = "".join(
        rect(1226 + i * 34, 430 - (5 - abs(i - 5)) * 16, 40, 130 + (i * 53) % 80 + abs(i - 5) * 9, LEAF if i % 2 else LEAF_DARK, 20)
        for i in range(11)
    )
    willow = (
        path("M1410 740q24-140 10-300h44q-8 160 22 300z", "#5b4634") + oval(1430, 420, 190, 104, LEAF_DARK) + strands + oval(1390, 384, 110, 50, LEAF)
    )
    return (
        sky("morning")
        + sun(820, 300, 76)
        + cloud(260, 140, 1.1)
        + cloud(1240, 110, 0.8)
        + hills(520, "#a9c4e6", 5)
        + hills(580, "#8fb0c8", 8, 24)
        + church(360, 640, 330, "#7d9ac8")
        + roofs(640, "#8aa4cc", 0.8, 4)
        + viaduct(-20, 420, 240, 17, "#b5714a", 98)
        + rect(-20, 420, 1700, 14, "#8a4a1e")
        + water
        + polygon("#fff6c944", (770, 640), (870, 640), (1010, 900), (650, 900))
        + glint
        + bank
        + group(narrowboat(), at=(540, 800), scale=1.1)
        + oval(800, 806, 290, 10, "#0a173330")
        + reeds
        + willow
    )


def night_county():
    """The county by night: spires, the Lift Tower, the viaduct, and a patrol car on the road."""
    return (
        sky("night")
        + sun(1240, 180, 64, HIVIS)
        + hills(520, "#1b3a85", 3)
        + viaduct(900, 450, 220, 13, "#1f4396")
        + hills(620, "#132b66", 6, 30)
        + church(300, 720, 520, "#0f2352")
        + church(480, 720, 330, "#0f2352")
        + lift_tower(760, 730, 600, "#0f2352")
        + roofs(740, "#0f2352", 1.2, 4)
        + hills(744, "#0d1e48", 9, 12)
        + bush(150, 800, 34, "#0a193d")
        + bush(1260, 800, 40, "#0a193d")
        + roofs(820, "#0a1733", 1.5, 7, HIVIS)
        + rect(0, 812, 1600, 88, "#060f24")
        + stroke("M0 868h1600", "#3d5590", 6, stroke_dasharray="46 40")
        + group(patrol_car(), at=(980, 850), scale=0.8)
    )
