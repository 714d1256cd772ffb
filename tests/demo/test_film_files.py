"""The demonstration's film: small, playable before it is all there, captioned in each language in step with it."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from policesite import demo
from policesite.demo.drawing import film as drawn

FOLDER = Path(demo.__file__).parent / "film"
FILM = json.loads((FOLDER / "film.json").read_text())
VERSIONS = pytest.mark.parametrize("version", FILM["versions"], ids=lambda v: v["language"])
CUE = re.compile(r"00:00:(\d\d\.\d{3}) --> 00:00:(\d\d\.\d{3})\n<v ([^>]+)>(.+)</v>\n")


def _cues(version):
    return CUE.findall((FOLDER / version["captions"]).read_text())


def test_the_film_is_under_half_a_megabyte():
    assert (FOLDER / FILM["file"]).stat().st_size < 500_000


def test_the_film_can_start_before_it_is_all_there():
    film = (FOLDER / FILM["file"]).read_bytes()
    assert film[4:8] == b"ftyp"
    assert film.index(b"moov") < film.index(b"mdat")
    assert b"avc1" in film
    assert b"mp4a" in film


def test_its_length_is_what_is_said():
    assert FILM["seconds"] == drawn.SECONDS
    assert all(str(drawn.SECONDS) in version["duration"] for version in FILM["versions"])


@VERSIONS
def test_captions_name_who_speaks_and_never_overlap(version):
    cues = _cues(version)
    assert (FOLDER / version["captions"]).read_text().count("-->") == len(cues)
    times = [float(moment) for cue in cues for moment in cue[:2]]
    assert times == sorted(times)
    assert times[-1] <= FILM["seconds"]
    assert len({speaker for _, _, speaker, _ in cues}) == 3


@VERSIONS
def test_a_caption_can_be_read_in_its_time(version):
    for begins, ends, _, words in _cues(version):
        assert len(words) / (float(ends) - float(begins)) < 20, words


@VERSIONS
def test_the_transcript_says_what_the_captions_say(version):
    assert [(line["speaker"], line["words"]) for line in version["transcript"]] == [cue[2:] for cue in _cues(version)]


# Letters that only this language has, of those that the film is in.
OWN = {"pl": "[ąęłśż]", "ro": "[ățșî]", "ur": "[ہےںگ]", "bn": "[\u0985-\u09b9]", "gu": "[\u0a85-\u0ab9]"}


@pytest.mark.parametrize("code", OWN)
def test_each_version_is_in_its_own_language(code):
    version = next(v for v in FILM["versions"] if v["language"] == code)
    for words in (version["title"], version["summary"], version["poster_alt"], version["description"]):
        assert re.search(OWN[code], words)
    said = [cue[3] for cue in _cues(version)]
    assert re.search(OWN[code], " ".join(said))
    if code not in ("pl", "ro"):
        assert not re.search("[A-Za-z]", " ".join([version["title"], version["summary"], version["poster_alt"], version["description"], *said]))


def test_all_versions_keep_the_same_time():
    times = {version["language"]: [cue[:2] for cue in _cues(version)] for version in FILM["versions"]}
    assert all(cues == times["en"] for cues in times.values())


@VERSIONS
def test_the_poster_has_the_shape_of_the_film(version):
    with Image.open(FOLDER / version["poster"]) as poster:
        assert poster.size == (FILM["width"], FILM["height"])
