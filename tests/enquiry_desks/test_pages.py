import re
from datetime import date, time, timedelta

import pytest

from enquiry_desks.loading import load_rules
from enquiry_desks.models import BankHoliday, Closure, DayException, DeskService, EnquiryDeskPage
from enquiry_desks.opening import open_spans
from policesite import clock

from . import readers
from .conftest import add_desk, add_hours, add_many_desks, desks_page_of, london

pytestmark = pytest.mark.usefixtures("tuesday_noon")
LIST, DESK = "/contact-us/enquiry-desks/", "/contact-us/enquiry-desks/campbell-square/"


def read(client, address=DESK) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_desk_says_that_it_is_open_and_when_it_closes(client, campbell_square):
    assert ">Open now, closes 5pm</span>" in read(client)


def test_every_state_says_of_which_minute_it_is(client, campbell_square):
    """A copy that outlives the site stays true: it names its minute, and today by its date."""
    for address in (LIST, DESK):
        with clock.at(london(2026, 11, 24, 16, 52)):
            assert "as of 4:52pm, Tuesday 24 November</small>" in read(client, address)


def test_list_and_desk_say_the_same(client, campbell_square):
    for moment in (london(2026, 11, 24, 8), london(2026, 11, 24, 17), london(2026, 11, 28, 12)):
        with clock.at(moment):
            said = EnquiryDeskPage.objects.get().state_sentence
            assert f">{said}</span>" in read(client) and f">{said}</span>" in read(client, LIST)


def test_this_week_is_shown_with_today_marked_in_words(client, campbell_square):
    page = read(client)
    assert '<tr class="is-today" data-day="2026-11-24"><th scope="row">Tuesday 24 November (today)</th><td>9am to 5pm</td></tr>' in page
    assert '<tr class=" is-closed" data-day="2026-11-29"><th scope="row">Sunday 29 November</th><td>Closed</td></tr>' in page


def test_a_bank_holiday_is_told_on_the_list_and_under_what_is_different(client, northants, campbell_square):
    BankHoliday.objects.create(force=northants.force, day=date(2026, 12, 25), title="Christmas Day")
    assert "Friday 25 December</th><td>Closed<small>Christmas Day</small></td>" in read(client)
    assert "Friday 25 December</span> (Christmas Day)" in read(client, LIST)
    with clock.at(london(2026, 12, 25, 10)):
        assert ">Closed now, opens Monday 9am</span>" in read(client)
        assert read(client).count("(today)</th><td>Closed<small>Christmas Day</small></td>") == 2


def test_a_bank_holiday_of_another_force_closes_nothing(client, elsewhere, campbell_square):
    BankHoliday.objects.create(force=elsewhere.force, day=date(2026, 11, 24), title="Elsewhere Day")
    assert ">Open now, closes 5pm</span>" in read(client)


def test_an_exception_counts_at_once_without_publishing_anything(client, campbell_square):
    DayException.objects.create(desk=campbell_square, day=date(2026, 11, 24), reason="Staff training")
    page = read(client)
    assert ">Closed now, opens tomorrow 9am</span>" in page
    assert page.count("Tuesday 24 November (today)</th><td>Closed<small>Staff training</small></td>") == 2


def test_two_rows_on_one_date_are_two_stretches(client, campbell_square):
    for opens, closes in ((time(10), time(12)), (time(13), time(14))):
        DayException.objects.create(desk=campbell_square, day=date(2026, 11, 24), opens=opens, closes=closes, reason="Short day")
    assert "10am to 12 noon<br>1pm to 2pm<small>Short day</small>" in read(client)


def test_a_closure_until_further_notice_is_told_with_its_reason(client, campbell_square):
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 20, 9), reason="Water leak", note="Sorry.")
    for address in (LIST, DESK):
        page = read(client, address)
        assert ">Closed until further notice</span>" in page and "Water leak" in page


