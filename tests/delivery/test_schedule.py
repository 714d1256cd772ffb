"""What is due goes live and comes down by itself, one item at a time, with one runner."""

import logging
from datetime import timedelta
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page
from wagtail.signals import page_published

from policesite import clock
from policesite.delivery import schedule
from policesite.delivery.management.commands.run_schedule import Command
from policesite.pages.models import ContentPage, PageState

SOON = timedelta(minutes=10)


def scheduled(home, title, **when):
    """A page that an editor gave a time; to be published at `go_live_at` it is a draft until then."""
    page = home.add_child(instance=ContentPage(title=title, summary="A page.", live="go_live_at" not in when, **when))
    page.save_revision().publish()
    return page


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def run(at, failing=None):
    """Run the schedule as if the times set in the past were due at `at`."""
    return schedule.run_due(at, set() if failing is None else failing)


@pytest.fixture
def make_due(northants):
    """Schedule a page for the future, as the admin only allows, then let that time pass."""

    def due(title, minutes_ago=1):
        page = scheduled(northants.home, title, go_live_at=clock.now() + SOON)
        moment = clock.now() - timedelta(minutes=minutes_ago)
        revision = page.latest_revision
        revision.content["go_live_at"] = moment.isoformat()
        revision.approved_go_live_at = moment
        revision.save()
        return page

    return due


def test_a_page_goes_live_when_its_time_has_come_and_not_before(northants, make_due):
    due, later = make_due("Due"), scheduled(northants.home, "Later", go_live_at=clock.now() + SOON)
    assert not is_live(due)
    assert run(clock.now()) == 1
    assert is_live(due) and not is_live(later)
    assert run(clock.now()) == 0, "once is enough"


def test_a_page_comes_down_at_its_expiry_and_is_marked_as_expired(northants):
    page = scheduled(northants.home, "Road closed", expire_at=clock.now() + SOON)
    assert run(clock.now()) == 0 and is_live(page)
    assert run(clock.now() + SOON) == 1
    assert not is_live(page) and Page.objects.get(pk=page.pk).expired


def test_a_bad_item_never_stops_the_next_and_is_logged_once(make_due, caplog):
    first, bad, last = make_due("First", 3), make_due("Bad", 2), make_due("Last", 1)

    def break_the_bad(sender, instance, **kwargs):
        if instance.pk == bad.pk:
            Page.objects.filter(pk=bad.pk).update(depth=None)  # an error of the database's own

    page_published.connect(break_the_bad)
    failing = set()
    try:
        with caplog.at_level(logging.ERROR):
            assert run(clock.now(), failing) == 2
            assert run(clock.now(), failing) == 0
    finally:
        page_published.disconnect(break_the_bad)
    assert (is_live(first), is_live(bad), is_live(last)) == (True, False, True)
    assert len(caplog.records) == 1
    assert run(clock.now(), failing) == 1 and not failing, "it is tried again, and goes live once it can"


def test_a_held_page_stays_down_and_the_next_one_goes_live(make_due, django_user_model):
    held, other = make_due("Held", 2), make_due("Other", 1)
    holder = django_user_model.objects.create(username="legal")
    PageState.objects.create(page=held.page_ptr, held_at=clock.now(), held_by=holder, held_why="A trial is running.")
    assert run(clock.now()) == 1
    assert not is_live(held) and is_live(other)


def test_a_page_whose_new_version_lasts_longer_is_not_taken_down_by_the_old_expiry(northants):
    page = scheduled(northants.home, "Open day", expire_at=clock.now() + SOON)
    page.expire_at = clock.now() + 10 * SOON
    page.go_live_at = moment = clock.now() + SOON / 2
    page.save_revision().publish()
    revision = page.latest_revision
    past = clock.now() - SOON
    revision.content["go_live_at"], revision.approved_go_live_at = past.isoformat(), past
    revision.save()
    run(moment + SOON)
    assert is_live(page)


@pytest.fixture
def free_lock():
    """The runner's lock lasts as long as the connection, which the tests share."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_unlock_all()")


def say(**options):
    said = StringIO()
    call_command("run_schedule", once=True, stdout=said, **options)
    return said.getvalue()


def test_a_second_runner_says_so_and_leaves_the_work_to_the_first(make_due, free_lock):
    due = make_due("Due")
    database = connection.settings_dict
    with psycopg.connect(host=database["HOST"], port=database["PORT"], user=database["USER"], password=database["PASSWORD"],
                         dbname=database["NAME"]) as other:  # fmt: skip
        other.execute("select pg_advisory_lock(%s)", [schedule.LOCK])
        assert "Another schedule is running" in say()
        assert not is_live(due)
        other.execute("select pg_advisory_unlock(%s)", [schedule.LOCK])  # closing alone is noticed a little later
    assert "published or expired 1" in say()
    assert is_live(due)


def test_the_schedule_survives_the_database_going_away_and_takes_the_lock_again(django_db_setup, django_db_blocker):
    """Outside a test's transaction, because the connection is lost; nothing is due, so nothing is written."""
    said = StringIO()
    runner = Command(stdout=said)
    runner.is_runner, runner.trouble, runner.failing = False, "", set()
    with django_db_blocker.unblock():
        runner.look_and_survive()
        assert runner.is_runner
        info = connection.connection.info
        with psycopg.connect(info.dsn, dbname="postgres", password=info.password) as other:
            other.execute("select pg_terminate_backend(%s)", [info.backend_pid])
        runner.look_and_survive()
        assert not runner.is_runner
        assert said.getvalue().count("The database is away") == 1
        runner.look_and_survive()
        assert runner.is_runner
        connection.close()
