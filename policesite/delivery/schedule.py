"""Publishing and expiring what is due, one transaction an item, so that a bad one never stops the next.

Wagtail's own publish_scheduled runs once, and stops at the first item that fails.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from django.apps import apps
from django.db import Error, connection, transaction
from wagtail import hooks
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)

LOCK = 2607_1829  # the advisory lock of the one runner: any number that nothing else in the database uses


class Item(NamedTuple):
    """Something due: what it is called in the log, and what to do, which answers whether there was anything to do."""

    name: str
    act: Callable[[], bool]


def take_lock() -> bool:
    """Become the one runner, for as long as this database connection lives; False while another is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def run_due(now: datetime, failing: set[str]) -> int:
    """Publish and expire everything due at `now`; the number of items changed.

    What goes live comes first: a new version may bring a later expiry. Then come the items of the hook `due_items`,
    which other rooms give for the same moment. `failing` holds the names of the items that
    failed last time, so that each is logged once and not every few seconds. Raises Error when the connection is lost.
    """
    failed, changed = set(), 0
    for item in chain(_publishing(now), _expiring(now), *(due(now) for due in hooks.get_hooks("due_items"))):
        try:
            with transaction.atomic():
                changed += item.act()
        except Exception as error:
            if isinstance(error, Error) and not connection.is_usable():
                raise
            failed.add(item.name)
            if item.name not in failing:
                logger.exception("The schedule could not %s; it goes on with the next.", item.name)
    failing.clear()
    failing |= failed
    return changed


def _publishing(now: datetime) -> Iterator[Item]:
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for key in due.values_list("pk", flat=True):
        yield Item(f"publish revision {key}", lambda key=key: _publish(due, key))


def _publish(due, key) -> bool:
    revision = due.select_for_update(of=("self",)).filter(pk=key).first()
    if revision:  # else cancelled, or published by hand, since it was listed
        revision.publish(log_action="wagtail.publish.scheduled")
    return bool(revision)


def _expiring(now: datetime) -> Iterator[Item]:
    for model in (Page, *_other_models_with_drafts()):
        due = model.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk")
        for key in due.values_list("pk", flat=True):
            yield Item(f"expire {model._meta.verbose_name} {key}", lambda due=due, key=key: _expire(due, key))


def _expire(due, key) -> bool:
    expired = due.select_for_update(of=("self",)).filter(pk=key).first()
    if expired:
        expired.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return bool(expired)


def _other_models_with_drafts() -> list[type]:
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]
