"""A resident types what they know, and reaches their team or learns in plain words why not."""

import logging
import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from neighbourhoods.models import Place, Postcode
from policesite import clock
from tests.conftest import publish
from tests.neighbourhoods.conftest import area, place, postcode

FIND = "/neighbourhoods/find/"
SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def ask(client, typed, **extra):
    return client.post(FIND, {"q": typed}, **SAME, **extra)


@pytest.mark.parametrize("typed", ["NN5 7LU", "nn57lu", "  nn5\u00a07lu ", "ＮＮ５ ７ＬＵ", "N\u200bN5 7LU", "nn5-7lu", "NN5  7LU"])
def test_a_postcode_leads_to_its_team_however_it_is_typed(client, county, typed):
    answer = ask(client, typed)
    assert (answer.status_code, answer["Location"]) == (303, "/neighbourhoods/kings-heath/")


def test_a_bookmark_with_the_postcode_in_it_works_too_and_nobody_keeps_it(client, county):
    answer = client.get(FIND, {"q": "NN5 7LU"})
    assert (answer.status_code, answer["Location"]) == (303, "/neighbourhoods/kings-heath/")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "same-origin"


def test_the_first_half_of_a_postcode_lists_its_teams_and_not_those_of_a_longer_one(client, county):
    postcode("NN501AA", area(county.index, county.force, "Far away", "NN09", at=(0, 51)))
    content = ask(client, "nn5").content.decode()
    assert "Two teams look after postcodes that start with NN5" in content
    assert "/neighbourhoods/kings-heath/" in content and "/neighbourhoods/duston/" in content
    assert "Far away" not in content


def test_a_place_leads_to_its_team_and_a_town_of_several_lists_them(client, county):
    place(county.force, "St. Crispin", county.duston)
    place(county.force, "Northampton", county.heath, county.duston)
    assert ask(client, "st crispin")["Location"] == "/neighbourhoods/duston/"
    assert "Two teams look after NORTHAMPTON" in ask(client, "NORTHAMPTON").content.decode()


def test_an_areas_own_name_leads_to_it(client, county):
    assert ask(client, "kings heath")["Location"] == "/neighbourhoods/kings-heath/"


def test_a_postcode_next_door_is_said_to_be_another_forces(client, county):
    content = ask(client, "nn13 5yd").content.decode()
    assert "NN13 5YD is outside Northamptonshire" in content
    assert "Thames Valley Police" in content
    assert 'href="https://www.thamesvalley.police.uk/"' in content


def test_a_postcode_we_do_not_have_is_said_to_be_unknown(client, county):
    assert "We do not have NN1 1ZZ in our list" in ask(client, "NN1 1ZZ").content.decode()


def test_an_outcode_we_do_not_have_is_said_not_to_be_ours(client, county):
    assert "No team of ours looks after postcodes that start with LE1" in ask(client, "LE1").content.decode()


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\u200b", "NNI 1AA", "NN1 OAA", "NN1 1A", "101", "01604 960123", "Nowheresham", "🏠", "NN1 1AA; DROP TABLE", "A" * 500,
     "<script>alert(1)</script>", "{{7*7}}", "' OR 1=1--", "%", "_", "\\", "\u202eNN5 7LU extra", "اردو", "=CMD()", "x\x00y", "village\ufffd", "a%b_c\\d'e", "1" * 10000],
)  # fmt: skip
def test_what_is_no_postcode_or_place_is_a_plain_error_that_keeps_what_was_typed(client, county, typed):
    answer = ask(client, typed)
    content = answer.content.decode()
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in content
    assert "<title>Error: " in content
    assert "<script>alert" not in content
    if typed == "Nowheresham":
        assert 'value="Nowheresham"' in content


def test_a_question_that_cannot_be_decoded_is_no_fault_of_ours(client, county):
    assert client.get(FIND + "?q=%ff").status_code in (200, 400)
    assert client.get(FIND + "?q=a&q=NN5+7LU").status_code == 303
    assert client.get(FIND).status_code == 200


