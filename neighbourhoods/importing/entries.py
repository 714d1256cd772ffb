"""People, priorities and events as data.police.uk writes them, each cleaned and under a key that stays the same.

The key is "feed:" and the id that the feed gives (our own open data does), else a digest of what makes the entry that
entry. Nulls, numbers as strings, HTML, Textile and naive local times are what real feeds have.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from neighbourhoods.days import EARLIEST, LATEST
from policesite import clock
from policesite.importing.plain_text import plain, shortened
from policesite.importing.report import Report

from . import own_facts
from .outlines import place_of

FEED = "feed:"
MOST_ENTRIES = 1000
# The beginning of a rank as feeds spell it, without dots: "Sgt", "PS", "Police Constable 123", "Insp", "PCSO".
RANKS = (
    (r"pcso|police community support|community support", "pcso"),
    (r"(temporary |acting |[at]/)?(ch(ief)? ?insp|insp|c/?insp)", "inspector"),
    (r"(temporary |acting |[at]/)?(sgt|serg|ps\b|police serg)", "sergeant"),
    (r"(police |special )?const|[ps]c\b|dc\b|detective const|beat manager", "pc"),
)
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Person:
    key: str
    public_id: UUID | None
    name: str
    rank: str  # "" where it is null or none that we know
    bio: str
    phone: str
    email: str
    collar_number: str = ""
    role: str = ""  # known only where the feed is in our shape
    starts: date | None = None


@dataclass(frozen=True)
class Deed:
    """What was done about a priority, and when; its id and that of the one it puts right only where the feed is in our shape."""

    text: str
    day: date | None
    public_id: UUID | None = None
    corrects: UUID | None = None


@dataclass(frozen=True)
class Issue:
    """A priority."""

    key: str
    public_id: UUID | None
    title: str
    said: str
    agreed_on: date
    done: tuple[Deed, ...]
    facts: dict  # fields that only a feed in our shape can say


@dataclass(frozen=True)
class Meeting:
    """An event."""

    key: str
    public_id: UUID | None
    title: str
    kind: str
    starts: datetime
    ends: datetime
    venue: str
    notes: str
    facts: dict  # fields that only a feed in our shape can say; `vehicle` is its name


def details(found: dict) -> dict:
    """Fields of the area's page, without those that are null, nonsense or unknown (a population of "0" is)."""
    contact, exact = _contact(found), own_facts.of(found)
    place = place_of(found.get("centre"))
    fields = {
        "title": plain(found.get("name"), 255),
        "description": plain(found.get("description") or found.get("welcome_message"), 600),
        "population": _count(found.get("population")),
        "email": _email(contact.get("email")),
        "phone": _phone(contact.get("telephone")),
        **({"longitude": place[0], "latitude": place[1]} if place else {}),
    }
    if exact:
        fields |= {name: own_facts.text(exact, name, limit) for name, limit in (("description", 600), ("summary", 200), ("phone", 20))}
    return {name: value for name, value in fields.items() if value}


def people(found: list, code: str, report: Report) -> list[Person]:
    return list(_cleaned(found, code, report, "people", _person))


def priorities(found: list, code: str, report: Report) -> list[Issue]:
    return list(_cleaned(found, code, report, "priorities", _issue))


def events(found: list, code: str, report: Report) -> list[Meeting]:
    return list(_cleaned(found, code, report, "events", _meeting))


def _cleaned(found, code, report, kind, clean):
    seen = set()
    for entry in found[:MOST_ENTRIES]:
        try:
            made = clean(entry if isinstance(entry, dict) else {})
        except ValueError as error:
            report.refuse(f"{kind}: {error}", code)
            continue
        if made.key in seen:
            report.refuse(f"{kind}: there twice", f"{code} {getattr(made, 'title', '') or made.name}")
            continue
        seen.add(made.key)
        yield made
    if len(found) > MOST_ENTRIES:
        report.refuse(f"{kind}: more than {MOST_ENTRIES:,}", code)


def _person(entry: dict) -> Person:
    name, exact = plain(entry.get("name"), 80), own_facts.of(entry)
    if not name:
        raise ValueError("no name")
    rank = own_facts.one_of(exact, "rank", ("pcso", "pc", "sergeant", "inspector")) or rank_of(entry.get("rank"))
    contact, public_id = _contact(entry), _uuid(entry.get("id"))
    return Person(
        key=_key(public_id, rank, name),
        public_id=public_id,
        name=name,
        rank=rank,
        bio=own_facts.text(exact, "bio", 300) or plain(entry.get("bio"), 300),
        phone=own_facts.text(exact, "phone", 20) or _phone(contact.get("telephone") or contact.get("mobile")),
        email=_email(contact.get("email")),
        collar_number=own_facts.text(exact, "collar_number", 12),
        role=own_facts.text(exact, "role", 10),
        starts=_day(exact.get("starts")),
    )


