import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.finding import PAGE_SIZE, Key
from news.models import NewsArticlePage, NewsIndexPage
from policesite import clock
from policesite.clock import LONDON
from tests.conftest import publish

from .bulk import copy_articles
from .conftest import article, on


def titles(client, address="/news/", **extra) -> str:
    answer = client.get(address, **extra)
    assert answer.status_code == 200, address
    return answer.content.decode().partition('id="main"')[2].partition("<footer")[0]


def test_the_newest_story_comes_first(client, index):
    article(index, "Older", at=on(1))
    article(index, "Newer", at=on(2))
    content = titles(client)
    assert content.index("Newer") < content.index("Older")


def test_the_newest_featured_story_leads_and_stands_there_once(client, index):
    article(index, "Featured", at=on(1), featured=True)
    article(index, "Newer", at=on(2))
    content = titles(client)
    assert content.index("Featured") < content.index("Newer")
    assert content.count("Featured</a>") == 1


def test_filters_combine(client, index, burglary, area):
    article(index, "Both", topics=[burglary], areas=[area], kind="court")
    article(index, "Topic only", topics=[burglary], kind="court")
    article(index, "Area only", areas=[area], kind="court")
    article(index, "Other kind", topics=[burglary], areas=[area], kind="appeal")
    content = titles(client, "/news/?topic=burglary&area=kings-heath&kind=court")
    assert "Both" in content
    for other in ("Topic only", "Area only", "Other kind"):
        assert other not in content


def test_current_appeals_are_those_of_every_kind_that_still_ask(client, index):
    for kind in ("appeal", "wanted", "missing"):
        article(index, f"Open {kind}", kind=kind)
    article(index, "Over and done", kind="missing", outcome="found", outcome_on=on(24).date())
    article(index, "A story")
    link = re.search(r'href="([^"]+)">Current appeals', titles(client))[1]
    content = titles(client, link)
    assert all(f"Open {kind}" in content for kind in ("appeal", "wanted", "missing"))
    assert "Over and done" not in content
    assert "A story" not in content
    assert '<option value="open-appeals" selected>Open appeals (3)' in content


def test_a_shared_address_goes_on_working_when_its_news_has_gone(client, index, burglary, area):
    only = article(index, topics=[burglary], areas=[area])
    only.unpublish()
    for address in ("/news/?area=kings-heath", "/news/?topic=burglary", f"/news/?month={clock.now():%Y-%m}"):
        content = titles(client, address)
        assert "no news of that kind" in content
    assert ">Kings Heath</span>" in titles(client, "/news/?area=kings-heath")
    area.unpublish()
    assert client.get("/news/?area=kings-heath").status_code == 404


def test_a_filter_keeps_the_others_and_starts_at_the_newest(client, index, burglary):
    article(index, topics=[burglary], kind="court", at=on(2))
    content = titles(client, f"/news/?kind=court&before={Key(on(3), 10**6)}")
    assert 'href="/news/?topic=burglary&amp;kind=court"' in content


def test_older_news_goes_on_where_the_page_before_ended(client, index):
    moment = on(1)  # all at the same moment: the order is kept by the key's second half
    for number in range(PAGE_SIZE + 3):
        article(index, f"Story {number:02}.", at=moment)
    first = titles(client)
    older = first.partition('href="/news/?before=')[2].partition('"')[0]
    second = titles(client, f"/news/?before={older}")
    shown_first = {number for number in range(PAGE_SIZE + 3) if f"Story {number:02}.<" in first}
    shown_second = {number for number in range(PAGE_SIZE + 3) if f"Story {number:02}.<" in second}
    assert len(shown_first) == PAGE_SIZE
    assert shown_second == {0, 1, 2}
    assert not shown_first & shown_second
    assert "Older news <" not in second


