"""Finds pages by their words, with PostgreSQL's own full-text search. What was asked for is never written down."""

import functools
import operator
import re
import unicodedata
from dataclasses import dataclass
from math import ceil

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import BooleanField, CharField, Count, ExpressionWrapper, F, Q, TextField, Value, Window
from django.db.models.functions import Cast
from wagtail.models import Page, Site

from policesite.pages.public import listed_pages

LONGEST = 200  # characters
PAGE_SIZE = 10
LAST_PAGE = 50  # nobody reads further
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
    query = _query(words, some)
    best = _best(query, site)
    if not best:
        return Found([], 0, number, some)
    count = best[0][1]
    ranked = Page.objects.filter(pk__in=[pk for pk, _ in best]).order_by(_rank(query).desc(), "-pk")
    start = (number - 1) * PAGE_SIZE
    return Found(_results(list(ranked[start : start + PAGE_SIZE])), count, number, some)


def _query(words: str, some: bool) -> SearchQuery:
    if not some:
        return SearchQuery(words, config=LANGUAGE)
    each = [SearchQuery(word, config=LANGUAGE) for word in dict.fromkeys(re.split(r"[\s-]+", words))]
    return functools.reduce(operator.or_, each)


def _best(query: SearchQuery, site: Site) -> list[tuple[int, int]]:
    """The pages worth ranking, each with how many there are in all: those with the words in their title, then the newest.

    To rank every page that has "police" in it would read every page.
    """
    matching = listed_pages(site).filter(search_entry__vector=query).exclude(pk=site.root_page_id)
    in_title = ExpressionWrapper(Q(search_entry__title=query), output_field=BooleanField())
    counted = matching.annotate(count=Window(Count("pk"))).order_by(in_title.desc(), "-pk")
    return list(counted.values_list("pk", "count")[: PAGE_SIZE * LAST_PAGE])


def _rank(query: SearchQuery):
    """How much a page is about the words: those in its title count twice, and more in a short title."""
    title = SearchRank(F("search_entry__title"), query, normalization=2)
    return SearchRank(F("search_entry__vector"), query, weights=WEIGHTS, normalization=1) + title


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
