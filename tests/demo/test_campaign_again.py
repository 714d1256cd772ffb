"""A demonstration that is started weeks after it was loaded: its campaign is running again."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Revision

from policesite import clock
from policesite.demo import gallery, loading, recognition
from policesite.images.models import SiteImage
from staff_profiles.models import CampaignPage, StaffProfilePage
from staff_profiles.release import days_between
from tests.conftest import picture_bytes

WEEK = {"slug": "response-week-of-action"}


def small_picture(name: str) -> SiteImage:
    return SiteImage.objects.create(title=name, description=name, file=ContentFile(picture_bytes(), name="small.png"))


@pytest.fixture
def loaded(db, monkeypatch):
    """The demonstration, of which only staff recognition is loaded, with quick pictures."""
    monkeypatch.setattr(timezone, "now", clock.now)  # by which Wagtail tells what is due
    monkeypatch.setattr(gallery, "upload", small_picture)
    monkeypatch.setattr(loading, "ROOMS", (("staff recognition", recognition.load),))
    loading.load(lambda line: None)


def start_again():
    assert not loading.load(lambda line: None)


@pytest.mark.parametrize("days", [5, 12, 45])
def test_whoever_starts_it_weeks_later_still_finds_the_response_week_running(loaded, days):
    with clock.at(clock.now() + timedelta(days=days)):
        start_again()
        week = CampaignPage.objects.get(**WEEK)
        profiles = StaffProfilePage.objects.child_of(week).order_by("day")
        assert week.is_running
        assert [profile.day for profile in profiles] == days_between(week.starts, week.ends)
        assert 2 <= len(week.released) <= 3
        for profile in profiles:
            assert profile.live == (profile.go_live_at <= clock.now())
            assert profile.live or profile.approved_schedule
        before = Revision.objects.count()
        start_again()
        assert Revision.objects.count() == before


def test_a_week_that_is_not_over_stays_where_it_is(loaded):
    with clock.at(clock.now() + timedelta(days=3)):
        before = Revision.objects.count()
        start_again()
        assert Revision.objects.count() == before


def test_a_profile_that_was_taken_down_stays_down_when_the_week_comes_again(loaded):
    profile = StaffProfilePage.objects.live().filter(campaign__slug=WEEK["slug"]).first()
    profile.unpublish()
    with clock.at(clock.now() + timedelta(days=12)):
        start_again()
        profile.refresh_from_db()
        assert not profile.live and not profile.approved_schedule
        assert profile.day >= CampaignPage.objects.get(**WEEK).starts
