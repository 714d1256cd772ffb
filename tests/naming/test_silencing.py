"""Somebody's name must go: what serves others stays up without it, what comes down stays down, and no copy keeps it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, Workflow

from enquiry_desks.models import Closure
from news.closing import close
from news.models import NewsIndexPage
from policesite import clock
from policesite.editing.holding import hold, lift
from policesite.naming.person import Person
from policesite.pages.models import ContentPage, HomePage, PageState
from policesite.users import roles
from tests.conftest import colleague, publish
from tests.crawling import settle
from tests.enquiry_desks.conftest import add_desk, desks_page_of
from tests.news.conftest import article
from tests.staff_profiles.test_removal import rows_saying

NAME = "Zoe Quillfeather"


@pytest.fixture
def officer(db):
    return colleague(roles.COMMS_OFFICER, "ola")


@pytest.fixture
def index(northants):
    return publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories, appeals and results."))


@pytest.fixture
def appeal(index):
    return article(index, f"Have you seen {NAME}?", slug="zoe-quillfeather", kind="missing", person=NAME)


def now(page):
    return Page.objects.get(pk=page.pk).specific


def found(appeal, by, **said):
    done = close(appeal, "found", clock.today(), by, NAME, **said)
    settle()
    return done


def silence_all(by, **how):
    person = Person([NAME], **how)
    person.silence([trace.key for trace in person.named], by, lambda page: hold(page, by, "A name."))


def test_the_news_stays_up_with_the_neutral_line_though_its_summary_named_the_person(client, appeal, index, officer):
    article(index, "Bikes found")
    index.summary = f"News. {NAME} is missing."
    index.save_revision().publish()
    found(appeal, officer)
    page = client.get("/news/").content.decode()
    assert "Missing person found" in page and "Bikes found" in page and "Quillfeather" not in page
    assert client.get("/news/bikes-found/").status_code == 200


def test_the_screen_says_of_each_row_what_happens_to_it(client, appeal, index, officer):
    index.summary = f"News. {NAME} is missing."
    index.save_revision().publish()
    article(index, "The family speaks", summary=f"{NAME} is loved.").create_alias(parent=index, update_slug="again")
    client.force_login(officer)
    screen = client.get(reverse("news-close-appeal", args=[appeal.pk])).content.decode()
    assert "News (/news/)<br>It loses the words that name them, and stays up." in screen
    assert "The family speaks (/news/the-family-speaks/)<br>It comes down, and is held" in screen
    assert "/news/again/" not in screen, "an alias goes with its page, and is not asked about"


def test_a_story_that_came_down_cannot_be_put_back_with_the_name_by_one_press(client, appeal, index, officer):
    story = article(index, "The family speaks", summary=f"{NAME} is loved.")
    found(appeal, officer)
    assert PageState.objects.get(page=story).held_why.startswith("Missing person found: the person’s name must come out")
    manager = colleague(roles.COMMS_MANAGER, "max")
    client.force_login(manager)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={story.pk}")
    assert not now(story).live and client.get(story.url).status_code == 404
    lift(now(story), manager)
    page = now(story)
    page.summary = "They are loved."
    page.save_revision().publish(user=manager)
    assert "They are loved" in client.get(story.url).content.decode()


def test_nothing_of_an_appeal_is_in_any_table_though_it_had_aliases_drafts_notes_and_approvals(
    client,
    appeal,
    index,
    officer,
    django_capture_on_commit_callbacks,
):
    manager = colleague(roles.COMMS_MANAGER, "max")
    alias = appeal.create_alias(parent=index, update_slug="quillfeather-too", user=manager)
    alias.create_alias(parent=index, update_slug="quillfeather-three", user=manager)
    with django_capture_on_commit_callbacks(execute=True):
        appeal.slug = "missing-zoe-quillfeather"
        appeal.save_revision(user=manager, log_action=True).publish(user=manager)
    appeal.summary = f"{NAME} again."
    appeal.save_revision(user=officer, log_action=True)
    hold(now(appeal), officer, f"The mother of {NAME} asked.")
    lift(now(appeal), manager)
    now(appeal).get_latest_revision().publish()
    Workflow.objects.first().start(now(appeal), officer)
    assert rows_saying("quillfeather") >= {"wagtailcore_page", "wagtailcore_revision", "wagtailcore_pagelogentry", "wagtailsearch_indexentry"}
    with django_capture_on_commit_callbacks(execute=True):
        found(appeal, officer)
    assert rows_saying("quillfeather") == set()
    for old in ("zoe-quillfeather", "missing-zoe-quillfeather", "quillfeather-too"):
        assert "Missing person found" in client.get(f"/news/{old}/", follow=True).content.decode(), old
    client.force_login(colleague(roles.COMMS_MANAGER, "kim"))
    history = client.get(reverse("wagtailadmin_pages:history", args=[appeal.pk])).content.decode()
    assert "Close appeal" in history or "The appeal was closed" in history


def test_an_appeal_is_closed_from_its_alias_too(client, appeal, index, officer):
    alias = appeal.create_alias(parent=index, update_slug="again")
    client.force_login(officer)
    said = {"outcome": "found", "on": clock.today().isoformat(), "name": NAME, "searched": NAME}
    assert "Done" in client.post(reverse("news-close-appeal", args=[alias.pk]), said, follow=True).content.decode()
    assert now(appeal).title == "Missing person found" and not Page.objects.filter(pk=alias.pk).exists()


def test_an_alias_of_a_story_goes_with_it_and_is_no_way_to_bring_the_name_back(client, appeal, index, officer):
    story = article(index, "The family speaks", summary=f"{NAME} is loved.")
    alias = story.create_alias(parent=index, update_slug="again")
    found(appeal, officer)
    assert client.get("/news/again/").status_code == 404 and not Page.objects.filter(pk=alias.pk).exists()
    assert not PageLogEntry.objects.filter(page_id=alias.pk).exclude(label="A page that named somebody").exists()


def test_a_section_stays_with_what_is_beneath_it_whatever_its_title_address_and_body_said(
    client, northants, appeal, officer, django_capture_on_commit_callbacks
):
    body = [("text", f"<p>{NAME} lived here.</p>"), ("text", "<p>How to help.</p>")]
    section = publish(northants.home, ContentPage(title=f"The search for {NAME}", slug="zoe-quillfeather", summary=f"{NAME}.", body=body))
    publish(section, ContentPage(title="Meeting points", slug="points", summary="Where to meet."))
    alias = now(section).create_alias(parent=northants.home, update_slug="again")
    with django_capture_on_commit_callbacks(execute=True):
        found(appeal, officer)
    section = now(section)
    assert section.live and section.title == section.summary == "Words were taken out here."
    assert section.slug == f"content-page-{section.pk}"
    page = client.get(section.url).content.decode()
    assert "How to help" in page and "Quillfeather" not in page
    assert client.get(f"{section.url}points/").status_code == 200
    assert client.get("/zoe-quillfeather/").status_code == 404
    assert "Quillfeather" not in client.get("/again/").content.decode() and now(alias).live
    assert section.get_latest_revision_as_object().title == "Words were taken out here."


def test_what_a_section_has_scheduled_or_in_draft_comes_later_without_the_name(northants, officer):
    section = publish(northants.home, ContentPage(title="Section", slug="section", summary="Ours."))
    publish(section, ContentPage(title="Beneath", slug="beneath", summary="It names nobody."))
    section = now(section)
    section.title, section.summary, section.go_live_at = "Section, new", f"By {NAME}.", clock.now() + timedelta(hours=1)
    section.save_revision().publish()
    assert now(section).has_unpublished_changes
    silence_all(officer, drafts=True)
    page = now(section)
    assert (page.live, page.title, page.summary) == (True, "Section", "Ours.")
    waiting = page.revisions.get(approved_go_live_at__isnull=False).as_object()
    assert (waiting.title, waiting.summary) == ("Section, new", "Words were taken out here.")


def test_a_section_that_nobody_has_published_is_not_published_by_losing_the_words(northants, officer):
    section = ContentPage(title="Section", slug="section", summary=f"By {NAME}.", live=False)
    northants.home.add_child(instance=section)
    section.save_revision()
    section.add_child(instance=ContentPage(title="Beneath", slug="beneath", summary="It names nobody.", live=False))
    silence_all(officer, drafts=True)
    page = now(section)
    assert not page.live and page.summary == page.get_latest_revision().content["summary"] == "Words were taken out here."
    assert not PageState.objects.exists()


def test_the_front_page_keeps_what_was_scheduled_for_it(northants, officer):
    home = now(northants.home)
    home.hero_lede = f"Help us find {NAME}."
    home.save_revision().publish()
    home.hero_lede, home.go_live_at = "A new week.", clock.now() + timedelta(hours=1)
    home.save_revision().publish()
    silence_all(officer)
    assert HomePage.objects.get(pk=home.pk).hero_lede == ""
    assert now(home).revisions.get(approved_go_live_at__isnull=False).as_object().hero_lede == "A new week."


def test_a_desk_that_names_somebody_in_what_it_does_stays_open_without_that_line(client, northants, officer):
    desk = add_desk(desks_page_of(northants))
    desk.services.create(service="report", note=f"Ask about {NAME}.", bring="Photo ID")
    desk.getting_in = f"Past the house of {NAME}."
    desk.save_revision().publish()
    silence_all(officer)
    desk = now(desk)
    assert desk.live and desk.getting_in == "" and [(row.note, row.bring) for row in desk.services.all()] == [("", "Photo ID")]
    assert desk.get_latest_revision_as_object().services.first().note == ""


def test_a_page_with_something_else_wrong_loses_the_name_all_the_same(client, northants, appeal, officer):
    NewsIndexPage.objects.update(summary=f"{NAME}.", title="")
    found(appeal, officer)
    assert NewsIndexPage.objects.get().summary == "Words were taken out here." and NewsIndexPage.objects.get().live


def test_of_somebody_with_two_names_a_row_loses_whatever_has_either(northants, officer):
    desk = add_desk(desks_page_of(northants))
    closure = Closure.objects.create(desk=desk, reason=f"All look for {NAME}", note="Jane Featherstone is missing.")
    person = Person([NAME, "Jane Featherstone"])
    person.silence([trace.key for trace in person.named], officer, lambda page: hold(page, officer, "A name."))
    closure.refresh_from_db()
    assert (closure.reason, closure.note) == ("Words were taken out here.", "")
