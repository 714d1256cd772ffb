"""Which desks are shown, and in which order: nearest to a postcode first, or those that do what somebody needs."""

import logging
import re

import pytest
from django.db import DataError

from enquiry_desks.choosing import ACCESS, where_is
from enquiry_desks.models import DeskService
from neighbourhoods.models import Postcode

from .conftest import add_desk, add_hours, add_many_desks

pytestmark = pytest.mark.usefixtures("tuesday_noon")
LIST, NEAREST = "/contact-us/enquiry-desks/", "/contact-us/enquiry-desks/nearest"
SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def four_desks(desks_page):
    """From south to north Northampton, Kettering and Corby; and one of which nobody said where it is."""
    for title, latitude, longitude, services, access in (
        ("Nowhere", None, None, ["report"], []),
        ("Corby", 52.497, -0.6894, ["report", "bail"], ["step_free", "hearing_loop"]),
        ("Northampton", 52.2419, -0.8944, ["report"], ["step_free"]),
        ("Kettering", 52.3982, -0.7257, ["report", "firearms"], ["hearing_loop"]),
    ):
        desk = add_desk(desks_page, title, latitude=latitude, longitude=longitude, **dict.fromkeys(access, True))
        add_hours(desk)
        DeskService.objects.bulk_create(DeskService(desk=desk, service=service, by_appointment=service == "firearms") for service in services)
    Postcode.objects.create(key="NN157PP", latitude=52.40, longitude=-0.72)
    Postcode.objects.create(key="NN11AA")  # we have it, but not where it is


def names(answer) -> list[str]:
    return re.findall(r'<span class="desk__n">\d</span>([^<]+)</h2>', answer.content.decode())


def ask(client, typed, **more):
    return client.post(NEAREST, {"q": typed} | more, **SAME)


@pytest.mark.parametrize("typed", ["NN15 7PP", " nn157pp ", "ＮＮ15\u00a07pp", "NN15-7PP"])
def test_the_nearest_desk_comes_first_however_the_postcode_is_typed(client, four_desks, typed):
    answer = ask(client, typed)
    assert names(answer) == ["Kettering", "Corby", "Northampton", "Nowhere"]
    page = answer.content.decode()
    assert "less than a mile away" in page and "about 7 miles away" in page and "about 13 miles away" in page
    assert page.count("away</strong>") == 3  # of the fourth nobody knows
    assert "Nearest first, in a straight line." in page


def test_each_desk_keeps_its_number_so_that_the_map_still_matches(client, four_desks):
    numbers = re.findall(r'<span class="desk__n">(\d)</span>', ask(client, "NN15 7PP").content.decode())
    assert numbers == ["4", "2", "3", "1"]


def test_what_was_asked_is_kept_by_nobody_and_logged_nowhere(client, four_desks, caplog):
    with caplog.at_level(logging.DEBUG):
        for typed in ("NN15 7PP", "NN1 1ZZ", "12 Secret Street"):
            answer = ask(client, typed)
            assert (answer["Cache-Control"], answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-store", "same-origin", "noindex")
        client.post(NEAREST, {"q": "NN15 7PP"}, HTTP_SEC_FETCH_SITE="cross-site")
    for secret in ("NN15", "1ZZ", "Secret"):
        assert not [r for r in caplog.records if secret in r.getMessage() and not r.name.startswith("django.db")]


def test_the_form_posts_so_that_no_address_holds_a_postcode(client, four_desks):
    page = client.get(LIST).content.decode()
    assert f'<form action="{NEAREST}#find" method="post">' in page and 'autocomplete="off"' in page
    chosen = ask(client, "NN15 7PP", service="report").content.decode()
    for form in re.findall(r"<form.*?</form>", chosen, re.S):
        assert 'name="q"' not in form or 'method="post"' in form or 'action="/search/"' in form
    answer = client.get(NEAREST, {"q": "NN15 7PP"})
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (302, LIST, "no-store")


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\u200b", "NNI 1AA", "NN1", "101", "BFPO 12", "🏠", "NN15 7PP; DROP TABLE", "<script>alert(1)</script>", "%", "\x00", "اردو", "9" * 10000,
     "NN1 1ZZ", "NN1 1AA"],
)  # fmt: skip
def test_what_is_no_postcode_of_ours_is_a_plain_error_that_keeps_what_was_typed(client, four_desks, typed):
    answer = ask(client, typed, access="step_free")
    page = answer.content.decode()
    assert answer.status_code == 200 and names(answer) == ["Corby", "Northampton"]
    assert "<title>Error: " in page and 'aria-invalid="true"' in page and 'aria-describedby="near-error near-hint"' in page
    assert ("Enter a postcode." if not typed.strip() else "We do not have that postcode in our list.") in page
    assert "<script>alert" not in page
    if typed == "NN1 1ZZ":
        assert 'value="NN1 1ZZ"' in page and '<input type="hidden" name="access" value="step_free">' in page


