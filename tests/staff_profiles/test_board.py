"""The board of a campaign, and the one button that schedules its week."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.editing.holding import hold
from policesite.users import roles
from staff_profiles.board import State, board
from staff_profiles.models import CampaignPage, DeadVacancy, StaffProfilePage
from staff_profiles.scheduling import schedule_week

from .conftest import MONDAY, campaign_of, log_in, morning

SUNDAY = morning(8)
WORDS = [("text", "<p>What I do.</p>")]
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _one_clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", clock.now)  # by which Wagtail tells what is due


def draft(campaign, day: int, **fields) -> StaffProfilePage:
    """A profile that an editor has saved and not published."""
    told = {"title": f"Role {day}", "slug": f"role-{day}", "role_title": f"Role {day}", "summary": "Work.", "body": WORDS}
    page = StaffProfilePage(day=MONDAY.replace(day=day), live=False, **told | fields)
    campaign.add_child(instance=page)
    page.save_revision()
    return page


def seen(campaign, now=SUNDAY) -> dict[int, tuple]:
    """By the day of March: the state and the problems of each profile on the board."""
    return {entry.profile.day.day: (entry.state, entry.problems) for entry in board(campaign, now).entries}


def test_each_day_says_where_its_profile_stands_and_what_is_missing(campaign):
    with clock.at(SUNDAY):
        draft(campaign, 9)
        draft(campaign, 10, display_name="Sam Example")
        draft(campaign, 11, display_name="Sam Example", consent_reference="HR/1", consent_until=MONDAY)
        draft(campaign, 12, display_name="Sam Example", consent_reference="HR/1", consent_until=MONDAY.replace(day=12), body=[])
        draft(campaign, 13, display_name="Sam Example", consent_reference="HR/1").save_revision().publish()
    assert seen(campaign) == {
        9: (State.DRAFT, []),
        10: (State.DRAFT, ["Consent is missing."]),
        11: (State.DRAFT, ["Consent ends before its day."]),
        12: (State.DRAFT, ["There is nothing to read yet."]),
        13: (State.SCHEDULED, []),
    }
    assert board(campaign, SUNDAY).gaps == [date(2026, 3, 14), date(2026, 3, 15)]
    with clock.at(morning(14)):
        run_due(clock.now(), set())
    assert [seen(campaign, morning(14))[day][0] for day in (9, 13)] == [State.LATE, State.LIVE]


def test_a_face_needs_consent_as_a_name_does(campaign, picture):
    picture.subject = "staff"
    picture.save()
    draft(campaign, 9, portrait=picture)
    assert seen(campaign)[9][1] == ["Consent is missing."]


def test_a_draft_that_asks_for_a_day_that_is_taken_clashes_and_one_outside_the_week_is_shown_apart(campaign):
    moved = draft(campaign, 9)
    moved.day = MONDAY.replace(day=10)
    moved.save_revision()  # what is stored still says the 9th
    draft(campaign, 10)
    astray = draft(campaign, 11)
    StaffProfilePage.objects.filter(pk=astray.pk).update(day=MONDAY.replace(day=20))
    astray.day = MONDAY.replace(day=20)
    astray.save_revision(clean=False)
    shown = board(campaign, SUNDAY)
    assert [entry.problems for entry in shown.days[1].entries] == [["Another profile has the same day."]] * 2
    assert [entry.problems for entry in shown.astray] == [["Its day is not one of this campaign’s."]]


def test_another_campaign_s_profile_on_the_same_day_is_told(recognition, campaign):
    draft(campaign_of(recognition, "response-week", title="Response week"), 9, title="A driver")
    assert [page.title for page in board(campaign, SUNDAY).days[0].others] == ["A driver"]


def test_one_button_schedules_all_that_is_ready_and_each_goes_live_at_seven_on_its_own_day(manager, campaign):
    with clock.at(SUNDAY):
        for day in (9, 11, 12):
            draft(campaign, day)
        draft(campaign, 10, display_name="Sam Example")
        held = draft(campaign, 13, display_name="Kim Sample", consent_reference="HR/2")
        shown = manager.get(f"/admin/campaigns/{campaign.pk}/").content.decode()
        assert "4 profiles will go live, each on its own day." in shown and "Consent is missing." in shown and "2 days without a profile" in shown
        done = manager.post(f"/admin/campaigns/{campaign.pk}/schedule/", follow=True).content.decode()
        assert "4 of this campaign’s profiles are scheduled now." in done and "1 can’t be scheduled yet" in done
        assert "Nothing waits to be scheduled." in done
    for day in (9, 11, 12):
        assert live_at(morning(day) - SECOND) == {d for d in (9, 11, 12) if d < day}
        assert live_at(morning(day)) == {d for d in (9, 11, 12) if d <= day}
    assert StaffProfilePage.objects.get(slug="role-10").live is False
    assert live_at(morning(13)) == {9, 11, 12, held.day.day}


def live_at(moment) -> set[int]:
    """Whose profile is public once the schedule has looked at `moment`."""
    with clock.at(moment):
        run_due(moment, set())
        return {page.day.day for page in StaffProfilePage.objects.public()}


@pytest.mark.parametrize(("first", "hours"), [(date(2026, 3, 28), [7, 6, 6]), (date(2026, 10, 24), [6, 7, 7])])
def test_a_week_over_a_clock_change_comes_out_at_seven_by_the_clock(recognition, first, hours):
    campaign = campaign_of(recognition, starts=first, ends=first + timedelta(days=2))
    with clock.at(morning(1)):
        for number in range(3):
            page = StaffProfilePage(
                title="R", slug=f"r{number}", role_title="R", summary="W.", body=WORDS, day=first + timedelta(days=number), live=False
            )
            campaign.add_child(instance=page)
            page.save_revision()
        assert len(schedule_week(campaign, superuser())) == 3
    moments = [entry.scheduled for entry in board(campaign, morning(1)).entries]
    assert [moment.hour for moment in moments] == hours
    assert [moment.astimezone(clock.LONDON).time() for moment in moments] == [time(7)] * 3


def superuser():
    from django.contrib.auth import get_user_model

    return get_user_model().objects.create_superuser("boss")


def test_another_release_time_moves_what_is_scheduled_with_it(campaign):
    with clock.at(SUNDAY):
        draft(campaign, 9)
        schedule_week(campaign, superuser())
        campaign = CampaignPage.objects.get()
        campaign.release_time = time(9, 30)
        campaign.save_revision()
        assert board(campaign, SUNDAY).entries[0].notes == ["It is scheduled for another hour than the campaign’s: schedule it again."]
        campaign.save_revision().publish()
    assert board(CampaignPage.objects.get(), SUNDAY).entries[0].notes == []
    assert live_at(morning(9)) == live_at(morning(9, time(9, 30)) - SECOND) == set()
    assert live_at(morning(9, time(9, 30))) == {9}


def test_scheduling_twice_changes_nothing(campaign):
    with clock.at(SUNDAY):
        draft(campaign, 9)
        boss = superuser()
        assert len(schedule_week(campaign, boss)) == 1
        assert schedule_week(campaign, boss) == []


def test_profiles_of_a_campaign_that_was_never_published_stay_unseen_and_the_board_says_so(client, northants, recognition, campaign, manager):
    home = type(northants.home).objects.get(pk=northants.home.pk)
    home.sections = [("spotlight", {"heading": "Staff", "page": recognition})]
    home.save_revision().publish()
    with clock.at(SUNDAY):
        draft(campaign, 9).get_latest_revision().publish()
        draft(campaign, 10)
        campaign.unpublish()
        address = f"/admin/campaigns/{campaign.pk}/"
        board_now = manager.get(address).content.decode()
        assert "This campaign is not published" in board_now and "disabled>Schedule the week" in board_now
        assert "Nothing was scheduled. This campaign is not published" in manager.post(f"{address}schedule/", follow=True).content.decode()
        assert seen(campaign)[10][0] == State.DRAFT
    everywhere = ("/", "/sitemap.xml", "/search/?q=role", "/staff-recognition/", "/staff-recognition/staff-week/role-9/")
    assert live_at(morning(9)) == set()
    with clock.at(morning(9)):
        for public in everywhere:
            assert "role-9" not in client.get(public).content.decode().replace("/admin/", ""), public
        assert client.get(everywhere[-1]).status_code == 404
        assert live_after(campaign.get_latest_revision().publish) == {9}
        run_due(clock.now(), set())
        for public in ("/", "/sitemap.xml", "/search/?q=role"):
            assert "role-9" in client.get(public).content.decode(), public
        assert client.get(everywhere[-1]).status_code == 200
        CampaignPage.objects.update(expire_at=clock.now())  # and gone with it, at the minute
        assert client.get(everywhere[-1]).status_code == 404 and not StaffProfilePage.objects.public()


def live_after(act) -> set[int]:
    act()
    return {page.day.day for page in StaffProfilePage.objects.public()}


def test_a_campaign_that_is_scheduled_in_time_lets_its_week_be_scheduled(campaign):
    with clock.at(SUNDAY):
        campaign.unpublish()
        draft(campaign, 10)
        for moment, told in ((morning(10), ""), (morning(11), "This campaign is scheduled for later")):
            campaign.go_live_at = moment
            campaign.save_revision().publish()
            assert board(campaign, SUNDAY).unseen.startswith(told) and bool(told) == bool(board(campaign, SUNDAY).unseen)


def test_a_held_profile_is_never_scheduled(campaign):
    from policesite.editing.holding import hold

    with clock.at(SUNDAY):
        boss = superuser()
        hold(draft(campaign, 9), boss, "Not yet.")
        assert seen(campaign) == {9: (State.HELD, [])}
        assert schedule_week(campaign, boss) == []


def test_a_campaign_that_is_over_archives_itself(client, recognition, campaign, manager):
    with clock.at(SUNDAY):
        draft(campaign, 9)
        schedule_week(campaign, superuser())
    live_at(morning(9))
    for moment, is_over in ((morning(15, time(23, 59, 59)), False), (morning(16, time(0)), True)):
        with clock.at(moment):
            assert CampaignPage.objects.get().is_over == is_over
            assert ("Past campaign" in client.get(campaign.url).content.decode()) == is_over
            assert (type(recognition).objects.get().spotlight is None) == is_over
            assert client.get("/staff-recognition/staff-week/role-9/").status_code == 200
            assert ("it has moved to the past campaigns by itself" in manager.get(f"/admin/campaigns/{campaign.pk}/").content.decode()) == is_over


def test_the_board_tells_of_a_dead_link(campaign):
    DeadVacancy.objects.create(url="https://jobs.example/1", since=SUNDAY, why="It answers 404.")
    draft(campaign, 9, vacancies_url="https://jobs.example/1")
    assert board(campaign, SUNDAY).entries[0].notes == ["Its link to vacancies is dead: readers are given the page of all jobs."]


def test_who_may_see_the_board_and_who_may_schedule(campaign):
    address = f"/admin/campaigns/{campaign.pk}/"
    officer = log_in(roles.COMMS_OFFICER)
    shown = officer.get(address)
    assert shown.status_code == 200 and "Schedule the week" not in shown.content.decode()
    assert f'href="{address}"' in officer.get("/admin/campaigns/").content.decode()
    assert f'href="{address}"' in officer.get(f"/admin/pages/{campaign.pk}/edit/").content.decode()
    with clock.at(SUNDAY):
        draft(campaign, 9)
        assert officer.post(address + "schedule/").status_code == 302
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    desk = log_in(roles.DESK_MANAGER)
    assert desk.get(address).status_code == 302
    assert "Campaigns" not in desk.get("/admin/").content.decode()
    assert Client().get(address).status_code == 302
    assert officer.get("/admin/campaigns/999999/").status_code == 404


def test_of_a_held_campaign_the_board_says_that_somebody_else_must_lift_the_hold_first(campaign, manager):
    hold(campaign, superuser(), "A court order.")
    with clock.at(SUNDAY):
        address = f"/admin/campaigns/{campaign.pk}/"
        told = manager.get(address).content.decode()
        assert "taken down and held" in told and "lift the hold first" in told and "Publish the campaign" not in told
