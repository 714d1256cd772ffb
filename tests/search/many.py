"""Thousands of pages at once, for benches: rows straight into the tables, as publishing would have left them."""

import random
from itertools import accumulate

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from policesite import clock
from policesite.pages.models import ContentPage

TOPICS = [
    "police", "officers", "county", "street", "home", "crime", "report", "call", "people", "information",
    "team", "night", "burglary", "theft", "vehicle", "women", "violence", "against", "girls", "Wellingborough",
    "Northampton", "Kettering", "Corby", "Daventry", "Rushden", "Brackley", "appeal", "witness", "arrested", "charged",
    "court", "sentenced", "patrol", "neighbourhood", "fraud", "scam", "antisocial", "behaviour", "knife", "rural",
    "speed", "camera", "missing", "found", "property", "desk", "open", "closed", "advice", "victims",
    "support", "domestic", "abuse",
]  # fmt: skip
SYLLABLES = [first + second for first in "bcdfglmnprstvwk" for second in "aeiou"]
WORDS_IN_A_PAGE = 180


def vocabulary(size: int, chance: random.Random) -> list[str]:
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)}
    return TOPICS + sorted(made)


def add_pages(home: Page, count: int) -> None:
    """`count` published content pages below `home`, their words as unevenly shared out as in a language (Zipf)."""
    chance = random.Random(20_000)
    words = vocabulary(9_000, chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts = [chance.choices(words, cum_weights=weights, k=WORDS_IN_A_PAGE) for _ in range(count)]
    pages = Page.objects.bulk_create([_page(home, number, text) for number, text in enumerate(texts, 1)], batch_size=2_000)
    Page.objects.filter(pk=home.pk).update(numchild=count)
    _content_rows(pages, texts)
    _index_rows(pages, texts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _page(home: Page, number: int, text: list[str]) -> Page:
    slug, now = f"page-{number}", clock.now()
    return Page(
        path=Page._get_path(home.path, home.depth + 1, number), depth=home.depth + 1, numchild=0, title=" ".join(text[:6]).capitalize(), slug=slug,
        url_path=f"{home.url_path}{slug}/", content_type=ContentType.objects.get_for_model(ContentPage), live=True, locale_id=home.locale_id,
        draft_title=slug, first_published_at=now, last_published_at=now,
    )  # fmt: skip


def _content_rows(pages: list[Page], texts: list[list[str]]) -> None:
    rows = [(page.pk, " ".join(text[:18])) for page, text in zip(pages, texts, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO pages_contentpage (page_ptr_id, summary, body, show_children) VALUES (%s, %s, '[]', false)", rows)


def _index_rows(pages: list[Page], texts: list[list[str]]) -> None:
    rows = [(page.content_type_id, str(page.pk), page.title, " ".join(text)) for page, text in zip(pages, texts, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO wagtailsearch_indexentry (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)"
            " SELECT type, key, setweight(to_tsvector('site_english', title), 'A'), '', setweight(to_tsvector('site_english', body), 'D'), 1, title, body"
            " FROM (VALUES (%s, %s, %s, %s)) AS row (type, key, title, body)",
            rows,
        )
