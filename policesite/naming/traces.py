"""Where somebody is named: the one place that looks. Whoever promises that a name is gone asks here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.text import Truncator, capfirst
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from .register import searched
from .spelling import Name


@dataclass(frozen=True)
class Trace:
    """A row that names somebody, in these of its fields. What stands in a page's own rows counts as the page's."""

    row: models.Model
    fields: frozenset[str]

    @property
    def key(self) -> str:
        """ "search.promotedanswer:7"; of a page of whatever type "wagtailcore.page:7"."""
        return key_of(self.row)


@dataclass(frozen=True)
class Found:
    """Rows that name somebody, and those that only bear the surname, perhaps somebody else's."""

    named: list[Trace]
    nearly: list[Trace]


def key_of(row: models.Model) -> str:
    return f"{(Page if isinstance(row, Page) else row)._meta.label_lower}:{row.pk}"


def source_key(page: Page) -> str:
    """The key of the page that an alias shows."""
    return f"{Page._meta.label_lower}:{page.alias_of_id}"


def find(name: Name, drafts: bool = False) -> Found:
    """What names them where the public may read it; with `drafts` also pages that are not public, and the newest version of each."""
    named, nearly = _Gathered(), _Gathered()
    for row, fields in _candidates(name, drafts):
        for text, field in fields:
            gathered = named if name.is_in(text) else nearly if name.is_nearly_in(text) else None
            if gathered is not None:
                gathered.add(row, field)
    for key, fields in named.fields.items():
        fields |= nearly.fields.pop(key, set())  # "Grace Whitlock … Mr Whitlock": of one row all of it goes
    return Found(named.traces(), nearly.traces())


class _Gathered:
    def __init__(self):
        self.rows: dict[str, models.Model] = {}
        self.fields: dict[str, set[str]] = {}

    def add(self, row: models.Model, field: str) -> None:
        key = key_of(row)
        self.rows.setdefault(key, row)
        self.fields.setdefault(key, set()).add(field)

    def traces(self) -> list[Trace]:
        """Pages first, in the order of the tree."""
        order = sorted(self.fields, key=lambda key: (not isinstance(self.rows[key], Page), getattr(self.rows[key], "path", ""), key))
        return [Trace(self.rows[key], frozenset(self.fields[key])) for key in order]


def _candidates(name: Name, drafts: bool) -> Iterator[tuple[models.Model, list[tuple[str, str]]]]:
    """Each row whose texts may hold the name, with those texts and the field each stands in. One statement a model."""
    for model, fields in searched():
        for row in _rows(model, fields, name.candidates):
            page = _page_of(row)
            if page is None or (page.depth > 1 and (page.live or drafts)):
                yield page or row, [(text, field.name) for field in fields for text in strings_in(_stored(row, field))]
    if drafts:
        yield from _drafts(name)


def _rows(model: type[models.Model], fields: list[models.Field], pattern: str):
    as_text = {f"{field.name}_as_text": Cast(field.name, TextField()) for field in fields}
    holds = Q(*(Q((f"{each}__regex", pattern)) for each in as_text), _connector=Q.OR)
    return model._base_manager.alias(**as_text).filter(holds)


def _page_of(row: models.Model) -> Page | None:
    """The page that `row` is, or that it is a part of: such a part stands in the page's versions, too."""
    if isinstance(row, Page):
        return row
    above = next((field for field in row._meta.local_fields if isinstance(field, ParentalKey) and issubclass(field.related_model, Page)), None)
    return above and getattr(row, above.name)


def _drafts(name: Name) -> Iterator[tuple[models.Model, list[tuple[str, str]]]]:
    newest = Page.objects.filter(latest_revision__isnull=False).values("latest_revision")
    for revision in holding(Revision.objects.filter(pk__in=newest), name):
        page = Page.objects.get(pk=revision.object_id)
        yield page, [(text, "") for field, value in revision.content.items() if field not in _NOT_WORDS for text in strings_in(value)]


_NOT_WORDS = ("path", "url_path", "translation_key", "content_type")  # of a page's version; its address holds that of the pages above


def holding(revisions, name: Name):
    """Those of `revisions` whose content may hold the name, whatever the size of it."""
    return revisions.annotate(as_text=Cast("content", TextField())).filter(as_text__regex=name.candidates)


def scheduled_to_name(name: Name) -> list[int]:
    """The versions of pages that would go live later and name them."""
    waiting = holding(Revision.page_revisions.filter(approved_go_live_at__isnull=False), name)
    return [revision.pk for revision in waiting if any(map(name.is_in, strings_in(revision.content)))]


def described(row: models.Model) -> str:
    """For an editor: what it is, what it says first, and where it stands."""
    if isinstance(row, Page):
        return f"{_kind(row.specific_class)}: {row.title} ({row.url or 'not on a site'}{'' if row.live else ', not published'})"
    links = (field for field in row._meta.local_fields if field.is_relation and issubclass(field.related_model, Page))
    pages = [str(page) for page in (getattr(row, field.name) for field in links) if page]
    return f"{_kind(type(row))}: {Truncator(row).chars(80)}{f' ({pages[0]})' if pages else ''}"


def _kind(model: type[models.Model]) -> str:
    return capfirst(model._meta.verbose_name)


def strings_in(value) -> Iterator[str]:
    """Every text in a stored value: a body holds texts in lists in objects, a version holds bodies written down as texts."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from strings_in(each)
    elif isinstance(value, str):
        yield from strings_in(json.loads(value)) if _is_written_down(value) else [value]


def _is_written_down(text: str) -> bool:
    try:
        return text[:1] in "[{" and isinstance(json.loads(text), dict | list) if text else False
    except ValueError:
        return False


def _stored(row: models.Model, field: models.Field):
    value = getattr(row, field.name)
    if isinstance(field, StreamField):
        return list(map(dict, value.raw_data))
    return value.name if isinstance(field, models.FileField) else value
