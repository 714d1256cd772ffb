"""Nobody is named or shown without consent, through whatever door a profile would go out."""

from datetime import date
from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.images.models import SiteImage
from policesite.users import roles
from staff_profiles.consent import consent_problem
from staff_profiles.models import StaffProfilePage

from .conftest import MONDAY, log_in, morning

MISSING = "Consent is missing."
TOLD = f"Nothing was published, because of “Sam at work”. {MISSING}"


@pytest.fixture(autouse=True)
def sunday(monkeypatch):
    monkeypatch.setattr(timezone, "now", clock.now)
    with clock.at(morning(8)):
        yield


def named(campaign, day=9, **fields) -> StaffProfilePage:
    """A draft that names somebody whose consent nobody has written down."""
    told = {"title": "Sam at work", "slug": f"sam-{day}", "role_title": "Analyst", "summary": "Work.", "display_name": "Sam Example"}
    page = StaffProfilePage(day=MONDAY.replace(day=day), live=False, **told | fields)
    campaign.add_child(instance=page)
    page.save_revision()
    return page


def send(client, page, action, **more):
    empty = dict.fromkeys(
        ("department", "portrait", "helps", "vacancies_url", "quote", "quote_by", "film", "transcript", "consent_reference", "consent_until"), ""
    )
    told = {name: getattr(page, name) for name in ("title", "slug", "summary", "role_title", "display_name")}
    form = nested_form_data(empty | told | {"day": f"{page.day}", "body": streamfield([]), action: "1"} | more)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True)


def stands_as_a_draft(page) -> bool:
    page = StaffProfilePage.objects.get(pk=page.pk)
    return not page.live and not page.scheduled_revision and page.get_latest_revision_as_object().display_name == "Sam Example"


def test_a_manager_who_approves_a_profile_without_consent_is_told_what_is_missing_and_it_stays_a_draft(campaign, manager):
    page = named(campaign)
    send(log_in(roles.COMMS_OFFICER), page, "action-submit")
    page = StaffProfilePage.objects.get(pk=page.pk)
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", page.current_workflow_task_state.pk])
    assert TOLD in manager.post(approve, follow=True).content.decode()
    in_a_window = manager.post(approve, headers={"X-Requested-With": "XMLHttpRequest"}).json()
    assert in_a_window == {"step": "success", "redirect": reverse("wagtailadmin_pages:edit", args=[page.pk])}
    form = send(manager, page, "action-workflow-action", **{"workflow-action-name": "approve"}).content.decode()
    assert MISSING in form and 'value="Sam Example"' in form
    assert stands_as_a_draft(page) and StaffProfilePage.objects.get(pk=page.pk).workflow_in_progress
    send(manager, page, "action-workflow-action", **{"workflow-action-name": "approve", "consent_reference": "HR/1"})
    assert StaffProfilePage.objects.get(pk=page.pk).scheduled_revision


def test_publishing_in_bulk_lets_nobody_out_without_consent_and_names_the_profile(campaign, manager):
    page, past = named(campaign), named(campaign, 10)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for one in (page, past):
        answer = manager.post(f"{bulk}?id={one.pk}", {"include_descendants": ""}, follow=True)
        assert TOLD in answer.content.decode()
        assert stands_as_a_draft(one)
    with clock.at(morning(11)):  # it would be on the site at once
        manager.force_login(get_user_model().objects.get())
        assert TOLD in manager.post(f"{bulk}?id={past.pk}", {"include_descendants": ""}, follow=True).content.decode()
    manager.force_login(get_user_model().objects.get())
    assert TOLD in manager.post(f"{bulk}?id={campaign.pk}", {"include_descendants": "on"}, follow=True).content.decode()
    assert stands_as_a_draft(page) and stands_as_a_draft(past)


def test_the_schedule_skips_a_profile_that_lost_its_consent_and_goes_on_with_the_next(campaign, caplog):
    first, second = (named(campaign, day, consent_reference="HR/1") for day in (9, 10))
    for page in (first, second):
        page.get_latest_revision().publish()
    with connection.cursor() as cursor:  # as if the rule had not been there when it was scheduled
        cursor.execute("SET session_replication_role = replica")
        cursor.execute('UPDATE wagtailcore_revision SET content = content || \'{"consent_reference": ""}\' WHERE object_id = %s', [str(first.pk)])
        cursor.execute("SET session_replication_role = origin")
    with clock.at(morning(10)):
        assert run_due(clock.now(), set()) >= 1
    assert [page.pk for page in StaffProfilePage.objects.filter(live=True)] == [second.pk]
    assert TOLD in caplog.text


@pytest.mark.parametrize("fields", [{}, {"consent_reference": "HR/1", "consent_until": MONDAY.replace(day=1)}])
def test_the_database_itself_refuses_a_person_without_consent(campaign, fields):
    page = named(campaign, **fields)
    with pytest.raises(IntegrityError), transaction.atomic():  # scheduled
        page.get_latest_revision().publish()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:  # past every door
        Page.objects.filter(pk=page.pk).update(live=True)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    role_alone = named(campaign, 10, display_name="")
    Page.objects.filter(pk=role_alone.pk).update(live=True)
    with pytest.raises(IntegrityError), transaction.atomic():  # named afterwards
        StaffProfilePage.objects.filter(pk=role_alone.pk).update(display_name="Sam Example")


def test_the_database_and_the_form_agree_on_what_consent_is_missing(campaign, picture):
    face = SiteImage.objects.get(pk=picture.pk)
    SiteImage.objects.filter(pk=face.pk).update(subject="staff")
    for subject in ("staff", "scene"):
        face.subject = subject
        SiteImage.objects.filter(pk=face.pk).update(subject=subject)
        days = (None, date(2026, 3, 8), date(2026, 3, 9))
        for case in product(("", "Sam"), (None, face), ("", "HR/1"), days, days):
            name, portrait, reference, until, day = case
            with connection.cursor() as cursor:
                cursor.execute("SELECT consent_problem(%s, %s, %s, %s, %s)", [name, portrait and portrait.pk, reference, until, day])
                assert (cursor.fetchone()[0] or "") == consent_problem(*case), case
