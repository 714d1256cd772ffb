from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.html import strip_tags

from news.models import NewsArticlePage, UpdateNote
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.delivery.templatetags.house import json_ld
from policesite.pages.models import PageState

from .conftest import article, on


def test_a_published_article_can_be_read_at_its_address(client, index):
    article(index, slug="bikes-found", body=[("text", "<p>They were in a <b>lock-up</b>.</p>")])
    answer = client.get("/news/bikes-found/")
    assert answer.status_code == 200
    assert "lock-up" in answer.content.decode()
    assert not answer.cookies


def test_the_day_and_time_are_those_of_northamptonshire(client, index):
    article(index, slug="clocks", at=on(24, 9))
    assert "24 October 2026, 9am" in client.get("/news/clocks/").content.decode()


def test_a_witness_appeal_says_how_to_answer_and_what_to_quote(client, index):
    article(index, slug="appeal", kind="appeal", reference="26000123456")
    content = client.get("/news/appeal/").content.decode()
    for needed in ("Know something?", "101", "0800 555 111", "26000123456"):
        assert needed in content


def test_nobody_is_told_to_approach_somebody_wanted(client, index):
    article(index, slug="wanted", kind="wanted")
    text = strip_tags(client.get("/news/wanted/").content.decode())
    assert "Do not approach them. Call 999." in text


def test_an_appeal_that_is_over_says_so_and_asks_no_more(client, index):
    article(index, slug="missing", kind="missing", outcome="found", outcome_on=on(24).date())
    content = client.get("/news/missing/").content.decode()
    assert "This appeal is over: found" in content
    assert "Have you seen them?" not in content


def test_an_outcome_needs_its_day(index):
    with pytest.raises(ValidationError, match="Say on which day"):
        article(index, outcome="found", kind="missing")


@pytest.mark.parametrize("kind", ["wanted", "missing"])
def test_an_appeal_about_a_person_ends_by_itself(client, index, kind):
    page = article(index, slug="person", kind=kind)
    assert page.expire_at - clock.now() > timedelta(days=27)
    with clock.at(page.expire_at):
        assert client.get("/news/person/").status_code == 404
        assert "Bikes found" not in client.get("/news/").content.decode()


def test_an_editor_may_name_an_earlier_end(index):
    end = clock.now() + timedelta(days=2)
    assert article(index, kind="missing", expire_at=end).expire_at == end


@pytest.mark.parametrize("change", [{"kind": "wanted"}, {"expire_at": None}])
def test_the_database_keeps_no_endless_appeal_about_a_person(index, change):
    page = article(index, kind="story" if "kind" in change else "missing")
    with pytest.raises(IntegrityError, match="has no end"), transaction.atomic():
        NewsArticlePage.objects.filter(pk=page.pk).update(**change)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_corrections_stand_on_the_page_with_their_day(client, index):
    page = article(index, slug="fixed")
    page.updates.add(UpdateNote(kind="correction", at=on(25, 12), text="It was ten bikes, not twelve."))
    page.save_revision().publish()
    content = client.get("/news/fixed/").content.decode()
    assert "Correction" in content
    assert "It was ten bikes" in content
    assert "25 October 2026, 12 noon" in content


def is_found_by(client, words) -> bool:
    return all("/news/fixed/" in client.get(f"{search}{words}").content.decode() for search in ("/search/?q=", "/news/?words="))


