"""What was in the feeds and is taken down: held, withdrawn, unpublished, expired or deleted. RFC 6721."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, DateTimeField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import PageLogEntry

from news.models import NewsArticlePage, NewsIndexPage
from policesite import clock

KEPT_FOR = timedelta(days=60)
MOST = 50
TAKEN_DOWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled")


@dataclass(frozen=True)
class Tombstone:
    ref: str  # the id of the entry that is gone
    at: datetime


def entry_id(force: str, pk: int) -> str:
    """What feed readers know an article by: made from its number, so that it names nobody, never changes, and can be told when the article is gone."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{force}/news/{pk}").urn


def tombstones_of(index: NewsIndexPage, force: str) -> list[Tombstone]:
    """The newest first. The same in every feed of the site: one that names an entry that a feed never had changes nothing there."""
    now = clock.now()
    gone = sorted([*_hidden(index, now), *_deleted(now)], key=lambda pair: pair[::-1], reverse=True)
    return [Tombstone(entry_id(force, pk), at) for pk, at in gone[:MOST]]


def _hidden(index: NewsIndexPage, now: datetime) -> Iterator[tuple[int, datetime]]:
    """Articles that are still there, for staff, and when they went."""
    is_gone = Q(live=False) | Q(expire_at__lte=now) | Q(state__withdrawn_at__isnull=False)
    once = NewsArticlePage.objects.child_of(index).filter(is_gone, first_published_at__isnull=False)
    gone = once.annotate(gone_at=_gone_at(now)).filter(gone_at__gt=now - KEPT_FOR, gone_at__lte=now)
    return gone.order_by("-gone_at").values_list("pk", "gone_at")[:MOST]


def _gone_at(now: datetime) -> Coalesce:
    unpublished = PageLogEntry.objects.filter(page_id=OuterRef("pk"), action__in=TAKEN_DOWN).order_by("-timestamp").values("timestamp")[:1]
    expired = Case(When(expire_at__lte=now, then=F("expire_at")), default=Value(None), output_field=DateTimeField())
    return Coalesce("state__withdrawn_at", "state__held_at", expired, Subquery(unpublished))


def _deleted(now: datetime) -> Iterator[tuple[int, datetime]]:
    """Nothing is left of these but the record, which does not say whose site they were on."""
    news = ContentType.objects.get_for_model(NewsArticlePage)
    record = PageLogEntry.objects.filter(action="wagtail.delete", content_type=news, timestamp__gt=now - KEPT_FOR, timestamp__lte=now)
    return record.order_by("-timestamp").values_list("page_id", "timestamp")[:MOST]
