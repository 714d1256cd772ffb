"""Wagtail's own page tests for news, and what an editor meets."""

from contextlib import nullcontext
from datetime import timedelta
from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.kinds import ALWAYS_ENDS, Kind, Outcome
from news.models import NewsArticlePage, NewsIndexPage, UpdateNote
from policesite import clock
from policesite.images.models import SiteImage
from policesite.users import roles
from tests.conftest import build_site, colleague, publish

from .conftest import article


class NewsPages(WagtailPageTestCase):
    def setUp(self):
        self.home = build_site("northamptonshire", "testserver", default=True).home
        self.index = publish(self.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
        self.article = article(self.index, slug="story", body=[("text", "<p>Words.</p>")], kind="missing", reference="26000123456")
        UpdateNote.objects.create(page=self.article, text="We know more.")
        self.client.force_login(get_user_model().objects.create_superuser("editor"))

    def test_every_page_can_be_routed_rendered_edited_and_previewed(self):
        words = {"title": "Bikes found", "slug": "story", "summary": "Ten bikes.", "kind": "missing", "stage": "", "outcome": "open"}
        note = {"kind": "update", "at": "2026-10-01 09:00", "text": "We know more."}
        story = nested_form_data(words | {"body": streamfield([]), "updates": inline_formset([note])})
        for page, form in ((self.index, None), (self.article, story)):
            with self.subTest(page=page.title):
                self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page)
                self.assertPageIsEditable(page, post_data=form)
                self.assertPageIsPreviewable(page, post_data=form)

    def test_where_news_may_stand(self):
        self.assertAllowedParentPageTypes(NewsArticlePage, {NewsIndexPage})
        self.assertAllowedSubpageTypes(NewsIndexPage, {NewsArticlePage})
        self.assertAllowedSubpageTypes(NewsArticlePage, set())


@pytest.mark.parametrize("role", [roles.COMMS_OFFICER, roles.COMMS_MANAGER])
def test_comms_keep_the_list_of_topics(client, northants, role):
    user = colleague(role, "comms")
    client.force_login(user)
    client.post("/admin/snippets/news/topic/add/", {"name": "Rural crime", "slug": "rural-crime"})
    assert NewsArticlePage.topics.rel.model.objects.filter(slug="rural-crime").exists()


def test_a_mistyped_year_is_a_form_error_where_no_list_for_machines_could_read_it(client, index):
    page = article(index, slug="story")
    client.force_login(get_user_model().objects.create_superuser("editor"))
    for updated, at in (("0001-01-01 00:00", "2026-10-01 09:00"), ("2026-10-01 09:00", "0202-10-01 09:00"), ("9999-12-31 23:59", "2026-10-01 09:00")):
        words = {"title": "Bikes", "slug": "story", "summary": "Ten.", "kind": "story", "stage": "", "outcome": "open", "public_updated_at": updated}
        form = nested_form_data(words | {"body": streamfield([]), "updates": inline_formset([{"kind": "update", "at": at, "text": "More."}])})
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
        assert answer.status_code == 200 and "Give a date from 1990 on" in answer.content.decode(), (updated, at)


def test_a_preview_shows_a_draft_s_own_topics_and_notes(index, burglary):
    page = article(index)
    draft = NewsArticlePage.objects.get(pk=page.pk)
    draft.topics.set([burglary])
    draft.updates.add(UpdateNote(text="Not published yet."))
    draft.save_revision()
    shown = draft.get_latest_revision_as_object()
    assert shown.topic_names == ["Burglary"]
    assert [note.text for note in shown.shown_updates] == ["Not published yet."]


@pytest.mark.parametrize("kind", ["wanted", "missing"])
def test_no_appeal_for_a_person_is_published_with_a_picture_that_nobody_answers_for(client, index, picture, kind):
    page = article(index, f"Do you know them, {kind}?", kind="story")
    client.force_login(get_user_model().objects.create_superuser("editor"))
    words = {"title": "Do you know them?", "slug": page.slug, "summary": "Look.", "kind": kind, "stage": "", "outcome": "open", "hero": picture.pk}
    form = nested_form_data(words | {"body": streamfield([]), "updates": inline_formset([])})
    address = f"/admin/pages/{page.pk}/edit/"
    for button in ("action-publish", "action-submit"):
        answer = client.post(address, form | {button: "1"})
        assert answer.status_code == 200 and "is not said to be of a person" in answer.content.decode()
    client.post(address, form)  # a draft may wait
    page = NewsArticlePage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().hero == picture and page.kind == "story"
    SiteImage.objects.filter(pk=picture.pk).update(subject="missing", authorised_by="Insp Example", take_down_on=clock.today())
    client.post(address, form | {"action-publish": "1"})
    assert NewsArticlePage.objects.get(pk=page.pk).kind == kind


def test_no_other_door_lets_out_an_appeal_with_a_picture_that_nobody_answers_for(client, index, picture):
    page = NewsArticlePage(title="Do you know them?", summary="Look.", kind="missing", hero=picture, live=False)
    index.add_child(instance=page)
    page.save_revision()
    client.force_login(get_user_model().objects.create_superuser("editor"))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    told = client.post(f"{bulk}?id={page.pk}", {"include_descendants": ""}, follow=True).content.decode()
    assert "because of “Do you know them?”. Its picture is not said to be of a person" in told
    page.go_live_at = clock.now() + timedelta(days=1)
    for let_out in (lambda: page.save_revision().publish(), lambda: Page.objects.filter(pk=page.pk).update(live=True)):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            let_out()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not NewsArticlePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("kind", Kind)
def test_the_database_and_the_form_agree_on_whose_picture_needs_an_answer(index, picture, kind):
    page = article(index, kind=kind)
    for subject, outcome in product(SiteImage.Subject, Outcome):
        SiteImage.objects.filter(pk=picture.pk).update(subject=subject, authorised_by="Insp Example", take_down_on=clock.today())
        refused = kind in ALWAYS_ENDS and outcome == Outcome.OPEN and subject not in SiteImage.SENSITIVE
        with pytest.raises(IntegrityError) if refused else nullcontext(), transaction.atomic():
            over = {"outcome": outcome, "outcome_on": None if outcome == Outcome.OPEN else clock.today()}
            NewsArticlePage.objects.filter(pk=page.pk).update(hero=picture, **over)
            transaction.set_rollback(True)
