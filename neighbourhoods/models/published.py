"""The id under which open data names a person, a priority, something done about it or an event."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models


def public_id() -> models.UUIDField:
    """A number of its own for each row, the same for as long as the row stands; it says nothing of the row or its neighbours.

    The database gives it, whoever writes the row. It gave one to the rows that stood before the column did too, to
    those that a trigger keeps from changing included: adding a column changes no row.
    """
    return models.UUIDField("id in open data", unique=True, editable=False, db_default=RandomUUID())
