"""The ids by which other programs know a person, a priority and an event again."""

import pytest
from django.db import IntegrityError, connection, transaction

from neighbourhoods.models import Event, Officer, Priority, PriorityUpdate

from .conftest import TODAY, event, officer, priority

PUBLISHED = (Officer, Priority, PriorityUpdate, Event)


@pytest.fixture
def rows(county):
    """Two of each that is published, by model."""
    priorities = [priority(county.heath, place) for place in (1, 2)]
    return {
        Officer: [officer(county.force, name) for name in ("Ana Lis", "Bo Reed")],
        Priority: priorities,
        PriorityUpdate: [one.updates.create(we_did="Two bikes seized.", done_on=TODAY) for one in priorities],
        Event: [event(county.heath, title) for title in ("Surgery", "Meeting")],
    }


def test_each_has_an_id_of_its_own_that_a_change_does_not_change(rows):
    for model, (first, second) in rows.items():
        assert first.public_id != second.public_id
        with pytest.raises(IntegrityError, match="public_id"), transaction.atomic():
            model.objects.filter(pk=first.pk).update(public_id=second.public_id) if model is not PriorityUpdate else _doubled(first)
    before = rows[Officer][0].public_id
    Officer.objects.filter(pk=rows[Officer][0].pk).update(name="Ana Lis-Reed", rank="sergeant")
    assert Officer.objects.get(name="Ana Lis-Reed").public_id == before


def _doubled(update):
    update.priority.updates.create(we_did="Again.", done_on=TODAY, public_id=update.public_id)


def test_what_stood_before_the_ids_has_them_too_even_where_nothing_may_be_changed(rows):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor:
        for model in PUBLISHED:
            editor.remove_field(model, model._meta.get_field("public_id"))
            editor.add_field(model, model._meta.get_field("public_id"))
    for model in PUBLISHED:
        assert len(set(model.objects.values_list("public_id", flat=True)) - {None}) == 2
