"""Finds pages by their words, with PostgreSQL's own full-text search. What was asked for is never written down."""

import functools
import operator
import re
import unicodedata
from dataclasses import dataclass
from math import ceil

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import CharField, Count, F, TextField, Value, Window
from django.db.models.functions import Cast
from wagtail.models import Page, Site

from policesite.pages.public import listed_pages

LONGEST = 200  # characters
PAGE_SIZE = 10
LAST_PAGE = 20  # nobody reads further
WEIGHTS = [0.05, 0.1, 0.3, 1.0]  # of Wagtail's letters D to A: A is the title and the summary
LANGUAGE = "site_english"


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


def find(words: str, site: Site, number: int, *, some: bool = False) -> Found:
    """Page `number` (from 1) of what `site` has about all of `words`, best first; with `some`, about any of them."""
    wanted = list(dict.fromkeys(re.split(r"[\s-]+", words))) if some else [words]
    likely, in_all = _likely(wanted, site, PAGE_SIZE * LAST_PAGE)
    ranked = _ranked(likely, wanted, site, number) if likely else []
    gone = len(likely) - ranked[0].listed if ranked else in_all  # those that expired since the schedule last looked
    return Found(_results(ranked), in_all - gone, number, some)


def having(words: str, site: Site, most: int) -> list[int] | None:
    """The keys of all pages of `site` that have all of `words`; None where there are more than `most`. Ask of each whether it is listed still."""
    keys, in_all = _likely([words], site, most)
    return keys if in_all <= most else None


def _likely(wanted: list[str], site: Site, most: int) -> tuple[list[int], int]:
    """The pages worth ranking, and how many there are in all: those with the words in their title, then the newest.

    To rank every page that has "police" in it would read every page.
    """
    query = " || ".join([f"plainto_tsquery('{LANGUAGE}', %s)"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT page_id, in_all FROM search_likely(%s, {query}, %s)", [site.root_page_id, *wanted, most])
        rows = cursor.fetchall()
    return [pk for pk, _ in rows], rows[0][1] if rows else 0


def _ranked(likely: list[int], wanted: list[str], site: Site, number: int) -> list[Page]:
    """One page of those that are listed, best first: a word in the title counts twice, and more in a short title."""
    query = functools.reduce(operator.or_, (SearchQuery(each, config=LANGUAGE) for each in wanted))
    title = SearchRank(F("search_entry__title"), query, normalization=2)
    rank = SearchRank(F("search_entry__vector"), query, weights=WEIGHTS, normalization=1) + title
    listed = listed_pages(site).filter(search_entry__in=likely).exclude(pk=site.root_page_id).annotate(listed=Window(Count("pk")))
    start = (number - 1) * PAGE_SIZE
    return list(listed.order_by(rank.desc(), "-pk")[start : start + PAGE_SIZE])


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
