from datetime import datetime, timedelta
from html import unescape
from xml.etree import ElementTree

import pytest

from news.closing import close
from news.models import NewsArticlePage, NewsIndexPage, UpdateNote
from news.tombstones import entry_id
from policesite import clock
from policesite.pages.models import PageState
from tests.conftest import publish

from .bulk import copy_articles
from .conftest import article, on

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, form="atom", **extra) -> list[str]:
    answer = client.get(f"/news/feed/{form}/", **extra)
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.content)
    return [title.text for title in (tree.iterfind(f"{ATOM}entry/{ATOM}title") if form.startswith("atom") else tree.iterfind("channel/item/title"))]


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
    page = article(index, title, slug="odd")
    NewsArticlePage.objects.filter(pk=page.pk).update(title=title)  # as it may have been stored before titles were tidied
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
    with django_assert_num_queries(8):
        client.get("/news/feed/atom/")


def number(page) -> str:
    return entry_id("northamptonshire", page.pk)


def stones(client, address="/news/feed/atom/") -> dict[str, str]:
    tree = ElementTree.fromstring(client.get(address).content)
    return {stone.get("ref"): stone.get("when") for stone in tree.iterfind("{http://purl.org/atompub/tombstones/1.0}deleted-entry")}


def test_a_topic_and_an_area_have_feeds_of_their_own(client, index, burglary, area):
    article(index, "About both", topics=[burglary], areas=[area], at=on(3))
    article(index, "About burglary", topics=[burglary], at=on(2))
    article(index, "About nothing", at=on(1))
    for form in ("atom", "rss"):
        assert entries(client, f"{form}/topic/burglary") == ["About both", "About burglary"]
        assert entries(client, f"{form}/area/kings-heath") == ["About both"]
    content = client.get("/news/feed/atom/topic/burglary/").content.decode()
    assert "<title>News – Burglary</title>" in content and 'href="http://testserver/news/feed/atom/topic/burglary/"' in content
    assert 'href="/news/feed/atom/topic/burglary/"' in client.get("/news/?topic=burglary").content.decode()
    assert 'href="/news/feed/rss/area/kings-heath/"' in client.get("/news/?area=kings-heath").content.decode()


@pytest.mark.parametrize("of", ["topic/nonsense", "area/nonsense", "kind/court", "json/topic/burglary", "topic/burglary/x", "topic/%27"])
def test_there_is_no_feed_of_anything_else(client, index, burglary, of):
    assert client.get(f"/news/feed/atom/{of}/").status_code == 404


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_an_updated_story_comes_up_again_with_the_words_of_its_notes(client, index, form):
    first = article(index, "Old but updated", at=on(1))
    for day in range(2, 4):
        article(index, f"Story {day}", at=on(day))
    UpdateNote.objects.create(page=first, kind="correction", text="It was ten bikes ]]> not twelve.", at=on(5))
    UpdateNote.objects.create(page=first, text="Nobody knows this yet.", at=clock.now() + timedelta(days=1))
    assert entries(client, form) == ["Old but updated", "Story 3", "Story 2"]
    tree = ElementTree.fromstring(client.get(f"/news/feed/{form}/").content)
    words = unescape("".join(tree.itertext()))
    assert "Correction, 5 October 2026: It was ten bikes ]]> not twelve." in words
    assert "Nobody knows this yet" not in words


def test_an_update_brings_up_a_story_older_than_all_entries(client, index):
    first = article(index, "Oldest", at=on(1))
    copy_articles(article(index, "Model", at=on(28)), 40)
    UpdateNote.objects.update(at=on(2))
    UpdateNote.objects.create(page=first, text="More.", at=on(29))
    assert entries(client)[0] == "Oldest" and len(entries(client)) == 30


def test_an_entry_keeps_its_number_when_its_address_changes_and_no_name_is_in_it(client, index):
    page = article(index, slug="robin-placeholder")
    for form in ("atom", "rss"):
        assert number(page) in client.get(f"/news/feed/{form}/").content.decode()
    assert "robin" not in number(page)


def test_what_was_taken_down_has_a_tombstone_with_its_moment(client, index, django_user_model):
    now = clock.now().replace(microsecond=0)
    user = django_user_model.objects.create_user("max")
    withdrawn, held, gone, kept, draft = (article(index, title) for title in ("Withdrawn", "Held", "Gone", "Kept", "Never up"))
    NewsArticlePage.objects.filter(pk=draft.pk).update(first_published_at=None, live=False)
    expired = article(index, "Expired", expire_at=now + timedelta(hours=1))
    PageState.objects.create(page=withdrawn, withdrawn_at=now, withdrawn_why="Wrong.")
    held.unpublish()
    PageState.objects.create(page=held, held_at=now, held_by=user, held_why="Court order.")
    gone.unpublish()
    deleted = article(index, "Deleted")
    deleted_as = number(deleted)
    deleted.delete()
    with clock.at(now + timedelta(hours=2)):
        found = stones(client)
        assert set(found) == {number(page) for page in (withdrawn, held, gone, expired)} | {deleted_as}
        assert datetime.fromisoformat(found[number(expired)]) == now + timedelta(hours=1)
        assert datetime.fromisoformat(found[number(withdrawn)]) == now
        assert entries(client) == ["Kept"] and entries(client, "rss") == ["Kept"]
    assert number(kept) not in found
    with clock.at(now + timedelta(days=90)):
        assert stones(client) == {}


def test_an_appeal_that_is_over_replaces_itself_in_every_reader(client, index, django_user_model):
    page = article(index, "Have you seen Robin?", slug="robin", kind="missing")
    before = ElementTree.fromstring(client.get("/news/feed/atom/").content).findtext(f"{ATOM}entry/{ATOM}updated")
    close(page, "found", clock.today(), django_user_model.objects.create_user("max"))
    content = client.get("/news/feed/atom/").content
    entry = ElementTree.fromstring(content).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == number(page) and entry.findtext(f"{ATOM}title") == "Missing person found"
    assert entry.findtext(f"{ATOM}updated") > before and b"obin" not in content


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_reader_that_has_it_already_is_told_so_and_no_more(client, index, form):
    page = article(index, at=on(1))
    address = f"/news/feed/{form}/"
    with clock.at(on(2)):
        first = client.get(address)
    with clock.at(on(3)):
        assert client.get(address).content == first.content  # the minute of asking is nowhere in it
    known = {"HTTP_IF_NONE_MATCH": first["ETag"]}, {"HTTP_IF_MODIFIED_SINCE": first["Last-Modified"]}
    assert [client.get(address, **asked).status_code for asked in known] == [304, 304]
    for odd in ("yesterday", "", "Wed, 31 Feb 2026 25:61:61 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "-1", "é"):
        assert client.get(address, HTTP_IF_MODIFIED_SINCE=odd).status_code in (200, 304), odd
    assert client.get(address, HTTP_IF_NONE_MATCH='W/"x", garbage').status_code == 200
    page.summary, page.public_updated_at = "Another summary.", clock.now() + timedelta(seconds=5)
    page.save_revision().publish()
    with clock.at(clock.now() + timedelta(seconds=9)):
        assert [client.get(address, **asked).status_code for asked in known] == [200, 200]


def test_control_characters_and_lone_surrogates_never_break_it(client, index, burglary):
    article(index, "abc", topics=[burglary])
    NewsArticlePage.objects.update(title="a\x01b\x1fc")
    UpdateNote.objects.create(page=NewsArticlePage.objects.get(), text="\x02 & ]]> <b>", at=on(1))
    assert entries(client) == ["abc"] and entries(client, "rss") == ["abc"]