def test_a_note_that_is_put_off_is_found_when_its_new_moment_has_come_and_a_changed_one_by_its_new_words(client, index):
    page = article(index, slug="fixed", at=on(1))
    page.updates.add(UpdateNote(at=on(25), text="It was a tandem."))
    with clock.at(on(24)):
        page.save_revision().publish()
        run_due(clock.now(), set())
        assert not is_found_by(client, "tandem")
    with clock.at(on(25)):
        run_due(clock.now(), set())
        assert is_found_by(client, "tandem")
        page = NewsArticlePage.objects.get(pk=page.pk)
        note = page.updates.get()
        note.at, note.text = on(26), "It was a unicycle."
        page.updates = [note]
        page.save_revision().publish()
        run_due(clock.now(), set())
        assert not is_found_by(client, "tandem") and not is_found_by(client, "unicycle")
    with clock.at(on(26)):
        run_due(clock.now(), set())
        assert is_found_by(client, "unicycle")
        page = NewsArticlePage.objects.get(pk=page.pk)
        note = page.updates.get()
        note.text = "It was a velocipede."
        page.updates = [note]
        page.save_revision().publish()
        run_due(clock.now(), set())
        assert is_found_by(client, "velocipede") and not is_found_by(client, "unicycle")


def test_a_withdrawn_article_stays_with_a_banner_and_leaves_the_lists(client, index):
    page = article(index, slug="gone")
    PageState.objects.create(page=page, withdrawn_at=clock.now(), withdrawn_why="The charges were dropped.")
    content = client.get("/news/gone/").content.decode()
    assert "The charges were dropped." in content
    assert 'content="noindex"' in content
    assert "Bikes found" not in client.get("/news/").content.decode()


def test_more_like_this_shares_a_topic_and_is_nothing_else(client, index, burglary):
    article(index, "Ten burglaries", slug="ten", topics=[burglary])
    article(index, "Burglar jailed", topics=[burglary])
    article(index, "A new police dog")
    content = client.get("/news/ten/").content.decode()
    assert "Burglar jailed" in content
    assert "A new police dog" not in content


def test_a_title_cannot_end_the_data_for_search_engines(client, index):
    article(index, "</script><script>go()</script>", slug="odd")
    content = client.get("/news/odd/").content.decode()
    assert "<script>go()" not in content
    assert json_ld({"a": "</script>&"}) == '{"a":"\\u003C/script\\u003E\\u0026"}'


def test_reading_time_counts_the_words(index):
    page = article(index, body=[("text", f"<p>{'word ' * 401}</p>")])
    assert page.reading_minutes == 3


@pytest.mark.parametrize("stage", ["arrested", "charged", "in_court"])
def test_from_an_arrest_on_proceedings_are_active_and_readers_are_asked_to_be_fair(client, index, stage):
    with pytest.raises(ValidationError, match="proceedings are active"):
        article(index, stage=stage)
    article(index, slug="case", kind="court", stage=stage, proceedings="active")
    content = client.get("/news/case/").content.decode()
    assert "Legal proceedings" in content and "A court will decide" in content


def test_a_concluded_case_has_no_active_proceedings(client, index):
    page = article(index, slug="case", kind="court", stage="concluded", proceedings="ended")
    assert "Ended" in client.get("/news/case/").content.decode()
    with pytest.raises(IntegrityError, match="a_concluded_case"), transaction.atomic():
        NewsArticlePage.objects.filter(pk=page.pk).update(proceedings="active")


def test_every_kind_of_appeal_names_the_ways_to_answer_in_fixed_words(client, index, northants):
    northants.force.report_url = "https://example.org/report"
    northants.force.save()
    ways = {
        "appeal": ("999", "101", "0800 555 111"),
        "wanted": ("Do not approach them", "999", "101", "0800 555 111"),
        "missing": ("999", "101", "116 000"),
    }
    for kind, needed in ways.items():
        article(index, slug=f"a-{kind}", kind=kind, reference="26000123456")
        content = client.get(f"/news/a-{kind}/").content.decode()
        panel = content.partition('aria-labelledby="help"')[2].partition("</section>")[0]
        for words in (*needed, "https://example.org/report", "26000123456"):
            assert words in panel, (kind, words)
        assert ("0800 555 111" in panel) is (kind != "missing")


def test_a_closed_appeal_may_stay_without_an_end(index):
    page = article(index, kind="missing", outcome="found", outcome_on=on(24).date())
    assert page.expire_at is None and page.live


def test_an_article_can_be_deleted(index):
    article(index).delete()
    assert not NewsArticlePage.objects.exists()
