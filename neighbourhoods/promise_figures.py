"""How every area stands today, and the charts of it, from what is in the database."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from policesite import clock

from .models import Event, Posting, Priority
from .promise import Figure, Freshness, Standing

IN_A_ROW, CELL = 16, 20  # areas in a row of a chart, and the side of each


def standings(areas, now: datetime, address_of) -> list[Standing]:
    """The areas by name, in one statement. `address_of` gives the address of an area's page."""
    today = now.astimezone(clock.LONDON).date()
    return [_standing(area, today, address_of(area)) for area in with_promise(areas, now).order_by("title", "pk")]


def with_promise(areas, now: datetime):
    """Areas with `has_officer`, `told_on` and `next_event`: whom to contact, the last word on the priorities, where to meet."""
    today, here = now.astimezone(clock.LONDON).date(), OuterRef("pk")
    reached = ~Q(officer__email="") | ~Q(officer__phone="") | ~Q(neighbourhood__email="") | ~Q(neighbourhood__phone="")
    named = Posting.objects.on(today).filter(reached, neighbourhood=here, role=Posting.Role.NAMED)
    waiting = Priority.objects.open().filter(neighbourhood=here).with_last_word(today).order_by("last_word").values("last_word")
    finished = Priority.objects.filter(neighbourhood=here).order_by().values("neighbourhood").annotate(last=Max("closed_on")).values("last")
    ahead = Event.objects.upcoming(now).filter(neighbourhood=here, status=Event.Status.PLANNED)
    return areas.annotate(
        has_officer=Exists(named), told_on=Coalesce(Subquery(waiting[:1]), Subquery(finished)), next_event=Subquery(ahead.values("starts")[:1])
    )


def _standing(area, today, address) -> Standing:
    starts = area.next_event
    day = starts.astimezone(clock.LONDON).date() if starts else None
    return Standing(area.code, area.title, address, area.has_officer, Freshness(area.told_on, today), day)


@dataclass(frozen=True)
class Cell:
    x: int
    y: int
    mark: str


@dataclass(frozen=True)
class Chart:
    """A square for each area: full with a tick, striped, or empty with a cross."""

    figure: Figure

    @property
    def cells(self) -> list[Cell]:
        return [Cell(n % IN_A_ROW * CELL, n // IN_A_ROW * CELL, mark) for n, mark in enumerate(self.figure.marks)]

    @property
    def width(self) -> int:
        return min(len(self.figure.marks), IN_A_ROW) * CELL

    @property
    def height(self) -> int:
        return -(-len(self.figure.marks) // IN_A_ROW) * CELL
