"""Bank holidays from gov.uk's file, which is shipped with the project: no request leaves the machine."""

import json
from datetime import date
from pathlib import Path

from policesite.forces.models import Force

from .hours import BankHoliday

SHIPPED = Path(__file__).parent / "data" / "bank-holidays.json"


def import_bank_holidays(force: Force, path: Path = SHIPPED, division: str = "england-and-wales") -> int:
    """Add those of the file that `force` does not have yet, and say how many; what editors have changed stays.

    Raises OSError when the file cannot be read, ValueError when it is not in gov.uk's format.
    """
    try:
        events = json.loads(path.read_text(encoding="utf-8"))[division]["events"]
        rows = [BankHoliday(force=force, day=date.fromisoformat(event["date"]), title=event["title"][:80]) for event in events]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} is not a list of bank holidays as gov.uk writes it.") from error
    before = force.bank_holidays.count()
    BankHoliday.objects.bulk_create(rows, ignore_conflicts=True)
    return force.bank_holidays.count() - before
