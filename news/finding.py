"""Which news a reader asks for: the filters in an address, and the key from which older news goes on."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.db.models import Q
from django.http import Http404, QueryDict

from news.kinds import Kind

PAGE_SIZE = 12
_KEY = re.compile(r"(\d{8}T\d{12})-(\d{1,18})", re.ASCII)
_KEY_TIME = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Key:
    """Where a page of news begins: just below the article published at `moment` with the id `pk`."""

    moment: datetime
    pk: int

    @classmethod
    def parse(cls, text: str) -> "Key":
        """Raises ValueError for anything that `str` of a Key does not give."""
        match = _KEY.fullmatch(text)
        if match is None:
            raise ValueError("not a key")
        return cls(datetime.strptime(match[1], _KEY_TIME).replace(tzinfo=UTC), int(match[2]))

    def __str__(self):
        return f"{self.moment.astimezone(UTC):{_KEY_TIME}}-{self.pk}"

    def older(self) -> Q:
        return Q(first_published_at__lt=self.moment) | Q(first_published_at=self.moment, pk__lt=self.pk)


@dataclass(frozen=True)
class Wanted:
    """The filters of one address. They combine; an empty one filters nothing."""

    topic: str = ""
    kind: str = ""
    area: str = ""
    before: Key | None = None

    @classmethod
    def from_query(cls, query: QueryDict) -> "Wanted":
        """Raises SuspiciousOperation (answered as 400) for a key that is none, Http404 for a kind that there is not."""
        kind, before = query.get("kind", ""), query.get("before", "")
        if kind and kind not in Kind.values:
            raise Http404("There is no such kind of news.")
        try:
            key = Key.parse(before) if before else None
        except ValueError as error:
            raise SuspiciousOperation("The place in the list can't be read.") from error
        return cls(query.get("topic", ""), kind, query.get("area", ""), key)

    def __bool__(self):
        return bool(self.topic or self.kind or self.area or self.before)

    def having(self, **changes) -> str:
        """The address of the same list with another filter, from its newest on unless `before` is given: "?topic=…", or "" for all news."""
        changed = replace(self, **{"before": None, **changes})
        chosen = {name: str(getattr(changed, name) or "") for name in ("topic", "kind", "area", "before")}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return query and f"?{query}"

    def of(self, articles):
        """Those of `articles` that are wanted, newest first."""
        if self.topic:
            articles = articles.filter(pk__in=articles.model.topics.through.objects.filter(topic__slug=self.topic).values("newsarticlepage"))
        if self.area:
            articles = articles.filter(
                pk__in=articles.model.areas.through.objects.filter(neighbourhoodpage__slug=self.area).values("newsarticlepage")
            )
        if self.kind:
            articles = articles.filter(kind=self.kind)
        if self.before:
            articles = articles.filter(self.before.older())
        return articles.newest_first()
