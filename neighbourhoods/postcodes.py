"""What a resident typed: a whole postcode, the first half of one, or something else.

Pure: no database, no clock, no logging (what is typed here says where somebody lives).
Royal Mail writes a postcode as an outcode ("NN1", "N1P", "EC1A") and an incode ("1AA").
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from .postcode_areas import is_real

# Longer than any postcode or place name: what is beyond it is not read.
MOST_TYPED = 100

_OUTCODE = r"[A-Z]{1,2}[0-9][0-9A-Z]?"
# C, I, K, M, O and V are never in an incode: they look too much like digits or each other.
_INCODE = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_UNIT = re.compile(rf"({_OUTCODE})({_INCODE})|GIR0AA")
_WHOLE_OUTCODE = re.compile(_OUTCODE)
# Punctuation that fingers and address books put inside a postcode or after it.
_STRAY = str.maketrans("", "", "-‐‑‒–—.,'’")


_AROUND_A_POSTCODE = re.compile(
    "a|address|after|am|area|at|code|find|for|i|in|is|it|live|local|looks|my|near|neighbourhood|of|officers?|our|police|post|postcode|team|the|what"
    "|where|who",
    re.IGNORECASE,
)
_ALIKE = str.maketrans("O0I1", "0O1I")
_LONGEST = 7  # capitals and digits of a postcode


class Kind(Enum):
    """What was typed, as far as its shape can tell."""

    UNIT = "unit"
    OUTCODE = "outcode"
    OTHER = "other"


@dataclass(frozen=True)
class Typed:
    """What was typed and what it is; `key` is how the postcode table spells it."""

    kind: Kind
    key: str

    @property
    def pretty(self):
        """The postcode as an envelope has it: "NN1 1AA"."""
        return spaced(self.key) if self.kind is Kind.UNIT else self.key


def normalise(typed):
    """Capitals and digits only, without spaces: the key of the postcode table.

    Full-width letters become plain ones; spaces and characters that cannot be seen (no-break,
    zero-width, direction marks, control characters) go. Never fails, whatever is typed.
    """
    plain = unicodedata.normalize("NFKC", typed[:MOST_TYPED])
    seen = "".join(c for c in plain if unicodedata.category(c)[0] not in "ZC")
    return seen.translate(_STRAY).upper()


def read(typed):
    """Tell a unit postcode from an outcode from neither; see `Typed`."""
    key = normalise(typed)
    if _UNIT.fullmatch(key):
        return Typed(Kind.UNIT, key)
    if _WHOLE_OUTCODE.fullmatch(key):
        return Typed(Kind.OUTCODE, key)
    return Typed(Kind.OTHER, "")


def asked_about(typed: str) -> Typed:
    """The one whole postcode of a search that is about nothing else: "my postcode is NN1 1AA". Else as `read` has it."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", typed[:MOST_TYPED]))
    for start, end in combinations(range(len(words) + 1), 2):
        found = read("".join(words[start:end])) if end - start < 3 else Typed(Kind.OTHER, "")
        if found.kind is Kind.UNIT and all(map(_AROUND_A_POSTCODE.fullmatch, words[:start] + words[end:])):
            return found
    return read(typed)


def lookalikes(typed) -> Iterator[Typed]:
    """What it would be if an O was meant as 0, or an I as 1, or the other way round: nearest to what was typed first.

    Only to be offered: which of them was meant, nobody but the visitor knows.
    """
    key = normalise(typed)
    doubtful = [place for place, letter in enumerate(key) if letter in "O0I1"] if len(key) <= _LONGEST else []
    for count in range(1, len(doubtful) + 1):
        for places in combinations(doubtful, count):
            other = read("".join(letter.translate(_ALIKE) if place in places else letter for place, letter in enumerate(key)))
            if other.kind is not Kind.OTHER and is_real(other.key):
                yield other


def spaced(key):
    """ "NN11AA" as "NN1 1AA": the incode is always the last three characters."""
    return f"{key[:-3]} {key[-3:]}"


def outcode_of(key):
    """The outcode of a unit postcode's key: "NN1" of "NN11AA"."""
    return key[:-3]
