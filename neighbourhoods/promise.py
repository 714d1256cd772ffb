"""What every area is promised, and whether it is kept: the rule alone, without the database.

The neighbourhood policing guarantee: a named officer who can be contacted, word on every priority within three months,
an event within 30 days. Two weeks before three months are over the area turns amber, so that there is time to act.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

AMBER_FROM, RED_FROM = 75, 90  # days without an update
EVENT_WITHIN = timedelta(days=30)


class Colour(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


WORDS = {Colour.GREEN: "Up to date", Colour.AMBER: "Update due soon", Colour.RED: "Overdue"}


@dataclass(frozen=True)
class Freshness:
    """How long ago a team last said something about the priority that has waited longest; None: there is none to speak of."""

    told_on: date | None
    today: date

    @property
    def days(self) -> int | None:
        return max((self.today - self.told_on).days, 0) if self.told_on else None

    @property
    def colour(self) -> Colour:
        if self.days is None or self.days >= RED_FROM:
            return Colour.RED
        return Colour.AMBER if self.days >= AMBER_FROM else Colour.GREEN

    @property
    def word(self) -> str:
        return WORDS[self.colour]

    @property
    def is_kept(self) -> bool:
        return self.colour != Colour.RED

    @property
    def red_on(self) -> date | None:
        """The first day on which it is overdue unless the team says something before."""
        return self.told_on + timedelta(days=RED_FROM) if self.told_on else None


@dataclass(frozen=True)
class Standing:
    """One area on one day: which of the three promises are kept."""

    code: str
    title: str
    url: str
    has_officer: bool
    freshness: Freshness
    next_event: date | None

    @property
    def has_event(self) -> bool:
        return self.next_event is not None and self.next_event <= self.freshness.today + EVENT_WITHIN


@dataclass(frozen=True)
class Figure:
    """In how many areas one promise is kept; `marks` has a word for each area, in their order: kept, soon or broken."""

    title: str
    marks: tuple[str, ...]

    @property
    def kept(self) -> int:
        return sum(mark != "broken" for mark in self.marks)

    @property
    def soon(self) -> int:
        return self.marks.count("soon")


def told_on(last_words: list[date], finished: list[date]) -> date | None:
    """The day of the open priority that has waited longest for a word; with none open, the day the last one was finished."""
    return min(last_words, default=max(finished, default=None))


def figures(standings: list[Standing]) -> list[Figure]:
    colours = {Colour.GREEN: "kept", Colour.AMBER: "soon", Colour.RED: "broken"}
    return [
        Figure("A named officer you can contact", tuple("kept" if one.has_officer else "broken" for one in standings)),
        Figure("Word on every priority within three months", tuple(colours[one.freshness.colour] for one in standings)),
        Figure("A chance to meet us in the next 30 days", tuple("kept" if one.has_event else "broken" for one in standings)),
    ]


CSV_COLUMNS = (
    "as_of",
    "area_id",
    "area",
    "named_officer_to_contact",
    "priorities_updated_on",
    "days_since_update",
    "state",
    "next_event_on",
    "event_within_30_days",
)


def row_of(one: Standing) -> list:
    """One area under CSV_COLUMNS: each figure on the page can be counted again from these rows."""
    fresh = one.freshness
    said = [fresh.told_on or "", "" if fresh.days is None else fresh.days, fresh.colour.value]
    return [fresh.today, one.code, one.title, yes(one.has_officer), *said, one.next_event or "", yes(one.has_event)]


def yes(kept: bool) -> str:
    return "yes" if kept else "no"
