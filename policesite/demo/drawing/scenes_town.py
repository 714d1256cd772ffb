"""Scenes in the towns by day: the station front, the market, the shop, the park."""

from .ink import BRAND, HIVIS, LEAF_DARK, NIGHT, STONE, WHITE, chequers, circle, group, line, path, polygon, rect, stroke
from .land import bush, church, cloud, hills, lift_tower, roofs, sky, sun, tree
from .people import OFFICER, PCSO, SKINS, Person, figure, place
from .street import crate, fence, planter, police_station, road, shop, stall, terrace
from .wheels import beat_bus, bicycle


def front_office():
    """Campbell Square: the station front in the morning, someone going in, someone coming out."""
    visitor = place(
        figure(Person(style="hijab", hair="#6b3f8f", skin=SKINS["olive"], top="#9a4a12", legs="#2b3550"), stance="walk", look=1), 560, 838, 1.05
    )
    officer = place(figure(OFFICER.but(skin=SKINS["tan"]), right=(88, -226), look=-0.6), 1010, 838, 1.1)
    ramp = polygon("#b9a993", (700, 792), (1240, 792), (1420, 836), (700, 836)) + stroke(
        "M900 740L1250 752 1400 800M900 740v54M1250 752v50M1400 800v30", "#3a4560", 7
    )
    return (
        sky("morning")
        + sun(250, 190)
        + cloud(1180, 130, 1.1)
        + cloud(560, 90, 0.7)
        + hills(520, "#a9c4e6", 3)
        + church(180, 780, 470, "#7d9ac8")
        + roofs(790, "#7d9ac8", 1.5, 4)
        + road(790)
        + group(police_station(), at=(390, 796))
        + ramp
        + group(tree(0, 0, 330), at=(1330, 800))
        + bush(250, 800, 40)
        + bush(330, 804, 30, "#3a7a55")
        + visitor
        + officer
    )


def market():
    """The Beat Bus in a market square."""
    resident = place(
        figure(Person(style="bun", hair="#8d8d99", skin=SKINS["pale"], top="#6b3f8f", skirt=True, legs="#3a3352"), right=(70, -160), look=1),
        400,
        856,
        1.2,
    )
    pcso = place(figure(PCSO.but(style="tail", hair="#7a4a22", hat="pcso-bowler"), left=(-78, -170), look=-1), 605, 856, 1.25)
    couple = place(figure(Person(style="crop", skin=SKINS["deep"], hair="#1b120d", top="#0b6639"), stance="walk", look=-0.6), 1325, 856, 1.14)
    bus = group(beat_bus(), at=(716, 838), scale=1.35)
    tiles = "".join(stroke(f"M{x} 900L{800 + (x - 800) * 0.62:.0f} 780", "#ffffff30", 4) for x in range(-400, 2100, 130))
    front = "".join(
        group(terrace(c, p, height=h), at=(x, 782), scale=0.95)
        for x, c, p, h in (
            (-30, "#cf9a5b", "#2f6d4b", 330),
            (190, "#d9c7ae", BRAND, 380),
            (1180, "#c98d5a", "#9a3b24", 350),
            (1400, "#d9b58a", BRAND, 390),
        )
    )
    return (
        sky("day")
        + sun(1240, 150, 60)
        + cloud(260, 120)
        + cloud(980, 200, 0.7)
        + hills(560, "#b4d3ea", 7)
        + church(800, 782, 600, "#7f97bd", "#cfe2f7")
        + roofs(782, "#8fa8c9", 1.4, 9, start=400)
        + front
        + rect(0, 780, 1600, 120, STONE)
        + tiles
        + group(stall(), at=(130, 800))
        + group(stall(230, BRAND, ("#5f9a6d", HIVIS, "#c8813f")), at=(1392, 800), scale=0.9)
        + bus
        + resident
        + pcso
        + couple
    )


