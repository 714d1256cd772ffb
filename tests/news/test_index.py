from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.finding import PAGE_SIZE, Key
from news.models import NewsIndexPage
from policesite import clock
from tests.conftest import publish

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
        ("page=9999999999", 200),
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
