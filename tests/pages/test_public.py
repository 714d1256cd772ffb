"""What the public may see: one rule, asked by everything."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from wagtail.models import Page, PageViewRestriction

from policesite import clock
from policesite.pages.models import ContentPage, PageState
from policesite.pages.public import listed_pages, public_pages
from tests.conftest import publish


@pytest.fixture
def advice(northants):
    return publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))


@pytest.fixture
def someone(db):
    return get_user_model().objects.create_user("kim", "kim@example.org", "pass")


def seen(site, at=None):
    return set(public_pages(site, at).values_list("slug", flat=True))


def test_a_live_page_is_public_on_its_own_site_only(northants, elsewhere, advice):
    assert "advice" in seen(northants.site)
    assert "advice" not in seen(elsewhere.site)


def test_a_draft_is_not_public(client, northants):
    draft = ContentPage(title="Draft", slug="draft", summary="Not yet.", live=False)
    northants.home.add_child(instance=draft)
    assert "draft" not in seen(northants.site)
    assert client.get("/draft/").status_code == 404


def test_a_page_is_gone_at_the_minute_it_expires_before_any_schedule_has_run(client, northants, advice):
    expires = clock.now() + timedelta(hours=1)
    Page.objects.filter(pk=advice.pk).update(expire_at=expires)
    assert client.get("/advice/").status_code == 200
    with clock.at(expires):
        assert "advice" not in seen(northants.site)
        assert client.get("/advice/").status_code == 404


def test_a_page_behind_a_log_in_is_in_no_list_nor_is_anything_beneath_it(client, northants, advice):
    publish(advice, ContentPage(title="Fraud", slug="fraud", summary="About fraud."))
    PageViewRestriction.objects.create(page=advice, restriction_type="login")
    assert seen(northants.site).isdisjoint({"advice", "fraud"})
    for address in ("/advice/", "/advice/fraud/"):
        assert client.get(address).headers["Location"].startswith("/_util/login/")


def test_a_withdrawn_page_stays_at_its_address_with_a_banner_and_leaves_every_list(client, northants, advice):
    PageState.objects.create(page=advice, withdrawn_at=clock.now(), withdrawn_why="The law has changed.")
    content = client.get("/advice/").content.decode()
    assert "The law has changed." in content and 'content="noindex"' in content
    assert "advice" in seen(northants.site)
    assert not listed_pages(northants.site).filter(slug="advice").exists()


def test_nothing_publishes_a_page_while_it_is_held(northants, someone):
    draft = ContentPage(title="Draft", slug="draft", summary="Not yet.", live=False)
    northants.home.add_child(instance=draft)
    PageState.objects.create(page=draft, held_at=clock.now(), held_by=someone, held_why="Court order")
    with pytest.raises(IntegrityError, match="on hold"), transaction.atomic():
        draft.save_revision().publish()
    with pytest.raises(IntegrityError, match="on hold"), transaction.atomic():
        Page.objects.filter(pk=draft.pk).update(live=True)


def test_a_live_page_can_not_be_held_until_it_is_unpublished(advice, someone):
    with pytest.raises(IntegrityError, match="unpublish it"), transaction.atomic():
        PageState.objects.create(page=advice, held_at=clock.now(), held_by=someone, held_why="Court order")


def test_a_hold_says_who_and_why(advice):
    advice.unpublish()
    with pytest.raises(IntegrityError, match="hold_says_who_and_why"), transaction.atomic():
        PageState.objects.create(page=advice, held_at=clock.now())
