"""The neighbourhood policing guarantee, counted in public."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from neighbourhoods.promise import Colour, Figure, Freshness, Standing, figures, told_on
from neighbourhoods.promise_figures import Chart
from policesite import clock
from policesite.users import roles
from tests.conftest import publish

from .conftest import NOW, TODAY, area, event, officer, posting, priority
from .test_patch import log_in

PAGE, DATA = "/neighbourhoods/our-promise/", "/neighbourhoods/our-promise/data.csv"
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(("age", "colour"), [(0, "green"), (74, "green"), (75, "amber"), (89, "amber"), (90, "red"), (91, "red"), (-3, "green")])
def test_an_area_turns_amber_on_day_75_and_red_on_day_90(age, colour):
    fresh = Freshness(TODAY - timedelta(days=age), TODAY)
    assert (fresh.colour, fresh.is_kept) == (colour, colour != "red")


@settings(max_examples=200)
@given(told=days, later=st.integers(0, 400))
def test_it_only_ever_gets_worse_and_each_colour_begins_on_its_day(told, later):
    order = [Colour.GREEN, Colour.AMBER, Colour.RED]
    now, tomorrow = (Freshness(told, told + timedelta(days=later + n)) for n in (0, 1))
    assert order.index(now.colour) <= order.index(tomorrow.colour)
    assert (now.colour == Colour.RED) == (now.today >= now.red_on) == (later >= 90)
    assert (now.colour == Colour.AMBER) == (75 <= later < 90)


def test_an_area_that_never_had_a_priority_is_red():
    assert Freshness(None, TODAY).colour == Colour.RED and Freshness(None, TODAY).days is None


@settings(max_examples=100)
@given(st.lists(days), st.lists(days))
def test_the_priority_that_has_waited_longest_decides(waiting, finished):
    told = told_on(waiting, finished)
    assert told == (sorted(waiting)[0] if waiting else sorted(finished)[-1] if finished else None)


@settings(max_examples=50)
@given(st.integers(-40, 400))
def test_an_event_counts_up_to_the_thirtieth_day(ahead):
    one = Standing("", "", "", True, Freshness(TODAY, TODAY), TODAY + timedelta(days=ahead))
    assert one.has_event == (ahead <= 30)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["kept", "soon", "broken"]), max_size=70))
def test_a_chart_has_a_square_of_its_own_for_each_area_inside_its_frame(marks):
    chart = Chart(Figure("", tuple(marks)))
    assert [cell.mark for cell in chart.cells] == marks and len({(cell.x, cell.y) for cell in chart.cells}) == len(marks)
    assert all(cell.x + 16 <= chart.width and cell.y + 16 <= chart.height for cell in chart.cells)


def rows(client) -> dict:
    answer = client.get(DATA)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return {row["area"]: row for row in csv.DictReader(io.StringIO(answer.content.decode()))}


@pytest.fixture
def uneven(county):
    """Kings Heath keeps all three; Duston's officer has left, its priority waits 80 days, its event was called off."""
    posting(officer(county.force), county.heath, "named")
    priority(county.heath).updates.create(we_did="Two bikes seized.", done_on=TODAY - timedelta(days=3))
    event(county.heath)
    posting(officer(county.force, "Gone"), county.duston, "named", ends=TODAY)
    priority(county.duston, agreed_on=TODAY - timedelta(days=80))
    priority(county.duston, 2, agreed_on=TODAY - timedelta(days=5))
    event(county.duston, status="cancelled", change_note="Flood.")
    event(county.duston, "Too late", starts=NOW + timedelta(days=32), ends=NOW + timedelta(days=32, hours=1))
    return county


def test_the_figures_on_the_page_are_those_of_its_csv(client, uneven):
    data = rows(client)
    counted = [
        sum(row["named_officer_to_contact"] == "yes" for row in data.values()),
        sum(int(row["days_since_update"] or 999) < 90 for row in data.values()),
        sum(bool(row["next_event_on"]) and date.fromisoformat(row["next_event_on"]) <= TODAY + timedelta(days=30) for row in data.values()),
    ]
    assert counted == [1, 2, 1] and counted[2] == sum(row["event_within_30_days"] == "yes" for row in data.values())
    page = client.get(PAGE).content.decode()
    shown = [page.split('<span class="count nowrap">')[n].split("<")[0] for n in (1, 2, 3)]
    assert shown == [f"{kept} of 2" for kept in counted]
    assert (data["Duston"]["state"], data["Duston"]["days_since_update"], data["Kings Heath"]["state"]) == ("amber", "80", "green")
    assert "▲ Update due soon" in page and "80 days ago" in page and "None now" in page and f'href="{DATA}"' in page
    assert data["Duston"]["next_event_on"] == "2026-12-26"


