from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from policesite import clock
from policesite.pages.public import public_pages
from staff_profiles.models import StaffProfilePage
from tests.conftest import publish
from tests.films.making import films_of

from .conftest import campaign_of, morning, profile_of

SECOND = timedelta(seconds=1)


def main_of(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode().partition('id="main"')[2].partition("<footer")[0]


@pytest.fixture
def profile(campaign):
    return profile_of(
        campaign, 11, role_title="Crime scene investigator", display_name="Sam Example", quote="Every print tells a story.",
        quote_by="Alex Sample, head of forensics", transcript="Sam: I look for what others miss.\nAnd I like it.", consent_reference="HR/123",
    )  # fmt: skip


def test_it_goes_live_at_the_release_time_of_its_day(profile):
    assert profile.go_live_at == morning(11)


def test_an_editor_cannot_type_another_moment(campaign):
    assert profile_of(campaign, 11, go_live_at=morning(9)).go_live_at == morning(11)


def test_the_profile_shows_the_role_the_person_and_who_speaks(client, profile):
    content = main_of(client, "/staff-recognition/staff-week/role-11/")
    for shown in ("Crime scene investigator</h1>", "Sam Example", "“Every print tells a story.”", "Alex Sample, head of forensics", "day 3 of 7"):
        assert shown in content
    assert "HR/123" not in content


def test_the_transcript_names_who_speaks(profile):
    assert profile.spoken == [("Sam", "I look for what others miss."), ("", "And I like it.")]


def test_words_without_a_film_are_not_said_to_be_from_one_and_every_kind_of_role_is_offered(client, northants, picture, profile):
    northants.force.jobs_url = "https://jobs.example/"
    northants.force.save()
    content = main_of(client, profile.url)
    assert "<summary>In their own words</summary>" in content and "in the film" not in content
    assert "every role that is open now, for officers and staff" in content
    profile.film = films_of(northants, picture).film
    profile.save_revision().publish()
    assert "<summary>Read what is said in the film</summary>" in main_of(client, profile.url)


def test_vacancies_are_the_force_s_own_page(client, northants, profile):
    address = "/staff-recognition/staff-week/role-11/"
    assert "Current vacancies" not in main_of(client, address)
    northants.force.jobs_url = "https://jobs.example/"
    northants.force.save()
    assert 'href="https://jobs.example/"' in main_of(client, address)


def test_the_days_before_and_after_are_one_step_away(client, campaign):
    for day in (9, 11, 13):
        profile_of(campaign, day)
    content = main_of(client, "/staff-recognition/staff-week/role-11/")
    assert 'rel="prev">Role 9</a>' in content
    assert 'rel="next">Role 13</a>' in content


def test_the_next_day_is_not_told_before_it_comes(client, campaign):
    for day in (9, 10):
        profile_of(campaign, day)
    with clock.at(morning(10) - SECOND):
        assert "Role 10" not in main_of(client, "/staff-recognition/staff-week/role-9/")


@pytest.mark.parametrize("address", ["/", "/staff-recognition/", "/staff-recognition/staff-week/", "/staff-recognition/staff-week/role-9/"])
def test_nothing_shows_of_a_day_before_its_moment(client, northants, campaign, address):
    profile_of(campaign, 9)
    profile_of(campaign, 11, role_title="Secret role", display_name="Secret name", slug="secret")
    with clock.at(morning(11) - SECOND):
        assert "ecret" not in client.get(address).content.decode()
        assert client.get("/staff-recognition/staff-week/secret/").status_code == 404
        assert not public_pages(northants.site).filter(slug="secret").exists()
    with clock.at(morning(11)):
        assert client.get("/staff-recognition/staff-week/secret/").status_code == 200


def test_what_is_to_come_is_told_by_its_day_alone(client, campaign):
    profile_of(campaign, 9)
    profile_of(campaign, 12)
    with clock.at(morning(10)):
        content = main_of(client, "/staff-recognition/staff-week/")
    assert "Role 9" in content
    assert "Role 12" not in content
    assert "Thursday 12 March" in content
    assert "Tuesday 10 March" not in content  # its moment came, and nothing with it


def test_the_schedule_makes_it_live_on_its_day(client, recognition):
    tomorrow = clock.today() + timedelta(days=1)
    campaign = campaign_of(recognition, starts=clock.today(), ends=tomorrow)
    page = publish(campaign, StaffProfilePage(title="Next", slug="next", role_title="Next", summary="Next.", day=tomorrow, live=False))
    assert not page.live
    call_command("publish_scheduled")
    assert not StaffProfilePage.objects.get(pk=page.pk).live
    page.revisions.update(approved_go_live_at=clock.now() - SECOND)
    call_command("publish_scheduled")
    assert client.get("/staff-recognition/staff-week/next/").status_code == 404  # even so: its day has not come


def test_a_profile_cannot_be_made_live_before_its_day(recognition):
    campaign = campaign_of(recognition, starts=clock.today(), ends=clock.today() + timedelta(days=2))
    with pytest.raises(ValidationError, match="a day that has not come"):
        campaign.add_child(instance=StaffProfilePage(title="Early", role_title="Early", summary="Early.", day=campaign.ends, live=True))


def test_a_day_has_one_profile(campaign):
    first, second = profile_of(campaign, 9), profile_of(campaign, 10)
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffProfilePage.objects.filter(pk=second.pk).update(day=first.day)


def test_next_year_s_week_may_begin_as_a_copy_of_this_one(campaign):
    for day in (9, 10):
        profile_of(campaign, day)
    copy = campaign.copy(recursive=True, keep_live=False, update_attrs={"slug": "next-week", "title": "Next week"})
    assert {profile.campaign_id for profile in StaffProfilePage.objects.child_of(copy)} == {copy.pk}
    assert StaffProfilePage.objects.filter(campaign=campaign).count() == 2


def test_a_draft_may_not_take_a_day_either(campaign):
    profile_of(campaign, 9)
    with pytest.raises(IntegrityError), transaction.atomic():
        campaign.add_child(instance=StaffProfilePage(title="R", slug="r", role_title="R", summary="R.", day=morning(9).date(), live=False))


def test_a_profile_stays_in_its_campaign(recognition, campaign):
    assert not profile_of(campaign, 9).can_move_to(campaign_of(recognition, slug="response-week"))


def test_two_campaigns_may_share_a_day(recognition, campaign):
    other = campaign_of(recognition, slug="response-week", title="Response week")
    assert profile_of(campaign, 9).day == profile_of(other, 9).day


def test_it_leaves_the_site_when_consent_ends(client, campaign):
    page = profile_of(campaign, 9, consent_until=clock.today())
    midnight = page.expire_at
    with clock.at(midnight - SECOND):
        assert client.get("/staff-recognition/staff-week/role-9/").status_code == 200
    with clock.at(midnight):
        assert client.get("/staff-recognition/staff-week/role-9/").status_code == 404
        assert "Role 9" not in main_of(client, "/staff-recognition/staff-week/")


def test_the_week_s_own_release_time_is_kept(recognition):
    campaign = campaign_of(recognition, release_time=time(12, 30))
    assert profile_of(campaign, 9).go_live_at == morning(9, time(12, 30))


def test_running_and_past_campaigns_stand_apart(client, recognition, campaign):
    campaign_of(recognition, "response-week", title="Response week", starts=date(2026, 10, 1), ends=date(2026, 10, 7))
    with clock.at(morning(9).replace(month=10, day=3)):
        running, _, past = main_of(client, "/staff-recognition/").partition("Past campaigns")
    assert "Response week" in running
    assert "Staff week" in past


def test_the_home_page_gets_the_latest_released_profile(recognition, campaign):
    for day in (9, 10, 12):
        profile_of(campaign, day)
    with clock.at(morning(11)):
        spotlight = type(recognition).objects.get(pk=recognition.pk).spotlight
    assert spotlight.label == "Staff week, day 2 of 7"
    assert spotlight.url == "/staff-recognition/staff-week/role-10/"


def test_another_force_s_campaigns_stay_on_its_own_site(client, campaign, elsewhere):
    from staff_profiles.models import StaffRecognitionPage

    theirs = publish(elsewhere.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thanks."))
    profile_of(campaign_of(theirs, "their-week", title="Their week"), 9, role_title="Their role")
    assert "Their week" not in main_of(client, "/staff-recognition/")
    recognition = StaffRecognitionPage.objects.child_of(theirs.get_parent()).get()
    with clock.at(morning(10)):
        assert recognition.spotlight.url.endswith("/their-week/role-9/")
