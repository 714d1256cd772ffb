"""Withdrawing a page: it says so at its address, and is listed nowhere else."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.models import NewsArticlePage
from news.tombstones import entry_id
from policesite.pages.models import PageState
from policesite.users import roles
from tests.conftest import colleague
from tests.news.conftest import article, index  # noqa: F401  a fixture

WHY = "The court has ended the case."
EVERYWHERE = ("/news/", "/news/feed/atom/", "/news/feed/rss/", "/search/?q=larkspur", "/sitemap.xml")


def log_in(client, role):
    user = colleague(role, "somebody")
    client.force_login(user)


@pytest.fixture
def story(index):  # noqa: F811
    return article(index, "Larkspur Lane burglar", slug="larkspur")


def withdraw(client, page, why=WHY):
    return client.post(reverse("editing-withdraw-page", args=[page.pk]), {"why": why}, follow=True)


def test_a_withdrawn_story_stays_with_a_banner_and_leaves_lists_feeds_search_and_sitemap(client, story):
    log_in(client, roles.COMMS_OFFICER)
    assert all("larkspur/" in client.get(address).content.decode() for address in EVERYWHERE)
    assert "is withdrawn" in withdraw(client, story).content.decode()
    client.logout()
    content = client.get("/news/larkspur/").content.decode()
    assert "This page has been withdrawn" in content and WHY in content and 'content="noindex"' in content
    for address in EVERYWHERE:
        assert "larkspur/" not in client.get(address).content.decode(), address
    assert entry_id("northamptonshire", story.pk) in client.get("/news/feed/atom/").content.decode()  # the tombstone
    assert PageLogEntry.objects.filter(page_id=story.pk, action="policesite.withdraw").exists()


def test_a_manager_puts_it_back_and_an_officer_cannot(client, story):
    log_in(client, roles.COMMS_OFFICER)
    withdraw(client, story)
    back = reverse("editing-reinstate-page", args=[story.pk])
    client.post(back)
    assert PageState.objects.get().withdrawn_at
    client.logout()
    user = colleague(roles.COMMS_MANAGER, "max")
    client.force_login(user)
    assert "Put it back" in client.get(reverse("editing-withdraw-page", args=[story.pk])).content.decode()
    client.post(back)
    assert "Larkspur Lane" in client.get("/news/").content.decode()
    assert "not withdrawn" in client.post(back, follow=True).content.decode()


@pytest.mark.parametrize("why", ["", "   ", "x" * 201])
def test_without_a_sentence_it_stays(client, story, why):
    log_in(client, roles.COMMS_OFFICER)
    withdraw(client, story, why)
    assert not PageState.objects.exists()


def test_a_front_page_a_draft_and_a_withdrawn_page_are_refused_in_words(client, northants, story):
    log_in(client, roles.COMMS_MANAGER)
    assert "front page" in withdraw(client, northants.home).content.decode()
    withdraw(client, story)
    assert "withdrawn already" in withdraw(client, story).content.decode()
    NewsArticlePage.objects.get(pk=story.pk).unpublish()
    assert "not published" in withdraw(client, story).content.decode()


@pytest.mark.parametrize("role", [roles.NEIGHBOURHOOD_OFFICER, roles.DESK_MANAGER, roles.ADMIN])
def test_other_roles_cannot(client, story, role):
    log_in(client, role)
    withdraw(client, story)
    assert not PageState.objects.exists()
