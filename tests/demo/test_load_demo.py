import io

import pytest
from django.apps import apps
from django.conf import global_settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page, Revision, Site

from policesite import clock
from policesite.demo import loading
from policesite.demo.log_ins import LOG_INS, PASSWORD
from policesite.pages.models import ContentPage
from policesite.users import roles


def run() -> str:
    said = io.StringIO()
    call_command("load_demo", stdout=said)
    return said.getvalue()


def fingerprint() -> dict[str, str]:
    """Every row of every table, told apart by its checksum."""
    rows = 'SELECT md5(string_agg(row::text, chr(10) ORDER BY row::text)) FROM "{}" AS row'
    with connection.cursor() as cursor:
        return {table: cursor.execute(rows.format(table)).fetchone()[0] for table in connection.introspection.table_names()}


def test_there_are_at_least_25_pages_and_eight_articles(demo_database):
    pages = Page.objects.live().filter(depth__gt=1)
    assert pages.count() >= 25
    assert apps.get_model("news", "NewsArticlePage").objects.live().count() >= 8


def test_every_page_went_out_through_a_revision_by_somebody(demo_database):
    for page in Page.objects.live().filter(depth__gt=2):
        assert page.live_revision_id, page
        assert page.live_revision.user, page


def test_no_page_is_dated_in_the_future(demo_database):
    assert not Page.objects.filter(first_published_at__gt=clock.now()).exists()


def test_a_second_run_changes_nothing(demo_database):
    before = fingerprint()
    assert "already here" in run()
    assert fingerprint() == before


def test_everyone_can_log_in_with_their_role(demo_database, settings):
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    for username, role, *_ in LOG_INS:
        user = authenticate(username=username, password=PASSWORD)
        assert user, username
        assert user.has_perm("wagtailadmin.access_admin"), username
        assert user.is_superuser or user.groups.get().name == role
    assert {role for _, role, *_ in LOG_INS if role} == set(roles.ALL)


@pytest.fixture
def changes_nothing(db):
    """Whatever the test does, the pages and their revisions must be the same afterwards."""
    before = [*Page.objects.values_list()], Revision.objects.count(), Site.objects.count(), Group.objects.count()
    yield
    assert before == ([*Page.objects.values_list()], Revision.objects.count(), Site.objects.count(), Group.objects.count())


def test_a_database_with_other_content_is_refused(northants, changes_nothing):
    with pytest.raises(CommandError, match="already holds pages"):
        run()


def test_an_account_that_somebody_else_made_keeps_its_password(django_user_model, changes_nothing):
    django_user_model.objects.create_user("superuser", password="their own")
    with pytest.raises(CommandError, match="accounts"):
        run()
    assert django_user_model.objects.get().check_password("their own")


def test_a_lone_picture_is_somebodys_content_too(picture, changes_nothing):
    with pytest.raises(CommandError, match="pictures"):
        run()


def test_the_real_site_is_never_given_log_ins_that_everyone_knows(db, settings, changes_nothing):
    settings.IS_DEMONSTRATION = False
    with pytest.raises(CommandError, match="not the settings of the demonstration"):
        run()


def test_a_load_that_fails_half_way_leaves_nothing(db, monkeypatch, changes_nothing):
    def fails(stage):
        stage.publish(stage.home, ContentPage(title="Half", slug="half", summary="Half."))
        raise RuntimeError("no more")

    monkeypatch.setattr(loading, "ROOMS", (*loading.ROOMS[:1], ("a room that fails", fails)))
    with pytest.raises(RuntimeError):
        run()
    assert not Site.objects.exists()
