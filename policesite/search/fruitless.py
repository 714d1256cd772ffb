"""What found nothing, counted for the editors: never who asked, and no words that only a day or two have seen (docs/adr/0071)."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q
from django.utils.crypto import salted_hmac
from wagtail.models import Site

from policesite import clock
from policesite.delivery.schedule import Item

from .models import FruitlessSearch

KEPT_FROM = 3  # different days on which the same words found nothing
LONGEST = 60  # characters
MOST_WORDS = 6
MOST_WAITING = 5_000  # hashes a site: nobody fills the table with made-up words
WAITING_LASTS, KEPT_LASTS = timedelta(days=30), timedelta(days=365)

# Letters, and the numbers of our own lines. Never a postcode or half of one, a telephone, crime or registration number,
# an e-mail or web address.
_FIT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|101|999")
_LETTERS = re.compile(r"[^\W\d_]+")

# Only ordinary English words, none of which is also a name of people or places: "drone licence", and not "sarah smith".
_COUNT = """
INSERT INTO search_fruitlesssearch AS kept (site_id, digest, words, times, days, last_on)
SELECT %(site)s, %(digest)s, '', 1, 1, %(today)s
WHERE (
    EXISTS (SELECT FROM search_fruitlesssearch WHERE site_id = %(site)s AND digest = %(digest)s)
    OR (SELECT count(*) FROM search_fruitlesssearch WHERE site_id = %(site)s AND words = '') < %(most)s
) AND NOT EXISTS (
    SELECT FROM unnest(%(each)s::text[]) AS each (word)
    WHERE ts_lexize('english_stem', word) <> '{}'
        AND NOT EXISTS (SELECT FROM search_english WHERE stem = (ts_lexize('english_stem', word))[1] AND NOT is_name)
)
ON CONFLICT (site_id, digest) DO UPDATE SET
    times = kept.times + 1, days = kept.days + (kept.last_on < EXCLUDED.last_on)::int, last_on = EXCLUDED.last_on,
    words = CASE WHEN kept.days + (kept.last_on < EXCLUDED.last_on)::int >= %(from)s THEN %(words)s ELSE '' END
"""


def is_fit(words: str) -> bool:
    """Whether words may be kept as far as their form says: few, short, and no numbers but our own."""
    each = words.split()
    return 0 < len(words) <= LONGEST and len(each) <= MOST_WORDS and all(map(_FIT.fullmatch, each))


def count(typed: str, site: Site) -> None:
    """Count one search that found nothing. Small letters and single spaces: the same words are the same to everyone."""
    words = " ".join(typed.casefold().split())
    if is_fit(words):
        digest = salted_hmac("fruitless search", words, algorithm="sha256").hexdigest()
        values = {"site": site.pk, "digest": digest, "words": words, "today": clock.today(), "most": MOST_WAITING, "from": KEPT_FROM}
        values["each"] = _LETTERS.findall(words)
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, values)


def due(now: datetime) -> Iterator[Item]:
    """For the hook `due_items`: what did not come back within a month, or has not been asked for in a year, goes."""
    today = now.astimezone(clock.LONDON).date()
    old = FruitlessSearch.objects.filter(Q(words="", last_on__lt=today - WAITING_LASTS) | Q(last_on__lt=today - KEPT_LASTS))
    if old.exists():
        yield Item("forget old searches that found nothing", lambda: old.delete()[0] > 0)