def rank_of(value) -> str:
    """One of our four ranks, or "" for what is null or another's."""
    text = plain(value).lower().replace(".", "")
    return next((rank for pattern, rank in RANKS if re.match(pattern, text)), "")


def _issue(entry: dict) -> Issue:
    exact = own_facts.of(entry)
    said = own_facts.text(exact, "you_said", 300) or plain(entry.get("issue"))
    agreed_on = _day(entry.get("issue-date"))
    if not said:
        raise ValueError("no text")
    if agreed_on is None:
        raise ValueError("no date that can be read")
    public_id = _uuid(entry.get("id"))
    did = plain(entry.get("action"), 300)
    return Issue(
        key=_key(public_id, agreed_on.isoformat(), said),
        public_id=public_id,
        title=own_facts.text(exact, "title", 90) or shortened(re.split(r"(?<=[.!?]) ", said, maxsplit=1)[0].rstrip("."), 90),
        said=shortened(said, 300),
        agreed_on=agreed_on,
        done=_done(exact) if exact else (Deed(did, _day(entry.get("action-date"))),) if did else (),
        facts=own_facts.of_priority(exact, _day),
    )


def _done(exact: dict) -> tuple[Deed, ...]:
    """Each thing that was done, the first one first."""
    rows = exact.get("updates")
    rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return tuple(
        Deed(text, _day(row.get("done_on")), _uuid(row.get("id")), _uuid(row.get("corrects")))
        for row in reversed(rows[:MOST_ENTRIES])
        if (text := own_facts.text(row, "we_did", 300))
    )


def _meeting(entry: dict) -> Meeting:
    exact = own_facts.of(entry)
    title = own_facts.text(exact, "title", 90) or plain(entry.get("title"), 90)
    venue = own_facts.text(exact, "venue", 120) or plain(entry.get("address"), 120)
    starts = _moment(exact.get("starts") or entry.get("start_date"))
    ends = _moment(exact.get("ends") or entry.get("end_date"))
    if starts is None:
        raise ValueError("no start that can be read")
    public_id = _uuid(entry.get("id"))
    kind = _kind(entry.get("type"), title)
    title = title or plain(entry.get("description"), 90) or "Meet your team"
    return Meeting(
        key=_key(public_id, title, starts.isoformat(), venue),
        public_id=public_id,
        title=title,
        kind=kind,
        starts=starts,
        ends=ends if ends and ends > starts else starts + AN_HOUR,
        venue=venue,
        notes=own_facts.text(exact, "notes", 160) if exact else plain(entry.get("description"), 160),
        facts=own_facts.of_event(exact, _moment),
    )


def _kind(kind, title: str) -> str:
    """A kind of ours. A Beat Bus stop needs to know which bus: without it it is a drop-in."""
    words = f"{plain(kind)} {title}".lower()
    kinds = (
        ("surgery", r"surger"),
        ("online", r"online|virtual|zoom|teams meeting|facebook live"),
        ("drop_in", r"drop[- _]?in|beat[ _]bus|pop[- ]?up|stall"),
    )
    return next((name for name, pattern in kinds if re.search(pattern, words)), "meeting")


def _key(public_id: UUID | None, *identity: str) -> str:
    if public_id:
        return f"{FEED}{public_id}"
    return FEED + hashlib.sha256("\n".join(part.casefold() for part in identity).encode()).hexdigest()[:40]


def _uuid(value) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def _contact(entry: dict) -> dict:
    found = entry.get("contact_details")
    return found if isinstance(found, dict) else {}


def _email(value) -> str:
    text = plain(value).removeprefix("mailto:")
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text if len(text) <= 254 else ""


def _phone(value) -> str:
    """A telephone number, or "" for what is none: "101", "01604 960000", "+44 1604 960000"."""
    text = plain(str(value)) if isinstance(value, int) else plain(value)
    return text if re.fullmatch(r"\+?[0-9][0-9 ()-]{1,18}", text) and len(text) <= 20 else ""


def _count(value) -> int | None:
    text = str(value).strip().replace(",", "")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) and int(text) else None


def _moment(value) -> datetime | None:
    """A moment in UTC, in this century; a naive one is on the clock in the county."""
    try:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
        if moment is None:
            return None
        moment = (moment.replace(tzinfo=clock.LONDON) if moment.tzinfo is None else moment).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if EARLIEST <= moment.date() < LATEST else None


def _day(value) -> date | None:
    """The day on the clock in the county."""
    moment = _moment(value)
    return moment.astimezone(clock.LONDON).date() if moment else None