def test_a_desk_without_hours_is_shown_and_does_not_guess(client, desks_page):
    add_desk(desks_page)
    assert "Opening times not yet known" in read(client) and "Opening times not yet known" in read(client, LIST)


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Campbell Square", "Campbell Square enquiry desk, opening times"), ("Daventry example desk", "Daventry example desk, opening times")],
)
def test_its_tab_its_data_and_its_calendar_say_desk_once(client, desks_page, title, shown):
    add_desk(desks_page, title, slug="this")
    assert f"<title>{shown}, " in read(client, "/contact-us/enquiry-desks/this/")
    name = shown.partition(",")[0]
    assert f'"name":"{name}"' in client.get(LIST + "this/").content.decode()
    assert f"X-WR-CALNAME:{name}: different days" in client.get(LIST + "this/exceptions.ics").content.decode()


def test_a_list_without_desks_says_whom_to_call(client, desks_page):
    assert "Call 101 at any time." in read(client, LIST)


GUILDHALL = "/contact-us/enquiry-desks/guildhall/"


@pytest.fixture
def guildhall(desks_page):
    """As it was: closed at 5pm on Friday 20 December 2024, and open at Campbell Square from 9am on Thursday 2 January 2025."""
    new = add_desk(desks_page)
    add_hours(new, valid_from=date(2025, 1, 2))
    old = add_desk(desks_page, "Guildhall", moves_to=new, moves_on=date(2025, 1, 2))
    add_hours(old, valid_to=date(2024, 12, 20))
    return old


def test_every_minute_of_the_move_from_the_guildhall_gets_the_right_answer(guildhall):
    """18 December to 6 January, minute by minute, against the days written out by hand."""
    old, new = guildhall, guildhall.moves_to
    start, end = london(2024, 12, 18), london(2025, 1, 7)
    load_rules([old, new], start)
    days = {old: {date(2024, 12, day) for day in (18, 19, 20)}, new: {date(2025, 1, day) for day in (2, 3, 6)}}
    for desk, working in days.items():
        spans = [span for span in open_spans(desk.rules, start) if span[0] < end]
        minute = start
        while minute < end:
            truly = minute.date() in working and 9 <= minute.hour < 17
            assert any(opens <= minute < closes for opens, closes in spans) == truly, (desk, minute)
            minute += timedelta(minutes=1)


@pytest.mark.parametrize(
    ("moment", "old_says", "new_says"),
    [
        (
            london(2024, 12, 20, 16, 59),
            ["Open now, closes 5pm", "This desk is moving", "opens there on Thursday 2 January 2025"],
            "opens Thursday 2 January 9am",
        ),
        (london(2024, 12, 20, 17), ["This desk is moving", "It moves to"], "This desk opens on Thursday 2 January 2025"),
        (london(2025, 1, 1, 23, 59), ["This desk is moving", "opens there on Thursday 2 January 2025"], "opens tomorrow 9am"),
        (london(2025, 1, 2), None, "Closed now, opens 9am"),
        (london(2025, 1, 2, 9), None, "Open now, closes 5pm"),
    ],
)
def test_the_old_page_the_new_one_and_the_redirect_at_each_edge_of_the_move(client, guildhall, moment, old_says, new_says):
    with clock.at(moment):
        answer = client.get(GUILDHALL)
        if old_says is None:
            assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (301, DESK, "no-cache")
            assert "It moved here from Guildhall on 2 January 2025" in read(client)
        else:
            page = read(client, GUILDHALL)
            assert all(words in page for words in old_says)
        assert new_says in read(client)


def test_a_desk_that_moved_leaves_the_list(client, guildhall):
    assert "Guildhall" not in read(client, LIST)
    with clock.at(london(2024, 12, 27, 12)):
        old = read(client, GUILDHALL)
    assert not [words for words in ("When this desk is closed", "Last checked", "Where it is<", "desk, opening times") if words in old]
    with clock.at(london(2024, 12, 20, 16)):
        assert "Guildhall" in read(client, LIST)


