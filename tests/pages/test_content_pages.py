"""Advice, statements and whatever else is plainly text: for readers and for editors."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from policesite import clock
from policesite.pages.models import ContentPage, HomePage, PageState
from tests.conftest import build_site, publish


class EditorsCanEditThem(WagtailPageTestCase):
    def setUp(self):
        self.login()
        self.page = publish(build_site("northants", "testserver", default=True).home, advice())

    def test_the_page_can_be_routed_rendered_and_edited(self):
        self.assertPageIsRoutable(self.page)
        self.assertPageIsRenderable(self.page)
        words = {"title": "Advice", "slug": "advice", "summary": "What to do now.", "show_children": ""}
        body = streamfield([("text", rich_text("<h2>Now</h2><p>Call 999.</p>")), ("details", {"summary": "More", "text": rich_text("<p>Less.</p>")})])
        form = nested_form_data(words | {"body": body, "comments": inline_formset([])})
        self.assertPageIsEditable(self.page, post_data=form)
        self.assertPageIsPreviewable(self.page, post_data=form)

    def test_it_stands_beneath_the_home_page_or_another_of_its_kind(self):
        self.assertAllowedParentPageTypes(ContentPage, {HomePage, ContentPage})


def advice(**fields) -> ContentPage:
    parts = "".join(f"<h2>Part {number}</h2><p>Words.</p>" for number in range(4))
    body = [("text", parts), ("contact", {"heading": "Tell us", "channels": ["101"], "reference": ""})]
    return ContentPage(**{"title": "Advice", "slug": "advice", "summary": "What to do.", "body": body, "show_children": True} | fields)


def statements(client, path: str) -> int:
    client.get(path)  # what a warm process keeps
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("beneath", [1, 8])
def test_it_asks_the_database_as_little_however_many_pages_are_beneath(client, northants, beneath):
    parent = publish(northants.home, advice())
    for number in range(beneath):
        publish(parent, advice(title=f"Page {number}", slug=f"page-{number}"))
    assert statements(client, "/advice/") == 6
    assert statements(client, "/advice/page-0/") == 4


def test_a_withdrawn_page_says_so_and_is_not_listed_above(client, northants):
    parent = publish(northants.home, advice())
    child = publish(parent, advice(title="Old words", slug="old"))
    PageState.objects.create(page=child, withdrawn_at=clock.now(), withdrawn_why="The law has changed.")
    assert "The law has changed." in client.get("/advice/old/").content.decode()
    assert "Old words" not in client.get("/advice/").content.decode()


def test_characters_that_nobody_sees_do_not_stay_in_a_title(client, northants):
    page = ContentPage(title="Bikes\x1bfound \u202egnol\x07", slug="bikes", summary="Ten\x0b bikes.", seo_title="\x9bBikes\ufffe", body=[])
    page = publish(northants.home, page)
    told = page.title, page.draft_title, page.summary, page.seo_title, page.get_latest_revision().content["title"]
    assert told == ("Bikes found gnol", "Bikes found gnol", "Ten bikes.", "Bikes", "Bikes found gnol")
    page.title = "سرقت\u200cها 10\u00a0bikes 👮\u200d♀️"  # what joins letters, and holds words together, stays
    page.save_revision().publish()
    assert ContentPage.objects.get(pk=page.pk).title == page.title == "سرقت\u200cها 10\u00a0bikes 👮\u200d♀️"
    with pytest.raises(ValidationError):
        publish(northants.home, ContentPage(title="\x1b\x1b", slug="none", summary="Nothing."))


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060 \ufeff", "\u00ad"])
def test_a_title_that_nobody_can_see_is_no_title(northants, unseen):
    page = ContentPage(title=unseen, slug="unseen", summary="What to do.", path="000100019999", depth=3)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "title" in refused.value.message_dict
