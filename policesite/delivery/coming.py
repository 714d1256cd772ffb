"""What changes by itself on the public site, and when: for editors who rehearse the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain

from django.db.models import Model, QuerySet
from wagtail import hooks
from wagtail.models import Page, Revision

from policesite import clock


@dataclass(frozen=True)
class Changes:
    """Rows that change what visitors see at the moment, or on the day, that stands in their field; and what happens then, in words."""

    rows: QuerySet
    field: str
    words: Callable[[Model], str]

    def between(self, now: datetime, until: datetime, most: int) -> list[tuple[datetime, str]]:
        rows = self.rows.filter(**{f"{self.field}__gt": now, f"{self.field}__lte": until}).order_by(self.field)[:most]
        return [(_moment(getattr(row, self.field)), self.words(row)) for row in rows]


def coming_changes(now: datetime, until: datetime, most: int) -> list[tuple[datetime, str]]:
    """The next changes, no later than `until` and soonest first: the moment, and what happens. Rooms name theirs by the hook `coming_changes`."""
    every = chain(_of_pages(), *(named() for named in hooks.get_hooks("coming_changes")))
    return sorted(chain.from_iterable(changes.between(now, until, most) for changes in every))[:most]


def _of_pages() -> list[Changes]:
    return [
        Changes(Revision.objects.all(), "approved_go_live_at", lambda revision: f"“{revision.object_str}” is published"),
        Changes(Page.objects.filter(live=True), "expire_at", lambda page: f"“{page}” expires"),
    ]


def _moment(value: datetime | date) -> datetime:
    """A day begins at midnight here."""
    return value if isinstance(value, datetime) else datetime.combine(value, time.min, clock.LONDON)
