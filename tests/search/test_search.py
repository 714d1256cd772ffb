import logging
import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from wagtail.models import PageViewRestriction

from policesite import clock
from policesite.pages.models import ContentPage, PageState
from policesite.search import entries
from policesite.search.finding import PAGE_SIZE
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_desk, desks_page_of
from tests.films.making import films_of
from tests.news.conftest import article, index  # noqa: F401  (a fixture)
from tests.staff_profiles.conftest import campaign, profile_of, recognition  # noqa: F401  (fixtures)


def advice(parent, title, **fields):
    return publish(parent, ContentPage(title=title, summary=f"Neighbourly words on {title}.", **fields))


def results(client, words, **extra) -> str:
    answer = client.get("/search/", {"q": words}, **extra)
    assert answer.status_code == 200
    return answer.content.decode().partition('id="main"')[2].partition("<footer")[0]


def titles(client, words, **extra) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+" dir="auto"[^>]*>([^<]+)<', results(client, words, **extra))


@pytest.fixture
def burglary(northants):
    return advice(northants.home, "Burglary", body=[("text", "<p>Lock your windows and doors.</p>")])


def test_words_of_the_title_the_summary_and_the_text_find_a_page(client, burglary):
    for words in ("burglary", "BURGLARY", "neighbourly", "windows", "locking a window", "  windows\u200b   doors "):
        assert titles(client, words) == ["Burglary"], words


def test_a_result_says_what_it_is_and_what_it_is_about(client, index):  # noqa: F811
    article(index, "Bikes found")
    content = results(client, "bikes")
    assert "1 result for “bikes”<" in content
    assert '<span class="tag">News</span>' in content
    assert "Bikes found: what happened." in content


def test_pages_of_every_kind_are_found(client, northants, index, campaign, picture):  # noqa: F811
    article(index, "Alpha story")
    profile_of(campaign, 9, role_title="Alpha handler", title="Alpha handler")
    add_desk(desks_page_of(northants), "Alpha desk")
    film = films_of(northants, picture).film
    film.title = "Alpha film"
    film.save_revision().publish()
    entries.learn_all(clock.now())  # as the schedule does: the desk came without being published
    assert set(titles(client, "alpha")) == {"Alpha story", "Alpha handler", "Alpha desk", "Alpha film"}


def test_a_result_in_another_language_says_so(client, northants, picture):
    films_of(northants, picture)
    assert 'dir="auto" lang="ur">آپ کی ٹیم' in results(client, "ٹیم")


def test_a_title_counts_for_more_than_the_text(client, northants, burglary):
    advice(northants.home, "Bikes", body=[("text", "<p>After a burglary, look for your bike.</p>")])
    assert titles(client, "burglary") == ["Burglary", "Bikes"]


def test_if_no_page_has_all_the_words_some_of_them_will_do(client, burglary):
    content = results(client, "burglary xylophone")
    assert "No page has all of your words" in content
    assert "Burglary</a>" in content


@pytest.mark.parametrize("words", ["I've been burgled", "we’ll", "can't xylophone"])
def test_what_an_apostrophe_leaves_out_is_no_word(client, northants, words):
    advice(northants.home, "What we've seen you'll see, and I can't")
    assert titles(client, words) == []


@pytest.mark.parametrize("written", ["anti-social", "antisocial", "anti social"])
def test_a_hyphen_a_space_or_nothing_between_the_halves_of_a_word_is_one(client, northants, written):
    advice(northants.home, f"Behaviour that is {written}", body=[("text", "<p>Domestic-abuse, e-mail and cyber crime.</p>")])
    titled = [f"Behaviour that is {written}"]
    for words in (
        "anti-social behaviour",
        "antisocial",
        "ANTI SOCIAL behaviour",
        "domestic-abuse",
        "domestic abuse",
        "email",
        "e-mail",
        "cybercrime",
    ):
        assert titles(client, words) == titled, words
    assert titles(client, "anti-social xylophone") == titled


def test_finding_nothing_helps_on(client, burglary):
    content = results(client, "xylophone")
    assert "Nothing found for “xylophone”" in content
    for way_on in ('href="/neighbourhoods/"', 'href="/contact-us/"', "101"):
        assert way_on in content


