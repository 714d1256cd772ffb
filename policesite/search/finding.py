"""Finds pages by their words, with PostgreSQL's own full-text search. What was asked for is never written down."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from math import ceil

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import CharField, Count, F, TextField, Value, Window
from django.db.models.functions import Cast
from wagtail.models import Page, Site

from policesite.pages.public import listed_pages

from .wanted import Wanted, all_of, any_of

LONGEST = 200  # characters
PAGE_SIZE = 10
LAST_PAGE = 20  # nobody reads further
WEIGHTS = [0.05, 0.1, 0.3, 1.0]  # of Wagtail's letters D to A: A is the title and the summary


@dataclass(frozen=True)
class Result:
    """A page that was found. `language` is empty for English."""

    title: str
    url: str
    summary: str
    label: str
    language: str


@dataclass(frozen=True)
class Found:
    """A page of results: `count` in all, of which these are `first` to `last`. `is_partial`: no page has all the words."""

    results: list[Result]
    count: int
    number: int
    is_partial: bool

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.results) - 1

    @property
    def previous_page(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next_page(self) -> int | None:
        return self.number + 1 if self.number < min(ceil(self.count / PAGE_SIZE), LAST_PAGE) else None


def readable(typed: str) -> str:
    """`typed` without what cannot be seen: control characters, direction marks, doubled spaces."""
    seen = "".join(" " if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character for character in unicodedata.normalize("NFC", typed))
    return " ".join(seen.split())


def find(words: str, site: Site, number: int, *, some: bool = False, apart_from: Collection[int] = ()) -> Found:
    """Page `number` (from 1) of what `site` has about all of `words`, best first; with `some`, about any of them if no page has all.

    `apart_from`: keys of pages that are shown already.
    """
    wanted = [all_of(words), any_of(words)] if some else [all_of(words)]
    likely, in_all, is_partial = _likely(wanted, site, PAGE_SIZE * LAST_PAGE)
    ranked = _ranked(likely, wanted[is_partial], site, number, apart_from) if likely else []
    gone = len(likely) - ranked[0].listed if ranked else in_all  # shown already, or expired since the schedule last looked
    return Found(_results(ranked), in_all - gone, number, is_partial)


def having(words: str, site: Site, most: int) -> list[int] | None:
    """The keys of all pages of `site` that have all of `words`; None where there are more than `most`. Ask of each whether it is listed still."""
    keys, in_all, _ = _likely([all_of(words)], site, most)
    return keys if in_all <= most else None


# The second query only where the first finds nothing.
_IF_NONE = """
WITH first AS MATERIALIZED ({first}) SELECT page_id, in_all, false FROM first
UNION ALL SELECT page_id, in_all, true FROM ({second}) AS second WHERE NOT EXISTS (SELECT FROM first)
"""


def _likely(wanted: list[Wanted], site: Site, most: int) -> tuple[list[int], int, bool]:
    """The pages worth ranking, how many there are in all, and whether only the second query found them: those with the words in their title, then the newest.

    To rank every page that has "police" in it would read every page.
    """
    asked = [f"SELECT page_id, in_all FROM search_likely(%s, {each.sql}, %s)" for each in wanted]
    values = [value for each in wanted for value in (site.root_page_id, *each.values, most)]
    sql = _IF_NONE.format(first=asked[0], second=asked[1]) if len(asked) > 1 else f"SELECT *, false FROM ({asked[0]}) AS its"
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    return [row[0] for row in rows], *(rows[0][1:] if rows else (0, False))


def _ranked(likely: list[int], wanted: Wanted, site: Site, number: int, apart_from: Collection[int]) -> list[Page]:
    """One page of those that are listed, best first: a word in the title counts twice, and more in a short title."""
    title = SearchRank(F("search_entry__title"), wanted.expression, normalization=2)
    rank = SearchRank(F("search_entry__vector"), wanted.expression, weights=WEIGHTS, normalization=1) + title
    pages = listed_pages(site).filter(search_entry__in=likely).exclude(pk__in=[site.root_page_id, *apart_from])
    start = (number - 1) * PAGE_SIZE
    return list(pages.annotate(listed=Window(Count("pk"))).order_by(rank.desc(), "-pk")[start : start + PAGE_SIZE])


def _results(pages: list[Page]) -> list[Result]:
    details = _details(pages)
    return [Result(page.title, page.url, *details.get(page.pk, ("", "", ""))) for page in pages]


def _details(pages: list[Page]) -> dict[int, tuple[str, str, str]]:
    """The summary, label and language of each page: one statement for pages of every type."""
    by_type: dict[type[Page], list[int]] = {}
    for page in pages:
        if hasattr(page.specific_class, "summary"):
            by_type.setdefault(page.specific_class, []).append(page.pk)
    if not by_type:
        return {}
    first, *others = (_rows(model, keys) for model, keys in by_type.items())
    return {pk: (summary, label, language) for pk, summary, label, language in first.union(*others, all=True)}


def _rows(model: type[Page], keys: list[int]):
    speaks = any(field.name == "language" for field in model._meta.local_fields)
    language = Cast(F("language") if speaks else Value(""), CharField())
    columns = {"found_summary": Cast("summary", TextField()), "found_label": Value(str(model.label), CharField()), "found_language": language}
    return model._base_manager.filter(pk__in=keys).order_by().values_list("pk", *columns.values())