def test_another_site_cannot_ask_for_a_visitor(client, four_desks):
    assert client.post(NEAREST, {"q": "NN15 7PP"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert client.post(NEAREST, {"q": "NN15 7PP"}).status_code == 403
    assert client.delete(NEAREST, **SAME).status_code == 405


def test_a_site_without_desks_has_nothing_to_be_near(client, northants):
    assert ask(client, "NN15 7PP").status_code == 404


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("service=firearms", ["Kettering"]),
        ("access=step_free", ["Corby", "Northampton"]),
        ("access=step_free&access=hearing_loop", ["Corby"]),
        ("service=report&access=hearing_loop", ["Corby", "Kettering"]),
        ("service=firearms&access=step_free", []),
        ("service=nonsense&access=live&access=%EF%BF%BD&service=", ["Nowhere", "Corby", "Northampton", "Kettering"]),
        ("service=%ff&access=" + "x" * 5000, ["Nowhere", "Corby", "Northampton", "Kettering"]),
    ],
)
def test_desks_are_chosen_by_what_they_do_and_how_easy_it_is_to_come_in(client, four_desks, query, shown):
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 200 and names(answer) == shown
    assert ("No desk has all of that" in answer.content.decode()) == (not shown)


def test_only_what_some_desk_has_can_be_asked_for_and_what_was_asked_stays_chosen(client, four_desks):
    page = client.get(f"{LIST}?service=firearms&access=hearing_loop").content.decode()
    assert re.findall(r'<option value="(\w+)"', page) == ["report", "bail", "firearms"]
    assert re.findall(r'name="access" value="(\w+)"( checked)?>', page.split("<details")[-1]) == [("step_free", ""), ("hearing_loop", " checked")]
    assert '<option value="firearms" selected>' in page and "Firearms and shotgun licences, <strong>by appointment</strong>" in page
    assert "<strong>1 of 4 desks</strong>" in page and f'<a href="{LIST}">Show all desks</a>' in page


def test_nearest_and_chosen_go_together(client, four_desks):
    answer = ask(client, "NN15 7PP", access="step_free")
    assert names(answer) == ["Corby", "Northampton"]
    assert '<input type="hidden" name="q" value="NN15 7PP">' in answer.content.decode()


def test_every_fact_about_coming_in_has_words(desks_page):
    desk = add_desk(desks_page, **dict.fromkeys(ACCESS, True))
    assert desk.access_line == "Step-free entrance, hearing loop, private room to talk, accessible toilet, Blue Badge parking nearby"
    assert desk.access == ["Step-free entrance", "Hearing loop", "Private room to talk", "Accessible toilet", "Blue Badge parking nearby"]


@pytest.mark.parametrize("count", [4, 40])
def test_the_nearest_of_forty_desks_is_found_in_as_many_statements_as_of_four(client, desks_page, django_assert_num_queries, count):
    add_many_desks(desks_page, count)
    Postcode.objects.create(key="NN157PP", latitude=52.40, longitude=-0.72)
    ask(client, "NN15 7PP")
    with django_assert_num_queries(10):
        assert len(re.findall(r'id="desk-\d+"', ask(client, "NN15 7PP").content.decode())) == count


def test_who_asks_too_often_is_told_to_wait_and_loses_nothing(client, four_desks, settings):
    settings.FINDER_RATE_PER_MINUTE = 2
    assert [ask(client, "NN15 7PP").status_code for _ in range(3)] == [200, 200, 429]
    answer = ask(client, "NN15 7PP")
    assert (answer["Retry-After"], answer["Cache-Control"]) == ("60", "no-store")
    assert 'value="NN15 7PP"' in answer.content.decode() and names(answer) == ["Nowhere", "Corby", "Northampton", "Kettering"]


def test_a_failing_database_does_not_repeat_what_was_typed(monkeypatch):
    def fail(typed):
        raise DataError(f"invalid: {typed}")

    monkeypatch.setattr("enquiry_desks.choosing.hooks.get_hooks", lambda name: [fail])
    with pytest.raises(DataError) as failed:
        where_is("NN15 7PP")
    assert "NN15" not in str(failed.value) and failed.value.__cause__ is None and failed.value.__suppress_context__
