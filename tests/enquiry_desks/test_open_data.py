"""The same truth for programs: JSON, JSON-LD and the calendar, read back by an independent reader."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse

from enquiry_desks.hours import BankHoliday, Closure, DayException
from enquiry_desks.models import DeskService, EnquiryDeskPage, ServiceHours
from policesite import clock
from policesite.clock import LONDON

from . import oracle, readers
from .conftest import add_desk, add_hours, add_many_desks, desks_page_of, london

pytestmark = pytest.mark.usefixtures("tuesday_noon")
API, CALENDAR = "/api/enquiry-desks", "/contact-us/enquiry-desks/campbell-square/exceptions.ics"


@pytest.fixture
def eventful(campbell_square, northants):
    """A desk with one of everything: a week of several kinds, days of its own, a bank holiday and two closures."""
    add_hours(campbell_square, [5], time(10), time(12), which="first")
    add_hours(campbell_square, [6], time(9), time(0), which="alternate", valid_from=date(2026, 11, 23))
    DayException.objects.create(desk=campbell_square, day=date(2026, 11, 26), opens=time(9), closes=time(13), reason="Training; staff, all of them")
    DayException.objects.create(desk=campbell_square, day=date(2026, 11, 26), opens=time(14), closes=time(0), reason="Late")
    DayException.objects.create(desk=campbell_square, day=date(2026, 12, 7), reason="A very long reason that does not fit on one line of a calendar")
    BankHoliday.objects.create(force=northants.force, day=date(2026, 12, 25), title="Christmas Day")
    Closure.objects.create(desk=campbell_square, starts=london(2026, 12, 1, 10), ends=london(2026, 12, 3, 11, 30), reason="Flood")
    Closure.objects.create(desk=campbell_square, starts=london(2026, 12, 30, 12), reason="Roof")
    return EnquiryDeskPage.objects.get(pk=campbell_square.pk)


def desks(client) -> list[dict]:
    return client.get(API).json()["desks"]


def test_programs_read_the_state_and_when_it_next_changes(client, campbell_square):
    answer = client.get(API)
    data = answer.json()
    desk = data["desks"][0]
    assert (data["as_of"], data["next_change"]) == ("2026-11-24T12:10:00Z", "2026-11-24T17:00:00Z")
    assert (desk["id"], desk["state"]["is_open"], desk["state"]["closes_at"]) == ("campbell-square", True, "2026-11-24T17:00:00Z")
    assert desk["url"].endswith(campbell_square.url) and desk["url"].startswith("http")
    assert desk["this_week"][0] == {"date": "2026-11-23", "hours": [{"opens": "09:00", "closes": "17:00"}], "why": "week", "note": ""}
    assert answer["Access-Control-Allow-Origin"] == "*" and answer["Cache-Control"] == "no-cache"


def test_page_list_and_json_say_the_same_at_every_hour(client, eventful):
    for hours in (0, 4, 5, 20, 45, 50, 150, 170, 190):
        with clock.at(london(2026, 11, 24, 12, 10) + timedelta(hours=hours)):
            said = f">{desks(client)[0]['state']['sentence']}</span>".encode()
            assert said in client.get(eventful.url).content and said in client.get("/contact-us/enquiry-desks/").content


def test_a_closure_is_in_every_place_at_the_next_request(client, campbell_square):
    assert desks(client)[0]["state"]["is_open"]
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 12), reason="Flood")
    data = desks(client)[0]
    assert (data["state"]["is_open"], data["state"]["note"], data["closures"][0]["ends"]) == (False, "Flood", None)
    for address in (campbell_square.url, "/contact-us/enquiry-desks/"):
        answer = client.get(address)
        assert b"Closed until further notice" in answer.content and answer["Cache-Control"] == "no-cache"


def test_a_service_has_hours_of_its_own_while_the_desk_is_open(client, campbell_square):
    campbell_square.services = [DeskService(service="bail"), DeskService(service="report"), DeskService(service="firearms", by_appointment=True)]
    campbell_square.save_revision().publish()
    for day in (1, 3):
        ServiceHours.objects.create(desk=campbell_square, service="bail", weekday=day, opens=time(14), closes=time(19))
    assert "Sign in for bail, <strong>only Tuesday and Thursday 2pm to 7pm</strong>" in client.get(campbell_square.url).content.decode()
    told = {service["service"]: (service["hours"], service["by_appointment"]) for service in desks(client)[0]["services"]}
    assert told == {"bail": ("Tuesday and Thursday 2pm to 7pm", False), "report": ("", False), "firearms": ("", True)}
    bail = next(line for line in EnquiryDeskPage.objects.get().service_lines if line.service == "bail")
    said = [bail.state_at(london(2026, 11, 24, hour)).is_open for hour in (13, 14, 16, 17, 18)]
    assert said == [False, True, True, False, False]
    assert bail.state_at(london(2026, 11, 24, 17)).opens_at == london(2026, 11, 26, 14)


def test_json_ld_says_at_each_quarter_hour_of_six_weeks_what_the_oracle_says(client, eventful):
    page = client.get(eventful.url).content.decode()
    station = readers.station_in(page)
    for n in range(42 * 24 * 4):
        minute = london(2026, 11, 24).astimezone(oracle.LONDON) + timedelta(minutes=15 * n)
        assert readers.open_by_json_ld(station, minute) == oracle.is_open(eventful.rules, minute), minute


def test_the_calendar_holds_the_different_days_as_the_oracle_says_and_no_others(client, eventful):
    answer = client.get(CALENDAR)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = readers.events_of_calendar(answer.content.decode())
    assert len({event["UID"] for event in events}) == len(events)
    for n in range(42):
        day = date(2026, 11, 24) + timedelta(days=n)
        told = readers.open_by_calendar(events, day)
        start = datetime.combine(day, time.min, LONDON)
        minutes = [start + timedelta(minutes=15 * quarter) for quarter in range(96)]
        truly = [oracle.is_open(eventful.rules, minute) for minute in minutes]
        if told is None:
            assert truly == [day.weekday() < 5 and 9 <= minute.hour < 17 for minute in minutes], day
        else:
            assert truly == [any(opens <= minute < closes for opens, closes in told) for minute in minutes], day


def test_the_calendar_names_the_reason_whatever_is_in_it(client, eventful):
    events = readers.events_of_calendar(client.get(CALENDAR).content.decode())
    assert any(event.get("DESCRIPTION") == r"Training\; staff\, all of them" for event in events)


def test_a_calendar_without_different_days_is_a_calendar(client, campbell_square):
    assert readers.events_of_calendar(client.get(CALENDAR).content.decode()) == []
    assert client.get(CALENDAR).content == client.get(CALENDAR).content


def test_there_is_no_calendar_of_what_is_not_public(client, campbell_square, elsewhere):
    assert client.get(reverse("enquiry_desks:show-different-days", args=["nowhere"])).status_code == 404
    assert client.get(CALENDAR, headers={"host": "elsewhere.test"}).status_code == 404
    campbell_square.unpublish()
    assert client.get(CALENDAR).status_code == 404 and desks(client) == []


def test_each_force_answers_for_its_own_desks(client, campbell_square, elsewhere):
    add_desk(desks_page_of(elsewhere), "Elsewhere desk")
    assert [desk["name"] for desk in desks(client)] == ["Campbell Square"]
    assert [desk["name"] for desk in client.get(API, headers={"host": "elsewhere.test"}).json()["desks"]] == ["Elsewhere desk"]


@pytest.mark.parametrize("count", [4, 40])
def test_json_asks_the_database_as_often_for_forty_desks_as_for_four(client, desks_page, django_assert_num_queries, count):
    add_many_desks(desks_page, count)
    client.get(API)
    with django_assert_num_queries(4):
        assert len(desks(client)) == count


def test_thousands_of_exceptions_are_read_in_the_same_statements(client, campbell_square, django_assert_num_queries):
    first = date(2026, 11, 25)
    DayException.objects.bulk_create(DayException(desk=campbell_square, day=first + timedelta(days=n), reason="Again") for n in range(5000))
    client.get(campbell_square.url)
    with django_assert_num_queries(8):
        assert client.get(campbell_square.url).status_code == 200
