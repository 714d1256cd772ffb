import io
from datetime import date, timedelta

import pytest
from django.conf import global_settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page, Revision, Site

from neighbourhoods.models import Event, NeighbourhoodPage
from news.models import NewsArticlePage
from policesite import clock
from policesite.demo import loading, stage
from policesite.demo.log_ins import LOG_INS, PASSWORD
from policesite.notices.models import BetaSettings
from policesite.pages.models import ContentPage
from policesite.users import roles
from staff_profiles.models import CampaignPage, StaffProfilePage
from staff_profiles.release import days_between


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
    assert NewsArticlePage.objects.live().count() >= 8


def test_every_page_went_out_through_a_revision(demo_database):
    assert not Page.objects.live().filter(depth__gt=1, live_revision=None).exists()


def test_no_page_is_dated_in_the_future(demo_database):
    assert not Page.objects.live().filter(first_published_at__gt=clock.now()).exists()


def test_police_staff_week_is_over_on_its_real_dates_with_every_day_to_read(demo_database):
    week = CampaignPage.objects.get(slug="police-staff-week-2024")
    assert (week.starts, week.ends) == (date(2024, 3, 4), date(2024, 3, 10))
    assert [profile.day for profile in week.released] == days_between(week.starts, week.ends)


def test_the_response_week_is_running_with_days_out_and_days_to_come(demo_database):
    week = CampaignPage.objects.get(slug="response-week-of-action")
    assert week.is_running
    assert 2 <= len(week.released) <= 3
    coming = StaffProfilePage.objects.child_of(week).filter(live=False)
    assert coming.count() + len(week.released) == 7
    assert all(profile.approved_schedule for profile in coming)


def test_the_next_surgery_is_never_in_the_past(demo_database):
    for area in NeighbourhoodPage.objects.all():
        assert Event.objects.filter(neighbourhood=area, kind="surgery", starts__gt=clock.now()).exists(), area


@pytest.mark.parametrize("days", [12, 45, 200])
def test_whoever_starts_it_weeks_later_still_finds_a_surgery_and_a_bus(demo_database, days):
    with clock.at(clock.now() + timedelta(days=days)):
        run()
        for area in NeighbourhoodPage.objects.all():
            for kind in ("surgery", "beat_bus"):
                assert Event.objects.filter(neighbourhood=area, kind=kind, starts__gt=clock.now()).exists(), (area, kind)
        before = Event.objects.count()
        run()
        assert Event.objects.count() == before


def test_every_profile_says_that_its_person_is_invented(demo_database):
    for profile in StaffProfilePage.objects.all():
        assert "invented person" in str(profile.body), profile


def test_a_real_person_is_quoted_once_an_article_and_in_few_words(demo_database):
    for article in NewsArticlePage.objects.all():
        quotes = [block.value for block in article.body if block.block_type == "quote"]
        assert len(quotes) <= 1, article
        assert all(len(quote["text"].split()) <= 25 and "Source: " in quote["role"] for quote in quotes), article


def test_the_beta_banner_is_on_and_ends_within_90_days(demo_database):
    beta = BetaSettings.objects.get()
    assert beta.is_showing
    assert clock.today() < beta.ends <= clock.today() + timedelta(days=90)


def test_a_later_start_on_another_port_finds_the_same_site(demo_database, settings):
    settings.PUBLIC_ADDRESS = "http://127.0.0.1:8123"
    run()
    assert Site.objects.get().port == 8123


def test_a_second_run_changes_nothing(demo_site, demo_database, settings):
    settings.PUBLIC_ADDRESS = demo_site
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


def test_whoever_watches_sees_each_step_go_on(db, monkeypatch):
    said = []

    def two_pages(stage):
        for name in ("one", "two"):
            stage.publish(stage.home, ContentPage(title=name, slug=name, summary=f"Page {name}."))

    monkeypatch.setattr(stage, "QUIET_FOR", 0)
    monkeypatch.setattr(loading, "ROOMS", (("two pages", two_pages),))
    loading.load(said.append)
    assert said == ["Loading two pages ...", "  Pages so far: 1, pictures: 0", "  Pages so far: 2, pictures: 0"]


def test_a_load_that_fails_half_way_leaves_nothing(db, monkeypatch, changes_nothing):
    def fails(stage):
        stage.publish(stage.home, ContentPage(title="Half", slug="half", summary="Half."))
        raise RuntimeError("no more")

    monkeypatch.setattr(loading, "ROOMS", (*loading.ROOMS[:1], ("a room that fails", fails)))
    with pytest.raises(RuntimeError):
        run()
    assert not Site.objects.exists()
