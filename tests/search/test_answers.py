"""What stands above the results: editors' answers, teams, the finder; and what is kept of searches that found nothing."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import DataError
from django.urls import reverse

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Place, Postcode, Posting
from neighbourhoods.models.gazetteer import place_key
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.pages.models import PageState
from policesite.search import fruitless
from policesite.search.models import FruitlessSearch, PromotedAnswer
from policesite.users.roles import COMMS_OFFICER
from tests.conftest import colleague, publish
from tests.search.test_search import advice, results
from tests.search.test_spelling import close, commit, delete, embargo, expire, take_down, withdraw


@pytest.fixture
def area(northants):
    index = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Every team."))
    page = publish(index, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))
    Postcode.objects.create(key="NN11AA", neighbourhood=page)
    place = Place.objects.create(force=northants.force, name="Spencer", key="spencer", source_key="1", longitude=0, latitude=52)
    place.neighbourhoods.add(page)
    return page


@pytest.mark.parametrize("typed", ["NN1 1AA", "nn11aa", "  NN1\u00a01aa ", "ＮＮ１ １ＡＡ", "nn1 1\u200baa", "NN1-1AA."])
def test_a_postcode_goes_straight_to_the_team_and_into_no_other_address(client, area, typed):
    answer = client.get("/search/", {"q": typed})
    assert (answer.status_code, answer["Location"]) == (303, area.url)
    assert answer["Cache-Control"] == "no-store"


def test_a_postcode_that_we_do_not_have_is_answered_by_the_finder_in_place(client, area):
    answer = client.get("/search/", {"q": "NN9 9ZZ"})
    assert answer.status_code == 200
    assert "We do not have NN9 9ZZ in our list" in answer.content.decode()
    assert answer["Referrer-Policy"] == "same-origin"
    assert "Is this page useful?" not in answer.content.decode()
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize("words", ["NN1", "101", "NN1 1AA; DROP", "26000123456", "A1"])
def test_other_words_are_searched_for(client, area, words):
    assert "<h1>Search</h1>" in results(client, words)


def test_the_name_of_a_village_gives_its_team(client, area):
    content = results(client, "spencer")
    assert "Kings Heath neighbourhood team" in content
    assert "Nothing found" not in content


OFFICER = ["Quarkson", "pc quarkson", "Zoe Quarkson", "PC Zoe Quarkson", "Police Constable Quarkson", "PC 1410", "pc1410", "officer 1410", "pc. 1410"]


@pytest.mark.parametrize("words", OFFICER)
def test_an_officer_gives_the_team_until_the_day_they_leave(client, northants, area, words):
    officer = Officer.objects.create(force=northants.force, rank="pc", name="Zoe Quarkson", collar_number="1410")
    today = clock.today()
    Posting.objects.create(officer=officer, neighbourhood=area, role="named", starts=today, ends=today + timedelta(days=1))
    assert "PC Zoe Quarkson, Kings Heath" in results(client, words)
    with clock.at(clock.now() + timedelta(days=1)):
        assert "PC Zoe Quarkson" not in results(client, words).replace(words, "")
    area.unpublish()
    assert "Kings Heath" not in results(client, words)


@pytest.mark.parametrize("number", ["1410", "PC 1410", "pc1410", "PC. 1410"])
def test_an_officers_number_is_found_however_it_was_written_down(client, northants, area, number):
    officer = Officer.objects.create(force=northants.force, rank="pc", name="Zoe Quarkson", collar_number=number)
    Posting.objects.create(officer=officer, neighbourhood=area, role="named", starts=clock.today())
    assert "PC Zoe Quarkson, Kings Heath" in results(client, "PC 1410")
    for other in ("1410", "PC 410", "PC 14101", "PC .*"):
        assert "Zoe Quarkson" not in results(client, other), other


def villages(northants, area, *names):
    for number, name in enumerate(names):
        key = place_key(name)
        place = Place.objects.create(force=northants.force, name=name, key=key, source_key=f"v{number}", longitude=0, latitude=52)
        place.neighbourhoods.add(area)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Brigstok", "Brigstock"),
        ("cogenho", "Cogenhoe"),
        ("higam ferers", "Higham Ferrers"),
        ("Higam Ferrers", "Higham Ferrers"),
        ("Brgistock", "Brigstock"),
    ],
)
def test_a_misspelt_village_gives_its_team_and_says_so(client, northants, area, typed, meant):
    villages(northants, area, "Brigstock", "Cogenhoe", "Higham Ferrers")
    content = results(client, typed)
    assert "Kings Heath neighbourhood team" in content
    assert f"Showing results for <strong>{meant}</strong>" in content


@pytest.mark.parametrize("typed", ["Ecton", "Zoe Quarkson", "Nowak", "pomoc", "furt", "dowod", "Adeel", "Market Harborough", "PC Amara Quarkson"])
def test_a_name_or_a_foreign_word_is_not_made_into_another_word(client, northants, area, typed):
    villages(northants, area, "Ecton", "Desborough")
    officer = Officer.objects.create(force=northants.force, rank="pc", name="Zoe Quarkson")
    Posting.objects.create(officer=officer, neighbourhood=area, role="named", starts=clock.today())
    advice(northants.home, "Easton, poor, door, hurt, noca, kneel, mark, Desborough, quarksen, market")
    commit()
    assert "Showing results for" not in results(client, typed)


def test_a_word_put_right_has_a_capital_where_it_was_typed_with_one(client, northants):
    advice(northants.home, "Quokkas at the Guildhall")
    commit()
    assert "Showing results for <strong>Quokkas guildhall</strong>" in results(client, "Qoukkas guidlhall")


def test_a_team_that_looks_after_a_place_is_not_shown_again_below(client, northants, area):
    villages(northants, area, "Kings Heath")
    for number in range(11):
        advice(northants.home, f"Kings Heath story {number}")
    for words in ("kings heath", "kings haeth"):
        first = results(client, words)
        assert (first.count(f'href="{area.url}"'), "11 results" in first) == (1, True), words
    second = client.get("/search/?q=kings+heath&page=2").content.decode()
    assert "Showing 11 to 11" in second
    assert f'href="{area.url}"' not in second


@pytest.mark.parametrize("words", ["my postcode is NN1 1AA", "NN1 1AA police", "who looks after nn11aa?", "Postcode: NN1 1AA"])
def test_a_postcode_with_a_few_words_about_it_goes_to_the_team(client, area, words):
    assert client.get("/search/", {"q": words})["Location"] == area.url


@pytest.mark.parametrize("words", ["burgled at NN1 1AA", "help me NN1 1AA", "NN1 1AA NN1 1AA", "my postcode is NN1", "NN1 1AA 12"])
def test_a_postcode_with_anything_else_is_searched_for(client, area, words):
    assert "<h1>Search</h1>" in results(client, words)


def test_a_name_is_not_put_right_into_another_word(client, northants, area):
    officer = Officer.objects.create(force=northants.force, rank="pc", name="Alan Copley")
    Posting.objects.create(officer=officer, neighbourhood=area, role="named", starts=clock.today())
    advice(northants.home, "Copies")
    content = results(client, "Copley")
    assert "PC Alan Copley, Kings Heath" in content
    assert "Showing results for" not in content


def hold(page):
    take_down(page)
    user = get_user_model().objects.create_user("holder")
    PageState.objects.create(page_id=page.pk, held_at=clock.now(), held_why="Not yet.", held_by=user)


def take_down_above(page):
    take_down(page.get_parent())


@pytest.fixture
def lost(northants):
    page = advice(northants.home, "Handing things in")
    return PromotedAnswer.objects.create(
        site=northants.site, words="lost property\nfound something", title="Lost property", text="We keep it.", page=page
    )


@pytest.mark.parametrize("words", ["lost property", "Lost PROPERTIES", "i have lost my property", "found something"])
def test_promoted_words_bring_the_editors_answer(client, lost, words):
    content = results(client, words)
    assert "<h2>Lost property</h2><p>We keep it.</p>" in content
    assert f'href="{lost.page.url}"' in content


def test_what_has_an_answer_is_suggested_where_one_types_without_any_script(client, lost):
    content = results(client, "")
    assert '<datalist id="asked"><option>lost property</option></datalist>' in content
    assert 'list="asked"' in content


@pytest.mark.parametrize("words", ["lost propperty", "lozt property"])
def test_promoted_words_may_be_mistyped(client, lost, words):
    assert "We keep it." in results(client, words)


@pytest.mark.parametrize("words", ["lost", "property", "dogs", "%", "' OR 1=1--"])
def test_other_words_do_not(client, lost, words):
    assert "We keep it." not in results(client, words)


@pytest.mark.parametrize("hide", [take_down, expire, withdraw, close, delete, embargo, hold, take_down_above])
def test_of_an_answer_whose_page_is_not_public_no_word_shows_nor_is_suggested(client, northants, hide):
    page = advice(advice(northants.home, "Above"), "Beneath")
    said = {"title": "Xanthoquist", "text": "Zomberly.", "often": True}
    PromotedAnswer.objects.create(site=northants.site, words="quillfeather\nvaxelgrund", page=page, **said)
    asked = ("", "quillfeather", "quillfeathr", "vaxelgrnud")
    assert all("Xanthoquist" in results(client, words) for words in asked)
    hide(page)
    for words in asked:
        content = results(client, words).lower().replace(f'value="{words}"', "").replace(f"“{words}”", "")
        assert not re.search("xanthoquist|zomberly|quillfeather|vaxelgrund", content), words


def test_an_answer_that_leads_nowhere_or_elsewhere_needs_no_page(client, northants):
    PromotedAnswer.objects.create(site=northants.site, words="gifts", title="No gifts", text="We take none.")
    PromotedAnswer.objects.create(site=northants.site, words="tax", title="Car tax", link="https://example.org/tax")
    assert "<p>We take none.</p></section>" in results(client, "gifts")
    assert 'href="https://example.org/tax"' in results(client, "tax")


IN_DANGER = "In danger, or is it happening now? Call"


@pytest.mark.parametrize("words", ["I've been raped", "he is going to kill me", "someone has a gun", "help", "chcę umrzeć", "مجھے مار رہا ہے"])
def test_whoever_seems_to_be_in_danger_reads_first_how_to_call_999(client, northants, words):
    advice(northants.home, "Killed and raped: umrzeć help")
    content = results(client, words)
    assert content.index(IN_DANGER) < content.index("tel:999") < content.index("tel:101") < content.index("<h2>")
    assert "Nothing found" not in content and "check the spelling" not in content
    assert content.count("tel:999") == 1, "said once"
    assert not FruitlessSearch.objects.exists()


def test_too_long_a_cry_for_help_is_answered_with_999_too(client, northants):
    assert IN_DANGER in client.get("/search/", {"q": "he is going to kill me " * 20}).content.decode()


@pytest.mark.parametrize("words", ["burglary", "kill", "drone licence", "knife"])
def test_nobody_else_is_alarmed(client, northants, words):
    assert IN_DANGER not in results(client, words)


@pytest.mark.parametrize("words", ["przemoc", "przemocy domowej i przemoc", "violență", "violenta", "تشدد", "নির্যাতন", "હિંસા", "domestic abuse"])
def test_an_editor_may_say_that_whoever_looks_for_this_may_be_in_danger(client, northants, words):
    phrases = "domestic abuse\nprzemoc\nviolență\nتشدد\nনির্যাতন\nહિંસા"
    PromotedAnswer.objects.create(site=northants.site, words="abuse", title="A report", text="Read it.")
    PromotedAnswer.objects.create(site=northants.site, words=phrases, title="Help", text="We listen.", urgent=True)
    content = results(client, words)
    assert content.index(IN_DANGER) < content.index("We listen.")
    assert "We listen." in content.partition("Read it.")[0], "first what is urgent"
    assert "No other page has these words" in content and "check the spelling" not in content


def test_each_site_promotes_its_own(client, lost, elsewhere):
    assert "We keep it." not in results(client, "lost property", SERVER_NAME="elsewhere.test")


@pytest.mark.parametrize(
    "fields", [{"words": " \n "}, {"words": "x", "link": "http://x.test"}, {"words": "x", "link": "javascript:go()"}, {"words": "a\0b"}]
)
def test_a_wrong_answer_is_a_form_error(northants, fields):
    with pytest.raises(ValidationError):
        PromotedAnswer(site=northants.site, title="T", **fields).full_clean()


def test_comms_write_answers_and_read_what_found_nothing(client, lost, django_user_model):
    officer = colleague(COMMS_OFFICER, "comms", password="x")
    client.force_login(officer)
    assert "Lost property" in client.get(reverse("promoted_answers:index")).content.decode()
    FruitlessSearch.objects.create(site=lost.site, digest="a" * 64, words="drone licence", times=4, days=3)
    FruitlessSearch.objects.create(site=lost.site, digest="b" * 64)
    listed = client.get(reverse("fruitless_searches:index"))
    assert "drone licence" in listed.content.decode()
    assert "1 result" in listed.content.decode() or listed.context["object_list"].count() == 1
    assert client.post(reverse("fruitless_searches:delete", args=[FruitlessSearch.objects.first().pk])).status_code in (302, 403)
    assert FruitlessSearch.objects.count() == 2


def test_words_that_found_nothing_are_known_only_once_three_days_have_seen_them(client, northants):
    for day in range(3):
        with clock.at(clock.now() + timedelta(days=day)):
            for typed in ("Drone licence", " drone  LICENCE "):
                results(client, typed)
        row = FruitlessSearch.objects.get()
        assert (row.times, row.days) == (2 * day + 2, day + 1)
        assert row.words == ("drone licence" if day == 2 else "")


def test_words_of_which_no_page_has_all_are_counted_too(client, lost):
    for day in range(3):
        with clock.at(clock.now() + timedelta(days=day)):
            for typed in ("firearms handing", "smith handing", "lost property handing"):
                assert "No page has all of your words" in results(client, typed)
    assert list(FruitlessSearch.objects.values_list("words", "times")) == [("firearms handing", 3)]


def test_what_found_something_is_not_counted(client, lost):
    results(client, "handing")
    client.head("/search/?q=drone")
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "nn1 1aa", "burgled at nn11aa", "nn1", "07700 900123", "sam@example.com", "26000123456", "ab12cde", "qq123456c", "4111111111111111",
        "http://x.test", "www.x.test", "a" * 61, "one two three four five six seven", "<script>", "12 high street nn1", "", "b33", "m1", "12 oak road",
    ],
)  # fmt: skip
def test_what_looks_like_somebodys_own_is_never_counted(northants, typed):
    assert not fruitless.is_fit(typed)
    fruitless.count(typed, northants.site)
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize("typed", ["john smith", "sarah o'neill", "mrs ann jones", "Kowalczyk", "oak road kettering", "ali khan", "rose", "نشہ"])
def test_names_of_people_and_places_are_never_kept_however_often_they_are_asked_for(northants, typed):
    for day in range(4):
        with clock.at(clock.now() + timedelta(days=day)):
            fruitless.count(typed, northants.site)
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize("typed", ["drone licence", "999", "101 wait", "neighbour’s dog"])
def test_plain_words_may_be(typed):
    assert fruitless.is_fit(typed)


def test_old_counts_go(northants):
    today = clock.today()
    for number, (words, days) in enumerate([("", 31), ("", 29), ("kept", 300), ("old", 366)]):
        FruitlessSearch.objects.create(site=northants.site, digest=str(number), words=words, last_on=today - timedelta(days=days))
    run_due(clock.now(), set())
    assert set(FruitlessSearch.objects.values_list("digest", flat=True)) == {"1", "2"}


def test_nobody_fills_the_table_with_made_up_words(northants, monkeypatch):
    monkeypatch.setattr(fruitless, "MOST_WAITING", 2)
    for words in ("one", "two", "three", "one"):
        fruitless.count(words, northants.site)
    assert sorted(FruitlessSearch.objects.values_list("times", flat=True)) == [1, 2]


def fail(*args, **kwargs):
    raise DataError("DETAIL: Failing row contains (zebedee).")


@pytest.mark.parametrize("what", ["finding.find", "answers.known_elsewhere", "answers.editors_answers", "spelling.corrected"])
def test_words_are_not_logged_even_when_the_database_fails_and_quotes_them(client, northants, caplog, monkeypatch, what):
    monkeypatch.setattr(f"policesite.search.views.{what}", fail)
    client.raise_request_exception = False
    assert client.get("/search/?q=zebedee").status_code == 500
    assert "The search could not ask the database" in caplog.text
    assert "zebedee" not in caplog.text


def test_a_search_is_answered_though_it_cannot_be_counted(client, northants, caplog, monkeypatch):
    monkeypatch.setattr(fruitless, "count", fail)
    assert "Nothing found for “zebedee”" in results(client, "zebedee")
    assert "could not be counted" in caplog.text
    assert "zebedee" not in caplog.text
