"""The 16 neighbourhoods of Northamptonshire: real outlines, postcodes and places, invented people and work."""

import csv
import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction

from enquiry_desks.distance import miles
from enquiry_desks.models import EnquiryDeskPage
from neighbourhoods import maps
from neighbourhoods.drawing import draw_maps
from neighbourhoods.loading import Point, centre, load_boundaries, load_places, load_postcodes
from neighbourhoods.models import Event, NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Posting, Priority, PriorityUpdate, Vehicle
from policesite import clock

from .area_people import MOVE, PATCH_OF_THE_LOG_IN, PEOPLE, TEAMS, Person
from .area_work import CORRECTED, FINISHED, PRIORITIES, QUIET, SUMMARIES, VENUES

DATA = Path(__file__).parent / "data"
SINCE = timedelta(days=400)
# Who polices the districts just outside the county that have NN postcodes.
OUTSIDE = {
    "E06000042": "thames-valley",
    "E06000055": "bedfordshire",
    "E07000004": "thames-valley",
    "E07000131": "leicestershire",
    "E07000177": "thames-valley",
    "E07000220": "warwickshire",
    "E07000221": "warwickshire",
}


def publish_page(parent, page):
    """Add a page and publish a revision of it, as an editor does."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


@transaction.atomic
def build_areas(
    index: NeighbourhoodIndexPage,
    *,
    publish: Callable = publish_page,
    picture: Callable = lambda name: None,
    say: Callable[[str], None] = lambda line: None,
    log_in=None,
) -> dict[str, NeighbourhoodPage]:
    """Build every area under the index page: its page by its code. Done already: nothing is changed.

    `picture` gives the uploaded portrait of a name, `log_in` is the user who may work on one area.
    An area's nearest enquiry desk is one of those that the site has already.
    """
    site = index.get_site()
    force = site.force
    built = {page.code: page for page in NeighbourhoodPage.objects.child_of(index)}
    if built:
        return built
    pages = _pages(index, force, publish, _desks(site))
    say("16 areas")
    points = list(_points())
    load_postcodes(points)
    load_places(force, _places(pages))
    say(f"{len(points):,} postcodes")
    draw_maps(force, maps.built_up([p.longitude for p in points], [p.latitude for p in points]))
    _teams(pages, _officers(force, picture, log_in))
    _work(pages)
    _events(force, pages)
    return pages


def _desks(site) -> list[EnquiryDeskPage]:
    """The desks that people can go to."""
    desks = EnquiryDeskPage.objects.in_site(site).listed().filter(longitude__isnull=False).with_rules()
    return [desk for desk in desks if not desk.has_moved]


def _pages(index, force, publish, desks) -> dict[str, NeighbourhoodPage]:
    features = json.loads((DATA / "neighbourhoods.geojson").read_text(encoding="utf-8"))["features"]
    pages = {}
    for number, feature in enumerate(sorted(features, key=lambda f: f["properties"]["name"])):
        page = publish(index, _page(force, number, feature, desks))
        load_boundaries({page.pk: feature["geometry"]})
        pages[page.code] = page
    return pages


def _page(force, number, feature, desks) -> NeighbourhoodPage:
    facts = feature["properties"]
    longitude, latitude = centre(feature["geometry"])
    slug = facts["name"].lower().replace(" ", "-")
    return NeighbourhoodPage(
        title=facts["name"],
        slug=slug,
        code=facts["id"],
        force=force,
        summary=SUMMARIES[facts["id"]],
        description=f"The wards of {_listed(facts['wards'])}.",
        longitude=longitude,
        latitude=latitude,
        email=f"{slug}@northants.example",
        phone=f"01632 960{100 + number}",
        nearest_desk=min(desks, key=lambda desk: miles(longitude, latitude, desk.longitude, desk.latitude), default=None),
        checked_by="Neighbourhood sergeant",
        checked_on=clock.today() - timedelta(days=1 + number % 6),
    )


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _points() -> Iterator[Point]:
    with gzip.open(DATA / "postcodes.csv.gz", "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            yield Point(row["postcode"], float(row["longitude"]), float(row["latitude"]), OUTSIDE.get(row["district"], ""))


def _places(pages) -> Iterator[dict]:
    """Towns and villages, then parts of towns. A town that names several areas lies in each of them."""
    for file, source, number in (("places.csv", "geonames", "geonameid"), ("districts.csv", "ward", "ward")):
        for row in csv.DictReader((DATA / file).open(encoding="utf-8")):
            own = pages[row["neighbourhood_id"]]
            named = [page.pk for page in pages.values() if row["name"] in page.title.split()]
            yield {
                "name": row["name"],
                "source_key": f"{source}:{row[number]}",
                "longitude": float(row["longitude"]),
                "latitude": float(row["latitude"]),
                "population": int(row["population"]) if "population" in row else None,
                "neighbourhoods": {own.pk, *named},
            }


def _officers(force, picture, log_in) -> dict[str, Officer]:
    return {
        key: _officer(force, number, person, picture(person.portrait) if person.portrait else None, log_in if key == PATCH_OF_THE_LOG_IN else None)
        for number, (key, person) in enumerate(PEOPLE.items())
    }


def _officer(force, number: int, person: Person, photo, user) -> Officer:
    return Officer.objects.create(
        force=force,
        rank=person.rank,
        name=person.name,
        collar_number=person.number,
        bio=person.bio,
        phone=f"01632 960{200 + number}" if person.rank != "sergeant" else "",
        photo=photo,
        photo_agreed_on=clock.today() - SINCE if photo else None,
        user=user,
        source_key=f"demo:{number}",
    )


def _teams(pages, officers):
    since = clock.today() - SINCE
    postings = [
        Posting(officer=officers[who], neighbourhood=pages[code], role=role, starts=since)
        for code, (named, sergeant, constables, pcsos) in TEAMS.items()
        for who, role in ((named, "named"), (sergeant, "sergeant"), *((c, "constable") for c in constables), *((p, "pcso") for p in pcsos))
        if who
    ]
    code, leaves, comes, days = MOVE
    moves_on = clock.today() + timedelta(days=days)
    for posting in postings:
        if posting.neighbourhood == pages[code] and posting.officer == officers[leaves]:
            posting.ends = moves_on
    postings.append(Posting(officer=officers[comes], neighbourhood=pages[code], role="named", starts=moves_on))
    Posting.objects.bulk_create(postings)


def _work(pages):
    for code, works in PRIORITIES.items():
        for place, work in enumerate(works, start=1):
            _priority(pages[code], place, work, agreed=50 + 7 * place + QUIET.get(code, 0), shift=QUIET.get(code, 0))
    for code, place, work, ago, outcome in FINISHED:
        day = clock.today() - timedelta(days=ago)
        _priority(pages[code], place, work, agreed=ago + 90, shift=ago + 10, closed_on=day, outcome=outcome, next_step="")


def _priority(page, place, work, agreed, shift=0, **fields):
    title, you_said, next_step, done = work
    today = clock.today()
    fields = {"next_step": next_step} | fields
    priority = Priority.objects.create(
        neighbourhood=page,
        place=place,
        title=title,
        you_said=you_said,
        agreed_on=today - timedelta(days=agreed),
        update_due=today + timedelta(days=14 + 7 * place if not shift else 90 - shift - min(ago for ago, _ in done)),  # as the promise has it
        **fields,
    )
    updates = PriorityUpdate.objects.bulk_create(
        PriorityUpdate(priority=priority, done_on=today - timedelta(days=ago + shift), we_did=text, recorded_by="Demonstration") for ago, text in done
    )
    if (page.code, work) == CORRECTED[:2]:
        days, text = CORRECTED[2]
        priority.updates.create(done_on=today - timedelta(days=days), we_did=text, corrects=updates[0], recorded_by="Demonstration")


def _events(force, pages):
    buses = [Vehicle.objects.create(force=force, name=name) for name in ("Beat Bus North", "Beat Bus South")]
    events = [event for number, code in enumerate(sorted(pages)) for event in _area_events(pages[code], number, VENUES[code], buses)]
    Event.objects.bulk_create(events)


def _area_events(page, number: int, venues: tuple, buses: list[Vehicle]) -> Iterator[Event]:
    """A surgery a month, a Beat Bus stop each week or two, a meeting: none in the past, no bus in two places."""
    surgery, stop, meeting = venues
    bus, late = buses[number >= 7], number % 2
    yield _event(page, "surgery", f"Surgery at the {_lower(surgery)}", 2 + number % 7, (17, 30), 90, surgery, notes="Drop in, no need to book.")
    yield _event(
        page,
        "beat_bus",
        f"Beat Bus in {stop.rpartition(', ')[2]}",
        1 + number,
        (10 + 3 * late, 0),
        120,
        stop,
        vehicle=bus,
        notes="Bike and tool marking.",
    )
    yield _event(
        page,
        "beat_bus",
        f"Beat Bus in {stop.rpartition(', ')[2]}",
        15 + number,
        (15 + 2 * late, 0),
        90,
        stop,
        vehicle=bus,
        notes="Bike and tool marking.",
    )
    yield from _special(page, number, meeting)


def _special(page, number: int, venue: str) -> Iterator[Event]:
    """Something of each kind: most areas have a meeting, one is cancelled, one moved, one is online."""
    title, day = "Meeting about the next priorities", 9 + number % 12
    if page.code == "SCT162":
        yield _event(
            page,
            "drop_in",
            "Drop-in after market",
            4,
            (12, 0),
            60,
            venue,
            status="cancelled",
            change_note="The hall has flooded. Come to the Beat Bus instead.",
        )
    if page.code == "SCT164":
        yield _event(
            page, "meeting", title, day, (19, 0), 60, venue, status="moved", change_note="The hall was already booked.",
            moved_from=datetime.combine(_day(6), time(19), clock.LONDON),
        )  # fmt: skip
    elif page.code == "SCT142":
        yield _event(
            page, "online", "Ask us anything, online", day, (19, 0), 60, "", link="https://www.northants.police.uk/neighbourhoods", step_free=False
        )
    else:
        yield _event(page, "meeting", title, day, (19, 0), 60, venue, notes="All welcome.")


def _event(page, kind, title, days, at, minutes, venue, step_free=True, **fields) -> Event:
    """An event so many days from today, on a Monday to Saturday, at a time on the clock in the county."""
    starts = datetime.combine(_day(days), time(*at), clock.LONDON)
    return Event(
        neighbourhood=page,
        kind=kind,
        title=title,
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        venue=venue,
        is_step_free=step_free,
        **fields,
    )


def _day(days: int) -> date:
    """So many days from today, or the Monday after where that is a Sunday."""
    day = clock.today() + timedelta(days=days)
    return day + timedelta(days=1) if day.weekday() == 6 else day


def _lower(venue: str) -> str:
    """ "library in Oundle" for "Library, Oundle"."""
    what, _, where = venue.partition(", ")
    return f"{what[0].lower()}{what[1:]} in {where}"
