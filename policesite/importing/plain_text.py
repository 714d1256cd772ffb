"""Text from other people's systems as plain text: HTML, Textile or entities in it, its encoding perhaps broken.

Our fields hold plain text, which templates escape; so markup goes, and what is left is what a reader would have seen.
Entities are decoded once: "&amp;lt;" was meant to read "&lt;".
"""

import html
import re
import unicodedata
from contextlib import suppress

import nh3

MOST_READ = 100_000  # characters
DEEPEST = 250  # elements inside one another: what reads HTML looks through all that are open, again and again
# They end by themselves where the next begins, or hold nothing.
_NOT_DEEP = {
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "p", "param", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track", "wbr",
}  # fmt: skip
_ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_BREAKS = re.compile(r"<\s*(br|/p|/div|/li|/h[1-6]|/tr|/td)\b[^<>]*>", re.IGNORECASE)
# What UTF-8 looks like where somebody took it for Windows-1252: "Iâ€™m", "Â£5", "cafÃ©".
_MISREAD = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u20ac\u2122]|\u00e2\u20ac")
_CONTROL = re.compile("(?<! ) *[\x00-\x1f\x7f-\x9f\u2028\u2029][\x00-\x1f\x7f-\x9f\u2028\u2029 ]*")
_TEXTILE = (
    (re.compile(r"^[^\S\n]*(?:h[1-6]|p|bq)\.\s*", re.MULTILINE), ""),
    (re.compile(r"^[^\S\n]*[*#]+ +", re.MULTILINE), ""),
    (re.compile(r'"([^"\n]{1,200})":https?://\S+'), r"\1"),
    (re.compile(r"(?<!\w)\*([^*\n]{1,200})\*(?!\w)"), r"\1"),
)


def plain(text, limit: int | None = None) -> str:
    """One line of plain text, at most `limit` characters: cut after a whole word, with an ellipsis. "" for what is no text."""
    if not isinstance(text, str):
        return ""
    text = _repaired(text[:MOST_READ])
    text = html.unescape(nh3.clean(_BREAKS.sub("\n", not_too_deep(text)), tags=set(), attributes={}))
    for pattern, kept in _TEXTILE:
        text = pattern.sub(kept, text)
    return shortened(" ".join(visible(text).split()), limit)


def not_too_deep(markup: str) -> str:
    """HTML up to where it is nested deeper than anything that somebody wrote."""
    depth = 0
    for found in _ELEMENT.finditer(markup):
        if found[2].lower() not in _NOT_DEEP:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > DEEPEST:
                return markup[: found.start()]
    return markup


def shortened(text: str, limit: int | None) -> str:
    """At most so many characters, cut after a whole word where there is one."""
    if limit is None or len(text) <= limit:
        return text
    head = text[: limit - 1]
    return f"{head.rsplit(' ', 1)[0].rstrip(' ,;:') or head}…"


def _repaired(text: str) -> str:
    """Text whose UTF-8 was taken for Windows-1252 as it was meant; any other as it is, without stray control codes."""
    if _MISREAD.search(text):
        with suppress(UnicodeError):
            text = b"".join(_byte(letter) for letter in text).decode("utf-8")
    return "".join(_byte(letter).decode("cp1252", "ignore") if "\x80" <= letter <= "\x9f" else letter for letter in text)


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1") if ord(letter) < 256 else letter.encode("cp1252")


def one_line(text: str) -> str:
    """What somebody typed into one line, without what nobody sees in it: a space where a control code or a line's end was.

    Nothing, where no character can be seen: a title of zero-width spaces would be a link without words.
    """
    line = visible(_CONTROL.sub(" ", text)).strip()
    return line if any(unicodedata.category(c)[0] in "LNPS" for c in line) else ""


def visible(text: str) -> str:
    """Without characters that are not seen but change how the rest is: control codes, overrides of direction, surrogates."""
    return "".join(
        c
        for c in text
        if c.isspace()
        or (unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn") and not "\u202a" <= c <= "\u202e" and not "\u2066" <= c <= "\u2069")
    )
