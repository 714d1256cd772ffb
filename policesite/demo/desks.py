"""The demonstration's enquiry desks: Campbell Square with its real hours, the Guildhall from which it moved, and invented ones."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from wagtail.models import Page

from enquiry_desks.importing import import_bank_holidays
from enquiry_desks.models import Closure, DayException, DeskService, EnquiryDeskPage, EnquiryDesksPage, OpeningPeriod, ServiceHours
from enquiry_desks.record import write_ledger
from policesite import clock
from policesite.forces.models import Force

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = OpeningPeriod.Weekday
WEEKDAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
NINE_TO_FIVE = (time(9), time(17))
GUILDHALL_CLOSED, CAMPBELL_SQUARE_OPENED = date(2024, 12, 20), date(2025, 1, 2)

Service = DeskService.Service
EXAMPLE = {
    "building": "Example desk, not a real place",
    "step_free": True,
    "outside_hours": "Use the yellow telephone beside the door: it reaches our control room at any hour. (An example, like the desk.)",
}

DESKS = (
    {
        "slug": "campbell-square",
        "title": "Campbell Square",
        "summary": "The front office of the police station in the middle of Northampton. Talk to us in person about a crime or anything that worries you.",
        "building": "Campbell Square Police Station",
        "street": "The Mounts",
        "town": "Northampton",
        "postcode": "NN1 3EL",
        "latitude": 52.24188,
        "longitude": -0.894433,
        "getting_in": "Come to the front office. You do not need an appointment.",
        "access_note": "For this demonstration nobody has checked how easy it is to come in: call 101 before you travel if you need to know.",
        "hours": [(WEEKDAYS, *NINE_TO_FIVE)],
        "valid_from": CAMPBELL_SQUARE_OPENED,
        "services": [(Service.REPORT, False, "", "")],
    },
    {
        **EXAMPLE,
        "slug": "kettering",
        "title": "Kettering example desk",
        "summary": "An example desk in the middle of Kettering, open late on weekdays and on Saturdays.",
        "street": "1 Example Road",
        "town": "Kettering",
        "postcode": "NN15 7PP",
        "latitude": 52.398237,
        "longitude": -0.725652,
        "getting_in": "The door is beside the library. Buses stop across the road.",
        "hearing_loop": True,
        "private_room": True,
        "accessible_toilet": True,
        "hours": [(WEEKDAYS, time(8), time(20)), ((SATURDAY,), *NINE_TO_FIVE)],
        "services": [
            (Service.REPORT, False, "", ""),
            (Service.PROPERTY, False, "", "photo ID, and the number that we gave you if something of yours was found"),
            (Service.DOCUMENTS, False, "", "the form that the officer gave you, your driving licence and insurance certificate"),
            (Service.FIREARMS, True, "", "your certificate"),
        ],
        "service_hours": [(Service.PROPERTY, (TUESDAY, THURSDAY), time(10), time(16))],
    },
    {
        **EXAMPLE,
        "slug": "wellingborough",
        "title": "Wellingborough example desk",
        "summary": "An example desk on two days a week, shared with the council's customer service.",
        "street": "2 Example Street",
        "town": "Wellingborough",
        "postcode": "NN8 4PA",
        "latitude": 52.302525,
        "longitude": -0.694625,
        "blue_badge_parking": True,
        "hours": [((WEDNESDAY, FRIDAY), time(10), time(14))],
        "services": [(Service.REPORT, False, "", ""), (Service.PROPERTY, True, "", "photo ID")],
    },
    {
        **EXAMPLE,
        "slug": "corby",
        "title": "Corby example desk",
        "summary": "An example desk that closes over lunch, and on bank holidays works as on any other day.",
        "street": "3 Example Place",
        "town": "Corby",
        "postcode": "NN17 1BG",
        "latitude": 52.497043,
        "longitude": -0.689403,
        "hearing_loop": True,
        "private_room": True,
        "keeps_bank_holidays": False,
        "hours": [(WEEKDAYS, time(9), time(12, 30)), (WEEKDAYS, time(13, 30), time(17))],
        "services": [
            (Service.REPORT, False, "", ""),
            (Service.DOCUMENTS, False, "", "the form that the officer gave you"),
            (Service.BAIL, False, "Ring the bell at the side door", "your bail sheet"),
        ],
        "service_hours": [(Service.BAIL, WEEKDAYS, time(14), time(16))],
    },
    {
        **EXAMPLE,
        "slug": "daventry",
        "title": "Daventry example desk",
        "summary": "An example desk that is closed until further notice while its roof is mended.",
        "street": "4 Example Lane",
        "town": "Daventry",
        "postcode": "NN11 4BT",
        "latitude": 52.257724,
        "longitude": -1.159939,
        "hours": [((MONDAY, WEDNESDAY, FRIDAY), time(10), time(16))],
        "services": [(Service.REPORT, False, "", ""), (Service.STATEMENT, True, "", "")],
    },
    {
        "slug": "guildhall",
        "title": "Guildhall",
        "summary": "The enquiry desk at the Guildhall closed at 5pm on Friday 20 December 2024. It is now at Campbell Square.",
        "building": "Northampton Guildhall",
        "street": "St Giles Square",
        "town": "Northampton",
        "postcode": "NN1 1DE",
        "moves_on": CAMPBELL_SQUARE_OPENED,
        "hours": [(WEEKDAYS, *NINE_TO_FIVE)],
        "valid_to": GUILDHALL_CLOSED,
        "services": [],
    },
)
ALTERNATIVES = {"kettering": "corby", "wellingborough": "kettering", "corby": "kettering", "daventry": "campbell-square"}


def build_desks(contact_page: Page, publish: Callable[[Page, Page], Page] | None = None, today: date | None = None) -> list[EnquiryDeskPage]:
    """The list under `contact_page` with all its desks and their hours, and the bank holidays. What is there already stays.

    `publish(parent, page)` adds and publishes a page, and returns it; without one, a revision is published by nobody.
    """
    publish = publish or _publish
    import_bank_holidays(Force.objects.get(site__root_page__path=contact_page.path[: 2 * contact_page.steplen]))
    parent = EnquiryDesksPage.objects.child_of(contact_page).first() or publish(
        contact_page,
        EnquiryDesksPage(
            title="Enquiry desks and opening times",
            slug="enquiry-desks",
            summary="Talk to someone in person about a crime, hand in lost property, or show your documents. You do not need an appointment.",
        ),
    )
    there = {desk.slug: desk for desk in EnquiryDeskPage.objects.child_of(parent)}
    new = {facts["slug"]: _build(parent, facts, publish, today or clock.today()) for facts in DESKS if facts["slug"] not in there}
    desks = there | new
    _point_to_each_other(desks, new)
    if "daventry" in new:
        close_until_further_notice(desks["daventry"], today or clock.today())
    if "kettering" in new:
        open_shorter_next_week(desks["kettering"], today or clock.today())
        close_one_afternoon(desks["kettering"], today or clock.today())
    if new:
        examples = EnquiryDeskPage.objects.filter(pk__in=[desk.pk for desk in new.values()], building=EXAMPLE["building"])
        write_ledger(examples, today or clock.today(), since=date.min)  # of a real desk nothing is invented
    return list(desks.values())


def close_until_further_notice(desk: EnquiryDeskPage, today: date) -> None:
    started = datetime.combine(today - timedelta(days=9), time(12), clock.LONDON)
    Closure.objects.create(desk=desk, starts=started, reason="Repairs to the roof", note="We will say here when it opens again.")


def open_shorter_next_week(desk: EnquiryDeskPage, today: date) -> None:
    """Staff training on the Tuesday after next Monday, so that something is always different soon."""
    tuesday = today + timedelta(days=8 - today.weekday())
    DayException.objects.create(desk=desk, day=tuesday, opens=time(8), closes=time(13), reason="Staff training in the afternoon")


def close_one_afternoon(desk: EnquiryDeskPage, today: date) -> None:
    """Three weeks ago, on a Wednesday, so that its record is not perfect."""
    wednesday = datetime.combine(today - timedelta(days=19 + today.weekday()), time(13), clock.LONDON)
    Closure.objects.create(desk=desk, starts=wednesday, ends=wednesday + timedelta(hours=5), reason="Not enough staff")


def _build(parent: EnquiryDesksPage, facts: dict, publish: Callable, today: date) -> EnquiryDeskPage:
    fields = {name: value for name, value in facts.items() if name not in ("hours", "valid_from", "valid_to", "services", "service_hours")}
    page = EnquiryDeskPage(**fields, checked_on=today, checked_by="front office supervisor")
    page.services = [DeskService(service=s, by_appointment=booked, note=note, bring=bring) for s, booked, note, bring in facts["services"]]
    desk = publish(parent, page)
    OpeningPeriod.objects.bulk_create(
        OpeningPeriod(desk=desk, weekday=day, opens=opens, closes=closes, valid_from=facts.get("valid_from"), valid_to=facts.get("valid_to"))
        for days, opens, closes in facts["hours"]
        for day in days
    )
    ServiceHours.objects.bulk_create(
        ServiceHours(desk=desk, service=service, weekday=day, opens=opens, closes=closes)
        for service, days, opens, closes in facts.get("service_hours", ())
        for day in days
    )
    return desk


def _point_to_each_other(desks: dict[str, EnquiryDeskPage], new: dict[str, EnquiryDeskPage]) -> None:
    """Only once all are there can one name another: the nearest that stands in for it, or the place it moved to."""
    for slug, desk in new.items():
        desk.nearest_alternative = desks.get(ALTERNATIVES.get(slug))
        desk.moves_to = desks["campbell-square"] if slug == "guildhall" else None
        if desk.nearest_alternative or desk.moves_to:
            desk.save_revision().publish()


def _publish(parent: Page, page: Page) -> Page:
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)
