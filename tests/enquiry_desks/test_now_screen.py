"""The phone screen of a desk manager: closed at once, own desks only, and every wrong request refused in words."""

import re
from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from enquiry_desks import closing
from enquiry_desks.hours import Closure, DayException, DeskManager
from policesite import clock
from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, DESK_MANAGER, NEIGHBOURHOOD_OFFICER

from .conftest import add_desk, add_hours, london
from .test_admin_screens import person

pytestmark = pytest.mark.usefixtures("tuesday_noon")
NOW = london(2026, 11, 24, 12, 10)
SCREEN = "/admin/desks-now/"


@pytest.fixture
def kettering(desks_page):
    desk = add_desk(desks_page, "Kettering")
    add_hours(desk)
    return desk


@pytest.fixture
def manager(campbell_square, kettering, client):
    """Logged in: the manager of Campbell Square, and not of Kettering."""
    user = person(DESK_MANAGER)
    DeskManager.objects.create(desk=campbell_square, user=user)
    client.force_login(user)
    return user


def send(client, desk, verb, **fields):
    prefix = {"close": "close", "change-today": "today"}.get(verb, verb)
    address = reverse(f"enquiry_desks-{verb}", args=[desk.pk])
    return client.post(address, {f"{prefix}-{desk.pk}-{name}": value for name, value in fields.items()})


def close(client, desk, **fields):
    return send(client, desk, "close", **({"reason": "Staff training", "until": "day"} | fields))


def said(client, desk) -> str:
    return client.get(desk.url).content.decode()


def test_a_manager_sees_their_own_desk_with_its_state_and_no_other(client, manager):
    page = client.get(SCREEN).content.decode()
    assert "Campbell Square" in page and "Open now, closes 5pm" in page and "Kettering" not in page


def test_closing_for_the_day_is_public_at_once_and_written_down(client, manager, campbell_square):
    answer = close(client, campbell_square)
    assert answer.status_code == 302
    closure = Closure.objects.get()
    assert (closure.starts, closure.ends, closure.closed_by) == (NOW, london(2026, 11, 25), manager)
    page = said(client, campbell_square)
    assert "Closed now, opens tomorrow 9am" in page and "Staff training" in page
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user, entry.data["desk"]) == ("enquiry_desks.close", manager, "Campbell Square")


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"until": "hour"}, london(2026, 11, 24, 13, 10)),
        ({"until": "notice"}, None),
        ({"until": "chosen", "chosen": "2026-11-26T10:30"}, london(2026, 11, 26, 10, 30)),
    ],
)
def test_it_ends_when_they_say(client, manager, campbell_square, fields, ends):
    close(client, campbell_square, **fields)
    assert Closure.objects.get().ends == ends


def test_in_the_evening_the_day_offered_is_the_next_on_which_the_desk_would_open(client, manager, campbell_square):
    with clock.at(london(2026, 11, 27, 18)):  # a Friday
        client.force_login(manager)
        assert "All of Monday" in client.get(SCREEN).content.decode()
        close(client, campbell_square)
    assert Closure.objects.get().ends == london(2026, 12, 1)


def test_own_words_come_before_the_list(client, manager, campbell_square):
    close(client, campbell_square, own_reason="Flooded cellar")
    assert Closure.objects.get().reason == "Flooded cellar"


def test_open_again_is_one_request_and_public_at_once(client, manager, campbell_square):
    close(client, campbell_square, until="notice")
    assert "Closed until further notice" in said(client, campbell_square)
    answer = send(client, campbell_square, "open-again")
    assert answer.status_code == 302 and "Open now, closes 5pm" in said(client, campbell_square)
    assert Closure.objects.get().ends > Closure.objects.get().starts
    assert ModelLogEntry.objects.filter(action="enquiry_desks.open_again", user=manager).count() == 1


def test_a_desk_may_be_closed_again_in_the_minute_in_which_it_was_opened(client, manager, campbell_square):
    for second in (0, 20):
        with clock.at(NOW + timedelta(seconds=second)):
            close(client, campbell_square)
        with clock.at(NOW + timedelta(seconds=second + 10)):
            send(client, campbell_square, "open-again")
    assert Closure.objects.count() == 2


def test_today_gets_other_hours_in_place_of_those_it_had(client, manager, campbell_square):
    DayException.objects.create(desk=campbell_square, day=NOW.date(), opens=time(9), closes=time(12), reason="Old")
    send(client, campbell_square, "change-today", opens="10:00", closes="15:00", reason="Short of staff")
    page = said(client, campbell_square)
    assert "Open now, closes 3pm" in page and "10am to 3pm<small>Short of staff</small>" in page
    assert DayException.objects.get().told_at == NOW
    assert ModelLogEntry.objects.filter(action="enquiry_desks.change_today", user=manager).exists()


