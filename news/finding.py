"""Which news a reader asks for: the filters in an address, and the key from which older news goes on."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.db.models import Q
from django.http import Http404, QueryDict
from wagtail.models import Page

from news.kinds import ASKS_FOR_HELP, OPEN_APPEALS, Kind, Outcome
from policesite.clock import LONDON
from policesite.search.finding import LONGEST, readable

PAGE_SIZE = 10
MOST_HITS = 1_000  # pages with the words searched for, up to which they are counted
_KEY = re.compile(r"(\d{8}T\d{12})-(\d{1,18})", re.ASCII)
_MONTH = re.compile(r"(199\d|2\d{3})-(0[1-9]|1[0-2])", re.ASCII)
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
        """The first half says again what the second implies: an index can walk to it."""
        return Q(first_published_at__lte=self.moment) & self._below()

    def _below(self) -> Q:
        return Q(first_published_at__lt=self.moment) | Q(first_published_at=self.moment, pk__lt=self.pk)


@dataclass(frozen=True)
class Wanted:
    """The filters of one address. They combine; an empty one filters nothing. `month` is written 2026-10, by a clock in the county."""

    topic: str = ""
    kind: str = ""
    area: str = ""
    month: str = ""
    words: str = ""
    before: Key | None = None

    @classmethod
    def from_query(cls, query: QueryDict) -> "Wanted":
        """Raises SuspiciousOperation (answered as 400) for a key that is none or too many words, Http404 for a kind or month that there is not."""
        kind, month, before = query.get("kind", ""), query.get("month", ""), query.get("before", "")
        words = readable(query.get("words", ""))
        if kind and kind not in (OPEN_APPEALS, *Kind.values):
            raise Http404("There is no such kind of news.")
        if month and not _MONTH.fullmatch(month):
            raise Http404("There is no such month.")
        if len(words) > LONGEST:
            raise SuspiciousOperation("These are more words than we can look for.")
        try:
            key = Key.parse(before) if before else None
        except ValueError as error:
            raise SuspiciousOperation("The place in the list can't be read.") from error
        return cls(query.get("topic", ""), kind, query.get("area", ""), month, words, key)

    def __bool__(self):
        return any(vars(self).values())

    @property
    def is_filtered(self) -> bool:
        return bool(replace(self, before=None))

    def but(self, name: str) -> "Wanted":
        """The same without the filter `name`."""
        return replace(self, **{name: ""})

    def having(self, **changes) -> str:
        """The address of the same list with another filter, from its newest on unless `before` is given: "?topic=…", or "" for all news."""
        changed = replace(self, **{"before": None, **changes})
        chosen = {name: str(value) for name, value in vars(changed).items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    def of(self, articles):
        """Those of `articles` that are wanted, newest first. Words are matched by `matching`."""
        for relation, slug in (("topics", self.topic), ("areas", self.area)):
            if slug:
                articles = articles.filter(pk__in=_about(articles.model, relation, slug))
        if self.kind == OPEN_APPEALS:
            articles = articles.filter(kind__in=ASKS_FOR_HELP, outcome=Outcome.OPEN)
        elif self.kind:
            articles = articles.filter(kind=self.kind)
        if self.month:
            start, end = bounds_of(self.month)
            articles = articles.filter(first_published_at__gte=start, first_published_at__lt=end)
        if self.before:
            articles = articles.filter(self.before.older())
        return articles.newest_first()

    def page_of(self, articles, hits: list[int] | None) -> list:
        """The first of those wanted, and one more where there are more than a page holds.

        `hits` are the keys of all pages with the words; None where there are so many that looking from the newest on is quicker.
        """
        found = self.of(articles)
        if hits is not None:
            found = found.filter(pk__in=hits)
        elif self.words:
            hits = Page.objects.filter(pk__in=found.order_by().values("pk")).order_by("-first_published_at", "-id")
            hits = hits.search(self.words, operator="and", order_by_relevance=False)[: PAGE_SIZE + 1]
            found = found.filter(pk__in=[hit.pk for hit in hits])
        return list(found.with_pictures()[: PAGE_SIZE + 1])


def _about(model, relation: str, slug: str):
    """The keys of articles about the topic or area `slug`. Its own key is looked up first: PostgreSQL knows how many
    articles have that key, but guesses that a name it must still look up has one, and then joins twenty thousand one by one."""
    field = model._meta.get_field(relation)
    keys = list(field.related_model._base_manager.filter(slug=slug).values_list("pk", flat=True))
    through = field.remote_field.through
    return through._base_manager.filter(**{f"{field.m2m_reverse_field_name()}__in": keys}).values(field.m2m_field_name())


def bounds_of(month: str) -> tuple[datetime, datetime]:
    """The first moments of the month "2026-10" and of the next, in the county."""
    year, number = map(int, month.split("-"))
    return datetime(year, number, 1, tzinfo=LONDON), datetime(year + number // 12, number % 12 + 1, 1, tzinfo=LONDON)
