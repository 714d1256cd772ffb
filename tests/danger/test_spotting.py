"""What people write when they are in danger, and what they write of a website: one sentence a line, in each language of the site."""

import time
from pathlib import Path

import pytest
from django.conf import settings

from policesite.danger.spotting import sounds_like_an_emergency

HERE = Path(__file__).parent
LANGUAGES = [code.split("-")[0] for code, _ in settings.LANGUAGES]


def sentences(kind: str, language: str) -> list[str]:
    return (HERE / kind / f"{language}.txt").read_text().splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_in_danger_is_understood_in_every_language_of_the_site(language):
    said = sentences("in_danger", language)
    assert len(said) > 25
    assert [text for text in said if not sounds_like_an_emergency(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_write_of_a_website_is_taken_for_what_it_is(language):
    said = sentences("ordinary", language)
    assert len(said) > 15
    assert [text for text in said if sounds_like_an_emergency(text)] == []


@pytest.mark.parametrize("ending", [" the map is hard to read", ". The map is hard to read.", "\n\nPlease hurry", "!!!"])
def test_danger_is_heard_wherever_it_stands_in_a_message(ending):
    for text in ("someone is in my house", "on mnie bije", "mă lovește", "کوئی گھر میں ہے", "ঘরে কেউ আছে", "ઘરમાં કોઈ છે"):
        assert sounds_like_an_emergency(text.upper() + ending), text
        assert sounds_like_an_emergency("Hello, I found your site. " + text + ending), text


@pytest.mark.parametrize(
    "text", ["hes got a kinfe", "she is not breahting", "he is stabing her", "ambulence please he is bleding", "HEEEELP", "hel­p me"]
)
def test_haste_hides_nothing(text):
    assert sounds_like_an_emergency(text)


def test_accents_and_apostrophes_may_be_left_out():
    for text in ("maz mnie bije", "wlamanie", "sotul ma bate", "durere in piept", "theres a man with a knife", "there’s a man with a knife"):
        assert sounds_like_an_emergency(text), text


@pytest.mark.parametrize("piece", ["my old man ", "he has his ", "someone is in the ", "mnie on ma ", "কেউ মেয়ে মাকে ", "a", "help.me ", "\u0307"])
def test_a_message_of_two_thousand_letters_is_read_in_a_moment(piece):
    start = time.perf_counter()
    sounds_like_an_emergency((piece * 2000)[:2000])
    assert time.perf_counter() - start < 0.5