def test_nothing_hidden_is_ever_found(client, northants):
    home = northants.home
    advice(home, "Secret draft").unpublish()
    held = advice(home, "Secret withdrawn")
    PageState.objects.create(page=held, withdrawn_at=clock.now(), withdrawn_why="Wrong.")
    closed = advice(home, "Secret closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    advice(closed, "Secret beneath")
    advice(home, "Secret expired", expire_at=clock.now() + timedelta(hours=1))
    later = advice(home, "Secret early")
    type(later).objects.filter(pk=later.pk).update(go_live_at=clock.now() + timedelta(hours=2))
    with clock.at(clock.now() + timedelta(hours=1)):
        assert titles(client, "secret") == []


def test_each_site_finds_only_its_own(client, burglary, elsewhere):
    advice(elsewhere.home, "Burglary elsewhere")
    assert titles(client, "burglary") == ["Burglary"]
    assert titles(client, "burglary", SERVER_NAME="elsewhere.test") == ["Burglary elsewhere"]


def test_results_come_in_pages(client, northants):
    for number in range(PAGE_SIZE + 2):
        advice(northants.home, f"Bike {number}")
    first = results(client, "bike")
    assert "12 results for “bike”" in first
    assert "Showing 1 to 10" in first
    assert '?q=bike&amp;page=2" rel="next"' in first
    second = client.get("/search/?q=bike&page=2").content.decode()
    assert "Showing 11 to 12" in second
    assert 'rel="next"' not in second
    assert client.get("/search/?q=bike&page=3").status_code == 404


ODD = [
    "", " ", "%", "_", "'", '"', "\\", ":*", "!", "&|()", "-a", "- - -", "🚓", "é" * 50, "e\u0301", "\u202egnp.exe", "پولیس", "পুলিশ", "પોલીસ", "policja",
    "<script>go()</script>", "{{7*7}}", "{% now %}", "' OR 1=1--", "the", "a & b", "a:b", "''''", "\\'", "\t\r\n", "a" * 200, "the of and", "*", "<->", "!!a",
    "\u0000".replace("\0", "\u2400"), "\ufffd", "x\u2028y", "(", ")", "NN1 1AA OR 1=1", "=1+1", "http://x.example/?a=b&c=d#e",
]  # fmt: skip


@pytest.mark.parametrize("typed", ODD)
def test_odd_words_get_a_plain_answer_and_are_shown_as_typed(client, burglary, typed):
    content = results(client, typed)
    assert "<script>go" not in content
    assert "{{7*7}}" in content or "7*7" not in typed


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=%00", 400),
        ("q=" + "a" * 10_000, 400),
        ("q=" + quote("word " * 1000), 400),
        ("q=%ff", 200),
        ("q=a&q=burglary", 200),
        ("q=burglary&page=0", 400),
        ("q=burglary&page=-1", 400),
        ("q=burglary&page=abc", 400),
        ("q=burglary&page=1e9", 400),
        (f"q=burglary&page={2**63}", 400),
        ("q=burglary&page=21", 400),
        ("q=burglary&page=%D9%A1", 400),
        ("q=burglary&page=", 400),
        ("q=burglary&page=20", 404),
        ("page=1", 200),
        ("x=1&" * 500 + "q=burglary", 200),
    ],
)
def test_bad_input_gets_a_clear_answer(client, burglary, query, status):
    assert client.get(f"/search/?{query}").status_code == status


def test_too_long_a_search_keeps_what_was_typed_and_says_what_is_wrong(client, northants):
    content = client.get("/search/", {"q": "word " * 100}).content.decode()
    assert "Search for 200 characters at most" in content
    assert f'value="{("word " * 100)[:200]}"' in content


def test_words_are_kept_by_nobody(client, burglary, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/search/?q=burglary")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert "burglary" not in "".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")


@pytest.mark.parametrize("count", [5, 60])
def test_a_search_asks_the_database_the_same_however_much_it_finds(client, northants, index, campaign, count, django_assert_num_queries):  # noqa: F811
    for number in range(count):
        advice(northants.home, f"Bike {number}")
        if number < 3:
            article(index, f"Bike story {number}")
            profile_of(campaign, 9 + number, title=f"Bike officer {number}")
    client.get("/search/?q=bike")
    with django_assert_num_queries(7):
        assert client.get("/search/?q=bike").status_code == 200


def test_a_phone_can_ring_999_and_101_from_the_results(client, northants):
    content = client.get("/search/?q=help").content.decode()
    assert '<a href="tel:999">' in content
    assert '<a href="tel:101">' in content
