"""What a demonstration needs on a later day: whoever starts it weeks after it was loaded still finds a surgery to come."""

from datetime import datetime, timedelta

from neighbourhoods.models import Event, NeighbourhoodPage
from policesite import clock

# A multiple of the weeks in which the events were planned: two stops of one bus that were apart stay apart.
AGAIN_AFTER = timedelta(weeks=4)
KINDS = (Event.Kind.SURGERY, Event.Kind.BEAT_BUS)


def renew() -> int:
    """Where an area's last surgery or Beat Bus stop is over, hold it again. Returns how many were added."""
    now = clock.now()
    over = [event for area in NeighbourhoodPage.objects.all() for kind in KINDS if (event := last_if_over(area, kind, now))]
    for event in over:
        Event.objects.create(**held_again(event, now))
    return len(over)


def last_if_over(area: NeighbourhoodPage, kind: str, now: datetime) -> Event | None:
    last = Event.objects.filter(neighbourhood=area, kind=kind, status=Event.Status.PLANNED).order_by("starts").last()
    return last if last and last.starts <= now else None


def held_again(event: Event, now: datetime) -> dict:
    """The same event at the same time on the clock, the first time after `now`."""
    starts = event.starts.astimezone(clock.LONDON)
    while starts <= now:
        starts += AGAIN_AFTER
    same = ("neighbourhood", "kind", "title", "venue", "vehicle", "is_step_free", "notes")
    return {name: getattr(event, name) for name in same} | {"starts": starts, "ends": starts + (event.ends - event.starts)}
