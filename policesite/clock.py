"""The one clock. Everything that asks for the time asks here, so that a whole request can be answered as of another minute."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The moment being answered for, in UTC: the one set by `at`, else the real one."""
    return _moment.get() or datetime.now(UTC)


def is_set() -> bool:
    """Whether this answer is for a moment set by `at`: then nothing of it may be remembered for others."""
    return _moment.get() is not None


def local_now() -> datetime:
    """The same moment on a clock in Northamptonshire."""
    return now().astimezone(LONDON)


def today() -> date:
    """The day it is in Northamptonshire."""
    return local_now().date()


@contextmanager
def at(moment: datetime):
    """Answer everything inside the block as of `moment`, which must carry its time zone.

    Raises ValueError for a naive datetime: at a clock change it would be ambiguous.
    """
    if moment.tzinfo is None:
        raise ValueError("Say which time zone the moment is in.")
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
