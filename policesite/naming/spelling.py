"""Whether a text names somebody, however it is spelt: accents, tags, invisible characters, hyphens, middle names, the surname first."""

import re
import unicodedata
from collections import defaultdict
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import unquote

LETTERS = 4  # at least, in a name: with fewer, too many pages would be taken for theirs
BETWEEN = 2  # words that may stand between the first name and the surname: "Grace Ann Whitlock", "Grace and Tom Whitlock"
PIECE = 3  # letters at least, of the part of a double surname that counts as nearly naming somebody
UNMISTAKABLE = 8  # letters of a whole name, which no other word then holds by chance
RANKS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend pc pcso sgt ps sergeant insp inspector detective constable
    dc ds di dci supt superintendent chief acting special officer""".split()  # noqa: SIM905
)
# Letters that Unicode takes for letters of their own, not for others with an accent.
_ALIKE = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
                        "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"})  # fmt: skip
_UNSEEN = ("Mn", "Cf", "Cc")  # accents, once taken apart; joiners, soft hyphens and marks of direction; control characters
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = r"\\+u[0-9A-Fa-f]{4}|&#?\w+;"  # as JSON and HTML write a letter
_SLIPPED_IN = rf"(?:[\u0300-\u036f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]|{_ESCAPED}|<[^<>]*>)*"


def fold(text: str) -> str:
    """Small letters without accents or what nobody sees; everything else is one space, as is each end: " grace whitlock "."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.translate(_ALIKE))
        text = "".join(letter for letter in apart if unicodedata.category(letter) not in _UNSEEN)
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def readings(text: str) -> list[str]:
    """`text` folded, as it is written, and as it reads where tags do and do not part words."""
    as_written = fold(unquote(unescape(text)))
    if "<" not in text:
        return [as_written]
    return [as_written, *(fold(unescape(_TAG.sub(instead, text))) for instead in (" ", ""))]


def is_long_enough(name: str) -> bool:
    """Whether anybody can be looked for by this name."""
    try:
        Name(name)
    except ValueError:
        return False
    return True


class Name:
    """Somebody's name. Raises ValueError where it is too short to be looked for."""

    def __init__(self, written: str):
        last, comma, first = written.partition(",")
        words = [folded for word in (f"{first} {last}" if comma else written).split() if (folded := fold(word).split())]
        while len(words) > 1 and " ".join(words[0]) in RANKS:
            words.pop(0)
        if sum(len(piece) for word in words for piece in word) < LETTERS:
            raise ValueError("That is too short for a name.")
        self.words = words

    def is_in(self, text: str) -> bool:
        return any(self._full.search(reading) for reading in readings(text))

    def is_nearly_in(self, text: str) -> bool:
        """Whether the surname, or a part of a double one, stands there: perhaps of somebody else."""
        return any(self._near.search(reading) for reading in readings(text))

    @property
    def candidates(self) -> str:
        """A regular expression for PostgreSQL that no text with this surname escapes, whatever stands between its letters.

        It finds a few too many: `is_in` decides. It runs over raw text, which is ten times faster than to fold that first.
        """
        whole = [max(self.words[-1], key=len)]
        return "|".join(_however_spelt(piece) for piece in dict.fromkeys([*whole, *self._pieces]))

    @cached_property
    def _pieces(self) -> list[str]:
        return [piece for piece in self.words[-1] if len(piece) >= PIECE]

    @cached_property
    def _full(self) -> re.Pattern:
        first, last = (" ?".join(map(re.escape, self.words[place])) for place in (0, -1))
        if len(self.words) == 1:
            return re.compile(rf" {last}s? ")
        between = max(BETWEEN, len(self.words) - 2)
        run_together = "|".join({_run_together(self.words), _run_together([self.words[0], self.words[-1]])})
        return re.compile(rf" {first} (?:\S+ ){{0,{between}}}{last}s? | {last} {first} |{run_together}")

    @cached_property
    def _near(self) -> re.Pattern:
        return re.compile("|".join(rf" {re.escape(piece)}s? " for piece in ["".join(self.words[-1]), *self._pieces]))


def _run_together(words: list[list[str]]) -> str:
    """As in a hashtag, #FindGraceWhitlock; a short name only as a word of its own, since it may be part of another."""
    joined = re.escape("".join("".join(word) for word in words))
    return joined if len(joined) >= UNMISTAKABLE else f" {joined} "


def _however_spelt(word: str) -> str:
    letters, alike, place = [], _spelt_alike(), 0
    while place < len(word):
        size = next((size for size in (3, 2) if word[place : place + size] in alike), 1)
        part = word[place : place + size]
        one_by_one = _SLIPPED_IN.join(f"(?:[{letter}{letter.upper()[:1]}{alike[letter]}]|{_ESCAPED})" for letter in part)
        letters.append(one_by_one if size == 1 else f"(?:{one_by_one}|[{alike[part]}]|{_ESCAPED})")
        place += size
    return _SLIPPED_IN.join(letters)


@lru_cache(maxsize=1)
def _spelt_alike() -> defaultdict[str, str]:
    """For each plain letter, or two or three, every single character that is folded to it."""
    alike: defaultdict[str, str] = defaultdict(str)
    for character in map(chr, range(0xAA, 0x1D7FF)):
        folded = fold(character).strip() if character.isalnum() else ""
        if 1 <= len(folded) <= 3 and " " not in folded and folded != character:
            alike[folded] += character
    return alike
