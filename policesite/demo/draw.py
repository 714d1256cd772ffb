"""Draws every picture of the demonstration site: `python -m policesite.demo.draw` (or with names, only those).

Each entry of pictures/pictures.json becomes an SVG, the source, and a WebP, the master that is uploaded to the CMS
(scenes 1600 × 900, portraits 800 × 800). Needs Chromium and Playwright, both part of the tests; nothing at run time.
"""

import io
import json
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from policesite.demo.drawing import portraits, scenes_country, scenes_indoors, scenes_offices, scenes_shift, scenes_town, shared
from policesite.demo.drawing.ink import svg

FOLDER = Path(__file__).parent / "pictures"
STATIC = Path(__file__).parents[2] / "static" / "img"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SCENES = {
    "front-office": scenes_town.front_office,
    "beat-bus-market": scenes_town.market,
    "torch-on-the-terraces": scenes_shift.torch,
    "pcso-and-shopkeeper": scenes_town.shopkeeper,
    "bike-marking": scenes_town.bike_marking,
    "response-car": scenes_shift.response_car,
    "clear-hold-build": scenes_town.clear_hold_build,
    "response-briefing": scenes_shift.briefing,
    "film-still": scenes_shift.film_still,
    "messages": scenes_shift.messages,
    "on-the-beat": scenes_town.on_the_beat,
    "village-green": scenes_country.village_green,
    "rural-crime": scenes_country.rural,
    "river-and-viaduct": scenes_country.river,
    "night-county": scenes_country.night_county,
    "enquiry-counter": scenes_indoors.enquiry_counter,
    "control-room": scenes_indoors.control_room,
    "crime-scene": scenes_offices.crime_scene,
    "criminal-justice": scenes_offices.justice,
    "analyst": scenes_offices.analyst,
    "communications": scenes_offices.newsroom,
    "quiet-room": scenes_indoors.quiet_room,
    "surgery": scenes_indoors.surgery,
}


def listed():
    """The names in pictures.json, in its order."""
    return [Path(entry["file"]).stem for entry in json.loads((FOLDER / "pictures.json").read_text())]


def drawing(name):
    """The SVG text of one picture, and its size in pixels."""
    if name in SCENES:
        return svg(1600, 900, SCENES[name]()), (1600, 900)
    return svg(240, 240, portraits.draw(portraits.PEOPLE[name])), (800, 800)


def render(page, text, size):
    """The picture as Chromium draws it, at `size` pixels."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{size[0]}px;height:{size[1]}px}}</style>{text}")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def draw_share(page):
    """The picture that other sites show beside a link to this one: few colours, so that it stays small."""
    picture = render(page, shared.share(), (1200, 630))
    picture.quantize(128, dither=Image.Dither.NONE).save(STATIC / "share.png", optimize=True)


def main(names):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        for name in names or listed():
            text, size = drawing(name)
            (FOLDER / f"{name}.svg").write_text(text)
            render(page, text, size).save(FOLDER / f"{name}.webp", quality=91, method=6)
            print(name)
        draw_share(page)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
