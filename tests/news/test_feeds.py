from datetime import timedelta
from xml.etree import ElementTree

import pytest

from news.models import NewsArticlePage, NewsIndexPage, UpdateNote
from policesite import clock
from policesite.pages.models import PageState
from tests.conftest import publish

from .conftest import article, on

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, form="atom", **extra) -> list[str]:
    answer = client.get(f"/news/feed/{form}/", **extra)
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.content)
    return [title.text for title in (tree.iterfind(f"{ATOM}entry/{ATOM}title") if form == "atom" else tree.iterfind("channel/item/title"))]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_the_newest_stories_come_first(client, index, form):
    article(index, "Older", at=on(1))
    article(index, "Newer", at=on(2))
    assert entries(client, form) == ["Newer", "Older"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_feed_without_stories_is_still_a_feed(client, index, form):
    assert entries(client, form) == []


@pytest.mark.parametrize("title", ["Fish & chips", "a < b > c", "]]>", "Ætla “že” ٹیم 🚓", "two\x0bhalves"])
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_odd_titles_stay_what_they_are(client, index, form, title):
    article(index, title, slug="odd")
    assert entries(client, form) == [title.replace("\x0b", "")]


def test_an_update_moves_the_entry_s_date(client, index):
    page = article(index, at=on(1))
    UpdateNote.objects.create(page=page, text="More.", at=on(5))
    tree = ElementTree.fromstring(client.get("/news/feed/atom/").content)
    assert tree.findtext(f"{ATOM}entry/{ATOM}updated") == "2026-10-05T08:00:00+00:00"


def test_nothing_hidden_and_nothing_of_another_force_is_in_it(client, index, elsewhere):
    article(index, "Draft").unpublish()
    PageState.objects.create(page=article(index, "Withdrawn"), withdrawn_at=clock.now(), withdrawn_why="Wrong.")
    article(index, "Expired", expire_at=clock.now() + timedelta(hours=1))
    early = article(index, "Early")
    NewsArticlePage.objects.filter(pk=early.pk).update(go_live_at=clock.now() + timedelta(days=1))
    article(publish(elsewhere.home, NewsIndexPage(title="News", slug="news", summary="Theirs.")), "Theirs")
    with clock.at(clock.now() + timedelta(hours=1)):
        assert entries(client) == []
    assert entries(client, SERVER_NAME="elsewhere.test") == ["Theirs"]


def test_links_name_the_site_and_not_the_host_that_was_asked_for(client, index):
    article(index, slug="story")
    content = client.get("/news/feed/atom/", SERVER_NAME="127.0.0.1").content.decode()
    assert "http://testserver/news/story/" in content
    assert "127.0.0.1" not in content


@pytest.mark.parametrize(("address", "status"), [("/news/feed/json/", 404), ("/news/feed/", 404), ("/news/feed/atom/x/", 404)])
def test_there_is_no_other_feed(client, index, address, status):
    assert client.get(address).status_code == status


def test_there_is_no_feed_without_news(client, northants):
    assert client.get("/news/feed/atom/").status_code == 404


@pytest.mark.parametrize("count", [5, 60])
def test_it_asks_the_database_the_same_however_much_there_is(client, index, burglary, count, django_assert_num_queries):
    for number in range(count):
        article(index, f"Story {number}", topics=[burglary])
    client.get("/news/feed/atom/")
    with django_assert_num_queries(4):
        client.get("/news/feed/atom/")
