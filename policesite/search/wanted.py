"""From the words typed to a query of PostgreSQL's: a hyphen, a space or nothing between two halves of a word is one to it.

The other half of it is in the vectors: what a page writes with a hyphen is there in one word, too (`search_joined`).
"""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQueryField
from django.db.models.expressions import RawSQL

LANGUAGE = "site_english"
# What people write before a word, after a hyphen, or apart: "antisocial", "anti-social", "anti social". As in search_joined.
BEGINNINGS = ("anti", "cyber", "non")
_IN_HALVES = re.compile(rf"\b(?:(?:{'|'.join(BEGINNINGS)})\s+[^\W\d_]+|[^\W\d_]+(?:-[^\W\d_]+)+)\b", re.IGNORECASE)
_SHORTENED = re.compile(r"['’](?:ve|re|ll|[dmst])\b", re.IGNORECASE)  # "I've", to PostgreSQL, is a word "ve"


@dataclass(frozen=True)
class Wanted:
    """A tsquery as SQL, with the values in it."""

    sql: str
    values: list[str]

    @property
    def expression(self) -> RawSQL:
        return RawSQL(self.sql, self.values, output_field=SearchQueryField())  # values are apart


def all_of(words: str) -> Wanted:
    """Every word, in whatever order and with whatever ending."""
    words = _SHORTENED.sub("", words)
    written = _IN_HALVES.findall(words)
    groups = [[_IN_HALVES.sub(" ", words)], *map(_ways_to_write, written)]
    return Wanted(" && ".join(f"({_either(group)})" for group in groups), [way for group in groups for way in group])


def any_of(words: str) -> Wanted:
    """Any of the words."""
    words = _SHORTENED.sub("", words)
    each = [way for written in _IN_HALVES.findall(words) for way in _ways_to_write(written)] + re.split(r"[\s-]+", words)
    different = list(dict.fromkeys(filter(None, each))) or [""]
    return Wanted(f"({_either(different)})", different)


def _ways_to_write(written: str) -> list[str]:
    halves = re.split(r"[\s-]+", written)
    return [" ".join(halves), "".join(halves)]


def _either(ways: list[str]) -> str:
    return " || ".join([f"plainto_tsquery('{LANGUAGE}', %s)"] * len(ways))
