""" "Is this page useful?": one press, then a reason for whoever likes to give one."""

import csv
import io
import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.urls.resolvers import RoutePattern
from django.utils.formats import date_format

from policesite import clock
from policesite.feedback.models import PageAnswer
from policesite.films.models import FilmVersionPage
from policesite.pages.models import ContentPage
from policesite.users.roles import COMMS_OFFICER
from tests.conftest import colleague, publish
from tests.enquiry_desks.conftest import add_desk, desks_page_of
from tests.films.making import ENGLISH, films_of

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def say(client, useful="no", page="/", **headers):
    return client.post("/useful/", {"page": page, useful: ""}, **(headers or SAME))


def reason(client, answer, message, **fields):
    to = re.search(r"to=(.+)", answer["Location"])[1]
    return client.post("/useful/", {"to": to, "message": message, **fields}, **SAME)


def test_every_page_asks_and_the_page_is_the_same_for_everyone(client, northants):
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    for address in ("/", "/advice/", "/leaving-this-site/", "/cookies/", "/neighbourhoods/find/"):
        page = client.get(address)
        assert f'name="page" value="{address}"' in page.content.decode(), address
        assert not page.cookies
    assert client.get("/advice/").content == client.get("/advice/", HTTP_COOKIE="a=b").content
    for address in ("/useful/", "/feedback/", "/search/?q=NN1", "/nowhere/"):
        assert 'action="/useful/">Is' not in client.get(address).content.decode(), address


def test_one_press_is_kept_and_thanked_for_without_saying_which_page_in_the_address(client, northants):
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    answer = say(client, "yes", "/advice/")
    assert answer.status_code == 303
    assert "advice" not in answer["Location"]
    row = PageAnswer.objects.get()
    assert row.page.title == "Advice"
    assert (row.path, row.is_useful, row.reason, row.site, row.sent_on) == ("/advice/", True, "", northants.site, clock.today())
    thanks = client.get(answer["Location"])
    assert "Thank you" in thanks.content.decode()
    assert "What was useful about it?" in thanks.content.decode()
    assert thanks["Cache-Control"] == "no-store"
    assert not thanks.cookies


def test_every_reason_that_is_thanked_for_is_kept_and_the_same_twice_only_once(client, northants):
    answer = say(client)
    assert "What was wrong or missing?" in client.get(answer["Location"]).content.decode()
    for words in ("The map\r\nis small.", "The map\r\nis small.", "And it is grey.", "100% of it!"):
        done = reason(client, answer, words)
        assert (done.status_code, done["Location"]) == (303, "/useful/?done")
    assert "Your words have reached" in client.get("/useful/?done").content.decode()
    assert PageAnswer.objects.get().reason == "The map\nis small.\n\nAnd it is grey.\n\n100% of it!"


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"page": "/advice/"}, {"yes": ""}, {"page": "advice/", "yes": ""}, {"page": "//evil.test/", "yes": ""},
        {"page": "/a?q=nn11aa", "yes": ""}, {"page": "/" + "a" * 200, "yes": ""}, {"page": "/a\r\nb/", "yes": ""},
        {"page": "/a/", "yes": "", "no": ""}, {"page": "=CMD()", "no": ""}, {"page": "/\u202e/", "no": ""}, {"to": "", "message": "x"},
        {"to": "1", "message": "x"}, {"to": "a:b:c", "message": "x"}, {"to": "\ud7ff" * 300, "message": "x"}, {"page": "/a\0/", "no": ""},
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_plain_answer(client, northants, fields):
    answer = client.post("/useful/", fields, **SAME)
    assert answer.status_code == 400
    assert "We could not tell which page you mean" in answer.content.decode()
    assert not PageAnswer.objects.exists()


@pytest.mark.parametrize("query", ["to=x", "to=1%3Aa%3Ab", "to=", "done", "to=%ff", "x=1&" * 300])
def test_odd_addresses_of_the_thanks_are_no_crash(client, northants, query):
    assert client.get(f"/useful/?{query}").status_code == 200