def test_an_officer_nobody_can_reach_does_not_count(client, uneven):
    NeighbourhoodPage.objects.update(email="", phone="")
    assert rows(client)["Kings Heath"]["named_officer_to_contact"] == "no"
    uneven.force.officers.update(phone="01632 960200")
    assert rows(client)["Kings Heath"]["named_officer_to_contact"] == "yes"


def test_the_team_page_says_the_same_in_words_and_a_shape(client, uneven):
    page = client.get(uneven.duston.url).content.decode()
    assert "▲ Update due soon" in page and "80 days ago" in page and "by 4 December 2026" in page and f'href="{PAGE}"' in page
    assert "✓ Up to date" in client.get(uneven.heath.url).content.decode()
    with clock.at(NOW + timedelta(days=10)):
        assert "■ Overdue" in client.get(uneven.duston.url).content.decode() and rows(client)["Duston"]["state"] == "red"


def test_page_and_csv_agree_with_the_team_page_whatever_is_open_or_finished(client, county):
    for ago, closed in ((100, None), (40, 20), (200, 110), (300, 130)):
        done = {"closed_on": TODAY - timedelta(days=closed), "outcome": "Done."} if closed else {}
        one = priority(county.heath, agreed_on=TODAY - timedelta(days=ago), **done)
        fresh = NeighbourhoodPage.objects.get(pk=county.heath.pk).freshness
        assert rows(client)["Kings Heath"]["state"] == fresh.colour
        county.heath.priorities.filter(pk=one.pk).delete()
    assert rows(client)["Kings Heath"]["state"] == "red" and rows(client)["Kings Heath"]["days_since_update"] == ""


def test_what_was_done_counts_from_the_day_it_was_done_and_not_before(client, county):
    one = priority(county.heath, agreed_on=TODAY - timedelta(days=95))
    one.updates.create(we_did="Planned.", done_on=TODAY + timedelta(days=5))
    assert rows(client)["Kings Heath"]["state"] == "red"
    one.updates.create(we_did="Done.", done_on=TODAY)
    assert rows(client)["Kings Heath"]["state"] == "green"


def test_a_name_that_a_spreadsheet_would_run_is_text(client, county):
    NeighbourhoodPage.objects.filter(pk=county.heath.pk).update(title="=1+1")
    assert "'=1+1" in rows(client)


def test_each_force_promises_for_itself_and_what_is_not_public_is_not_counted(client, uneven, elsewhere):
    there = publish(elsewhere.home, NeighbourhoodIndexPage(title="Areas", slug="neighbourhoods", summary="Yours."))
    area(there, elsewhere.force, "Far Away")
    assert "Far Away" not in client.get(PAGE).content.decode()
    uneven.duston.unpublish()
    assert list(rows(client)) == ["Kings Heath"]
    uneven.heath.unpublish()
    assert rows(client) == {} and "There are no areas here yet" in client.get(PAGE).content.decode()
    assert client.post(PAGE).status_code == client.post(DATA).status_code == 405


@pytest.mark.parametrize("count", [0, 14])
def test_it_costs_as_many_statements_however_many_areas(client, uneven, django_assert_num_queries, count):
    for number in range(count):
        area(uneven.index, uneven.force, f"Area {number}", f"X{number}", at=(-3.0 + number / 9, 54.0))
    client.get(PAGE)
    with django_assert_num_queries(3):
        client.get(PAGE)
    with django_assert_num_queries(2):
        client.get(DATA)


def test_staff_see_what_is_due_on_logging_in_and_in_their_list_on_their_own_patch_alone(client, uneven):
    user = log_in(client, roles.NEIGHBOURHOOD_OFFICER)
    posting(officer(uneven.force, "Sam", user=user), uneven.duston)
    home = client.get("/admin/").content.decode()
    assert "Duston</strong>: amber, 80 days without an update. It turns red on 4 December 2026" in home and "Kings Heath" not in home
    found = client.get(reverse("priority:index") + "?q=Nuisance").content.decode()
    assert "▲ Update due soon: 80 days ago" in found
    listed = client.get(reverse("priority:index")).content.decode()
    assert "▲ Update due soon: 80 days ago" in listed and "✓ Up to date: 5 days ago" in listed and "3 days ago" not in listed


def test_staff_without_an_area_are_not_troubled(client, uneven):
    log_in(client, roles.NEIGHBOURHOOD_OFFICER)
    assert "Our promise" not in client.get("/admin/").content.decode()


def test_figures_count_what_they_are_given():
    good = Standing("", "", "", True, Freshness(TODAY, TODAY), TODAY)
    bad = Standing("", "", "", False, Freshness(None, TODAY), None)
    assert [figure.kept for figure in figures([good, bad, good])] == [2, 2, 2]