def test_an_empty_list_says_so_and_leads_back(client, index):
    article(index)
    content = titles(client, "/news/?kind=statement")
    assert "no news of that kind" in content
    assert 'href="/news/"' in content
    past_the_end = titles(client, f"/news/?kind=story&before={Key(on(1).replace(year=2001), 1)}")
    assert "There is nothing older." in past_the_end and "no news of that kind" not in past_the_end


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kind=nonsense", 404),
        ("topic=nonsense", 404),
        ("area=nonsense", 404),
        ("topic=%27%20OR%201=1--", 404),
        ("topic=%F0%9F%9A%93", 404),
        ("topic=" + "a" * 10_000, 404),
        ("topic=%00", 400),
        ("before=abc", 400),
        ("before=-1", 400),
        ("before=0", 400),
        ("before=00000000T000000000000-1", 400),
        ("before=20261301T000000000000-1", 400),
        ("before=20261001T000000000000-" + "9" * 19, 400),
        ("before=%D9%A2%D9%A0%D9%A2%D9%A6%D9%A1%D9%A0%D9%A0%D9%A1T000000000000-1", 400),
        ("before=00010101T000000000000-1", 200),
        ("before=99991231T235959999999-999999999999999999", 200),
        ("page=2", 301),
        ("month=2026-13", 404),
        ("month=2026-09", 200),
        ("month=2999-01", 404),
        ("month=0000-01", 404),
        ("month=%D9%A2026-10", 404),
        ("words=" + "a" * 201, 400),
        ("words=%00", 400),
        ("words=%27%22%5C:*!%26|()<script>", 200),
        ("words=%20%20", 200),
        ("kind=court&kind=", 200),
        ("kind=%ff", 404),
        ("x=1&" * 50, 200),
    ],
)
def test_bad_values_get_a_clear_answer(client, index, query, status):
    article(index)
    assert client.get(f"/news/?{query}").status_code == status


def test_a_draft_a_hidden_and_an_expired_story_are_not_listed(client, index):
    draft = article(index, "Draft story", at=on(1))
    draft.unpublish()
    hidden = article(index, "Hidden story", at=on(1))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    article(index, "Expired story", at=on(1), expire_at=clock.now() + timedelta(hours=1))
    with clock.at(clock.now() + timedelta(hours=1)):
        content = titles(client)
    for gone in ("Draft story", "Hidden story", "Expired story"):
        assert gone not in content


def test_another_force_s_news_stays_on_its_own_site(client, index, elsewhere, area):
    theirs = publish(elsewhere.home, NewsIndexPage(title="News", slug="news", summary="Their stories."))
    their_areas = publish(elsewhere.home, NeighbourhoodIndexPage(title="Areas", slug="neighbourhoods", summary="Teams."))
    kings_heath = publish(their_areas, NeighbourhoodPage(title="Their Kings Heath", slug="kings-heath", summary="Team.", force=elsewhere.force))
    article(theirs, "Their story", areas=[kings_heath])
    article(index, "Our story", areas=[area])
    assert "Their story" not in titles(client)
    assert "Their story" not in titles(client, "/news/?area=kings-heath")
    assert "Our story" not in titles(client, SERVER_NAME="elsewhere.test")


def test_news_of_an_area_stands_on_its_team_s_page(client, index, area):
    article(index, "A bike thief in Kings Heath", areas=[area])
    article(index, "A fair in Corby")
    content = titles(client, "/neighbourhoods/kings-heath/")
    assert "A bike thief in Kings Heath" in content
    assert "A fair in Corby" not in content


def test_cards_are_the_newest_with_a_featured_one_first(index):
    for day, title in enumerate(("One", "Two", "Three"), start=1):
        article(index, title, at=on(day), featured=title == "Two")
    assert [card.title for card in index.cards(2)] == ["Two", "Three"]


def test_all_news_has_one_address(client, index, burglary):
    for n in range(PAGE_SIZE + 1):
        article(index, f"Story {n}", topics=[burglary], at=on(n + 1))
    older = titles(client).split('" rel="next"')[0].rpartition('href="')[2]
    for address in ("/news/", "/news/?topic=burglary", older):
        assert 'href="/news/?"' not in titles(client, address), address
    assert '<a href="/news/">Newest news</a>' in titles(client, older)
    assert "Newest news" not in titles(client)