def shopkeeper():
    """A PCSO talks with a shopkeeper."""
    keeper = place(
        figure(
            Person(style="turban", hair="#c8813f", skin=SKINS["tan"], top="#f2f5fa", outfit="apron", extras=("beard",)), left=(-84, -168), look=-0.8
        ),
        1010,
        846,
        1.32,
    )
    pcso = place(figure(PCSO.but(style="bob", hair="#5a2d12", hat="pcso-bowler"), right=(84, -190), look=0.8), 770, 846, 1.32)
    fruit = (
        crate(1120, 838, "#e8a23c")
        + crate(1212, 838, "#b0101f")
        + crate(1304, 838, "#5f9a6d")
        + crate(1166, 800, "#e3c43b")
        + crate(1258, 800, "#9a4a12")
    )
    houses = group(terrace("#c98d5a", BRAND), at=(-70, 806), scale=1.15) + group(terrace("#d9b58a", "#9a3b24"), at=(196, 806), scale=1.15)
    return (
        sky("day")
        + cloud(300, 120)
        + cloud(700, 70, 0.7)
        + hills(520, "#b4d3ea", 2)
        + church(560, 806, 520, "#8fa8c9")
        + houses
        + group(shop(640, "CORNER SHOP"), at=(880, 806), scale=1.12)
        + road(806, "#5b6680", "#c3cad8")
        + tree(520, 812, 260)
        + fruit
        + pcso
        + keeper
    )


def bike_marking():
    """Crime prevention staff mark a bicycle while its owner waits."""
    staff = place(
        figure(
            Person(style="curls", hair="#3b2a1e", skin=SKINS["brown"], top="#1548c4", outfit="lanyard", extras=("glasses",)),
            right=(94, -134),
            left=(60, -118),
            look=0.8,
            front="both",
        ),
        560,
        846,
        1.3,
    )
    owner = place(
        figure(Person(style="locs", hair="#1b120d", skin=SKINS["deep"], top="#e06a5a", legs="#26345c"), left=(-76, -150), look=-0.8), 1080, 846, 1.28
    )
    tent = (
        polygon(BRAND, (300, 330), (800, 190), (1300, 330))
        + chequers(300, 330, 1000, 25)
        + rect(316, 380, 14, 450, "#c9d4e8")
        + rect(1270, 380, 14, 450, "#c9d4e8")
    )
    lock = (
        stroke("M-24 0v-34a24 24 0 0 1 48 0V0", "#c9d4e8", 13)
        + rect(-40, -4, 80, 62, HIVIS, 10)
        + circle(0, 22, 9, NIGHT)
        + rect(-4, 24, 8, 18, NIGHT)
    )
    board = rect(1350, 560, 150, 210, WHITE, 8) + group(lock, at=(1425, 660), scale=1.2) + stroke("M1370 770l-20 70M1480 770l20 70", "#8a643c", 9)
    return (
        sky("day")
        + sun(1420, 130, 52)
        + cloud(120, 150)
        + hills(600, "#a8cfb6", 6)
        + roofs(700, "#8fa8c9", 1.3, 12)
        + hills(700, "#86b58f", 9, 14)
        + tree(150, 760, 300)
        + tree(1490, 740, 240)
        + rect(0, 780, 1600, 120, "#6fa57a")
        + rect(0, 820, 1600, 80, "#c3cad8")
        + tent
        + board
        + group(bicycle("#b0101f"), at=(680, 846), scale=1.5)
        + staff
        + owner
    )


