"""Who may change which hours, on every screen and by forged requests too."""

from datetime import date, time

import pytest
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import ModelLogEntry

from enquiry_desks.closing import sentence_for
from enquiry_desks.hours import BankHoliday, Closure, DayException, DeskManager, OpeningPeriod
from policesite import clock
from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, DESK_MANAGER, NEIGHBOURHOOD_OFFICER
from tests.conftest import colleague

from .conftest import add_desk, add_hours, london


def person(role):
    return colleague(role, role.lower().replace(" ", "-"), password="pw")


@pytest.fixture
def kettering(desks_page):
    desk = add_desk(desks_page, "Kettering")
    add_hours(desk)
    return desk


@pytest.fixture
def manager(campbell_square, client):
    """Logged in: the manager of Campbell Square, and of no other desk."""
    user = person(DESK_MANAGER)
    DeskManager.objects.create(desk=campbell_square, user=user)
    client.force_login(user)
    return user


def closure_data(desk, **fields):
    return {"desk": desk.pk, "starts": "2026-11-24 13:00", "ends": "", "reason": "Water leak", "note": ""} | fields


def test_a_manager_closes_their_desk_at_once_and_the_public_sees_it(client, manager, campbell_square):
    answer = client.post(reverse("closures:add"), closure_data(campbell_square))
    assert answer.status_code == 302
    closure = Closure.objects.get()
    assert closure.closed_by == manager and closure.starts == london(2026, 11, 24, 13)
    with clock.at(london(2026, 11, 24, 14)):
        assert b"Closed until further notice" in client.get(campbell_square.url).content


def test_what_a_manager_does_is_written_down(client, manager, campbell_square):
    client.post(reverse("closures:add"), closure_data(campbell_square))
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user) == ("wagtail.create", manager)


def test_a_manager_is_offered_only_their_own_desk(client, manager, campbell_square, kettering):
    page = client.get(reverse("closures:add")).content.decode()
    assert "Campbell Square" in page and "Kettering" not in page


@pytest.mark.parametrize("screen", ["closures", "different-days", "weekly-hours"])
def test_a_forged_request_for_another_desk_changes_nothing(client, manager, kettering, screen):
    data = closure_data(kettering) | {
        "day": "2026-12-24",
        "weekday": 6,
        "which": "every",
        "opens": "9:00",
        "closes": "17:00",
        "valid_from": "",
        "valid_to": "",
    }
    before = [model.objects.count() for model in (Closure, DayException, OpeningPeriod)]
    answer = client.post(reverse(f"{screen}:add"), data)
    assert answer.status_code == 200 and "Select a valid choice" in answer.content.decode()
    assert [model.objects.count() for model in (Closure, DayException, OpeningPeriod)] == before


@pytest.mark.parametrize("view", ["edit", "delete", "history", "history_results", "usage"])
def test_every_screen_about_another_desks_row_is_refused(client, manager, kettering, view):
    row = kettering.openingperiods.first()
    address = reverse(f"weekly-hours:{view}", args=[row.pk])
    for send in (client.get, client.post):
        assert send(
            address, {"desk": manager.enquiry_desks.get().pk, "weekday": 0, "which": "every", "opens": "1:00", "closes": "2:00"}
        ).status_code in (302, 405)
    row.refresh_from_db()
    assert row.opens == time(9) and row.desk == kettering


def test_a_manager_cannot_move_their_row_to_another_desk(client, manager, campbell_square, kettering):
    row = campbell_square.openingperiods.first()
    client.post(
        reverse("weekly-hours:edit", args=[row.pk]), {"desk": kettering.pk, "weekday": 6, "which": "every", "opens": "9:00", "closes": "17:00"}
    )
    row.refresh_from_db()
    assert row.desk == campbell_square


@pytest.mark.parametrize(("view", "query"), [("index", {}), ("index_results", {}), ("index", {"export": "csv"})])
def test_lists_and_exports_show_only_the_managers_own_rows(client, manager, campbell_square, kettering, view, query):
    for desk, reason in ((campbell_square, "Our water leak"), (kettering, "Their water leak")):
        Closure.objects.create(desk=desk, starts=london(2026, 11, 24, 13), reason=reason)
    page = client.get(reverse(f"closures:{view}"), query).getvalue().decode()
    assert "Their water leak" not in page
    assert "Our water leak" in page or query  # an export holds only the columns that a screen names, and this one names none


