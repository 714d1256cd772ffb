"""What strangers wrote is text in every spreadsheet, whichever sign it takes for the end of a cell."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policesite.delivery.spreadsheet import harmless

UNSEEN = ["", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u202e", "\u00a0 ", "\ufe0f", "\x00", "\u200d\u200b"]


@pytest.mark.parametrize("before", UNSEEN)
def test_no_cell_starts_a_formula_whatever_invisible_or_wide_characters_it_is_written_with(before):
    for sign in "=+-@＝＋－＠﹢−":
        assert harmless(f"{before}{sign}1") == f"'{before}{sign}1"
    assert harmless(f"{before}Plain = words") == f"{before}Plain = words"
    assert [harmless(value) for value in ("\t=1", "\r1", "\n1", "")] == ["'\t'=1", "'\r1", "'\n1", ""]


@pytest.mark.parametrize(
    "text", ["a;=1", "a\n=1", "a\r\n=1", "a\t=1", 'a;"=1', 'a;""=1', "a; \u200b=1", "a|@x", "a;;=1", ";=1", "\n\n-1", 'a\n"+1', "a\x85=1"]
)
def test_no_program_that_splits_at_another_sign_finds_a_formula(text):
    assert formulas([["first", text, "last"], ["2026-11-26 09:30", "x", text]]) == []


@given(st.lists(st.text(st.sampled_from([*'=+-@;|\t\n\r," \u200b＝ab']), max_size=9), min_size=2, max_size=4))
def test_whatever_is_written_no_cell_is_a_formula(texts):
    assert formulas([texts, texts]) == []


def test_ordinary_words_stay_as_they_are():
    for text in ("Is it 2+2=4? No; see a-b.", "I paid; then left.", "one\ntwo", "sam@example.com", "https://x.test/?a=1"):
        assert harmless(text) == text


def formulas(rows: list[list[str]]) -> list[str]:
    """The cells that would run, read back as programs do that take commas, semicolons, tabs or bars for the end of a cell."""
    file = io.StringIO()
    csv.writer(file).writerows([[harmless(text) for text in row] for row in rows])
    cells = (cell for sign in ",;\t|" for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=sign) for cell in row)
    return [cell for cell in cells if cell.strip(' "\u200b').startswith(("=", "+", "-", "@", "＝"))]
