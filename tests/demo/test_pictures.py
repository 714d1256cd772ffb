"""The demonstration's drawings: all there, small, described, and the same as their source."""

import json
from pathlib import Path

import pytest
from PIL import Image

from policesite.demo.draw import FOLDER, drawing

PICTURES = json.loads((FOLDER / "pictures.json").read_text())
SIZES = {"scene": (1600, 900), "staff": (800, 800)}


def test_every_file_is_listed_and_every_listed_file_is_there():
    assert sorted(p["file"] for p in PICTURES) == sorted(f.name for f in FOLDER.glob("*.webp"))
    assert len({p["file"] for p in PICTURES}) == len(PICTURES)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p["file"])
def test_a_picture_has_its_size_and_a_focal_point_inside_it(picture):
    with Image.open(FOLDER / picture["file"]) as image:
        assert image.size == SIZES[picture["subject"]]
        assert not image.getexif()
    point = picture["focal_point"]
    for middle, length, size in (("x", "width", 0), ("y", "height", 1)):
        half = point[length] / 2
        assert point[middle] - half >= 0 and point[middle] + half <= SIZES[picture["subject"]][size]


def test_every_description_says_what_is_seen_and_no_two_are_the_same():
    descriptions = [p["alt"] for p in PICTURES]
    assert len(set(descriptions)) == len(descriptions)
    for words in descriptions:
        assert 40 <= len(words) <= 250
        assert words.endswith(".")
        assert not words.lower().startswith(("image of", "picture of"))


@pytest.mark.parametrize("name", [Path(p["file"]).stem for p in PICTURES])
def test_the_source_is_what_the_script_draws(name):
    assert (FOLDER / f"{name}.svg").read_text() == drawing(name)[0]


def test_the_folder_stays_small():
    assert sum(f.stat().st_size for f in FOLDER.iterdir()) < 2_500_000