def test_a_manager_changes_hours_and_days_of_their_own_desk(client, manager, campbell_square):
    row = campbell_square.openingperiods.first()
    client.post(
        reverse("weekly-hours:edit", args=[row.pk]),
        {"desk": campbell_square.pk, "weekday": 0, "which": "every", "opens": "10:00", "closes": "17:00", "valid_from": "", "valid_to": ""},
    )
    client.post(reverse("different-days:add"), {"desk": campbell_square.pk, "day": "2026-12-24", "opens": "", "closes": "", "reason": ""})
    row.refresh_from_db()
    assert row.opens == time(10) and DayException.objects.get().day == date(2026, 12, 24)


def test_an_overlap_is_refused_with_a_sentence_and_keeps_what_was_typed(client, manager, campbell_square):
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 9), reason="Flood")
    page = client.post(reverse("closures:add"), closure_data(campbell_square, reason="Fire")).content.decode()
    assert "This desk is already closed for some of that time." in page and "Fire" in page


@pytest.mark.usefixtures("tuesday_noon")
def test_what_a_closure_has_closed_cannot_be_deleted_or_edited_away(client, manager, campbell_square, kettering):
    DeskManager.objects.create(desk=kettering, user=manager)
    begun = Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 9), ends=london(2026, 11, 25), reason="Flood")
    coming = Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 26, 9), reason="Alarm test")
    edit = reverse("closures:edit", args=[begun.pk])
    for fields in ({"desk": kettering.pk}, {"starts": "2026-11-24 11:00"}, {"starts": "2026-11-24 09:00", "ends": "2026-11-24 12:09"}):
        page = client.post(edit, closure_data(campbell_square, starts="2026-11-24 09:00", ends="2026-11-25 00:00") | fields)
        assert "and the record keeps that" in page.content.decode(), fields
    answer = client.post(edit, closure_data(campbell_square, starts="2026-11-24 09:00", ends="2026-11-24 12:10", reason="Burst pipe"))
    assert answer.status_code == 302, answer.context["form"].errors
    begun.refresh_from_db()
    assert (begun.starts, begun.ends, begun.reason) == (london(2026, 11, 24, 9), london(2026, 11, 24, 12, 10), "Burst pipe")
    for closure in (begun, coming):
        client.post(reverse("closures:delete", args=[closure.pk]))
    assert [*Closure.objects.all()] == [begun]


def test_two_who_close_a_desk_at_the_same_moment_are_told_as_well(campbell_square):
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 9), reason="Flood")
    with pytest.raises(IntegrityError) as refused:
        Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 10), reason="Fire")
    assert sentence_for(Closure, refused.value) == "This desk is already closed for some of that time."


@pytest.mark.parametrize(
    "typed", [{"starts": "2026-03-29 01:30"}, {"starts": "2026-10-25 01:30"}, {"starts": "24:00"}, {"ends": "9999-12-31 00:00"}, {"reason": ""}]
)
def test_times_that_do_not_exist_or_happen_twice_are_a_form_error(client, manager, campbell_square, typed):
    answer = client.post(reverse("closures:add"), closure_data(campbell_square, **typed))
    assert answer.status_code == 200 and not Closure.objects.exists()


def test_comms_officers_close_any_desk_but_leave_its_hours_alone(client, campbell_square, kettering):
    client.force_login(person(COMMS_OFFICER))
    client.post(reverse("closures:add"), closure_data(kettering))
    assert Closure.objects.get().desk == kettering
    assert client.get(reverse("weekly-hours:index")).status_code == 302
    assert client.get(reverse("bank-holidays:index")).status_code == 302


def test_comms_managers_keep_everything(client, campbell_square, northants):
    client.force_login(person(COMMS_MANAGER))
    for screen in ("closures", "different-days", "weekly-hours", "bank-holidays", "desk-managers"):
        assert client.get(reverse(f"{screen}:index")).status_code == 200
        assert client.get(reverse(f"{screen}:add")).status_code == 200
    client.post(reverse("bank-holidays:add"), {"force": northants.force.pk, "day": "2027-05-10", "title": "A royal wedding"})
    assert BankHoliday.objects.get().title == "A royal wedding"


def test_a_neighbourhood_officer_has_nothing_to_do_here(client, campbell_square):
    client.force_login(person(NEIGHBOURHOOD_OFFICER))
    for screen in ("closures", "different-days", "weekly-hours", "bank-holidays", "desk-managers"):
        assert client.get(reverse(f"{screen}:index")).status_code == 302


def test_somebody_who_manages_no_desk_is_offered_none(client, campbell_square):
    client.force_login(person(DESK_MANAGER))
    client.post(reverse("closures:add"), closure_data(campbell_square))
    assert not Closure.objects.exists()
