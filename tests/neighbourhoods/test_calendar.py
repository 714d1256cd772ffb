"""A resident takes the team's surgeries and Beat Bus stops over into their own calendar."""

from datetime import UTC, datetime

from icalendar import Calendar

from policesite import clock
from tests.neighbourhoods.conftest import event

ADDRESS = "/neighbourhoods/kings-heath/events.ics"


def entries(client) -> list:
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_surgery_in_summer_is_at_its_hour_by_the_clock_in_the_county(client, county):
    event(county.heath, starts=datetime(2027, 7, 1, 10, tzinfo=clock.LONDON), ends=datetime(2027, 7, 1, 12, tzinfo=clock.LONDON), notes="Drop in.")
    (entry,) = entries(client)
    assert entry.decoded("dtstart") == datetime(2027, 7, 1, 9, tzinfo=UTC)
    assert entry.decoded("dtend") == datetime(2027, 7, 1, 11, tzinfo=UTC)
    assert (entry["summary"], entry["status"], entry["location"]) == ("Surgery at the library", "CONFIRMED", "Gladstone Road, NN5 7EJ")
    assert entry["description"] == "Drop in." and entry["url"].endswith("/neighbourhoods/kings-heath/")


def test_one_called_off_stays_under_its_name_for_calendars_as_cancelled(client, county):
    surgery = event(county.heath)
    (before,) = entries(client)
    surgery.status, surgery.change_note = "cancelled", "The hall has flooded."
    surgery.save()
    (after,) = entries(client)
    assert (before["uid"], before["status"], after["status"]) == (after["uid"], "CONFIRMED", "CANCELLED")
    assert after["summary"].startswith("Cancelled: ") and "flooded" in after["description"]


def test_only_this_teams_and_only_what_is_not_over(client, county):
    event(county.heath, "Last week", 17)
    event(county.duston, "Elsewhere")
    assert entries(client) == []
    county.heath.unpublish()
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/neighbourhoods/no-such-area/events.ics").status_code == 404


def test_the_page_leads_to_it_when_there_is_something_to_add(client, county):
    page = "/neighbourhoods/kings-heath/"
    assert ADDRESS not in client.get(page).content.decode()
    event(county.heath)
    assert f'<a href="{ADDRESS}">Add to your calendar</a>' in client.get(page).content.decode()
