"""Bank holidays from gov.uk's file, which is shipped with the project: no request leaves the machine."""

import json
from datetime import date, timedelta
from pathlib import Path

from django.db.models import Max, Q

from policesite import clock
from policesite.forces.models import Force

from .hours import BankHoliday

KNOWN_FOR = timedelta(days=274)  # nine months: gov.uk's list reaches further until the next is due
SHIPPED = Path(__file__).parent / "data" / "bank-holidays.json"


def import_bank_holidays(force: Force, path: Path = SHIPPED, division: str = "england-and-wales") -> int:
    """Add those of the file that `force` does not have yet, and say how many; what editors have changed stays.

    Raises OSError when the file cannot be read, ValueError when it is not in gov.uk's format.
    """
    try:
        events = json.loads(path.read_text(encoding="utf-8"))[division]["events"]
        rows = [BankHoliday(force=force, day=date.fromisoformat(event["date"]), title=_title(event)) for event in events]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} is not a list of bank holidays as gov.uk writes it.") from error
    before = force.bank_holidays.count()
    BankHoliday.objects.bulk_create(rows, ignore_conflicts=True)
    return force.bank_holidays.count() - before


def _title(event: dict) -> str:
    """Christmas Day; Boxing Day, substitute day: so that nobody takes Monday 28 December for the 26th."""
    return (event["title"] + ", substitute day" * (event.get("notes") == "Substitute day"))[:80]


def forces_short_of_holidays() -> list[Force]:
    """Those whose list of bank holidays runs out within nine months, each with its `last_holiday`: after that their desks would seem open."""
    with_last = Force.objects.annotate(last_holiday=Max("bank_holidays__day"))
    return list(with_last.filter(Q(last_holiday=None) | Q(last_holiday__lt=clock.today() + KNOWN_FOR)).order_by("name"))
