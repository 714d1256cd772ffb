"""What search knows of the listed pages. An entry goes by itself with its page (triggers); here it is made.

A page is learnt when it is published, and by the schedule whatever else put it into the lists: a hold lifted, a page
moved, a moment come.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, QuerySet, Value
from wagtail.models import Page, Site

from policesite.delivery.schedule import Item
from policesite.pages.public import listed_pages

from .models import MOST_LETTERS, Entry

BATCH = 500  # pages in one transaction

# Words are kept where every keyboard can mistype them: Latin letters, without their accents.
_LEARN = """
INSERT INTO search_entry (page_id, site_id, title, vector, words)
SELECT page.id, %(site)s, its.title, its.title || entry.body || search_joined(entry.body_text), ARRAY(
    SELECT lexeme FROM unnest(to_tsvector('site_words', entry.title_text || ' ' || entry.body_text)) WHERE lexeme ~ %(word)s)
FROM wagtailcore_page AS page
JOIN wagtailsearch_indexentry AS entry ON entry.content_type_id = page.content_type_id AND entry.object_id = page.id::varchar(50)
CROSS JOIN LATERAL (SELECT entry.title || setweight(search_joined(entry.title_text), 'A') AS title) AS its
WHERE page.id = ANY (%(pages)s)
ON CONFLICT (page_id) DO NOTHING
"""
_WORD = f"^[a-z]{{3,{MOST_LETTERS}}}$"


def due(now: datetime) -> Iterator[Item]:
    """For the hook `due_items`: forget what is no longer listed at `now`, learn what is."""
    for site in Site.objects.select_related("root_page"):
        stale = Entry.objects.filter(site=site).exclude(page__in=_findable(site, now).values("pk"))
        if stale.exists():
            yield Item(f"forget pages of {site} in search", lambda stale=stale: stale.delete()[0] > 0)
        for keys in _batches(site, now):
            yield Item(f"learn pages {keys[0]} to {keys[-1]} for search", lambda site=site, keys=keys: learn(site, keys, now) > 0)


@transaction.atomic
def learn(site: Site, keys: list[int], now: datetime) -> int:
    """Make the entries of those of the pages `keys` that are listed and have none; how many were made.

    A page that somebody else is changing at this moment is left to the next look.
    """
    locked = list(Page.objects.filter(pk__in=keys).select_for_update(skip_locked=True, no_key=True).order_by("pk").values_list("pk", flat=True))
    listed = list(_unlearnt(site, now).filter(pk__in=locked).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(_LEARN, {"site": site.pk, "pages": listed, "word": _WORD})
        return cursor.rowcount


def learn_page(page: Page, now: datetime) -> None:
    """One page, for the site that it is in; of sites inside each other, the innermost."""
    around = Site.objects.select_related("root_page").alias(here=Value(page.path)).filter(here__startswith=F("root_page__path"))
    if site := around.order_by("-root_page__depth").first():
        learn(site, [page.pk], now)


def learn_all(now: datetime) -> None:
    """Everything that is due, at once: for who has just loaded a whole site."""
    for item in due(now):
        item.act()


def _findable(site: Site, now: datetime) -> QuerySet:
    return listed_pages(site, now).exclude(pk=site.root_page_id)


def _unlearnt(site: Site, now: datetime) -> QuerySet:
    return _findable(site, now).filter(search_entry__isnull=True)


def _batches(site: Site, now: datetime) -> Iterator[list[int]]:
    keys = list(_unlearnt(site, now).order_by("pk").values_list("pk", flat=True))
    yield from (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
