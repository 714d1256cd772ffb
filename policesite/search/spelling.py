"""Mistyped words and the words of the listed pages that were meant. What is typed is looked at and forgotten.

A word is mistyped only if it is neither English (english/stems.txt) nor on a listed page (docs/adr/0093).
"""

import re
import unicodedata
from collections import Counter
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Func, TextField, Value
from django.db.models.expressions import RawSQL
from wagtail.models import Page, Site

from policesite.pages.public import only_listed

from .answers import known_names, promised
from .models import MOST_LETTERS
from .prepared import prepared

MOST_WORDS = 8  # that are corrected in one search
CANDIDATES = 20  # words of similar trigrams that are compared letter by letter
MOST_EQUAL = 4  # of those, how many of the nearest are compared by their pages
MOST_PAGES = 20
_WORD = re.compile(r"[^\W\d_]+")


class InBoth(Func):
    """What stands in both of two arrays of words."""

    template = "ARRAY(SELECT unnest(%(expressions)s))"
    arg_joiner = ") INTERSECT SELECT unnest("
    output_field = ArrayField(TextField())


def corrected(typed: str, site: Site, now: datetime) -> str:
    """`typed` with each word that nobody knows put right, as far as a likely word is known; else as it is. Names have their capitals."""
    plain = {word: _plain(word) for word in _WORD.findall(typed)}
    unknown = [word for word in dict.fromkeys(plain.values()) if 4 <= len(word) <= MOST_LETTERS and word.isascii()][:MOST_WORDS]
    meant = _meant(unknown, site, now) if unknown else {}
    return _WORD.sub(lambda found: _as_written(found[0], meant.get(plain[found[0]])), typed)


def _as_written(typed: str, meant: str | None) -> str:
    return typed if meant is None else meant.capitalize() if typed[0].isupper() else meant


def _plain(word: str) -> str:
    """Small letters without accents, as the list has them."""
    apart = unicodedata.normalize("NFKD", word).lower()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _meant(unknown: list[str], site: Site, now: datetime) -> dict[str, str]:
    """For each mistyped word the one that was most likely meant: the nearest; of those equally near, a name or a word of an answer, else the one on most pages."""
    rows = _near(unknown, site)
    nearest = _nearest([(word, near) for word, near, *_ in rows])
    names = {near for _, near, _, is_name in rows if is_name}
    sure = names | {near for _, near, is_promised, _ in rows if is_promised}
    unsure = {near for several in nearest.values() if not sure.intersection(several) for near in several}
    pages = _pages_with(unsure, site, now) if unsure else Counter()
    best = {word: max(several, key=lambda near: (near in sure, pages[near])) for word, several in nearest.items()}
    return {word: near.capitalize() if near in names else near for word, near in best.items() if near in sure or pages[near]}


def _near(unknown: list[str], site: Site) -> list[tuple[str, str, bool, bool]]:
    """Each of the words that nobody knows with each that is like it, and whether that is an answer's or a name."""
    phrases, names = (prepared(ask, site) for ask in (promised, known_names))
    near = f"SELECT word, near, is_promised, is_name FROM search_near(%s, %s, ARRAY({phrases[0]}), ARRAY({names[0]}), %s)"
    with connection.cursor() as cursor:
        cursor.execute(near, [site.pk, unknown, *phrases[1], *names[1], CANDIDATES])
        return cursor.fetchall()


def _nearest(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    """For each mistyped word its candidates with the fewest slips; a slip in the first letter is rare, and counts more.

    Of those equally near, the longer: letters are left out more often than added.
    """
    slips: dict[str, dict[str, float]] = {}
    for word, near in pairs:
        found = distance(word, near, _allowed(word)) + (word[0] != near[0]) / 2
        if found <= _allowed(word):
            slips.setdefault(word, {})[near] = found + max(0, len(word) - len(near)) / 100
    return {word: [near for near, found in several.items() if found == min(several.values())][:MOST_EQUAL] for word, several in slips.items()}


def _pages_with(words: set[str], site: Site, now: datetime) -> Counter:
    """On how many listed pages each of the words is, as far as it matters.

    Whatever takes a page out of the lists takes its entry, but for the passing of time, and for what happens to a page above.
    """
    several = list(words)
    holding = RawSQL("SELECT page_id FROM search_holding(%s, %s, %s)", [site.root_page_id, several, MOST_PAGES])
    held = InBoth("search_entry__words", Value(several, output_field=InBoth.output_field))
    pages = only_listed(Page.objects.filter(pk__in=holding), now)
    return Counter(word for page in pages.values_list(held, flat=True) for word in page)


def _allowed(word: str) -> int:
    """Two slips make any word of five letters into another."""
    return 1 if len(word) < 6 else 2


def distance(typed: str, word: str, most: int) -> int:
    """How many slips of the finger lie between two words: a letter left out, added, changed, or two swapped; `most` + 1 for more.

    Optimal string alignment (Damerau and Levenshtein).
    """
    if abs(len(typed) - len(word)) > most:
        return most + 1
    before, above = [], list(range(len(word) + 1))
    for row, letter in enumerate(typed, 1):
        line = [row]
        for column, other in enumerate(word, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return min(above[-1], most + 1)
