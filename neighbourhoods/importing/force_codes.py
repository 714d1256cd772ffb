"""Which force polices a place, from the codes that postcode files carry (GSS: E23000022, E10000021, …).

Answers with data.police.uk's name of the force, or "" where the codes do not say.
"""

import csv
from functools import cache
from pathlib import Path

CODES = Path(__file__).resolve().parents[1] / "data" / "force_codes.csv"
# A whole country, or all of London but the City, has one force.
BY_LETTER = {"S": "scotland", "N": "northern-ireland"}
LONDON = ("E09", "E13")


@cache
def _table() -> dict[str, str]:
    with CODES.open(encoding="utf-8") as rows:
        return {row["gss"]: row["force"] for row in csv.DictReader(rows)}


@cache
def force_of(*codes: str) -> str:
    """The force by the first code that says: give the police force area's first, then the district's, then the county's."""
    return next((found for code in codes if (found := _by_code(code.strip()))), "")


def _by_code(code: str) -> str:
    if found := _table().get(code):
        return found
    if code[1:].isdigit() and len(code) == 9:
        return "metropolitan" if code.startswith(LONDON) else BY_LETTER.get(code[0], "")
    return ""