def test_services_access_and_the_nearest_other_desk_are_told(client, campbell_square, desks_page):
    other = add_desk(desks_page, "Kettering")
    add_hours(other, closes=time(20))
    campbell_square.nearest_alternative = other
    campbell_square.hearing_loop = True
    campbell_square.services = [DeskService(service="firearms", by_appointment=True, bring="your certificate", note="Use the side door")]
    campbell_square.save_revision().publish()
    page = read(client)
    assert "Firearms and shotgun licences, <strong>by appointment</strong>. Use the side door" in page
    assert "<b>Bring:</b> your certificate" in page and "To make an appointment, call <strong>101</strong>." in page
    assert "<li>Hearing loop</li>" in page and "Step-free" not in page
    assert ">Kettering</a>" in page and ">Open now, closes 8pm</span>" in page


def test_a_desk_that_is_not_public_is_never_named(client, campbell_square, desks_page):
    hidden = add_desk(desks_page, "Secret place")
    campbell_square.nearest_alternative = hidden
    campbell_square.save_revision().publish()
    hidden.unpublish()
    assert "Secret place" not in read(client) and "Secret place" not in read(client, LIST)


def test_another_force_has_its_own_desks(client, campbell_square, elsewhere):
    there = desks_page_of(elsewhere)
    add_hours(add_desk(there, "Elsewhere desk"))
    assert "Elsewhere desk" not in read(client, LIST)
    page = client.get(LIST, headers={"host": "elsewhere.test"}).content.decode()
    assert "Elsewhere desk" in page and "Campbell Square" not in page


def test_search_engines_are_told_the_hours_and_what_is_different(client, campbell_square):
    DayException.objects.create(desk=campbell_square, day=date(2026, 11, 26), opens=time(9), closes=time(13), reason="</script>")
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 27, 8), ends=london(2026, 11, 27, 12), reason="Alarm test")
    data = readers.station_in(read(client))
    assert data["@type"] == "PoliceStation" and data["address"]["postalCode"] == "NN1 3EL"
    monday = data["openingHoursSpecification"][0]
    assert (monday["dayOfWeek"], monday["opens"], monday["closes"]) == ("Monday", "09:00", "17:00")
    special = [(spec["validFrom"], spec["opens"], spec["closes"]) for spec in data["specialOpeningHoursSpecification"]]
    assert special == [("2026-11-26", "09:00", "13:00"), ("2026-11-27", "12:00", "17:00")]


def test_the_map_shows_the_numbered_desks_and_can_be_kept_for_a_year(client, campbell_square):
    address = re.search(r'<img src="(/maps/[^"]+)"', read(client, LIST))[1]
    answer = client.get(address)
    assert answer["Content-Type"] == "image/svg+xml" and "immutable" in answer["Cache-Control"]
    assert ">Northampton</text>" in answer.content.decode() and ">1</text>" in answer.content.decode()


def test_a_map_under_an_old_name_is_not_kept(client, campbell_square, desks_page):
    answer = client.get(f"/maps/enquiry-desks/{desks_page.pk}-000000000000-dark.svg")
    assert answer.status_code == 200 and "immutable" not in answer["Cache-Control"]


@pytest.mark.parametrize("address", ["0-000000000000-light", "999999999-000000000000-light"])
def test_there_is_no_map_of_nothing(client, campbell_square, address):
    assert client.get(f"/maps/enquiry-desks/{address}.svg").status_code == 404


def test_a_desk_without_coordinates_is_listed_but_not_drawn(client, desks_page):
    add_hours(add_desk(desks_page, latitude=None, longitude=None))
    page = read(client, LIST)
    assert "Open now" in page and "/maps/" not in page


@pytest.mark.parametrize("count", [4, 40])
def test_the_list_asks_the_database_as_often_for_forty_desks_as_for_four(client, desks_page, django_assert_num_queries, count):
    add_many_desks(desks_page, count)
    client.get(LIST)
    with django_assert_num_queries(8):
        assert client.get(LIST).content.count(b"Open now, closes 5pm</span>") == count


