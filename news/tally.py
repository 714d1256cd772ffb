"""How much news there is of each kind, topic, area and month: counted once, and remembered until anything happens to any page.

docs/adr/0061. Every publish, unpublish, hold, withdrawal and expiry writes an entry into Wagtail's record of pages; the
newest entry's number is therefore the version of what was counted, and asking for it costs one step into an index.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from wagtail.models import PageLogEntry

from neighbourhoods.models import NeighbourhoodPage
from policesite import clock

from .finding import Wanted
from .kinds import ASKS_FOR_HELP, OPEN_APPEALS, Outcome
from .models.articles import NewsArticlePage
from .models.topics import Topic

REMEMBERED = 60  # seconds at most: what was changed behind the CMS's back


@dataclass(frozen=True)
class Tally:
    """What is listed: how many articles share each (kinds, month, slugs of topics, slugs of areas); and the names of the slugs.

    An appeal that still asks is of two kinds: its own, and OPEN_APPEALS.
    """

    groups: dict[tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]], int]
    topics: dict[str, str]
    areas: dict[str, str]

    def total(self, wanted: Wanted) -> int:
        return sum(count for *_, count in self._matching(wanted))

    def counts(self, name: str, wanted: Wanted) -> Counter:
        """For each value of the filter `name`, how many articles there are with the other filters as they are."""
        counted: Counter = Counter()
        for kinds, month, topics, areas, count in self._matching(wanted.but(name)):
            for value in {"kind": kinds, "month": (month,), "topic": topics, "area": areas}[name]:
                counted[value] += count
        return counted

    def _matching(self, wanted: Wanted) -> Iterator[tuple]:
        for (kinds, month, topics, areas), count in self.groups.items():
            if (
                wanted.kind in ("", *kinds)
                and wanted.month in ("", month)
                and (not wanted.topic or wanted.topic in topics)
                and (not wanted.area or wanted.area in areas)
            ):
                yield kinds, month, topics, areas, count


def tally_of(index, among: list[int] | None = None) -> Tally:
    """Of all news, or of those `among` which somebody searched for words: these are counted for them alone.

    One statement where it is remembered; six where something has happened since, or where another moment is rehearsed.
    """
    if among is not None or clock.is_set():
        return count(index, among)
    version = PageLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
    key = f"news-tally-{index.pk}-{version}"
    tally = cache.get(key)
    if tally is None:
        tally = count(index)
        cache.set(key, tally, REMEMBERED)
    return tally


def count(index, among: list[int] | None = None) -> Tally:
    """Three plain statements, put together here: asked in one, PostgreSQL would look up topics and areas article by article."""
    topics, areas = _slugs("topics", among), _slugs("areas", among)
    articles = index.articles if among is None else index.articles.filter(pk__in=among)
    rows = articles.order_by().values_list("pk", "kind", "outcome", "first_published_at")
    groups = Counter((_kinds(kind, outcome), month_of(moment), topics[pk], areas[pk]) for pk, kind, outcome, moment in rows.iterator())
    used = {slug for _, _, topics, _ in groups for slug in topics}, {slug for *_, areas in groups for slug in areas}
    names = dict(Topic.objects.filter(slug__in=used[0]).values_list("slug", "name"))
    site_of_index = NeighbourhoodPage.objects.descendant_of(index.get_parent())
    listed = dict(site_of_index.filter(slug__in=used[1]).listed().by_name().values_list("slug", "title"))
    return Tally(dict(groups), names, listed)


def _kinds(kind: str, outcome: str) -> tuple[str, ...]:
    return (kind, OPEN_APPEALS) if kind in ASKS_FOR_HELP and outcome == Outcome.OPEN else (kind,)


def _slugs(relation: str, among: list[int] | None) -> dict[int, tuple[str, ...]]:
    """By the key of an article, the slugs of its topics or areas in their order; none for a key that has none."""
    field = NewsArticlePage._meta.get_field(relation)
    links = field.remote_field.through.objects.all() if among is None else field.remote_field.through.objects.filter(newsarticlepage__in=among)
    rows = links.values_list(field.m2m_field_name(), f"{field.m2m_reverse_field_name()}__slug")
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for key, slug in rows.order_by(f"{field.m2m_reverse_field_name()}__slug").iterator():
        found[key] += (slug,)
    return found


def month_of(moment: datetime) -> str:
    """2026-10: by a clock in the county, on which the first hour of a month may still be the last of the one before in UTC."""
    return moment.astimezone(clock.LONDON).date().isoformat()[:7]  # strftime pads no year
