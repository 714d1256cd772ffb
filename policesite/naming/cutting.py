"""Cutting the words that name somebody out of a page, or a version of one, in memory."""

from collections.abc import Callable

from django.db import models
from django.utils.text import slugify
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from .register import public_fields
from .traces import strings_in

TAKEN_OUT = "Words were taken out here."  # a trigger of the teams' history lets nothing else be written over it


def cut(row: models.Model, names: Callable[[str], bool]) -> bool:
    """Cut from `row`, and from what is a part of it, whatever `names` holds for: a block of a body, or a field's words.

    Returns whether there was any.

    A slug stays: it is an address, and changes with those beneath it.
    """
    fields = [field for model in (*type(row)._meta.get_parent_list(), type(row)) for field in public_fields(model)]
    was_cut = [_cut_field(row, field, names) for field in fields if not isinstance(field, models.SlugField)]
    return any([*was_cut, *_cut_parts(row, names)])


def instead_of(field: models.Field) -> str:
    """What stands where words were, and some must."""
    words = slugify(TAKEN_OUT) if isinstance(field, models.SlugField) else TAKEN_OUT
    return words[: field.max_length]


def _cut_field(row: models.Model, field: models.Field, names: Callable[[str], bool]) -> bool:
    value = getattr(row, field.name)
    if isinstance(field, StreamField):
        blocks = list(map(dict, value.raw_data))
        left = [block for block in blocks if not any(map(names, strings_in(block)))]
        if len(left) < len(blocks):
            setattr(row, field.name, field.to_python(left))
        return len(left) < len(blocks)
    if not (isinstance(value, str) and names(value)):
        return False
    setattr(row, field.name, "" if field.blank else instead_of(field))
    return True


def _cut_parts(row: models.Model, names: Callable[[str], bool]) -> list[bool]:
    """The rows that are kept with a page, such as the services of a desk."""
    if not hasattr(row, "serializable_data"):
        return []
    was_cut = []
    for relation in get_all_child_relations(type(row)):
        parts = list(getattr(row, relation.get_accessor_name()).all())
        was_cut.append(any([cut(part, names) for part in parts]))
        if was_cut[-1]:
            setattr(row, relation.get_accessor_name(), parts)
    return was_cut