def test_a_team_that_is_not_public_is_not_found_and_its_streets_are_not_said_to_be_anyone_elses(client, county):
    county.heath.unpublish()
    content = ask(client, "NN5 7LU").content.decode()
    assert "Kings Heath" not in content and "is outside" not in content
    assert "There is no page for the team of NN5 7LU yet" in content and "Call 101" in content


def test_an_area_published_or_taken_down_by_hand_answers_for_its_streets_at_once(client, county):
    """Its postcode was imported while it was not public, and lies in no area as far as the table knows."""
    county.heath.unpublish()
    Postcode.objects.create(key="NN57LT", outside_force="northamptonshire", longitude=-0.9, latitude=52.3)
    content = ask(client, "NN5 7LT").content.decode()
    assert "There is no page for the team of NN5 7LT yet" in content and "is outside" not in content
    county.heath.save_revision().publish()
    assert ask(client, "NN5 7LT")["Location"] == "/neighbourhoods/kings-heath/"
    Postcode.objects.filter(key="NN57LT").update(neighbourhood=county.duston, outside_force="")
    county.duston.unpublish()
    assert ask(client, "NN5 7LT")["Location"] == "/neighbourhoods/kings-heath/"


def test_a_postcode_of_ours_in_no_area_is_not_said_to_be_outside(client, county):
    postcode("NN57LS", outside="northamptonshire")
    content = ask(client, "NN5 7LS").content.decode()
    assert "is outside" not in content and "Call 101" in content
    assert "Other addresses there are looked after by" not in ask(client, "NN5").content.decode()


def test_another_forces_teams_are_not_found_here(client, county, elsewhere):
    from neighbourhoods.models import NeighbourhoodIndexPage

    index = publish(elsewhere.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
    other = area(index, elsewhere.force, "Other town", "E1", at=(1, 51))
    postcode("EL11AA", other)
    place(elsewhere.force, "Otherham", other)
    said = ask(client, "EL1 1AA").content.decode()
    assert "is outside Northamptonshire" in said and "It is looked after by Elsewhere Police" in said
    assert "Other town" not in ask(client, "EL1").content.decode()
    assert ask(client, "Otherham").status_code == 200
    there = ask(client, "EL1 1AA", HTTP_HOST="elsewhere.test")
    assert there["Location"].endswith("/neighbourhoods/other-town/")


def test_another_site_cannot_ask_for_a_visitor(client, county):
    assert client.post(FIND, {"q": "NN5 7LU"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert client.post(FIND, {"q": "NN5 7LU"}).status_code == 403
    assert client.delete(FIND, **SAME).status_code == 405


def buttons(answer) -> list[str]:
    """What is offered to press."""
    return re.findall(r'<button[^>]* name="q" value="([^"]*)"', answer.content.decode())


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("NN5 7LU", None),
        ("NNS 7LU", []),
        ("NNI 1AA", ["NN1 1AA"]),
        ("NN1O 1AA", ["NN10 1AA"]),
        ("nniO iaa", ["NN10 1AA"]),
        ("NN1O", ["NN10"]),
        ("OX1 OAA", ["OX1 0AA"]),
    ],
)
def test_a_letter_like_a_digit_is_offered_to_press_and_never_assumed(client, county, typed, offered):
    for key in ("NN11AA", "NN101AA"):
        postcode(key, county.heath)
    answer = ask(client, typed)
    if offered is None:
        assert answer.status_code == 303
    else:
        assert (answer.status_code, buttons(answer)) == (200, offered)
    for choice in (offered or [])[:1]:
        assert ask(client, choice).status_code in (200, 303)
        assert 'method="post"' in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ZZ1 1AA", "ZZ1 1AA is not a real postcode"),
        ("ZZ1", "ZZ1 is not the start of a postcode"),
        ("GIR 0AA", "not a real postcode"),
        ("EH1 1YZ", "It is looked after by Police Scotland"),
        ("BT1 5GS", "the Police Service of Northern Ireland"),
        ("BF1 3AA", "That is a British Forces address"),
        ("BFPO 12", "That is a British Forces address"),
        ("LE1 6ZZ", "https://www.police.uk/pu/your-area/"),
        ("G1", "Police Scotland looks after them"),
    ],
)
def test_a_postcode_from_elsewhere_gets_the_answer_that_helps(client, county, typed, said):
    assert said in ask(client, typed).content.decode()


