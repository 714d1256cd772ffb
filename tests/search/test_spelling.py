"""Mistyped words find what was meant, and never anything that the public may not see."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.pages.models import ContentPage, PageState
from policesite.search import entries, spelling
from policesite.search.models import Entry, Word
from tests.search.test_search import advice, results, titles


def commit():
    """What PostgreSQL does at the end of a transaction, which a test never comes to."""
    connection.check_constraints()


def listed() -> set[str]:
    commit()
    return set(Word.objects.values_list("word", flat=True))


@pytest.fixture
def pages(northants):
    advice(northants.home, "Burglary", body=[("text", "<p>Lock your windows and doors.</p>")])
    advice(northants.home, "Ending violence against women and girls")
    advice(northants.home, "Wellingborough and Rushden")
    commit()
    return northants.home


@pytest.mark.parametrize(
    ("typed", "title", "meant"),
    [
        ("burgulary", "Burglary", "burglary"),
        ("Burglery!", "Burglary", "Burglary!"),
        ("violance aganst wimmen", "Ending violence against women and girls", "violence against women"),
        ("welingborough", "Wellingborough and Rushden", "wellingborough"),
        ("wnidows", "Burglary", "windows"),
        ("búrgulary", "Burglary", "burglary"),
    ],
)
def test_mistyped_words_find_what_was_meant_and_say_so(client, pages, typed, title, meant):
    content = results(client, typed)
    assert f"{title}</a>" in content
    assert f"Showing results for <strong>{meant}</strong>" in content


def test_the_way_back_searches_for_just_what_was_typed(client, pages):
    back = re.search(r'href="(\?q=burgulary[^"]*)"', results(client, "burgulary"))[1].replace("&amp;", "&")
    content = client.get(f"/search/{back}").content.decode()
    assert "Nothing found for “burgulary”" in content
    assert "Showing results for" not in content


def test_words_that_find_something_are_left_as_they_are(client, pages):
    for words in ("burglaries", "locking", "women", "door"):
        assert "Showing results for" not in results(client, words)


@pytest.mark.parametrize("words", ["knife crime", "child abuse", "stalking", "murder", "speeding", "lost a wallet", "someone is breaking in"])
def test_an_english_word_is_never_taken_for_a_mistyped_one(client, pages, words):
    advice(pages, "Knibb Street, the chief, talking, order, speaking, a wall and breaks")
    commit()
    assert "Showing results for" not in results(client, words)


def test_a_letter_left_out_is_likelier_than_one_added(client, pages):
    advice(pages, "Tower")
    advice(pages, "Towcester")
    commit()
    assert "Showing results for <strong>towcester</strong>" in results(client, "towster")


def test_only_the_mistyped_word_is_changed(client, pages):
    assert "Showing results for <strong>burglary xylophone</strong>" in results(client, "burgulary xylophone")


def test_accents_do_not_matter(client, northants):
    advice(northants.home, "Café Zoë in Łódź")
    for words in ("cafe", "café", "zoe", "ZOË", "lodz"):
        assert titles(client, words) == ["Café Zoë in Łódź"], words


def take_down(page):
    page.unpublish()


def expire(page):
    type(page).objects.filter(pk=page.pk).update(expire_at=clock.now() - timedelta(seconds=1))


def withdraw(page):
    PageState.objects.create(page_id=page.pk, withdrawn_at=clock.now(), withdrawn_why="Wrong.")


def close(page):
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)


def delete(page):
    page.delete()


def embargo(page):
    type(page).objects.filter(pk=page.pk).update(go_live_at=clock.now() + timedelta(hours=1))


def reword(page):
    page.title, page.summary = "Somebody", "Found safe and well."
    page.save_revision().publish()


@pytest.mark.parametrize("hide", [take_down, expire, withdraw, close, delete, embargo, reword])
def test_a_name_leaves_the_word_list_in_the_transaction_that_takes_it_down(client, pages, hide):
    page = advice(pages, "Missing: Zebedee Quarkson")
    advice(pages, "Missing persons")
    assert {"zebedee", "quarkson", "missing"} <= listed()
    assert "Showing results for <strong>zebedee</strong>" in results(client, "zebedeee")
    hide(page)
    assert listed() & {"zebedee", "quarkson"} == set()
    assert "missing" in listed()
    content = results(client, "zebedeee quarksen")
    assert "Showing results for" not in content
    assert "Quarkson" not in content.replace("quarksen", "")


def test_a_name_beneath_a_page_that_was_taken_down_is_suggested_no_more_though_the_schedule_has_not_looked_yet(client, pages):
    above = advice(pages, "Above")
    advice(above, "Missing: Zebedee Quarkson")
    commit()
    assert "Showing results for <strong>quarkson burglary</strong>" in results(client, "quarksen burglary")
    take_down(above)
    assert "Quarkson" not in results(client, "quarksen burglary").title()


def test_a_page_that_expired_a_second_ago_suggests_nothing_though_the_schedule_has_not_looked_yet(client, pages):
    advice(pages, "Missing: Zebedee Quarkson", expire_at=clock.now() + timedelta(minutes=1))
    commit()
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert "Showing results for" not in results(client, "zebedeee")
        run_due(clock.now(), set())
        assert "zebedee" not in listed()


def test_what_was_never_public_is_in_no_list(pages):
    draft = ContentPage(title="Secretdraft", summary="Secretsummary.", live=False)
    pages.add_child(instance=draft)
    draft.save_revision()
    live = advice(pages, "Public")
    live.title = "Secretchange"
    live.save_revision()
    entries.learn_all(clock.now())
    assert [word for word in listed() if word.startswith("secret")] == []


def test_what_comes_back_without_being_published_is_learnt_by_the_schedule(client, pages):
    page = advice(pages, "Quokkas")
    state = PageState.objects.create(page_id=page.pk, withdrawn_at=clock.now(), withdrawn_why="Wrong.")
    assert titles(client, "quokkas") == []
    state.delete()
    run_due(clock.now(), set())
    assert titles(client, "quokkas") == ["Quokkas"]
    assert "quokkas" in listed()


def test_each_site_corrects_with_its_own_words(client, pages, elsewhere):
    advice(elsewhere.home, "Quokkas")
    commit()
    assert "Showing results for" not in results(client, "quokkkas")
    assert "Showing results for <strong>quokkas</strong>" in results(client, "quokkkas", SERVER_NAME="elsewhere.test")


def test_the_schedule_finds_nothing_to_do_on_a_site_at_rest(pages):
    assert run_due(clock.now(), set()) == 0
    assert Entry.objects.count() == 3


def test_a_mistyped_search_costs_few_statements_however_many_pages_there_are(client, pages, django_assert_max_num_queries):
    for number in range(12):
        advice(pages, f"Burglary story {number}")
    commit()
    client.get("/search/?q=burgulary")
    with django_assert_max_num_queries(12):
        client.get("/search/?q=violance+aganst+wimmen")
    with django_assert_max_num_queries(12):
        client.get("/search/?q=burgulary+xylophone")
    with django_assert_max_num_queries(12):
        client.get("/search/?q=xylophone")


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("burgulary", "burglary", 1),
        ("wimmen", "women", 2),
        ("wnidow", "window", 1),
        ("same", "same", 0),
        ("", "ab", 2),
        ("completely", "different", 4),
    ],
)
def test_slips_are_counted(typed, word, slips):
    assert spelling.distance(typed, word, 3) == slips


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
@settings(max_examples=60, deadline=None)
def test_slips_are_the_same_both_ways_and_none_only_between_equals(one, other):
    assert spelling.distance(one, other, 9) == spelling.distance(other, one, 9)
    assert (spelling.distance(one, other, 9) == 0) == (one == other)
