"""The words of opening times: "Open now, closes 5pm". Pure, like `opening`, whose answers it puts in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from policesite.delivery.templatetags.house import clock_time, long_date

from . import opening
from .opening import ClosedSpell, Day, Hours, Rules, State, WeeklyHours, Why
from .wall_clock import DAY, local_date, wall_time

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIMELINE = timedelta(days=4)
AFTER_TIMELINE = "Opening times may have changed: reload this page"


@dataclass(frozen=True)
class Opening:
    """The hours of one desk at one moment, in words for a page."""

    rules: Rules
    now: datetime

    @cached_property
    def state(self) -> State:
        return opening.state(self.rules, self.now)

    @property
    def is_open(self) -> bool:
        return self.state.is_open

    @property
    def sentence(self) -> str:
        return sentence(self.state, self.now)

    @property
    def timeline(self) -> str:
        return timeline_data(self.rules, self.now)

    @cached_property
    def week(self) -> list[DayLine]:
        return [DayLine(day) for day in opening.this_week(self.rules, self.now)]

    @property
    def week_dates(self) -> str:
        """23 to 29 November."""
        first, last = self.week[0].date, self.week[-1].date
        return f"{first.day}{f' {first:%B}' * (first.month != last.month)} to {last.day} {last:%B}"

    @cached_property
    def different(self) -> list[DayLine]:
        return [DayLine(day) for day in opening.what_is_different(self.rules, self.now)]

    @cached_property
    def closures(self) -> list[ClosureLine]:
        return [ClosureLine(closure, self.now) for closure in opening.closures_ahead(self.rules, self.now)]


@dataclass(frozen=True)
class DayLine:
    """A day in a table of hours."""

    day: Day

    @property
    def date(self) -> date:
        return self.day.date

    @property
    def name(self) -> str:
        return f"{self.day.date:%A}"

    @property
    def stretches(self) -> list[str]:
        return stretches_in_words(self.day.hours)

    @property
    def note(self) -> str:
        return self.day.note

    @property
    def is_today(self) -> bool:
        return self.day.is_today

    @property
    def is_closed(self) -> bool:
        return not self.day.hours


@dataclass(frozen=True)
class ClosureLine:
    """A closure that stands or is coming, in one sentence."""

    closure: ClosedSpell
    now: datetime

    @property
    def reason(self) -> str:
        return self.closure.reason

    @property
    def note(self) -> str:
        return self.closure.note

    @property
    def stands(self) -> bool:
        return self.closure.stands(self.now)

    @property
    def sentence(self) -> str:
        """Closed until Thursday 26 November, 9am. | Closed from … until further notice."""
        start = "" if self.stands else f" from {_first_moment(self.closure.starts)}"
        return f"Closed{start} until {_last_moment(self.closure.ends) if self.closure.ends else 'further notice'}."


def desk_name(title: str, kind: str = "enquiry desk") -> str:
    """Campbell Square enquiry desk; but a desk whose title says that it is one is not called so twice."""
    return title if "desk" in title.lower() else f"{title} {kind}"


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
    day = day_words(_day_of(moment), local_date(now))
    return f"{day} {clock_time(moment)}".lstrip()


def _day_of(moment: datetime) -> date:
    """The day to which a moment belongs as people speak: "Thursday midnight" is when Thursday ends."""
    return local_date(moment) - DAY if wall_time(moment) == time.min else local_date(moment)


def day_words(day: date, today: date) -> str:
    """How a coming day is named from today: nothing for today itself, and the year only when far away."""
    ahead = (day - today).days
    if ahead < 7:
        return ("", "tomorrow")[ahead] if ahead < 2 else f"{day:%A}"
    return f"{long_date(day)} {day.year}" if ahead > 180 else long_date(day)


def stretches_in_words(hours: tuple[Hours, ...]) -> list[str]:
    """Each stretch of a day: ["9am to 12:30pm", "1:30pm to 5pm"], ["Open all day"] or ["Closed"]."""
    if hours == (Hours(time.min, time.min),):
        return ["Open all day"]
    return [f"{clock_time(h.opens)} to {clock_time(h.closes)}" for h in hours] or ["Closed"]


def weekdays_in_words(periods: Iterable[WeeklyHours]) -> str:
    """Hours of a week in a line: "Monday and Wednesday 2pm to 4pm; Friday 9am to 12 noon"."""
    by_hours = defaultdict(list)
    for period in sorted(periods, key=lambda period: (period.weekday, period.hours.opens)):
        by_hours[period.hours].append(period.weekday)
    return "; ".join(f"{_days(days)} {' '.join(stretches_in_words((hours,))).lower()}" for hours, days in by_hours.items())


def _days(weekdays: list[int]) -> str:
    """Monday to Friday; Monday, Wednesday and Friday."""
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and weekdays == [*range(first, last + 1)]:
        return f"{DAY_NAMES[first]} to {DAY_NAMES[last]}"
    return _and([DAY_NAMES[day] for day in weekdays])


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1])] * bool(words[:-1]) + words[-1:])


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
    return ";".join(f"{int(moment.timestamp()) // 60}{'+' if is_open else '-'}{words}" for moment, is_open, words in timeline(rules, now))


def _first_moment(moment: datetime) -> str:
    at = "the start of" if wall_time(moment) == time.min else f"{clock_time(moment)} on"
    return f"{at} {long_date(moment)}"


def _last_moment(moment: datetime) -> str:
    at = "the end of" if wall_time(moment) == time.min else f"{clock_time(moment)} on"
    return f"{at} {long_date(_day_of(moment))}"
