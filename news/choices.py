"""What the filters of the news offer: each value with the number of articles that it would show."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.dates import MONTHS

from neighbourhoods.models import NeighbourhoodPage
from news.finding import Wanted
from news.kinds import OPEN_APPEALS, Kind
from news.models.topics import Topic
from news.tally import Tally, month_of
from policesite import clock


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the page offers it. `count` is None where too many pages have the words searched for: then nobody has counted."""

    name: str
    value: str
    url: str
    is_chosen: bool
    count: int | None


def choices_of(tally: Tally, wanted: Wanted, index, *, is_counted: bool) -> dict:
    """For the template: the choices of each filter, as "topic_choices" and so on, the names of those chosen, and the feeds. A value that would show nothing is not offered, unless it is chosen.

    Raises Http404 for a chosen topic or area that there is not, and for a month to come.
    """
    offered = {
        "topic": sorted(tally.topics.items(), key=lambda item: item[1].casefold()),
        "kind": [(OPEN_APPEALS, "Open appeals"), *Kind.choices],
        "area": list(tally.areas.items()),
        "month": [(month, month_name(month)) for month in sorted({month for _, month, *_ in tally.groups}, reverse=True)],
    }
    for name, values in offered.items():
        if (value := getattr(wanted, name)) and value not in dict(values):
            values.append((value, _name_of(name, value, index)))
    choices = {name: list(_choices(tally, wanted, name, values, is_counted)) for name, values in offered.items()}
    names = [choice.name for values in choices.values() for choice in values if choice.is_chosen]
    return {f"{name}_choices": values for name, values in choices.items()} | {"wanted_names": names, "feed": _feed(tally, wanted)}


def _name_of(filter_name: str, value: str, index) -> str:
    """What a value is called that no news has at the moment: an address that somebody shared goes on working."""
    if filter_name == "topic":
        name = Topic.objects.filter(slug=value).values_list("name", flat=True).first()
    elif filter_name == "area":
        areas = NeighbourhoodPage.objects.descendant_of(index.get_parent()).listed()
        name = areas.filter(slug=value).values_list("title", flat=True).first()
    else:
        name = month_name(value) if value <= month_of(clock.now()) else None
    if not name:
        raise Http404(f"There is no {filter_name} “{value[:60]}”.")
    return name


def _feed(tally: Tally, wanted: Wanted) -> dict[str, str]:
    """The feeds that come nearest to what is shown: a topic's or an area's own, where that is the one filter."""
    of, name = "", ""
    if wanted.topic in tally.topics and not wanted.but("topic").is_filtered:
        of, name = f"topic/{wanted.topic}/", tally.topics[wanted.topic]
    elif wanted.area in tally.areas and not wanted.but("area").is_filtered:
        of, name = f"area/{wanted.area}/", tally.areas[wanted.area]
    return {"atom": f"/news/feed/atom/{of}", "rss": f"/news/feed/rss/{of}", "of": name}


def _choices(tally: Tally, wanted: Wanted, name: str, values: list[tuple[str, str]], is_counted: bool):
    chosen, counts = getattr(wanted, name), tally.counts(name, wanted)
    for value, label in values:
        if counts[value] or value == chosen:
            yield Choice(label, value, wanted.having(**{name: value}), value == chosen, counts[value] if is_counted else None)


def month_name(month: str) -> str:
    """October 2026."""
    day = date.fromisoformat(f"{month}-01")
    return f"{MONTHS[day.month]} {day.year}"
