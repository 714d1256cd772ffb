"""Taking a page down, and keeping it down through every door that Wagtail has."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from policesite import clock
from policesite.editing.holding import hold
from policesite.pages.models import ContentPage, PageState
from policesite.users import roles
from tests.conftest import colleague, publish


def person(name, role):
    return colleague(role, name, f"{name}@example.org", "pass")


@pytest.fixture
def officer(db):
    return person("ola", roles.COMMS_OFFICER)


@pytest.fixture
def manager(db):
    return person("max", roles.COMMS_MANAGER)


@pytest.fixture
def appeal(northants):
    return publish(northants.home, ContentPage(title="Appeal", slug="appeal", summary="Do you know this man?"))


def take_down(client, page, why="Court order"):
    return client.post(reverse("editing-hold-page", args=[page.pk]), {"why": why}, follow=True)


def edit_form(page, **extra):
    body = {"body-count": "0"}
    return {"title": page.title, "slug": page.slug, "summary": page.summary, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0} | body | extra


def test_a_comms_officer_takes_a_page_down_at_once(client, officer, appeal):
    client.force_login(officer)
    answer = take_down(client, appeal)
    assert "is down" in answer.content.decode()
    assert client.get("/appeal/").status_code == 404


def test_a_hold_without_a_reason_is_refused_and_the_page_stays_up(client, officer, appeal):
    client.force_login(officer)
    assert "required" in take_down(client, appeal, why="").content.decode()
    assert client.get("/appeal/").status_code == 200


def test_it_is_on_record_who_held_it_and_why(client, officer, appeal):
    client.force_login(officer)
    take_down(client, appeal)
    entry = PageLogEntry.objects.get(action="policesite.hold")
    assert (entry.user, entry.data["why"]) == (officer, "Court order")
    assert not ModelLogEntry.objects.exists()


def test_a_hold_cancels_what_was_scheduled(appeal, officer):
    appeal.go_live_at = clock.now() + timedelta(days=1)
    appeal.save_revision().publish()
    hold(appeal, officer, "Court order")
    assert not appeal.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_nobody_can_publish_a_held_page_from_the_edit_view(client, officer, manager, appeal):
    hold(appeal, officer, "Court order")
    client.force_login(manager)
    address = reverse("wagtailadmin_pages:edit", args=[appeal.pk])
    content = client.get(address).content.decode()
    assert "Court order" in content and 'name="action-publish"' not in content
    client.post(address, edit_form(appeal, **{"action-publish": "1"}))
    assert not Page.objects.get(pk=appeal.pk).live


def test_nobody_can_publish_a_held_page_in_bulk(client, officer, manager, appeal):
    hold(appeal, officer, "Court order")
    client.force_login(manager)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={appeal.pk}", {"include_descendants": ""})
    assert not Page.objects.get(pk=appeal.pk).live


def test_a_publish_that_only_the_database_could_stop_ends_in_a_message_not_an_error(client, officer, manager, appeal, monkeypatch):
    hold(appeal, officer, "Court order")
    monkeypatch.setattr("policesite.pages.permissions.HeldPagePermissionTester.page_is_held", False)
    client.force_login(manager)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[appeal.pk]), edit_form(appeal, **{"action-publish": "1"}), follow=True)
    assert "on hold, so it was not published" in answer.content.decode()


def test_who_placed_a_hold_can_not_lift_it(client, manager, appeal):
    hold(appeal, manager, "Court order")
    client.force_login(manager)
    answer = client.post(reverse("editing-lift-hold", args=[appeal.pk]), follow=True)
    assert "somebody else must lift it" in answer.content.decode()
    assert PageState.objects.get(page=appeal).held_at


def test_a_second_hold_does_not_take_the_first_over(client, officer, manager, appeal):
    hold(appeal, manager, "Court order")
    client.force_login(officer)
    assert "on hold already" in take_down(client, appeal, "Mine now").content.decode()
    state = PageState.objects.get(page=appeal)
    assert (state.held_by, state.held_why) == (manager, "Court order")


def test_lifting_a_hold_that_is_not_there_or_twice_is_a_message(client, officer, manager, appeal):
    client.force_login(manager)
    address = reverse("editing-lift-hold", args=[appeal.pk])
    assert "not on hold" in client.post(address, follow=True).content.decode()
    hold(appeal, officer, "Court order")
    client.post(address)
    assert "not on hold" in client.post(address, follow=True).content.decode()


def test_nobody_takes_the_front_page_down(client, officer, northants):
    client.force_login(officer)
    assert "front page of a site" in take_down(client, northants.home).content.decode()
    assert client.get("/").status_code == 200


def test_another_manager_lifts_it_and_can_publish_again(client, officer, manager, appeal):
    hold(appeal, officer, "Court order")
    client.force_login(manager)
    client.post(reverse("editing-lift-hold", args=[appeal.pk]))
    assert not Page.objects.get(pk=appeal.pk).live
    client.post(reverse("wagtailadmin_pages:edit", args=[appeal.pk]), edit_form(appeal, **{"action-publish": "1"}))
    assert client.get("/appeal/").status_code == 200


@pytest.mark.parametrize("role", [roles.NEIGHBOURHOOD_OFFICER, roles.DESK_MANAGER])
def test_the_other_roles_hold_nothing(client, appeal, role):
    client.force_login(person("nia", role))
    take_down(client, appeal)
    assert client.get("/appeal/").status_code == 200


def test_an_officer_lifts_nothing(client, officer, manager, appeal):
    hold(appeal, manager, "Court order")
    client.force_login(officer)
    client.post(reverse("editing-lift-hold", args=[appeal.pk]))
    assert PageState.objects.get(page=appeal).held_at


def publish_in_bulk(client, *pages, **said):
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?{chosen}&next=/admin/", said, follow=True)


def test_an_alias_among_those_published_in_bulk_is_left_out_with_a_sentence_and_the_others_go_live(client, manager, appeal, northants):
    """Wagtail's own bulk publish ends in an error 500 there."""
    alias = appeal.create_alias(parent=northants.home, update_slug="again")
    other = publish(northants.home, ContentPage(title="Other", slug="other", summary="Other."))
    for page in (appeal, alias, other):
        Page.objects.get(pk=page.pk).specific.unpublish()
    client.force_login(manager)
    assert "goes live with “Appeal”" in publish_in_bulk(client, alias, other).content.decode()
    assert [Page.objects.get(pk=page.pk).live for page in (appeal, alias, other)] == [False, False, True]
    told = publish_in_bulk(client, alias).content.decode()
    assert "goes live with “Appeal”" in told and "0 pages" not in told
    northants.home.unpublish()
    assert publish_in_bulk(client, northants.home, include_descendants="on").status_code == 200
    assert [Page.objects.get(pk=page.pk).live for page in (appeal, alias, other)] == [True, True, True]
