"""Words of somebody who should be on the telephone. It errs towards asking: who is asked wrongly presses Send once more.

English is looked for by sense (english.py), and so are the other languages of the site (other_languages.py). No speaker of
those has checked the lists yet; a word that is lacking or wrong there costs somebody the number 999, or an honest reader
one more press.
"""

import re
import unicodedata

from .english import ABOUT_THE_SITE, ALONE, ENGLISH, OFTEN_MISTYPED, REAL_WORDS
from .other_languages import ORDINARY, RULES

# Vowel signs and the like are no letters to `re`: without them a word of Bengali would end in its middle.
_LETTER = r"[\w\u0610-\u061a\u064b-\u065f\u0980-\u0aff]"
_AS_TYPED = str.maketrans("łيكه", "lیکہ", "'’‘ʼ`´")  # without apostrophes, and with Urdu's letters for those of an Arabic keyboard
_ENDS_A_SENTENCE = ".!?؟۔।"
_BETWEEN = rf" (?:{_LETTER}+ ){{0,3}}"


def sounds_like_an_emergency(text: str) -> bool:
    """Whether the words are those of somebody who should be on the telephone, in any language of the site."""
    said = " ".join(_MISTYPED.get(word, word) for word in _folded(text).split())
    return bool(_NOTHING_ELSE.fullmatch(said.strip(" .")) or _DANGER.search(_ABOUT_THE_SITE.sub(" , ", said)))


def _folded(text: str) -> str:
    """Small letters without accents, apostrophes and drawn-out letters, one space between words: as people write in a hurry."""
    plain = unicodedata.normalize("NFKD", text.translate(_AS_TYPED).casefold())
    letters = "".join(_kept(letter) for letter in plain)
    return " ".join(re.sub(r"([a-z])\1\1+", r"\1", letters).split())


def _kept(letter: str) -> str:
    """The letter; nothing for an accent or a joiner; a full stop for what ends a sentence, a space for other signs."""
    if "\u0300" <= letter <= "\u036f" or unicodedata.category(letter) == "Cf":
        return ""
    if letter in _ENDS_A_SENTENCE:
        return " . "
    return letter if unicodedata.category(letter)[0] in "LNM" else " "


def _mistyped(word: str) -> set[str]:
    """The word with two neighbouring letters changed round, or with one letter after the first left out."""
    changed = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return (changed | {word[:at] + word[at + 1 :] for at in range(1, len(word))}) - {word}


def _pattern(rule: str) -> str:
    """A rule of other_languages.py: its parts stand near each other, in either order."""
    first, *rest = (f"(?:{'|'.join(map(_stem, part.split('|')))})" for part in rule.split(" & "))
    if not rest:
        return first
    return f"{first}{_BETWEEN}{rest[0]}(?!{_LETTER})|{rest[0]}{_BETWEEN}{first}"


def _stem(phrase: str) -> str:
    """Words, of which any may end in "…" for any ending."""
    words = ((_folded(word.removesuffix("…")), word.endswith("…")) for word in phrase.split())
    return " ".join(re.escape(begins) + f"{_LETTER}*" * any_ending for begins, any_ending in words)


def _any_of(patterns) -> re.Pattern:
    """Whole words only."""
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(patterns)})(?!{_LETTER})")


_MISTYPED = {typed: word for word in OFTEN_MISTYPED.split() for typed in _mistyped(word) if typed not in {*REAL_WORDS, *OFTEN_MISTYPED.split()}}
_NOTHING_ELSE = re.compile(ALONE)
_ABOUT_THE_SITE = _any_of([*ABOUT_THE_SITE, *map(_pattern, ORDINARY)])
_DANGER = _any_of([*ENGLISH, *(_pattern(rule) for rules in RULES.values() for rule in rules)])
