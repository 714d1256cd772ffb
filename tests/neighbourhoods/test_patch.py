"""A neighbourhood officer changes the areas they are posted to today, at every door, and no other."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from neighbourhoods.models import Event, NeighbourhoodPage, Officer, Posting, Priority, PriorityUpdate, Vehicle
from neighbourhoods.patch import areas_for
from policesite import clock
from policesite.users import roles
from tests.conftest import colleague
from tests.neighbourhoods.conftest import event, officer, posting, priority


def log_in(client, role, name="sam"):
    user = colleague(role, name, password="x", first_name="Sam", last_name="Example")
    client.force_login(user)
    return user


@pytest.fixture
def own(client, county):
    """An officer posted to Kings Heath is logged in; there is one priority and one event in each area."""
    user = log_in(client, roles.NEIGHBOURHOOD_OFFICER)
    county.posting = posting(officer(county.force, user=user), county.heath)
    county.own = {"priority": priority(county.heath, title="Own matter"), "event": event(county.heath, "Own surgery")}
    county.other = {"priority": priority(county.duston, title="Their matter"), "event": event(county.duston, "Their surgery")}
    county.user = user
    return county


def address(kind, view, *args):
    return reverse(f"{kind}:{view}", args=args)


def form(page, **fields):
    """What the priority form posts."""
    return {
        "neighbourhood": page.pk, "place": 2, "title": "Van thefts", "you_said": "Tools are taken.", "agreed_on": "2026-11-02",
        "update_due": "2026-12-12", "next_step": "", "we_did": "", "done_on": "", "closed_on": "", "outcome": "",
    } | fields  # fmt: skip


@pytest.mark.parametrize("kind", ["priority", "event"])
def test_lists_and_exports_show_their_own_alone(client, own, kind):
    for query in ("", "?export=csv"):
        answer = client.get(address(kind, "index") + query)
        content = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
        assert "Own " in content and "Their " not in content


DOORS = [(kind, view) for kind in ("priority", "event") for view in ("edit", "history", "usage")] + [("event", "delete")]


@pytest.mark.parametrize(("kind", "view"), DOORS)
def test_anothers_is_not_found_whatever_the_address(client, own, kind, view):
    assert client.get(address(kind, view, own.own[kind].pk)).status_code == 200
    assert client.get(address(kind, view, own.other[kind].pk)).status_code == 404
    assert client.post(address(kind, view, own.other[kind].pk), form(own.duston)).status_code in (404, 405)


def test_nobody_in_a_role_deletes_a_priority_or_an_officer_of_theirs(client, own):
    client.post(address("priority", "delete", own.own["priority"].pk))
    assert Priority.objects.filter(pk=own.own["priority"].pk).exists()
    assert client.get(address("officer", "index")).status_code == 302


def test_a_new_priority_can_be_for_their_own_area_alone(client, own):
    client.post(address("priority", "add"), form(own.duston))
    assert not Priority.objects.filter(title="Van thefts").exists()
    client.post(address("priority", "add"), form(own.heath))
    assert Priority.objects.get(title="Van thefts").neighbourhood == own.heath


def test_their_own_cannot_be_handed_to_another_area(client, own):
    client.post(address("priority", "edit", own.own["priority"].pk), form(own.duston))
    own.own["priority"].refresh_from_db()
    assert own.own["priority"].neighbourhood == own.heath


def test_what_was_done_is_added_with_who_and_when_and_shows_at_once(client, own):
    one = own.own["priority"]
    answer = client.post(
        address("priority", "edit", one.pk), form(own.heath, place=1, title=one.title, we_did="Two bikes seized.", done_on="2026-11-23")
    )
    assert answer.status_code == 302
    done = PriorityUpdate.objects.get()
    assert (done.we_did, done.done_on, done.recorded_by) == ("Two bikes seized.", date(2026, 11, 23), "Sam Example")
    assert "Two bikes seized." in client.get("/neighbourhoods/kings-heath/").content.decode()
    assert "Two bikes seized." in client.get(address("priority", "edit", one.pk)).content.decode()


def test_a_slip_in_what_was_done_is_put_right_by_a_new_row_that_names_it(client, own):
    one, edit = own.own["priority"], address("priority", "edit", own.own["priority"].pk)
    wrong = one.updates.create(we_did="Two bikes seized.", done_on=date(2026, 11, 20))
    elsewhere = priority(own.duston, place=3).updates.create(we_did="Not theirs.", done_on=date(2026, 11, 20))
    assert "Not theirs." not in client.get(edit).content.decode()
    client.post(edit, form(own.heath, place=1, title=one.title, we_did="x", corrects=elsewhere.pk))
    answer = client.post(edit, form(own.heath, place=1, title=one.title, corrects=wrong.pk))
    assert "Write what is right, in full." in answer.content.decode()
    assert one.updates.count() == 1
    client.post(edit, form(own.heath, place=1, title=one.title, we_did="Three bikes seized.", corrects=wrong.pk))
    assert one.updates.get(corrects=wrong).we_did == "Three bikes seized."
    content = client.get("/neighbourhoods/kings-heath/").content.decode()
    assert "Correction" in content and "Two bikes seized." in content and "(corrected since)" in content


@pytest.mark.parametrize(
    ("fields", "error"), [({"done_on": "2026-11-25", "we_did": "x"}, "still to come"), ({"done_on": "2026-11-20"}, "Say what you did")]
)
def test_what_is_planned_or_empty_is_not_taken_for_done(client, own, fields, error):
    answer = client.post(address("priority", "edit", own.own["priority"].pk), form(own.heath, place=1, **fields))
    assert error in answer.content.decode()
    assert not PriorityUpdate.objects.exists()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"agreed_on": "9999-12-31"}, "Choose days between 2000 and 2099"),
        ({"update_due": "0001-01-01"}, "Choose days between 2000 and 2099"),
        ({"closed_on": "2962-11-01", "outcome": "Solved."}, "Choose days between 2000 and 2099"),
        ({"we_did": "x", "done_on": "0001-01-01"}, "before the day on which it became a priority"),
        ({"we_did": "x", "done_on": "2026-11-01"}, "before the day on which it became a priority"),
        ({"we_did": "x", "agreed_on": "2026-12-01"}, "before the day on which it became a priority"),
    ],
)
def test_an_impossible_day_is_refused_in_words_and_nothing_is_kept(client, own, fields, error):
    one = own.own["priority"]
    answer = client.post(address("priority", "edit", one.pk), form(own.heath, place=1, **fields))
    assert error in answer.content.decode()
    assert not PriorityUpdate.objects.exists()
    assert Priority.objects.get(pk=one.pk).agreed_on == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("starts", "ends", "error"),
    [
        ("0001-01-01 10:00", "0001-01-01 12:00", "Choose days between 2000 and 2099"),
        ("9999-12-31 10:00", "9999-12-31 12:00", "Choose days between 2000 and 2099"),
        ("2026-12-01 10:00", "2026-12-16 10:00", "It lasts at most 14 days"),
        ("2026-12-01 10:00", "2026-12-01 09:00", "It ends after it has started"),
    ],
)
@pytest.mark.parametrize("kind", ["surgery", "beat_bus"])
def test_an_event_at_an_impossible_time_is_refused_in_words(client, own, kind, starts, ends, error):
    bus = Vehicle.objects.create(force=own.force, name="Beat Bus 1")
    fields = {"neighbourhood": own.heath.pk, "kind": kind, "vehicle": bus.pk if kind == "beat_bus" else "", "title": "Too odd", "venue": "Here",
              "link": "", "notes": "", "status": "planned", "change_note": "", "starts": starts, "ends": ends}  # fmt: skip
    answer = client.post(address("event", "add"), fields)
    assert error in answer.content.decode()
    assert not Event.objects.filter(title="Too odd").exists()


def test_a_fourth_priority_is_refused_in_words(client, own):
    for place in (2, 3):
        priority(own.heath, place)
    answer = client.post(address("priority", "add"), form(own.heath, place=3))
    assert "there are three" in answer.content.decode()


def test_the_right_moves_with_the_posting_at_midnight(client, own):
    Posting.objects.filter(pk=own.posting.pk).update(ends=date(2026, 12, 1))
    posting(Officer.objects.get(user=own.user), own.duston, starts=date(2026, 12, 1))
    for moment, mine in ((datetime(2026, 11, 30, 23, 59, tzinfo=UTC), own.heath), (datetime(2026, 12, 1, tzinfo=UTC), own.duston)):
        with clock.at(moment):
            assert list(areas_for(own.user)) == [mine]


def test_an_officer_without_a_posting_may_change_nothing(client, own):
    Posting.objects.all().delete()
    assert not areas_for(own.user).exists()
    assert client.get(address("event", "edit", own.own["event"].pk)).status_code == 404
    client.post(address("priority", "add"), form(own.heath))
    assert not Priority.objects.filter(title="Van thefts").exists()


@pytest.mark.parametrize("role", [roles.COMMS_OFFICER, roles.COMMS_MANAGER])
def test_communications_may_work_on_every_area_and_on_officers(client, county, role):
    one, other = event(county.heath, "One"), event(county.duston, "Other", 27)
    log_in(client, role)
    for each in (one, other):
        assert client.get(address("event", "edit", each.pk)).status_code == 200
    assert client.get(address("officer", "add")).status_code == 200
    assert client.get(address("vehicle", "add")).status_code == 200


@pytest.mark.parametrize("role", [roles.DESK_MANAGER, roles.ADMIN])
def test_other_roles_have_no_door_here(client, county, role):
    event(county.heath, "One")
    log_in(client, role)
    for kind in ("event", "priority", "officer", "vehicle"):
        assert client.get(address(kind, "index")).status_code == 302


def officer_form(county, *postings, name="Ana Lis"):
    """What the browser sends for an officer; each posting is (its id if it is stored, area, role, first day, day it ends)."""
    stored = sum(bool(pk) for pk, *_ in postings)
    fields = {
        "rank": "pc", "name": name, "collar_number": "PC 1", "photo": "", "photo_agreed_on": "", "bio": "", "phone": "", "email": "",
        "user": "", "force": county.force.pk, "postings-TOTAL_FORMS": len(postings), "postings-INITIAL_FORMS": stored,
        "postings-MIN_NUM_FORMS": 0, "postings-MAX_NUM_FORMS": 1000,
    }  # fmt: skip
    for place, (pk, area, role, starts, ends) in enumerate(postings):
        row = {"id": pk, "neighbourhood": area.pk, "role": role, "starts": starts, "ends": ends, "DELETE": ""}
        fields |= {f"postings-{place}-{key}": value for key, value in row.items()}
    return fields


def test_a_new_role_in_the_same_area_is_one_save(client, county):
    log_in(client, roles.COMMS_MANAGER)
    client.post(address("officer", "add"), officer_form(county, ("", county.heath, "constable", "2026-11-01", "")))
    first = Posting.objects.get()
    rows = [(first.pk, county.heath, "constable", "2026-11-01", "2026-12-01"), ("", county.heath, "named", "2026-12-01", "")]
    answer = client.post(address("officer", "edit", first.officer.pk), officer_form(county, *rows))
    assert answer.status_code == 302
    assert list(Posting.objects.order_by("starts").values_list("role", flat=True)) == ["constable", "named"]


def test_two_new_postings_that_clash_are_refused_beside_the_row_and_what_was_typed_stays(client, county):
    log_in(client, roles.COMMS_MANAGER)
    rows = [("", county.heath, "named", "2026-11-01", ""), ("", county.heath, "pcso", "2026-11-10", "")]
    answer = client.post(address("officer", "add"), officer_form(county, *rows))
    assert answer.status_code == 200
    content = answer.content.decode()
    assert "End that posting first" in content and 'value="2026-11-10"' in content
    assert not Posting.objects.exists()


def test_communications_make_an_officer_with_a_posting_in_one_form(client, county):
    log_in(client, roles.COMMS_MANAGER)
    fields = officer_form(county, ("", county.heath, "named", "2026-11-01", ""))
    answer = client.post(address("officer", "add"), fields)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Posting.objects.get().officer.name == "Ana Lis"
    again = client.post(address("officer", "add"), fields | {"name": "Second"})
    assert "Another officer is the named officer of this area" in again.content.decode()


def test_an_event_is_made_for_an_own_area_with_its_bus_clash_said_in_words(client, own):
    from neighbourhoods.models import Vehicle

    bus = Vehicle.objects.create(force=own.force, name="Beat Bus")
    event(own.duston, "Elsewhere", kind="beat_bus", vehicle=bus)
    fields = {
        "neighbourhood": own.heath.pk, "kind": "beat_bus", "vehicle": bus.pk, "title": "Clash", "starts": "2026-11-26 11:00", "ends": "2026-11-26 13:00",
        "venue": "Here", "link": "", "notes": "", "status": "planned", "change_note": "",
    }  # fmt: skip
    assert "somewhere else at that time" in client.post(address("event", "add"), fields).content.decode()
    assert client.post(address("event", "add"), fields | {"starts": "2026-11-26 12:00"}).status_code == 302
    assert Event.objects.filter(title="Clash", neighbourhood=own.heath).exists()


def test_an_area_with_a_history_is_not_deleted_and_the_editor_is_told_why(client, county):
    priority(county.heath)
    client.force_login(get_user_model().objects.create_superuser("pat", password="x"))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    for page in (county.heath, county.index):
        for door in (reverse("wagtailadmin_pages:delete", args=[page.pk]), f"{bulk}?id={page.pk}"):
            content = client.post(door, follow=True).content.decode()
            assert "whose history must stay" in content or "you do not have permission" in content, door
    assert NeighbourhoodPage.objects.count() == 2
    client.post(reverse("wagtailadmin_pages:delete", args=[county.duston.pk]))
    assert NeighbourhoodPage.objects.get() == county.heath