@pytest.mark.parametrize("count", [4, 40])
def test_a_desk_asks_the_database_as_often_among_forty_as_among_four(client, campbell_square, desks_page, django_assert_num_queries, count):
    add_many_desks(desks_page, count - 1)
    for day in range(count):
        DayException.objects.create(desk=campbell_square, day=date(2026, 11, 25) + timedelta(days=day))
    client.get(DESK)
    with django_assert_num_queries(8):
        client.get(DESK)


def test_a_desk_that_points_to_others_asks_once_more_for_all_of_them(client, campbell_square, desks_page, django_assert_num_queries):
    campbell_square.nearest_alternative = add_desk(desks_page, "Kettering")
    campbell_square.save_revision().publish()
    for name in ("Guildhall", "Police box"):
        add_desk(desks_page, name, moves_to=campbell_square)
    client.get(DESK)
    with django_assert_num_queries(9):
        client.get(DESK)


def test_any_number_of_desks_answer_from_one_statement(desks_page, django_assert_num_queries):
    add_many_desks(desks_page, 5)
    with django_assert_num_queries(2):
        assert {desk.state_sentence for desk in EnquiryDeskPage.objects.with_rules()} == {"Open now, closes 5pm"}


def test_the_nearest_desk_to_a_place_is_one_that_has_not_moved_away(campbell_square, desks_page, django_assert_num_queries):
    corby = add_desk(desks_page, "Corby", latitude=52.497, longitude=-0.689)
    gone = add_desk(desks_page, "Guildhall", latitude=52.2374, longitude=-0.8946, moves_to=campbell_square)
    add_hours(gone, valid_to=date(2024, 12, 20))
    with django_assert_num_queries(2):
        assert EnquiryDeskPage.objects.public().nearest(52.2373, -0.8947) == campbell_square
    assert EnquiryDeskPage.objects.public().nearest(52.4, -0.7) == corby
    assert EnquiryDeskPage.objects.none().nearest(52.4, -0.7) is None


def test_a_new_desk_in_its_preview_points_to_nothing(campbell_square):
    new = EnquiryDeskPage(title="New", path=campbell_square.path + "0001")
    assert (new.predecessor, new.successor, new.alternative, new.state_sentence) == (None, None, None, "Opening times not yet known")


def test_a_closed_desk_leads_to_101_online_its_own_telephone_and_999(client, northants, campbell_square):
    northants.force.report_url = "https://report.example.police.uk/"
    northants.force.save()
    campbell_square.outside_hours = "Use the yellow telephone beside the door."
    campbell_square.save_revision().publish()
    panel = read(client).split("When this desk is closed")[1].split("</div>")[0]
    for way in ("yellow telephone beside the door", "<strong>101</strong>", 'href="https://report.example.police.uk/"', "<strong>999</strong>"):
        assert way in panel
    assert 'href="https://report.example.police.uk/"' in read(client, LIST)


PLACES = (DESK, LIST, "/api/enquiry-desks", DESK + "exceptions.ics", DESK + "record.csv")


def test_no_copy_outlives_the_next_change(client, campbell_square):
    """A browser asks again each time; inside the same minute nothing is sent twice, and at the change the page is new."""
    at_closing = london(2026, 11, 24, 17)
    with clock.at(at_closing - timedelta(seconds=1)):
        copies = {address: client.get(address) for address in PLACES}
        assert {copy["Cache-Control"] for copy in copies.values()} == {"no-cache"}
        assert {client.get(address, headers={"if-none-match": copy["ETag"]}).status_code for address, copy in copies.items()} == {304}
    with clock.at(at_closing):
        for address in PLACES[:3]:
            answer = client.get(address, headers={"if-none-match": copies[address]["ETag"]})
            assert answer.status_code == 200 and "Closed now, opens tomorrow 9am" in answer.content.decode()


def test_the_list_dates_the_week_it_tells(client, campbell_square):
    assert "Opening times, 23 to 29 November<" in read(client, LIST)
    with clock.at(london(2026, 12, 30, 12)):
        assert "Opening times, 28 December to 3 January<" in read(client, LIST)
