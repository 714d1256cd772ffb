"""What stands above the results: editors' answers, teams, the finder; and what is kept of searches that found nothing."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Place, Postcode, Posting
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.pages.models import PageState
from policesite.search import fruitless
from policesite.search.models import FruitlessSearch, PromotedAnswer
from policesite.users.roles import COMMS_OFFICER
from tests.conftest import publish
from tests.search.test_search import advice, results
from tests.search.test_spelling import close, delete, embargo, expire, take_down, withdraw


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
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize("words", ["NN1", "101", "NN1 1AA; DROP", "26000123456", "A1"])
def test_other_words_are_searched_for(client, area, words):
    assert "<h1>Search</h1>" in results(client, words)


def test_the_name_of_a_village_gives_its_team(client, area):
    content = results(client, "spencer")
    assert "Kings Heath neighbourhood team" in content
    assert "Nothing found" not in content


@pytest.mark.parametrize("words", ["Quarkson", "pc quarkson", "Zoe", "Zoe Quarkson", "PC Zoe Quarkson", "PC 1410"])
def test_an_officer_gives_the_team_until_the_day_they_leave(client, northants, area, words):
    officer = Officer.objects.create(force=northants.force, rank="pc", name="Zoe Quarkson", collar_number="1410")
    today = clock.today()
    Posting.objects.create(officer=officer, neighbourhood=area, role="named", starts=today, ends=today + timedelta(days=1))
    assert "PC Zoe Quarkson, Kings Heath" in results(client, words)
    with clock.at(clock.now() + timedelta(days=1)):
        assert "PC Zoe Quarkson" not in results(client, words).replace(words, "")
    area.unpublish()
    assert "Kings Heath" not in results(client, words)


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


def test_each_site_promotes_its_own(client, lost, elsewhere):
    assert "We keep it." not in results(client, "lost property", SERVER_NAME="elsewhere.test")


@pytest.mark.parametrize(
    "fields", [{"words": " \n "}, {"words": "x", "link": "http://x.test"}, {"words": "x", "link": "javascript:go()"}, {"words": "a\0b"}]
)
def test_a_wrong_answer_is_a_form_error(northants, fields):
    with pytest.raises(ValidationError):
        PromotedAnswer(site=northants.site, title="T", **fields).full_clean()


def test_comms_write_answers_and_read_what_found_nothing(client, lost, django_user_model):
    officer = django_user_model.objects.create_user("comms", password="x")
    officer.groups.add(Group.objects.get(name=COMMS_OFFICER))
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
