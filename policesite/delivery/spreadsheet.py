"""Text in a file for a spreadsheet, which would run what looks like a formula (OWASP, CSV injection)."""

import re
import unicodedata

# Where a program that takes the file for one with other separators than commas may begin a cell, or a row: quotes don't hold it back.
_CELL_MAY_BEGIN = re.compile(r"(?:^|[;|\t\r\n\v\f\x85\u2028\u2029])(?=[^;|\t\r\n\v\f\x85\u2028\u2029])")
_LINE = ("\t", "\r", "\n")
_FORMULA = ("=", "+", "-", "−", "@")
# The first letters of the kinds of characters that show nothing by themselves: marks, spaces, controls.
_UNSEEN = ("M", "Z", "C")


def harmless(value: str) -> str:
    """The text with an apostrophe before whatever could start a formula, in a file that commas or semicolons, tabs or bars separate.

    A program may pass over quotes and what cannot be seen, and read full-width signs as the plain ones: so does this.
    """
    marked = _CELL_MAY_BEGIN.sub(lambda found: found[0] + "'" * _starts_formula(value[found.end() :]), value)
    return f"'{marked}" if marked.startswith(_LINE) else marked


def _starts_formula(text: str) -> bool:
    seen = next((letter for letter in text if letter != '"' and not unicodedata.category(letter).startswith(_UNSEEN)), "")
    return unicodedata.normalize("NFKC", seen).startswith(_FORMULA)
