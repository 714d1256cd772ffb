"""What a resident types is understood, however it is spaced, spelt or pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neighbourhoods.postcodes import Kind, normalise, outcode_of, read, spaced

OUTCODES = st.from_regex(r"[A-Z]{1,2}[0-9][0-9A-Z]?", fullmatch=True).filter(str.isascii)
INCODES = st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True)
UNSEEN = st.text(" \t\u00a0\u2009\u3000\u200b\u200d\u2060\ufeff\u202e\x00", max_size=3)


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(OUTCODES, INCODES, UNSEEN, UNSEEN, UNSEEN, st.sampled_from([str.lower, str.upper, full_width]))
def test_a_postcode_is_read_whatever_its_spacing_case_or_width(out, inc, before, between, after, style):
    typed = read(before + style(out) + between + style(inc) + after)
    assert (typed.kind, typed.key) == (Kind.UNIT, out + inc)
    assert typed.pretty == f"{out} {inc}"
    assert outcode_of(typed.key) == out


@given(OUTCODES, UNSEEN, st.sampled_from([str.lower, str.upper, full_width]))
def test_the_first_half_is_read_as_an_outcode(out, around, style):
    assert read(around + style(out) + around).key == out
    assert read(around + style(out) + around).kind is Kind.OUTCODE


@given(st.text())
def test_nothing_that_is_typed_makes_it_fail_and_a_key_is_always_plain(typed):
    answer = read(typed)
    assert answer.key == "" if answer.kind is Kind.OTHER else answer.key.isascii()
    assert len(answer.key) <= 7


@given(st.text())
def test_tidying_twice_changes_nothing(typed):
    once = normalise(typed)
    assert read(once) == read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "NN1 1A",
        "NN1 1AAA",
        "NNI 1AA",
        "NN1 OAA",
        "NN1 1AC",
        "101",
        "01604 960123",
        "BFPO 12",
        "Kettering",
        "NN1 1AA; DROP TABLE",
        "NN1 1AA, NN1 1AB",
        "A" * 500,
        "🏠",
        "NN1 1ÄA",
        "ＮＮ１",
        "<script>",
        "NN١ ١AA",
    ],
)
def test_what_is_no_whole_postcode_is_never_taken_for_one(typed):
    assert read(typed).kind is not Kind.UNIT


@pytest.mark.parametrize(
    ("typed", "key"),
    [("GIR 0AA", "GIR0AA"), ("n1p 1aa", "N1P1AA"), ("ec1a-1bb", "EC1A1BB"), ("NN1 1AA.", "NN11AA")],
)
def test_unusual_real_postcodes_are_postcodes(typed, key):
    assert read(typed).key == key


def test_a_key_is_written_as_on_an_envelope():
    assert spaced("NN11AA") == "NN1 1AA"
    assert spaced("CV230AE") == "CV23 0AE"
