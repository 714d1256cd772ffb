"""What our own open data adds under `plain` (docs/adr/0038): each fact by itself, exactly as it stands in the table.

It may still be another installation's: nothing is taken that has not the shape it should have.
"""

from collections.abc import Callable

from policesite.importing.plain_text import visible


def of(entry: dict) -> dict:
    """The facts beside an entry in data.police.uk's shape; empty where the feed is not in ours."""
    found = entry.get("plain")
    return found if isinstance(found, dict) else {}


def text(facts: dict, name: str, limit: int) -> str:
    """Plain text as it stands, or "" where it is none or longer than its field."""
    found = facts.get(name)
    return visible(found) if isinstance(found, str) and len(found) <= limit else ""


def one_of(facts: dict, name: str, values) -> str:
    found = facts.get(name)
    return found if isinstance(found, str) and found in values else ""


def of_priority(facts: dict, day: Callable) -> dict:
    """Fields of a priority. It is closed only with an outcome."""
    found = {"title": text(facts, "title", 90), "next_step": text(facts, "next_step", 300), "update_due": day(facts.get("update_due"))}
    found["place"] = facts.get("place") if facts.get("place") in (1, 2, 3) else None
    closed_on, outcome = day(facts.get("closed_on")), text(facts, "outcome", 300)
    found |= {"closed_on": closed_on, "outcome": outcome} if closed_on and outcome else {}
    return {name: value for name, value in found.items() if value}


def of_event(facts: dict, moment: Callable) -> dict:
    """Fields of an event. A Beat Bus stop is one only with its bus."""
    if not facts:
        return {}
    vehicle = text(facts, "vehicle", 40)
    kinds = ("surgery", "meeting", "drop_in", "online", *(["beat_bus"] if vehicle else []))
    found = {"kind": one_of(facts, "kind", kinds), "status": one_of(facts, "status", ("planned", "cancelled", "moved"))}
    found |= {"link": text(facts, "link", 200), "vehicle": vehicle if found["kind"] == "beat_bus" else ""}
    found |= {"change_note": text(facts, "change_note", 160)} if found["status"] in ("cancelled", "moved") else {}
    found |= {"moved_from": moment(facts.get("moved_from"))} if found["status"] == "moved" else {}
    return {name: value for name, value in found.items() if value} | {"is_step_free": facts.get("is_step_free") is True}
