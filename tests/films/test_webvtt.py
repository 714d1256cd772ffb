"""Captions: what is read, what is refused, and what the editor is told."""

import html
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policesite.films.webvtt import BadCaptions, Cue, Turn, parse, transcript, write
from tests.films.making import ENGLISH, URDU


def written(cues: list[Cue]) -> str:
    """The plainest WebVTT that holds `cues`."""
    blocks = [f"{stamp(cue.start)} --> {stamp(cue.end)}\n{voice(cue)}{html.escape(cue.text, quote=False)}" for cue in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def voice(cue: Cue) -> str:
    return f"<v {html.escape(cue.speaker, quote=False)}>" if cue.speaker else ""


def stamp(moment: int) -> str:
    seconds, thousandths = divmod(moment, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"


_characters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))
_words = st.text(_characters, min_size=1).filter(lambda words: "-->" not in words and words.strip() == words and words)
_speakers = st.one_of(st.just(""), st.text(_characters, min_size=1).filter(lambda name: name.split() == [name]))


@st.composite
def cue_lists(draw) -> list[Cue]:
    starts = sorted(draw(st.lists(st.integers(0, 359_000_000), min_size=1, max_size=8)))
    return [Cue(start, start + draw(st.integers(1, 60_000)), draw(_speakers), draw(_words)) for start in starts]


@given(cue_lists())
def test_what_is_written_is_read_back(cues):
    assert parse(written(cues)) == cues


@given(cue_lists(), st.sampled_from(["\r\n", "\r"]))
def test_line_endings_of_every_system_mean_the_same(cues, ending):
    assert parse("\ufeff" + written(cues).replace("\n", ending)) == cues


@given(cue_lists())
def test_the_transcript_keeps_every_word_in_order_and_no_speaker_twice_running(cues):
    turns = transcript(cues)
    assert " ".join(turn.text for turn in turns) == " ".join(cue.text for cue in cues)
    assert all(before.speaker != after.speaker for before, after in itertools.pairwise(turns))


@given(cue_lists())
def test_what_viewers_get_is_the_same_cues_with_a_name_where_a_turn_begins(cues):
    turns = [before is None or before.speaker != cue.speaker for before, cue in itertools.pairwise([None, *cues])]
    named = [f"{cue.speaker}: {cue.text}" if cue.speaker and begins else cue.text for cue, begins in zip(cues, turns, strict=True)]
    assert parse(write(cues)) == [replace(cue, text=text) for cue, text in zip(cues, named, strict=True)]


@pytest.mark.parametrize("said", ["<v A>one&#10;&#10;two --&gt; three", "&lt;b&gt; &amp;amp;", "<v A &gt; B>Hello", "<v.loud  A>x"])
def test_no_character_that_was_written_as_a_code_breaks_what_viewers_get(said):
    cues = parse(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n\n00:03.000 --> 00:04.000\nEnd")
    again = parse(write(cues))
    assert [(cue.start, cue.end, cue.speaker) for cue in again] == [(cue.start, cue.end, cue.speaker) for cue in cues]
    assert again[0].text.endswith(cues[0].text)


@given(st.text())
def test_any_text_at_all_is_read_or_refused_with_line_numbers(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for given_text in (text, f"WEBVTT\n\n{text}"):
        try:
            cues = parse(given_text)
        except BadCaptions as error:
            assert error.problems
            assert all(1 <= line <= lines + 2 and sentence.endswith(".") for line, sentence in error.problems)
        else:
            assert all(cue.start < cue.end and cue.text for cue in cues)


def test_speakers_notes_names_and_settings_are_understood():
    assert parse(ENGLISH) == [
        Cue(0, 2500, "Asha", "Hello. I work on your streets."),
        Cue(2500, 5000, "Asha", "This is Sam.", "line:85%"),
        Cue(5000, 9000, "Sam", "We hold a surgery every month\n& you can come along."),
    ]


def test_a_transcript_names_each_speaker_once_a_turn():
    assert transcript(parse(ENGLISH)) == [
        Turn("Asha", "Hello. I work on your streets. This is Sam."),
        Turn("Sam", "We hold a surgery every month & you can come along."),
    ]
    assert [turn.speaker for turn in transcript(parse(URDU))] == ["آشا", "سیم"]


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("00:01.000 -> 00:02.000\nHello", 3, "Here a time should stand"),
        ("00:01.00 --> 00:02.00\nHello", 3, "three digits"),
        ("00:61.000 --> 01:02.000\nHello", 3, "three digits"),
        ("00:02.000 --> 00:02.000\nHello", 3, "ends before it starts"),
        ("name\n00:02.000 --> 00:01.000\nHello", 4, "ends before it starts"),
        ("00:01.000 --> 00:02.000 colour:red\nHello", 3, "colour:red"),
        ("00:01.000 --> 00:02.000", 3, "no words"),
        ("00:01.000 --> 00:02.000\n<v Asha>", 4, "no words"),
        ("00:01.000 --> 00:02.000\nHello\n00:03.000 --> 00:04.000\nThere", 5, "empty line"),
        ("00:01.000 --> 00:02.000\n<b>Hello</b>", 4, "plain words"),
        ("00:01.000 --> 00:02.000\n<script>alert(1)</script>", 4, "plain words"),
        ("00:01.000 --> 00:02.000\n<v Asha>Hello <v Sam>there", 4, "plain words"),
        ("STYLE\n::cue { color: red }", 3, "Styles and regions"),
        ("00:05.000 --> 00:06.000\nHello\n\n00:01.000 --> 00:02.000\nThere", 6, "starts before"),
        ("NOTE nothing but this", 1, "no captions"),
    ],
)
def test_each_fault_is_told_with_its_line(body, line, says):
    with pytest.raises(BadCaptions) as told:
        parse(f"WEBVTT\n\n{body}\n")
    assert [(found, says in sentence) for found, sentence in told.value.problems] == [(line, True)]


def test_every_fault_is_told_at_once():
    with pytest.raises(BadCaptions) as told:
        parse("WEBVTT\n\n00:01 --> 00:02\nOne\n\nTwo\n\n00:03.000 --> 00:04.000\n<i>Three</i>\n")
    assert [line for line, _ in told.value.problems] == [3, 6, 9]


@pytest.mark.parametrize("text", ["", "1\n00:00:01,000 --> 00:00:02,000\nHello", "WEBVTTX\n", " WEBVTT"])
def test_what_is_not_webvtt_is_refused_at_its_first_line(text):
    with pytest.raises(BadCaptions) as told:
        parse(text)
    assert told.value.problems == [(1, "The first line must be WEBVTT.")]
