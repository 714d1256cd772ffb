"""A resident takes surgeries and Beat Bus stops over into their own calendar, and sees there what becomes of them."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from neighbourhoods.calendar import LONDON
from neighbourhoods.models import NeighbourhoodIndexPage, Vehicle
from policesite import clock
from tests.conftest import publish

from .conftest import NOW, area, event

ADDRESS, ALL = "/neighbourhoods/kings-heath/events.ics", "/neighbourhoods/events.ics"


def entries(client, address=ADDRESS, **headers) -> list:
    answer = client.get(address, headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = Calendar.from_ical(answer.content)
    assert (calendar["method"], calendar["refresh-interval"].to_ical()) == ("PUBLISH", b"PT1H") and calendar.walk("VTIMEZONE")
    return calendar.walk("VEVENT")


def test_a_surgery_in_summer_is_at_its_hour_by_the_clock_in_the_county(client, county):
    event(county.heath, starts=datetime(2027, 7, 1, 10, tzinfo=clock.LONDON), ends=datetime(2027, 7, 1, 12, tzinfo=clock.LONDON), notes="Drop in.")
    (entry,) = entries(client)
    assert entry["dtstart"].params["TZID"] == "Europe/London" and entry["dtstart"].to_ical() == b"20270701T100000"
    assert entry.decoded("dtend").astimezone(UTC) == datetime(2027, 7, 1, 11, tzinfo=UTC)
    assert (entry["summary"], entry["status"], entry["location"]) == ("Surgery at the library", "CONFIRMED", "Gladstone Road, NN5 7EJ")
    assert entry["description"] == "Drop in. Kings Heath neighbourhood team." and entry["url"].endswith("/neighbourhoods/kings-heath/")


def test_the_clocks_change_in_the_calendar_in_the_hour_in_which_they_do():
    zone = LONDON.to_tz()
    for year in (2026, 2027, 2031):
        for month, day in ((3, 31), (10, 31), (6, 15), (12, 25)):
            start = datetime(year, month, day) - timedelta(days=7)
            for hour in range(0, 7 * 24, 1):
                moment = start + timedelta(hours=hour, minutes=30)
                london = moment.replace(tzinfo=clock.LONDON)
                if (
                    london.astimezone(UTC).astimezone(clock.LONDON).replace(tzinfo=None) == moment
                    and london.utcoffset() == london.replace(fold=1).utcoffset()
                ):
                    assert moment.replace(tzinfo=zone).utcoffset() == london.utcoffset(), moment


def test_each_change_of_substance_counts_and_nothing_else_does(client, county):
    surgery = event(county.heath)
    seen = [entries(client)[0]]
    changes = ({"status": "cancelled", "change_note": "The hall has flooded."}, {"notes": "Bring the bike."}, {"source_key": "feed:1"})
    for change in changes:
        type(surgery).objects.filter(pk=surgery.pk).update(**change)
        seen.append(entries(client)[0])
    assert len({entry["uid"] for entry in seen}) == 1 and seen[0]["uid"] == str(surgery.public_id)
    assert [entry["sequence"] for entry in seen] == [0, 1, 2, 2]
    assert [entry["status"] for entry in seen] == ["CONFIRMED", "CANCELLED", "CANCELLED", "CANCELLED"]
    assert seen[1]["summary"].startswith("Cancelled: ") and "flooded" in seen[1]["description"]
    assert seen[0].decoded("last-modified") <= seen[1].decoded("last-modified") and seen[2].decoded("dtstamp") == seen[3].decoded("dtstamp")


def test_a_new_time_is_shown_under_the_same_name_and_one_moved_without_is_called_off(client, county):
    surgery, meeting = event(county.heath), event(county.heath, "Meeting", status="moved", change_note="We tell you when.")
    surgery.starts, surgery.ends = surgery.starts + timedelta(days=7), surgery.ends + timedelta(days=7)
    surgery.save()
    by_name = {entry["uid"]: entry for entry in entries(client)}
    assert by_name[str(surgery.public_id)].decoded("dtstart").date().day == 3 and by_name[str(surgery.public_id)]["sequence"] == 1
    moved = by_name[str(meeting.public_id)]
    assert (moved["status"], moved["summary"]) == ("CANCELLED", "Moved: Meeting") and moved["description"].startswith("We tell you when.")


def test_one_moved_to_a_new_time_takes_place_then_and_says_when_it_was_to_be(client, county):
    surgery = event(county.heath)
    before = surgery.starts
    surgery.status, surgery.change_note = "moved", "The hall was booked."
    surgery.starts, surgery.ends = surgery.starts + timedelta(days=7), surgery.ends + timedelta(days=7)
    surgery.save()
    (entry,) = entries(client)
    assert (entry["uid"], entry["status"], entry["sequence"], entry["summary"]) == (str(surgery.public_id), "CONFIRMED", 1, surgery.title)
    assert entry.decoded("dtstart").date().day == 3
    assert str(entry["description"]).startswith("Moved from Thursday 26 November,")
    page = client.get(county.heath.url).content.decode()
    assert "Moved from Thursday 26 November" in page and "<s>" not in page
    surgery.refresh_from_db()
    assert surgery.moved_from == before
    surgery.status, surgery.change_note = "planned", ""
    surgery.save()
    surgery.refresh_from_db()
    assert surgery.moved_from is None


def test_an_unchanged_calendar_is_the_same_bytes_and_is_not_sent_again(client, county):
    event(county.heath)
    first = client.get(ADDRESS)
    with clock.at(NOW + timedelta(days=2)):
        assert client.get(ADDRESS, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_what_is_over_stays_for_three_months_and_nobody_elses_is_there(client, county):
    event(county.heath, "Last week", 17)
    event(county.heath, "Long ago", starts=datetime(2026, 8, 1, 10, tzinfo=UTC), ends=datetime(2026, 8, 1, 11, tzinfo=UTC))
    event(county.duston, "Elsewhere")
    assert [str(entry["summary"]) for entry in entries(client)] == ["Last week"]
    county.heath.unpublish()
    assert client.get(ADDRESS).status_code == client.get("/neighbourhoods/no-such-area/events.ics").status_code == 404


def test_one_calendar_has_every_team_of_this_force_in_two_statements(client, county, elsewhere, django_assert_num_queries):
    there = publish(elsewhere.home, NeighbourhoodIndexPage(title="Areas", slug="neighbourhoods", summary="Yours."))
    event(area(there, elsewhere.force, "Far Away", "NN01"), "Far off")
    bus = Vehicle.objects.create(force=county.force, name="Beat Bus North")
    event(county.heath, "At the shops", kind="beat_bus", vehicle=bus)
    for number in range(9):
        event(county.duston, f"Surgery {number}", 27)
    with django_assert_num_queries(2):
        found = entries(client, ALL)
    assert len(found) == 10 and found[0]["description"] == "Beat Bus North. Kings Heath neighbourhood team."
    assert [entry["summary"] for entry in entries(client, ALL, host="elsewhere.test")] == ["Far off"]
    county.heath.unpublish()
    assert len(entries(client, ALL)) == 9


def test_the_pages_lead_to_them(client, county):
    page = "/neighbourhoods/kings-heath/"
    assert ADDRESS not in client.get(page).content.decode()
    event(county.heath)
    assert f'<a href="{ADDRESS}">Add to your calendar</a>' in client.get(page).content.decode()
    assert f'href="{ALL}"' in client.get("/neighbourhoods/").content.decode()
