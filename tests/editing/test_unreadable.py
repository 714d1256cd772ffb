"""Whoever sends the CMS what none of its screens sends gets a clear no, and what they had stays."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from policesite.pages.models import ContentPage
from tests.conftest import publish

A_LINE = {"key": "a", "text": "x", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": [], "data": {}}


def text(**changes) -> str:
    return json.dumps({"blocks": [A_LINE | changes], "entityMap": {}})


@pytest.fixture
def editor(client, northants):
    client.raise_request_exception = False
    client.force_login(get_user_model().objects.create_superuser("editor"))
    return client


@pytest.fixture
def page(northants):
    return publish(northants.home, ContentPage(title="Advice", slug="advice", summary="What to do."))


def send(editor, page, **changes):
    form = nested_form_data({"title": "Advice", "slug": "advice", "summary": "What to do.", "body": streamfield([("text", text())])}) | changes
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {name: value for name, value in form.items() if value is not None})


@pytest.mark.parametrize(
    "changes",
    [
        *[{"body-0-value": value} for value in ("garbage", "[]", "1", '{"blocks":null,"entityMap":{}}', '{"blocks":["x"],"entityMap":{}}', "[" * 99_999)],
        *[{"body-0-value": text(**part)} for part in ({"entityRanges": [{"offset": 0, "length": 1, "key": 99}]}, {"type": "unordered-list-item", "depth": 9999},
            {"type": "unordered-list-item", "depth": -5}, {"text": None})],
        {"body-count": "abc"}, {"body-count": None}, {"body-0-order": "x"}, {"overwrite_revision_id": "x"},
    ],
)  # fmt: skip
def test_what_no_screen_sends_is_refused_and_changes_nothing(editor, page, changes):
    answer = send(editor, page, **changes)
    assert answer.status_code == 400 and "Leave this site" in answer.content.decode()
    assert page.get_latest_revision() is None or page.get_latest_revision_as_object().title == page.title


@pytest.mark.parametrize(
    "address",
    ["wagtailcore/page/delete/?id=x", "wagtailcore/page/move/?id=x", "wagtailcore/page/publish/?id=", "wagtailcore/page/unpublish/?id=all&childOf=x", "images/siteimage/delete/?id=x"],
)  # fmt: skip
def test_a_bulk_action_on_what_is_no_page_is_refused(editor, address):
    assert editor.get(f"/admin/bulk/{address}").status_code in (400, 404)


def test_half_an_emoji_costs_nobody_their_words(editor, page):
    answer = send(editor, page, **{"body-0-value": text(text="Bikes found \ud83d today")})
    assert answer.status_code == 302
    page.refresh_from_db()
    assert "Bikes found  today" in page.get_latest_revision_as_object().body[0].value.source


def test_a_form_that_claims_more_rows_than_it_has_fields_is_refused_before_they_are_made(editor, page, monkeypatch):
    monkeypatch.setattr(ContentPage, "get_edit_handler", lambda: pytest.fail("the form was made"))
    for claimed in ("99999999", "9" * 5000, "30"):
        assert send(editor, page, **{"comments-TOTAL_FORMS": claimed}).status_code == 400