def test_whoever_changes_a_day_with_a_break_is_told_that_the_break_goes(client, manager, campbell_square):
    assert "in between" not in client.get(SCREEN).content.decode()
    for opens, closes in ((time(9), time(12, 30)), (time(13, 30), time(17))):
        DayException.objects.create(desk=campbell_square, day=NOW.date(), opens=opens, closes=closes)
    page = client.get(SCREEN).content.decode()
    assert "In place of 9am to 12:30pm, 1:30pm to 5pm: the desk is then open in between too." in page
    described = re.search(r'aria-describedby="(id_today-\d+-opens_helptext)"', page)[1]
    assert f'<p id="{described}">' in page


@pytest.mark.parametrize(
    ("opens", "closes", "sentence"),
    [("15:00", "10:00", "closes before it opens"), ("10:00", "10:00", "closes before it opens"), ("24:00", "25:00", "valid time")],
)
def test_impossible_hours_are_refused_in_words(client, manager, campbell_square, opens, closes, sentence):
    answer = send(client, campbell_square, "change-today", opens=opens, closes=closes, reason="")
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not DayException.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("", "Give the day and the time"),
        ("2026-11-24T09:00", "That time has passed."),
        ("2027-03-28T01:30", "couldn’t be interpreted"),
        ("2026-11-24T24:00", "valid date/time"),
        ("9999-12-31T23:59", "Give years between 2000 and 2099."),
        ("2027-10-31T01:30", "couldn’t be interpreted"),
    ],
)
def test_times_that_cannot_be_are_refused_in_words(client, manager, campbell_square, chosen, sentence):
    answer = close(client, campbell_square, until="chosen", chosen=chosen)
    assert answer.status_code == 422 and sentence in answer.content.decode().replace("&#x27;", "’")
    assert not Closure.objects.exists()


def test_an_overlap_is_refused_with_a_sentence(client, manager, campbell_square):
    Closure.objects.create(desk=campbell_square, starts=london(2026, 11, 24, 15), reason="Alarm test")
    answer = close(client, campbell_square)
    assert answer.status_code == 422 and "This desk is already closed for some of that time." in answer.content.decode()
    assert Closure.objects.count() == 1


def test_whoever_closes_a_desk_that_somebody_has_just_closed_is_told_and_loses_nothing(client, manager, campbell_square):
    client.get(SCREEN)
    closing.close(campbell_square, person(COMMS_OFFICER), "Flood", london(2026, 11, 24, 13))
    answer = close(client, campbell_square, own_reason="Burst pipe", until="notice")
    page = answer.content.decode().partition('aria-labelledby="desk-')[2]
    assert answer.status_code == 422 and "Flood. Closed Tuesday 24 November at 12:10pm by comms-officer." in page
    assert "This desk is already closed for some of that time." in page and 'value="Burst pipe"' in page
    assert "Nothing was changed. This desk is already closed" in answer.content.decode()  # at the top too
    assert Closure.objects.get().reason == "Flood"


@pytest.mark.parametrize("verb", ["close", "change-today", "open-again", "confirm"])
def test_a_forged_request_for_another_desk_changes_nothing(client, manager, kettering, verb):
    if verb in ("open-again", "confirm"):
        with clock.at(NOW - timedelta(days=3)):
            Closure.objects.create(desk=kettering, starts=clock.now(), reason="Flood")
    before = [*Closure.objects.values()], [*DayException.objects.values()]
    for fields in ({"reason": "Staff training", "until": "notice"}, {"opens": "10:00", "closes": "11:00"}):
        assert send(client, kettering, verb, **fields).status_code == 302
    assert ([*Closure.objects.values()], [*DayException.objects.values()]) == before


def test_nothing_changes_by_looking(client, manager, campbell_square):
    for verb in ("close", "change-today", "open-again", "confirm"):
        assert client.get(reverse(f"enquiry_desks-{verb}", args=[campbell_square.pk])).status_code == 405


def test_a_request_without_the_forms_token_is_refused(manager, campbell_square):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(manager)
    assert close(strict, campbell_square).status_code == 403 and not Closure.objects.exists()


@pytest.mark.parametrize("closed", [False, True])
def test_every_form_on_the_screen_carries_its_token(client, manager, campbell_square, closed):
    if closed:
        with clock.at(NOW - timedelta(days=2)):
            closing.close(campbell_square, manager, "Flood", None)
    forms = re.findall(r'<form method="post".*?</form>', client.get(SCREEN).content.decode().partition("desks-now")[2], re.S)
    assert len(forms) == (3 if closed else 2)  # confirm, open again, change today; or close, change today
    assert all(re.search(r'name="csrfmiddlewaretoken" value="\w{64}"', form) for form in forms)


