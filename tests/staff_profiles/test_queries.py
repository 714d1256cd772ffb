"""What each page asks of the database, exactly, and the same for a week and for a month."""

from datetime import timedelta

import pytest

from staff_profiles.models import StaffProfilePage
from tests.conftest import publish

from .conftest import MONDAY, campaign_of


@pytest.fixture(params=[5, 30])
def busy(request, recognition, picture):
    campaign = campaign_of(recognition, ends=MONDAY + timedelta(days=request.param), hero=picture)
    for number in range(request.param):
        profile = StaffProfilePage(
            title=f"Role {number}",
            slug=f"role-{number}",
            role_title="Role",
            summary="Work.",
            day=MONDAY + timedelta(days=number),
            portrait=picture,
            live=False,
        )
        publish(campaign, profile)
    return campaign


def ask(client, count, address):
    client.get(address)  # the first request of a process fills Wagtail's own caches
    with count:
        assert client.get(address).status_code == 200


def test_a_profile(client, busy, django_assert_num_queries):
    ask(client, django_assert_num_queries(6), "/staff-recognition/staff-week/role-3/")


def test_a_campaign(client, busy, django_assert_num_queries):
    ask(client, django_assert_num_queries(6), "/staff-recognition/staff-week/")


def test_the_campaigns(client, busy, django_assert_num_queries):
    ask(client, django_assert_num_queries(6), "/staff-recognition/")
