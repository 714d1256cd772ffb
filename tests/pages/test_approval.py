"""From a comms officer's "Submit" to the public page, through the screens that they and a comms manager use."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from policesite.pages.models import ContentPage
from policesite.users import roles
from tests.conftest import colleague, publish


def logged_in(role) -> Client:
    user = colleague(role, role.replace(" ", "-").lower())
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def officer(db):
    return logged_in(roles.COMMS_OFFICER)


@pytest.fixture
def manager(db):
    return logged_in(roles.COMMS_MANAGER)


@pytest.fixture
def advice(northants):
    return publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))


def send(client, page, title, action="action-submit"):
    form = nested_form_data({"title": title, "slug": page.slug, "summary": "How to keep safe.", "body": streamfield([]), action: "1"})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)


def live_title(page) -> str:
    return type(page).objects.get(pk=page.pk).title


def test_what_an_officer_submits_a_manager_sees_and_approves_and_it_is_published(officer, manager, advice):
    assert send(officer, advice, "Better advice").status_code == 302
    assert live_title(advice) == "Advice"
    assert "Better advice" in manager.get(reverse("wagtailadmin_home")).content.decode()
    advice.refresh_from_db()
    approve = reverse("wagtailadmin_pages:workflow_action", args=[advice.pk, "approve", advice.current_workflow_task_state.pk])
    assert manager.post(approve).status_code == 302
    assert live_title(advice) == "Better advice"


def test_a_manager_can_still_edit_and_publish_what_was_submitted(officer, manager, advice):
    send(officer, advice, "Better advice")
    send(manager, advice, "Best advice", "action-publish")
    assert live_title(advice) == "Best advice"


def test_an_officer_can_take_back_what_they_submitted_and_go_on_editing(officer, advice):
    send(officer, advice, "Better advice")
    send(officer, advice, "Better advice", "action-cancel-workflow")
    advice = ContentPage.objects.get(pk=advice.pk)
    assert not advice.workflow_in_progress
    send(officer, advice, "Best advice")
    assert ContentPage.objects.get(pk=advice.pk).latest_revision.content["title"] == "Best advice"
