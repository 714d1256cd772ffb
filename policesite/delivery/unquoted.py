from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError


@contextmanager
def unquoted(sentence: str) -> Iterator[None]:
    """Around what asks the database about words of a visitor: when it fails it may quote them, so the log gets `sentence` alone.

    Raises an error of the same class.
    """
    try:
        yield
    except DatabaseError as error:
        raise type(error)(sentence) from None
