from datetime import date, datetime, time

import pytest
from django.test import Client

from policesite.clock import LONDON
from policesite.users import roles
from staff_profiles.models import CampaignPage, StaffProfilePage, StaffRecognitionPage
from tests.conftest import colleague, publish

MONDAY = date(2026, 3, 9)


def morning(day: int, at=time(7)) -> datetime:
    """A moment on a day of March 2026, by clocks here."""
    return datetime.combine(MONDAY.replace(day=day), at, LONDON)


def log_in(role) -> Client:
    """The browser of a new colleague who has this role."""
    user = colleague(role, role.replace(" ", "-"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def manager(db):
    return log_in(roles.COMMS_MANAGER)


@pytest.fixture
def recognition(northants):
    return publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thank you."))


def campaign_of(recognition, slug="staff-week", **fields) -> CampaignPage:
    fields = {"starts": MONDAY, "ends": MONDAY.replace(day=15), "title": "Staff week", "summary": "Seven days, seven roles."} | fields
    return publish(recognition, CampaignPage(slug=slug, **fields))


@pytest.fixture
def campaign(recognition):
    return campaign_of(recognition)


def profile_of(campaign, day: int, **fields) -> StaffProfilePage:
    """A profile for a day of March 2026, published at once or scheduled, as Wagtail decides."""
    number = {
        "title": f"Role {day}",
        "slug": f"role-{day}",
        "role_title": f"Role {day}",
        "summary": f"What role {day} does.",
        "consent_reference": "HR/1",
    }
    return publish(campaign, StaffProfilePage(day=MONDAY.replace(day=day), live=False, **number | fields))
