"""Saving one row of an import: what the model or the database refuses is reported, and the rest goes on."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.html import escape

from policesite.importing.plain_text import plain
from policesite.importing.report import Report


def save(row, report: Report, kind: str, what: str) -> bool:
    """Check and save a row; False, and a line in the report, where the rules of its table refuse it."""
    try:
        with transaction.atomic():
            row.full_clean()
            row.save()
    except ValidationError as error:
        report.refuse(f"{kind}: {' '.join(error.messages)}", what)
        return False
    except IntegrityError as error:
        report.refuse(f"{kind}: {_rule(row, error)}", what)
        return False
    return True


def _rule(row, error) -> str:
    """The sentence of the constraint that refused it."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    found = next((rule for rule in row._meta.constraints if rule.name == name), None)
    return str(found.get_violation_error_message()) if found else f"refused by {name or 'the database'}"


def put(row, values: dict) -> list[str]:
    """Set what a feed says on a row: only what it does say, and only what reads differently. Returns the names of what changed."""
    changed = [name for name, value in values.items() if value not in (None, "") and not reads_alike(getattr(row, name), value)]
    for name in changed:
        setattr(row, name, values[name])
    return changed


def reads_alike(ours, theirs) -> bool:
    """Whether ours, published as text or as HTML and read again, would be theirs."""
    if isinstance(ours, str) and isinstance(theirs, str):
        return theirs in (ours, plain(ours), plain(escape(ours)))
    if isinstance(ours, datetime) and isinstance(theirs, datetime):
        return ours.replace(microsecond=0) == theirs
    return ours == theirs
