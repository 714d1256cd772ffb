"""Finds pages by their words, with PostgreSQL's own full-text search. What was asked for is never written down."""

import re
import unicodedata
from dataclasses import dataclass
from math import ceil

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast
from wagtail.models import Page, Site

from policesite.pages.public import listed_pages

LONGEST = 200  # characters
PAGE_SIZE = 10
LAST_PAGE = 50  # nobody reads further, and every page further costs more
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", re.ASCII)


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


def is_postcode(words: str) -> bool:
    """Whether somebody has typed a whole postcode here: the finder knows more about those."""
    return _POSTCODE.fullmatch(unicodedata.normalize("NFKC", words).upper().replace(" ", "")) is not None


def find(words: str, site: Site, number: int) -> Found:
    """Page `number` (from 1) of what `site` has about all of `words`, best first; if nothing has all, about any of them."""
    pages = Page.objects.filter(pk__in=listed_pages(site).exclude(pk=site.root_page_id).values("pk"))  # Wagtail's search knows no Exists
    for operator in ("and", "or"):
        hits = pages.search(words, operator=operator)
        count = hits.count()
        if count:
            break
    start = (number - 1) * PAGE_SIZE
    return Found(_results(list(hits[start : start + PAGE_SIZE])) if count else [], count, number, bool(count) and operator == "or")


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
