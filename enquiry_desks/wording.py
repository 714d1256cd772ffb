"""The words of opening times: "Open now, closes 5pm". Pure, like `opening`, whose answers it puts in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from . import opening
from .opening import Hours, Rules, State, Why
from .wall_clock import LONDON, local_date

TIMELINE = timedelta(days=4)
AFTER_TIMELINE = "Opening times may have changed: reload this page"


def sentence(state: State, now: datetime) -> str:
    """The state in one short sentence without a full stop."""
    if state.is_open:
        return f"Open now, closes {moment_words(state.closes_at, now)}" if state.closes_at else "Open now"
    if state.opens_at:
        return f"Closed now, opens {moment_words(state.opens_at, now)}"
    if state.until_further_notice:
        return "Closed until further notice"
    return "Opening times not yet known" if state.why is Why.NO_HOURS else "Closed"


def moment_words(moment: datetime, now: datetime) -> str:
    """5pm, tomorrow 9am, Thursday 9am, Thursday 26 November 9am: as much as is needed to be sure of the day."""
    local = moment.astimezone(LONDON)
    day = day_words(local.date(), local_date(now))
    return f"{day} {time_words(local.time())}".lstrip()


def day_words(day: date, today: date) -> str:
    """How a coming day is named from today: nothing for today itself, and the year only when far away."""
    ahead = (day - today).days
    if ahead < 7:
        return ("", "tomorrow")[ahead] if ahead < 2 else f"{day:%A}"
    return f"{date_words(day)} {day.year}" if ahead > 180 else date_words(day)


def date_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def time_words(clock: time) -> str:
    """9am, 5:30pm, 12 noon, 12 midnight."""
    if clock.minute == 0 and clock.hour in (0, 12):
        return "12 noon" if clock.hour else "12 midnight"
    minutes = f":{clock.minute:02d}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'}"


def hours_words(hours: tuple[Hours, ...]) -> str:
    """A day's hours: "9am to 12:30pm and 1:30pm to 5pm", "Open all day" or "Closed"."""
    if hours == (Hours(time.min, time.min),):
        return "Open all day"
    return " and ".join(f"{time_words(h.opens)} to {time_words(h.closes)}" for h in hours) or "Closed"


def timeline(rules: Rules, now: datetime, length: timedelta = TIMELINE) -> Iterator[tuple[datetime, bool, str]]:
    """Each change of the sentence from `now` on: (from when, open, sentence).

    The page carries it, so that a script without any rules of its own can keep a page left open true."""
    said, moment = None, now
    while moment < now + length:
        state = opening.state(rules, moment)
        if said != (said := (state.is_open, sentence(state, moment))):
            yield moment, *said
        moment = state.changes_at
    yield moment, False, AFTER_TIMELINE


def timeline_data(rules: Rules, now: datetime) -> str:
    """The timeline as static/js/opening.js reads it: "29401020+Open now, closes 5pm;29401500-Closed now, …".

    Minutes since 1970, plus for open or minus for closed, the sentence."""
    return ";".join(
        f"{int(moment.timestamp()) // 60}{'+' if is_open else '-'}{words}"
        for moment, is_open, words in timeline(rules, now)
    )
