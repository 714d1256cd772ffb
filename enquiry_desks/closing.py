"""Closing a desk and opening it again, at once. Each of these is one transaction, and is written down with who did it."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from policesite import clock

from . import opening
from .hours import Closure, DayException
from .ledger import DayPromise
from .loading import load_rules

TICK = timedelta(microseconds=1)


def wait_for_turn(desk) -> None:
    """Let whoever else changes this desk finish first, inside a transaction.

    Two rows that shut each other out, inserted at the same instant, could else wait for one another for ever,
    and the database would end one of them with a deadlock in place of a sentence.
    """
    type(desk).objects.select_for_update(of=("self",), no_key=True).get(pk=desk.pk)


@transaction.atomic
def close(desk, by, reason: str, ends: datetime | None) -> Closure:
    """Close `desk` from this instant until `ends`, or until further notice.

    Raises ValidationError, in a sentence, when it is closed for some of that time already.
    """
    wait_for_turn(desk)
    closure = Closure(desk=desk, starts=clock.now(), ends=ends, reason=reason, closed_by=by)
    _save(closure)
    log(instance=closure, action="enquiry_desks.close", user=by, data=_told(closure))
    return closure


@transaction.atomic
def close_all(desks: Iterable, by, reason: str, ends: datetime | None) -> list[Closure]:
    """Close every one of `desks` for the whole of that time: what is closed already stays so, and the gaps are filled."""
    now, closed = clock.now(), []
    for desk in desks:
        wait_for_turn(desk)
        for start, end in gaps(desk, now, ends):
            closure = Closure(desk=desk, starts=start, ends=end, reason=reason, closed_by=by)
            _save(closure)
            log(instance=closure, action="enquiry_desks.close", user=by, data=_told(closure))
            closed.append(closure)
    return closed


def gaps(desk, start: datetime, end: datetime | None) -> Iterable[tuple[datetime, datetime | None]]:
    """The parts of a stretch of time in which no closure of `desk` stands or is to come. No end means for ever."""
    for closure in Closure.objects.select_for_update().filter(desk=desk).not_over(start).order_by("starts"):
        if end is not None and closure.starts >= end:
            break
        if start < closure.starts:
            yield start, closure.starts
        if closure.ends is None:
            return
        start = closure.ends
    if end is None or start < end:
        yield start, end


@transaction.atomic
def open_again(desk, by) -> list[Closure]:
    """End what stands now. Nothing happens when somebody else has already opened it."""
    now = clock.now()
    standing = [*Closure.objects.select_for_update().filter(desk=desk).standing(now)]
    for closure in standing:
        closure.ends = max(now, closure.starts + TICK)
        closure.save(update_fields=["ends"])
        log(instance=closure, action="enquiry_desks.open_again", user=by, data=_told(closure))
    return standing


@transaction.atomic
def confirm(desk, by) -> list[Closure]:
    """Say that a closure until further notice still stands: good for another 24 hours."""
    standing = [*Closure.objects.select_for_update().filter(desk=desk, ends=None).standing(clock.now())]
    for closure in standing:
        closure.confirmed_at = clock.now()
        closure.save(update_fields=["confirmed_at"])
        log(instance=closure, action="enquiry_desks.confirm", user=by, data=_told(closure))
    return standing


def keep_promise(desk) -> None:
    """Before today's hours are changed: what was promised of today, for the record."""
    load_rules([desk], clock.now())
    DayPromise.keep(desk, clock.today(), opening.plan(desk.rules, clock.today()).hours)


@transaction.atomic
def change_today(desk, by, opens: time, closes: time, reason: str) -> DayException:
    """Give today these hours, in place of whatever today had. Raises ValidationError when they are none."""
    wait_for_turn(desk)
    keep_promise(desk)
    DayException.objects.filter(desk=desk, day=clock.today()).delete()
    exception = DayException(desk=desk, day=clock.today(), opens=opens, closes=closes, reason=reason)
    _save(exception)
    log(instance=exception, action="enquiry_desks.change_today", user=by, data={"desk": desk.title, "hours": str(exception), "reason": reason})
    return exception


def sentence_for(model, error: IntegrityError) -> str:
    """What the constraint that refused would have said in the form; raises the error again if it is none of the model's."""
    for constraint in model._meta.constraints:
        if constraint.name == error.__cause__.diag.constraint_name:
            return constraint.violation_error_message
    raise error


def _save(row) -> None:
    """The form's checks, then the database's: whoever comes second at the same moment is told the same."""
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ValidationError(sentence_for(type(row), error)) from error


def _told(closure: Closure) -> dict:
    return {
        "desk": closure.desk.title,
        "reason": closure.reason,
        "starts": closure.starts.isoformat(),
        "ends": closure.ends.isoformat() if closure.ends else "",
    }
