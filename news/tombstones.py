"""What was in the feeds and is taken down: held, withdrawn, unpublished or expired. RFC 6721."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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


def tombstones_of(index: NewsIndexPage) -> list[Tombstone]:
    """The newest first. The same in every feed of the site: one that names an entry that a feed never had changes nothing there."""
    now = clock.now()
    is_gone = Q(live=False) | Q(expire_at__lte=now) | Q(state__withdrawn_at__isnull=False)
    once = NewsArticlePage.objects.child_of(index).filter(is_gone, first_published_at__isnull=False)
    gone = once.annotate(gone_at=_gone_at(now)).filter(gone_at__gt=now - KEPT_FOR, gone_at__lte=now)
    return [Tombstone(key.urn, at) for key, at in gone.order_by("-gone_at", "-pk").values_list("translation_key", "gone_at")[:MOST]]


def _gone_at(now: datetime) -> Coalesce:
    unpublished = PageLogEntry.objects.filter(page_id=OuterRef("pk"), action__in=TAKEN_DOWN).order_by("-timestamp").values("timestamp")[:1]
    expired = Case(When(expire_at__lte=now, then=F("expire_at")), default=Value(None), output_field=DateTimeField())
    return Coalesce("state__withdrawn_at", "state__held_at", expired, Subquery(unpublished))
