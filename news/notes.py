"""An update note is found by its words from the moment it is dated, and not before."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.dispatch import receiver
from wagtail.search.index import insert_or_update_object
from wagtail.signals import page_published

from policesite import clock
from policesite.delivery.schedule import Item
from policesite.search.entries import learn_page

from .models import NewsArticlePage, UpdateNote


def due(now: datetime) -> Iterator[Item]:
    """For the hook `due_items`: the articles with a note whose moment has come since search last read them."""
    for key in UpdateNote.objects.unread(now).order_by("page").values_list("page", flat=True).distinct():
        yield Item(f"let search read the updates of page {key}", partial(_read_due, key, now))


def _read_due(key: int, now: datetime) -> bool:
    is_due = UpdateNote.objects.unread(now).filter(page=key).exists()
    if is_due:
        read_updates(NewsArticlePage.objects.get(pk=key), now)
    return is_due


@receiver(page_published, sender=NewsArticlePage)
def read_published_updates(sender, instance, **kwargs):
    """Wagtail indexes a page as it is saved, and saves its notes afterwards: one that was reworded, put off or deleted would still be found."""
    read_updates(instance, clock.now())


def read_updates(article: NewsArticlePage, now: datetime) -> None:
    """Have search read what `article` has told by `now`."""
    UpdateNote.objects.unread(now).filter(page=article.pk).update(found_at=now)
    insert_or_update_object(article)
    learn_page(article, now)
