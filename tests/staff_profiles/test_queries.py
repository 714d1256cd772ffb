"""What each page asks of the database, exactly, and the same for a week and for a month."""

from datetime import timedelta

import pytest

from staff_profiles.models import StaffProfilePage
from tests.conftest import publish
from tests.films.making import films_of

from .conftest import MONDAY, campaign_of, profile_of


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
    ask(client, django_assert_num_queries(8), "/staff-recognition/staff-week/")


def test_the_campaigns(client, busy, django_assert_num_queries):
    ask(client, django_assert_num_queries(6), "/staff-recognition/")


def test_a_profile_with_a_film_and_a_link_to_its_own_vacancies(client, northants, campaign, picture, django_assert_num_queries):
    film = films_of(northants, picture).film
    profile_of(campaign, 9, film=film, portrait=picture, vacancies_url="https://jobs.example/1")
    ask(client, django_assert_num_queries(8), "/staff-recognition/staff-week/role-9/")
    assert "We hold a surgery every month" in client.get("/staff-recognition/staff-week/role-9/").content.decode()