def clear_hold_build():
    """One street, before and after: shuttered and grey on one side, planted and lived in on the other."""
    grey = "".join(
        group(terrace(w, "#4a5068", height=340), at=(x, 780), scale=1.15) for x, w in ((-10, "#8b8f9c"), (258, "#7f8491"), (526, "#8b8f9c"))
    )
    boards = "".join(
        group(
            rect(0, 0, 112, 122, "#9a8f80")
            + line(((6, 20), (106, 24)), "#00000030", 5)
            + line(((6, 64), (106, 60)), "#00000030", 5)
            + line(((6, 100), (106, 96)), "#00000030", 5),
            at=(x, 600),
        )
        for x in (10, 276)
    )
    bright = "".join(
        group(terrace(w, p, height=340), at=(x, 780), scale=1.15)
        for x, w, p in ((794, "#c98d5a", "#1548c4"), (1062, "#d9b58a", "#2f6d4b"), (1330, "#cf9a5b", "#9a3b24"))
    )
    rubbish = (
        path("M84 838q-4-66 52-78l-10-16q14-8 28 0l-10 16q58 12 54 78z", "#3a4052")
        + path("M178 838q-2-48 36-56l-8-12q10-6 22 0l-8 12q40 10 38 56z", "#4a5068")
        + fence(480, 836, 240, 66, "#6f7482", broken=True)
    )
    officer = place(figure(OFFICER.but(style="bun", hair="#2a1a12", skin=SKINS["olive"], hat="bowler"), right=(78, -160), look=0.8), 910, 858, 1.15)
    neighbour = place(
        figure(Person(style="afro", hair="#2a1a12", skin=SKINS["deep"], top="#e8a23c", legs="#26345c"), left=(-70, -176), look=-0.8), 1090, 858, 1.12
    )
    child = place(figure(Person(style="tail", hair="#7a4a22", top="#b0101f"), right=(70, -240)), 1330, 862, 0.78)
    left = (
        rect(0, 0, 800, 900, "down(#7d8798,#c2c7cf)")
        + cloud(180, 130, 1.2, "#6d7788")
        + cloud(520, 90, 0.9, "#8b95a5")
        + grey
        + boards
        + rect(0, 780, 800, 120, "#8d93a0")
        + rect(0, 826, 800, 74, "#555c6c")
        + rubbish
    )
    right = (
        rect(800, 0, 800, 900, "down(#9fd0fb,#eaf5ff)")
        + sun(1330, 150, 56)
        + cloud(960, 120, 0.8)
        + bright
        + rect(800, 780, 800, 120, "#c3cad8")
        + rect(800, 826, 800, 74, "#5b6680")
    )
    seam = chequers(786, 0, 28, 14, rows=65)
    return left + right + planter(1160, 832, 120) + planter(1440, 832, 110) + tree(1556, 806, 250) + officer + neighbour + child + seam


def on_the_beat():
    """A neighbourhood officer greets somebody in the park."""
    officer = place(figure(OFFICER.but(style="long", hair="#5a2d12", hat="bowler", skin=SKINS["fair"]), right=(80, -236), look=0.4), 620, 846, 1.42)
    walker = place(
        figure(Person(style="short", hair="#b9bcc6", skin=SKINS["pale"], top="#0b6639", extras=("glasses", "beard")), left=(-78, -226), look=-0.7),
        1000,
        846,
        1.34,
    )
    bench = (
        rect(1160, 716, 300, 18, "#a0683a", 4)
        + rect(1160, 744, 300, 14, "#a0683a", 4)
        + rect(1150, 776, 320, 18, "#8a5a32", 4)
        + rect(1176, 790, 14, 56, NIGHT)
        + rect(1430, 790, 14, 56, NIGHT)
    )
    flats = (
        rect(1180, 330, 170, 420, "#8fa8c9")
        + rect(1380, 400, 150, 350, "#9db5d3")
        + "".join(rect(1200 + (i % 4) * 36, 360 + (i // 4) * 60, 22, 34, "#dff0ff") for i in range(20))
    )
    return (
        sky("day")
        + sun(280, 160, 60)
        + cloud(620, 120)
        + cloud(980, 220, 0.7)
        + hills(580, "#b4d3ea", 4)
        + flats
        + lift_tower(400, 740, 560, "#8fa8c9")
        + roofs(750, "#8fa8c9", 1.4, 15)
        + hills(744, "#86b58f", 3, 16)
        + tree(180, 800, 360)
        + tree(1500, 790, 300)
        + bush(860, 800, 34, LEAF_DARK)
        + rect(0, 800, 1600, 100, "#6fa57a")
        + path("M0 900q500-90 1600-70v70z", "#d9c7ae")
        + bench
        + officer
        + walker
    )
