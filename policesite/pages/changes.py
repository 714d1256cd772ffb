"""When what a page shows last changed: what machines are told, so that they come back when there is something new (docs/adr/0090)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.apps import apps
from django.db.models import F
from django.db.models.functions import Greatest
from wagtail.models import Page
from wagtail.query import PageQuerySet


class Shown(NamedTuple):
    """A page in a list for machines. `at` is None for one that was never published."""

    pk: int
    path: str
    url_path: str
    app: str
    model: str
    shows_children: bool | None
    at: datetime | None

    @property
    def type(self) -> type[Page]:
        return apps.get_model(self.app, self.model)


def in_order_of_tree(pages: PageQuerySet, most: int) -> list[Shown]:
    """One statement: each page with the later of its publication and the last change of a row about it (hours, events …)."""
    columns = ("pk", "path", "url_path", "content_type__app_label", "content_type__model", "contentpage__show_children")
    return [Shown(*row) for row in pages.order_by("path").values_list(*columns, Greatest(F("last_published_at"), F("change__at")))[:most]]


def last_changes(pages: Iterable[Shown], known: dict[int, datetime]) -> dict[int, datetime | None]:
    """For each page's key the moment; `known` holds those that a type knows better. A list has changed when what it lists has."""
    above = {page.path: page for page in pages}
    changed = {page.pk: known.get(page.pk, page.at) for page in pages}
    for page in reversed(above.values()):  # from the leaves to the home page
        parent = above.get(page.path[: -Page.steplen])
        if parent and (parent.shows_children or parent.type.shows_changes_of(page.type)):
            changed[parent.pk] = max(filter(None, (changed[parent.pk], changed[page.pk])), default=None)
    return changed