def test_an_outcode_that_another_force_shares_says_so_and_leads_nowhere_unasked(client, county):
    postcode("NN135AA", county.duston)
    answer = ask(client, "NN13")
    assert answer.status_code == 200
    content = answer.content.decode()
    assert "/neighbourhoods/duston/" in content and "Other addresses there are looked after by Thames Valley Police" in content


def test_an_outcode_of_another_force_names_it_and_leads_there(client, county):
    postcode("LE16AA", outside="leicestershire")
    content = ask(client, "LE1").content.decode()
    assert "Leicestershire Police looks after them" in content and 'href="https://www.leics.police.uk/"' in content


@pytest.mark.parametrize("typed", ["Welingborough", "wellingbrough", "Wellinborough", "WELLINGBOROUHG", "ＷＥＬＩＮＧＢＯＲＯＵＧＨ"])
def test_a_misspelt_town_shows_its_teams_and_says_that_it_is_a_guess(client, county, typed):
    place(county.force, "Wellingborough", county.heath, county.duston)
    place(county.force, "Kettering", county.duston)
    answer = ask(client, typed)
    content = answer.content.decode()
    assert answer.status_code == 200
    assert "Showing teams for Wellingborough" in content
    assert f"We know no place that is spelt “{typed}”" in content
    assert f'value="{typed}"' in content and 'href="#area-q"' in content
    assert "/neighbourhoods/kings-heath/" in content and "/neighbourhoods/duston/" in content


def test_a_misspelt_place_of_one_team_is_shown_and_never_led_to_silently(client, county):
    place(county.force, "Kettering", county.duston)
    answer = ask(client, "Kettring")
    assert answer.status_code == 200
    assert "Showing the team for Kettering" in answer.content.decode()


def test_a_misspelt_area_is_shown_too(client, county):
    assert "Showing the team for Kings Heath" in ask(client, "Kings Heeth").content.decode()


def test_two_names_that_are_as_near_are_offered_to_press(client, county):
    place(county.force, "Great Addington", county.heath)
    place(county.force, "Little Addington", county.duston)
    for typed in ("Addington", "adington"):
        assert sorted(buttons(ask(client, typed))) == ["Great Addington", "Little Addington"]


def test_another_town_altogether_is_offered_at_most_and_not_shown(client, county):
    place(county.force, "Northampton", county.heath)
    answer = ask(client, "Southampton")
    assert "Showing" not in answer.content.decode() and buttons(answer) == ["Northampton"]


def test_a_misspelt_place_of_another_force_is_not_found_here(client, county, elsewhere):
    place(elsewhere.force, "Otherham", county.heath)
    answer = ask(client, "Otherhem")
    assert "Showing" not in answer.content.decode() and buttons(answer) == []


def test_looking_for_a_misspelt_name_reads_an_index(db):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Place.objects.filter(Q(key__trigram_similar="welingborough") | Q(name__trigram_word_similar="welingborough")).explain()
    assert "place_nearly_spelt" in plan


def stand(client, latitude, longitude, **extra):
    return client.post(FIND, {"latitude": latitude, "longitude": longitude}, **SAME, **extra)