def test_words_narrow_the_news_and_are_kept_by_nobody(client, index, burglary):
    article(index, "Bikes stolen in Corby", topics=[burglary], at=on(2))
    article(index, "Bikes marked in Corby", at=on(3))
    article(index, "Bikes on a train", at=on(4))
    content = titles(client, "/news/?words=corby+bike")
    assert content.index("Bikes marked") < content.index("Bikes stolen") and "train" not in content
    assert "Bikes marked" not in titles(client, "/news/?words=corby&topic=burglary")
    answer = client.get("/news/?words=corby")
    assert (answer["Cache-Control"], answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("no-store", "noindex", "same-origin")
    assert 'value="corby"' in answer.content.decode()
    assert "No news has all of these words" in titles(client, "/news/?words=zebra")


def test_a_month_is_one_by_the_clock_in_the_county(client, index):
    article(index, "Last minute of September", at=datetime(2026, 9, 30, 23, 59, tzinfo=LONDON))
    article(index, "First minute of October", at=datetime(2026, 10, 1, 0, 1, tzinfo=LONDON))  # still September in UTC
    october, september = titles(client, "/news/?month=2026-10"), titles(client, "/news/?month=2026-09")
    assert "First minute" in october and "Last minute" not in october
    assert "Last minute" in september and "First minute" not in september
    archive = titles(client)
    assert archive.index('href="/news/?month=2026-10"') < archive.index('href="/news/?month=2026-09"')


def counts(content: str) -> dict[str, int]:
    """What the page says beside each value that it offers."""
    links = re.findall(r">([^<>]+)<span class=\"vh\">,</span> <span class=\"count\">(\d+)</span>", content)
    options = re.findall(r"<option[^>]*>([^<(]+) \((\d+)\)</option>", content)
    return {name: int(count) for name, count in links + options}


def test_each_value_says_how_many_stories_it_would_show(client, index, burglary, area):
    article(index, "One", topics=[burglary], areas=[area], kind="court", at=on(2))
    article(index, "Two", topics=[burglary], kind="court", at=on(3))
    article(index, "Three", topics=[burglary], at=on(4))
    article(index, "Four", areas=[area], at=datetime(2026, 9, 1, tzinfo=LONDON))
    article(index, "Gone", topics=[burglary], kind="appeal").unpublish()
    assert counts(titles(client)) == {"Burglary": 3, "In court": 2, "Story": 2, "Kings Heath": 2, "October 2026": 3, "September 2026": 1}
    narrowed = titles(client, "/news/?kind=court")
    assert counts(narrowed) == {"Burglary": 2, "In court": 2, "Story": 2, "Kings Heath": 1, "October 2026": 2}
    assert "2 stories" in narrowed
    assert "1 story" in titles(client, "/news/?kind=court&area=kings-heath")


def test_with_words_each_value_says_how_many_of_those_it_would_show(client, index, burglary, area, monkeypatch):
    article(index, "Bikes found", topics=[burglary], areas=[area], kind="court", at=on(2))
    article(index, "Bikes marked", topics=[burglary], at=on(3))
    article(index, "Trains", topics=[burglary], areas=[area], kind="court", at=on(4))
    assert counts(titles(client, "/news/?words=bikes")) == {"Burglary": 2, "In court": 1, "Story": 1, "Kings Heath": 1, "October 2026": 2}
    assert "1 story about “bikes”" in titles(client, "/news/?words=bikes&kind=court")
    monkeypatch.setattr("news.models.index.MOST_HITS", 1)
    many = titles(client, "/news/?words=bikes")
    assert "Bikes found" in many and "Bikes marked" in many and "Trains" not in many
    assert counts(many) == {}


def test_mistyped_words_are_asked_about(client, index):
    article(index, "Burglary in Corby")
    connection.check_constraints()  # the word list, which follows at a commit
    assert 'Did you mean <a href="/news/?words=burglary">burglary</a>?' in titles(client, "/news/?words=burgulary")


def test_a_count_is_right_as_soon_as_anything_is_published_or_taken_down(client, index):
    page = article(index, "One", kind="court", at=on(2))
    assert counts(titles(client))["In court"] == 1
    article(index, "Two", kind="court", at=on(3))
    assert counts(titles(client))["In court"] == 2
    page.unpublish()
    assert counts(titles(client))["In court"] == 1


@pytest.mark.parametrize("query", ["page=2", "page=", "page=abc", "page=-1", "page=1&page=2"])
def test_a_page_number_leads_to_the_start_and_keeps_the_filters(client, index, query):
    article(index, kind="court")
    answer = client.get(f"/news/?kind=court&{query}")
    assert (answer.status_code, answer["Location"]) == (301, "/news/?kind=court")


def test_every_story_of_hundreds_is_reached_once_by_going_to_older_ones(client, index):
    copy_articles(article(index, "Story 0", at=on(24)), 99)
    address, seen = "/news/?kind=story", []
    while address:
        content = titles(client, address)
        seen += re.findall(r">(Story \d+)</a>", content)
        older = re.search(r'href="([^"]+)" rel="next"', content)
        address = older and unescape(older[1])
    assert len(seen) == len(set(seen)) == NewsArticlePage.objects.filter(kind="story").count()
