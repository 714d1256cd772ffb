"""Which words the public may read. Everything is searched that no room says is kept from it: a model added tomorrow is, too.

A room registers two Wagtail hooks, each a function without arguments: "private_words" gives what is never public, by label
("app", "app.Model" or "app.Model.field") with the reason; "silence_rows" gives, by a model's label, how a row that names
somebody is silenced where `silencing.take_out` is not it.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from wagtail import hooks
from wagtail.fields import StreamField

TEXTS = (models.CharField, models.TextField, models.FileField, models.JSONField, StreamField, ArrayField)


@lru_cache(maxsize=1)
def private() -> dict[str, str]:
    """Every label that is kept from the public, and why."""
    return {label: why for given in hooks.get_hooks("private_words") for label, why in given().items()}


@lru_cache(maxsize=1)
def silencers() -> dict[str, Callable]:
    return {label: silence for given in hooks.get_hooks("silence_rows") for label, silence in given().items()}


def searched() -> Iterator[tuple[type[models.Model], list[models.Field]]]:
    """Every model with words that the public may read, and the fields that hold them."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and (fields := [field for field in public_fields(model) if isinstance(field, TEXTS)]):
            yield model, fields


def public_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields of this model's own table, whatever they hold, but those kept from the public and those whose words are ours."""
    meta = model._meta
    if {meta.app_label, meta.label} & private().keys():
        return []
    return [field for field in meta.local_concrete_fields if not field.choices and f"{meta.label}.{field.name}" not in private()]