def test_where_somebody_stands_leads_to_the_team_and_is_kept_by_nobody(client, county, caplog):
    with CaptureQueriesContext(connection) as asked, caplog.at_level(logging.DEBUG):
        answer = stand(client, "52.2987654", "-0.9212345")
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (303, "/neighbourhoods/kings-heath/", "no-store")
    assert not [q for q in asked.captured_queries if "52.29" in q["sql"] or "0.92" in q["sql"]]
    assert "52.29" not in caplog.text and "-0.92" not in caplog.text
    assert client.get(FIND, {"latitude": "52.3", "longitude": "-0.9"}).status_code == 200  # never by an address
    assert client.post(FIND, {"latitude": "52.3", "longitude": "-0.9"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403


def test_a_place_is_rounded_before_it_is_looked_at(client, county):
    assert stand(client, "52.2504", "-1.0504").status_code == 303  # Duston's corner is at 52.25, -1.05


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [
        ("", "", "did not say where you are"),
        ("nan", "-0.9", "did not say where you are"),
        ("inf", "-inf", "did not say where you are"),
        ("here", "there", "did not say where you are"),
        ("52.3\x00", "-0.9", "did not say where you are"),
        ("9" * 5000, "1", "did not say where you are"),
        ("91", "0", "not a place on earth"),
        ("52.3", "-180.5", "not a place on earth"),
        ("-0.92", "52.3", "the wrong way round"),
        ("0", "0", "You seem to be outside Northamptonshire"),
        ("51.5", "-0.12", "You seem to be outside Northamptonshire"),
    ],
)
def test_what_is_no_place_of_ours_gets_a_plain_sentence(client, county, latitude, longitude, said):
    answer = stand(client, latitude, longitude)
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_where_somebody_stands_counts_towards_the_limit(client, county, settings):
    settings.FINDER_RATE_PER_MINUTE = 1
    assert [stand(client, "52.3", "-0.92").status_code for _ in range(2)] == [303, 429]
    assert client.post(FIND, {"latitude": "52.3"}, **SAME).status_code == 429


def test_too_many_questions_are_asked_to_wait_and_nothing_typed_is_lost(client, county, settings):
    settings.FINDER_RATE_PER_MINUTE = 3
    assert [ask(client, "NN5 7LU").status_code for _ in range(3)] == [303] * 3
    for answer in (ask(client, "NN5 7LU"), client.get(FIND, {"q": "NN5 7LU"})):
        content = answer.content.decode()
        assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (429, "60", "no-store")
        assert "wait a minute" in content and 'value="NN5 7LU"' in content and 'href="/neighbourhoods/"' in content
        assert "data-leave" in content and "999" in content
        assert not answer.cookies
    assert client.get(FIND).status_code == 200
    assert ask(client, "NN5 7LU", REMOTE_ADDR="192.0.2.7").status_code == 303
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert ask(client, "NN5 7LU").status_code == 303


@pytest.mark.parametrize("many", [0, 300])
def test_a_postcode_is_one_primary_key_read_however_many_there_are(client, county, settings, django_assert_num_queries, many):
    Postcode.objects.bulk_create(Postcode(key=f"ZZ{n // 10}{n % 10}AB"[:7], neighbourhood=county.duston) for n in range(many))
    ask(client, "NN5 7LU")
    with django_assert_num_queries(3) as asked:
        ask(client, "NN5 7LU")
    settings.FINDER_RATE_PER_MINUTE = 60
    with django_assert_num_queries(4) as counted:  # and the count of the limit
        ask(client, "NN5 7LU")
    for queries in (asked, counted):
        reads = [q["sql"] for q in queries.captured_queries if "neighbourhoods_postcode" in q["sql"]]
        assert len(reads) == 1 and '"key" = ' in reads[0]


def test_what_was_typed_is_never_logged(client, county, caplog):
    with caplog.at_level(logging.DEBUG):
        for typed in ("NN5 7LU", "NN1 1ZZ", "12 Secret Street"):
            ask(client, typed)
            client.get(FIND, {"q": typed})
        client.post(FIND, {"q": "NN5 7LU"}, HTTP_SEC_FETCH_SITE="cross-site")
    for secret in ("NN5", "NN57LU", "1ZZ", "Secret"):
        assert not [r for r in caplog.records if secret in r.getMessage() and not r.name.startswith("django.db")]


def test_not_even_when_the_database_fails_and_quotes_it(client, county, caplog, monkeypatch):
    def fail(*args):
        raise ProgrammingError("LINE 1: SELECT ... WHERE key = 'NN57LU'")

    monkeypatch.setattr("neighbourhoods.views.find", fail)
    client.raise_request_exception = False
    assert ask(client, "NN5 7LU").status_code == 500
    assert client.get(FIND, {"q": "NN5 7LU"}).status_code == 500
    assert "The finder could not ask the database" in caplog.text
    assert "NN5" not in caplog.text
