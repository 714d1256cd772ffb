"""The film's posters: the same still, lettered in each language."""

from .film_scenes import AMARA, LEILA, PRIYA, STREET, TOM, WALTER
from .ink import NIGHT, WHITE, chequers, rect, svg
from .people import figure, place
from .shared import mark

TITLES = {
    "en": ("How neighbourhood", "policing works"),
    "pl": ("Jak działa", "policja dzielnicowa"),
    "ro": ("Cum funcționează", "poliția de proximitate"),
    "ur": ("محلے کی پولیس", "کیسے کام کرتی ہے"),
    "bn": ("এলাকার পুলিশ", "কীভাবে কাজ করে"),
    "gu": ("તમારા વિસ્તારની પોલીસ", "કેવી રીતે કામ કરે છે"),
}
# Face, size, from one line to the next, where the first stands, and the side on which the language begins.
LATIN = ("Roboto, Arial, sans-serif", 84, 96, 180, "ltr")
FACES = {
    "ur": ("Noto Nastaliq Urdu", 72, 170, 150, "rtl"),
    "bn": ("Noto Sans Bengali", 84, 116, 176, "ltr"),
    "gu": ("Noto Sans Gujarati", 84, 116, 176, "ltr"),
}


def _lettering(language):
    """The title in two lines, from the side on which the language begins."""
    face, size, step, top, direction = FACES.get(language, LATIN)
    x = 90 if direction == "ltr" else 1510
    return "".join(
        f'<text x="{x}" y="{top + i * step}" direction="{direction}" font-family="{face}" font-size="{size}" font-weight="700" fill="{WHITE}">{text}</text>'
        for i, text in enumerate(TITLES[language])
    )


def poster(language):
    """1600 × 900: the team in its street under a night-blue band with the title."""
    waves = {"right": (92, -254)}
    team = (
        place(figure(WALTER, look=0.3), 250, 866, 1.16)
        + place(figure(TOM), 500, 862, 1.26)
        + place(figure(AMARA, **waves), 800, 870, 1.36)
        + place(figure(PRIYA), 1100, 862, 1.26)
        + place(figure(LEILA, look=-0.3), 1350, 866, 1.16)
    )
    badge = mark(1330 if FACES.get(language, LATIN)[-1] == "ltr" else 90, 104, 180)
    return svg(1600, 900, STREET, rect(0, 0, 1600, 390, NIGHT), chequers(0, 390, 1600, 20), team, _lettering(language), badge)