def test_whoever_may_not_close_desks_does_not_reach_the_screen(client, campbell_square):
    client.force_login(person(NEIGHBOURHOOD_OFFICER))
    assert client.get(SCREEN).status_code == 302
    close(client, campbell_square)
    assert not Closure.objects.exists()


def test_comms_officers_close_any_desk_but_change_no_hours(client, campbell_square, kettering):
    client.force_login(person(COMMS_OFFICER))
    page = client.get(SCREEN).content.decode()
    assert "Kettering" in page and "Change today" not in page
    send(client, kettering, "change-today", opens="10:00", closes="11:00", reason="")
    assert not DayException.objects.exists()


def test_all_desks_close_together_and_gaps_between_closures_are_filled(client, campbell_square, kettering):
    client.force_login(person(COMMS_MANAGER))
    Closure.objects.create(desk=kettering, starts=london(2026, 11, 24, 14), ends=london(2026, 11, 24, 15), reason="Alarm test")
    client.post(reverse("enquiry_desks-close-all"), {"close-all-reason": "Bad weather", "close-all-until": "notice"})
    for desk in (campbell_square, kettering):
        for hour in (12.5, 14.5, 16, 50):
            with clock.at(NOW + timedelta(hours=hour - 12)):
                assert not type(desk).objects.get(pk=desk.pk).opening.is_open
    spells = [(closure.starts, closure.ends) for closure in Closure.objects.filter(desk=kettering).order_by("starts")]
    three = london(2026, 11, 24, 15)
    assert spells == [(NOW, london(2026, 11, 24, 14)), (london(2026, 11, 24, 14), three), (three, None)]


def test_in_the_evening_all_desks_are_closed_for_the_next_day_on_which_one_would_open(client, campbell_square, kettering):
    add_hours(kettering, [5])
    user = person(COMMS_MANAGER)
    with clock.at(london(2026, 11, 27, 18)):  # a Friday
        client.force_login(user)
        assert "All of tomorrow" in client.get(SCREEN).content.decode().partition("All 2 desks")[2]
        client.post(reverse("enquiry_desks-close-all"), {"close-all-reason": "Bad weather", "close-all-until": "day"})
    assert {closure.ends for closure in Closure.objects.all()} == {london(2026, 11, 29)}


def test_a_manager_who_closes_all_closes_only_their_own(client, manager, campbell_square, kettering):
    client.post(reverse("enquiry_desks-close-all"), {"close-all-reason": "Bad weather", "close-all-until": "day"})
    assert [closure.desk for closure in Closure.objects.all()] == [campbell_square]


def test_until_further_notice_asks_to_be_confirmed_every_24_hours(client, manager, campbell_square):
    close(client, campbell_square, until="notice")
    question = "Is it still closed?"
    with clock.at(NOW + timedelta(hours=23, minutes=59)):
        client.force_login(manager)  # a session lasts for a shift
        assert question not in client.get(SCREEN).content.decode()
    with clock.at(NOW + timedelta(hours=24)):
        assert question in client.get(SCREEN).content.decode() and question in client.get("/admin/").content.decode()
        send(client, campbell_square, "confirm")
        assert question not in client.get(SCREEN).content.decode()
        assert "Closed until further notice" in said(client, campbell_square)
    with clock.at(NOW + timedelta(hours=48)):
        client.force_login(manager)
        assert question in client.get(SCREEN).content.decode()


def test_the_screen_asks_the_database_as_often_for_twenty_desks_as_for_two(
    client, desks_page, campbell_square, kettering, django_assert_max_num_queries
):
    client.force_login(person(COMMS_MANAGER))
    for number in range(18):
        add_hours(add_desk(desks_page, f"Desk {number}"))
    client.get(SCREEN)
    with django_assert_max_num_queries(20):
        assert client.get(SCREEN).content.count(b"Close now") == 20


def test_of_two_who_close_a_desk_at_the_same_moment_the_second_is_told(campbell_square, monkeypatch):
    """Neither form sees the other's closure: the database decides."""
    monkeypatch.setattr(Closure, "full_clean", lambda closure: None)
    closing.close(campbell_square, None, "Flood", None)
    with pytest.raises(ValidationError) as told:
        closing.close(campbell_square, None, "Fire", None)
    assert told.value.messages == ["This desk is already closed for some of that time."]
    assert Closure.objects.get().reason == "Flood"