def test_json_a_file_and_another_site_are_no_crash(client, northants):
    assert client.post("/useful/", '{"page": "/"}', content_type="application/json", **SAME).status_code == 400
    assert client.put("/useful/", "x", **SAME).status_code == 405
    for headers in ({"HTTP_ORIGIN": "https://evil.test"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ACCEPT": "*/*"}):
        assert say(client, **headers).status_code == 403
    assert not PageAnswer.objects.exists()


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ("Someone is breaking in", "call 999 now"),
        ("My card is 4111 1111 1111 1111", "card number"),
        ("I am QQ 12 34 56 C".replace("QQ", "AB"), "National Insurance"),
    ],
)
def test_danger_and_personal_numbers_are_answered_before_anything_is_kept(client, northants, words, warned):
    answer = say(client)
    page = reason(client, answer, words)
    assert page.status_code == 400
    assert warned in page.content.decode()
    assert words in page.content.decode()
    assert PageAnswer.objects.get().reason == ""


@pytest.mark.parametrize("words", ["", " \t ", "x" * 2001, "http://x.test " * 6, "\0"])
def test_bad_words_are_an_error_that_keeps_them(client, northants, words):
    page = reason(client, say(client), words)
    assert page.status_code == 400
    assert "There is a problem" in page.content.decode()


def test_programs_are_thanked_and_forgotten_and_a_flood_is_held_off(client, northants):
    assert reason(client, say(client), "Buy this", website="https://spam.test").status_code == 303
    assert PageAnswer.objects.get().reason == ""
    assert [say(client).status_code for _ in range(11)][-2:] == [429, 429]
    assert PageAnswer.objects.count() == 10


def test_a_reason_comes_within_the_hour_and_on_the_same_site(client, northants, elsewhere):
    answer = say(client)
    to = answer["Location"].partition("to=")[2]
    other = client.post("/useful/", {"to": to, "message": "Hello"}, HTTP_HOST="elsewhere.test", **SAME)
    assert other.status_code == 400
    PageAnswer.objects.all().delete()
    assert reason(client, answer, "Hello").status_code == 400


SPOKEN = {
    "pl": ("Dziękujemy", "natychmiast zadzwoń pod 999", "Twoje słowa dotarły", "Napisz, co chcesz nam powiedzieć"),
    "ro": ("Vă mulțumim", "sunați acum la 999", "Cuvintele dumneavoastră au ajuns", "Scrieți ce doriți să ne spuneți"),
    "ur": ("شکریہ", "ابھی 999 پر کال کریں", "آپ کی بات اس ٹیم", "لکھیں کہ آپ ہمیں کیا بتانا"),
    "bn": ("ধন্যবাদ", "এখনই 999 নম্বরে ফোন করুন", "আপনার কথা", "আপনি আমাদের কী জানাতে চান"),
    "gu": ("આભાર", "હમણાં જ 999 પર ફોન કરો", "તમારી વાત", "તમે અમને શું કહેવા માગો છો"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_who_judges_a_film_in_their_language_is_thanked_and_warned_in_it(client, northants, picture, language):
    film = films_of(northants, picture).film
    if language != "ur":
        publish(film, FilmVersionPage(language=language, title=language, summary=language, captions=ENGLISH))
    thanks, danger, done, empty = SPOKEN[language]
    address = f"/films/your-team/{language}/"
    assert f'name="lang" value="{language}"' in client.get(address).content.decode()
    answer = client.post("/useful/", {"page": address, "no": "", "lang": language}, **SAME)
    to = re.search(r"to=([^&]+)", answer["Location"])[1]

    def send(words, **fields):
        return client.post("/useful/", {"to": to, "message": words, "lang": language, **fields}, **SAME)

    sent = send("Help me", understood="emergency")
    for page, said in [
        (client.get(answer["Location"]), thanks), (send(""), empty), (send("Help me"), danger), (client.get(sent["Location"]), done)
    ]:  # fmt: skip
        content = page.content.decode()
        assert f'<html lang="{language}" dir="{"rtl" if language == "ur" else "ltr"}"' in content
        assert said in content
        assert "Thank you" not in content
        assert "This form is" not in content
    assert f'name="lang" value="{language}"' in client.get(answer["Location"]).content.decode()


def test_an_unknown_language_is_answered_in_english(client, northants):
    for language in ("xx", "en-gb", "ur\0", "", "fr"):
        answer = client.post("/useful/", {"page": "/", "no": "", "lang": language}, **SAME)
        assert "lang" not in answer["Location"]
        assert '<html lang="en" dir="ltr"' in client.get("/useful/?done", {"lang": language}).content.decode()


@pytest.fixture
def comms(client, django_user_model):
    officer = colleague(COMMS_OFFICER, "comms", password="x")
    client.force_login(officer)
    return client


def test_only_addresses_that_the_site_has_are_kept(client, northants, elsewhere):
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    publish(northants.home, ContentPage(title="Draft", slug="draft", summary="Not yet.")).unpublish()
    publish(elsewhere.home, ContentPage(title="Theirs", slug="theirs", summary="On the other site."))
    real = ["/", "/advice/", "/cookies/", "/neighbourhoods/find/", "/leaving-this-site/"]
    made_up = [
        "/nn1-1aa/john-smith/",
        "/draft/",
        "/theirs/",
        "/advice",
        "/admin/",
        "/neighbourhoods/john-smith/events.ics",
        "/advice/nn1-1aa/",
        "/a" * 101,
    ]
    assert [say(client, page=path).status_code for path in real] == [303] * len(real)
    assert [say(client, page=path).status_code for path in made_up] == [400] * len(made_up)
    assert sorted(PageAnswer.objects.values_list("path", flat=True)) == sorted(real)


def test_an_answer_is_kept_for_the_addresses_that_ask_and_for_no_other(client, northants):
    """Every address of urls.py that needs no more than itself, and the pages: GET shows the question where POST keeps an answer."""
    desks = desks_page_of(northants)
    moved = add_desk(desks, title="The Guildhall", moves_to=add_desk(desks, title="Campbell Square"))
    addresses = [
        f"/{pattern.pattern}"
        for pattern in get_resolver().url_patterns
        if isinstance(pattern.pattern, RoutePattern) and not pattern.pattern.converters
    ]
    addresses = [path for path in addresses if path not in ("/", "/admin/", "/api/", "/_util/login/")]
    assert {"/robots.txt", "/healthz/ready", "/leave/", "/cookies/"} <= {*addresses}
    addresses += [
        "/",
        desks.url,
        moved.url,
        moved.moves_to.url,
        "/neighbourhoods/find/",
        "/neighbourhoods/our-promise/",
        "/neighbourhoods/events.ics",
        "/nowhere/",
    ]
    addresses += ["/api/forces", "/useful/?done", "/.well-known/security.txt"]
    asking = [path for path in addresses if f'name="page" value="{path}"' in client.get(path).content.decode()]
    with patch("policesite.feedback.useful.A_MINUTE", 1000):
        kept = [path for path in addresses if say(client, page=path).status_code == 303]
    assert kept == asking
    assert {"/", "/cookies/", moved.moves_to.url, "/neighbourhoods/find/"} <= {*kept}
    assert not {*kept} & {"/robots.txt", "/sitemap.xml", "/leave/", "/healthz/ready", "/useful/", "/search/", "/feedback/", moved.url}


def answered(site, path, useful, why="", days_ago=0, page=None):
    return PageAnswer.objects.create(
        site=site, path=path, is_useful=useful, reason=why, sent_on=clock.today() - timedelta(days=days_ago), page=page
    )  # fmt: skip


@pytest.fixture
def answers(northants):
    """Two addresses, and nine answers about one of them."""
    about = {"path": "/advice/", "page": publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))}
    answered(northants.site, useful=False, why="=OLD()", days_ago=40, **about)
    for _ in range(6):
        answered(northants.site, useful=True, **about)
    answered(northants.site, useful=False, why="=CMD()", **about)
    answered(northants.site, useful=True, **about)
    answered(northants.site, "/cookies/", True, "@x\nb")


def rows(client, name, **query):
    exported = client.get(reverse(f"{name}:index"), {"export": "csv", **query}).getvalue()
    assert exported.startswith(b"\xef\xbb\xbf")  # or Excel would take it for another encoding
    return list(csv.reader(io.StringIO(exported.decode("utf-8-sig"), newline="")))


def test_staff_see_one_row_a_page_worst_first_and_from_it_the_answers_of_that_page(comms, northants, answers):
    today = clock.today().isoformat()
    head, *pages = rows(comms, "judged_pages")
    assert head == ["Address", "Title", "Yes", "No", "Latest reason", "Last answer"]
    assert pages == [["/advice/", "Advice", "7", "2", "'=CMD()", today], ["/cookies/", "", "1", "0", "'@x\nb", today]]
    content = comms.get(reverse("judged_pages:index")).content.decode()
    assert len(re.findall(r">\s*/advice/\s*</a>", content)) == 1
    link = f"?site={northants.site.pk}&amp;path=%2Fadvice%2F"
    assert link in content
    assert ("True" in content, "False" in content) == (False, False)
    of_one = comms.get(reverse("page_answers:index") + link.replace("&amp;", "&")).content.decode()
    assert "=CMD()" in of_one
    assert "@x" not in of_one
    assert comms.get(reverse("judged_pages:index"), {"export": "xlsx"}).status_code == 200


def test_the_two_lists_about_pages_have_names_counts_and_days_of_their_own(comms, answers):
    PageAnswer.objects.filter(path="/cookies/").delete()  # nine answers about one page are left
    pages, each = (comms.get(reverse(f"{name}:index")).content.decode() for name in ("judged_pages", "page_answers"))
    assert ("<title>Pages judged" in pages, "<title>Answers about pages" in each) == (True, True)
    assert ("1 page judged" in pages, "9 answers about pages" in each) == (True, True)
    day = date_format(clock.today())
    assert re.search(rf"<td[^>]*>\s*{day}\s*</td>", pages)
    assert " ago" not in pages


def test_staff_count_what_was_said_on_the_day_they_choose(comms, answers):
    counted = rows(comms, "judged_pages", sent_on=clock.today().isoformat())[1:]
    assert [row[:4] for row in counted] == [["/advice/", "Advice", "7", "1"], ["/cookies/", "", "1", "0"]]


def test_staff_read_each_answer_in_words_and_change_none(comms, answers):
    head, *each = rows(comms, "page_answers", path="/advice/")
    assert (head[1], {row[1] for row in each}, len(each)) == ("Useful", {"Yes", "No"}, 9)
    pk = PageAnswer.objects.first().pk
    assert comms.get(reverse("page_answers:inspect", args=[pk])).status_code == 200
    for screen in ("page_answers", "judged_pages"):
        for name, args in (("add", []), ("edit", [pk]), ("delete", [pk])):
            assert comms.post(reverse(f"{screen}:{name}", args=args), {"reason": "changed"}).status_code in (302, 403)
    assert PageAnswer.objects.exclude(reason="changed").count() == 10


@pytest.mark.parametrize("count", [1, 15])
def test_the_list_of_pages_asks_the_database_the_same_however_many_there_are(comms, northants, count):
    for number in range(count):
        answered(northants.site, f"/page-{number}/", number % 2 == 0)
    comms.get(reverse("judged_pages:index"))
    with CaptureQueriesContext(connection) as asked:
        comms.get(reverse("judged_pages:index"))
    assert len([query for query in asked if "feedback_pageanswer" in query["sql"]]) == 2
