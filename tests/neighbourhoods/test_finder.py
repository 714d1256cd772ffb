"""A resident types what they know, and reaches their team or learns in plain words why not."""

import logging

import pytest

from neighbourhoods.models import Postcode
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
    assert answer["Referrer-Policy"] == "no-referrer"


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


def test_a_postcode_we_do_not_have_is_said_to_be_unknown(client, county):
    assert "We do not have NN1 1ZZ in our list" in ask(client, "NN1 1ZZ").content.decode()


def test_an_outcode_we_do_not_have_is_said_not_to_be_ours(client, county):
    assert "No team of ours looks after postcodes that start with LE1" in ask(client, "LE1").content.decode()


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\u200b", "NNI 1AA", "NN1 OAA", "NN1 1A", "101", "01604 960123", "BFPO 12", "Kettring", "🏠", "NN1 1AA; DROP TABLE", "A" * 500,
     "<script>alert(1)</script>", "{{7*7}}", "' OR 1=1--", "%", "_", "\\", "\u202eNN5 7LU extra", "اردو", "=CMD()", "x\x00y", "1" * 10000],
)  # fmt: skip
def test_what_is_no_postcode_or_place_is_a_plain_error_that_keeps_what_was_typed(client, county, typed):
    answer = ask(client, typed)
    content = answer.content.decode()
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in content
    assert "<title>Error: " in content
    assert "<script>alert" not in content
    if typed == "Kettring":
        assert 'value="Kettring"' in content


def test_a_question_that_cannot_be_decoded_is_no_fault_of_ours(client, county):
    assert client.get(FIND + "?q=%ff").status_code in (200, 400)
    assert client.get(FIND + "?q=a&q=NN5+7LU").status_code == 303
    assert client.get(FIND).status_code == 200


def test_a_team_that_is_not_public_is_not_found(client, county):
    county.heath.unpublish()
    answer = ask(client, "NN5 7LU")
    assert answer.status_code == 200
    assert "Kings Heath" not in answer.content.decode()


def test_another_forces_teams_are_not_found_here(client, county, elsewhere):
    from neighbourhoods.models import NeighbourhoodIndexPage

    index = publish(elsewhere.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
    other = area(index, elsewhere.force, "Other town", "E1", at=(1, 51))
    postcode("EL11AA", other)
    place(elsewhere.force, "Otherham", other)
    assert "is outside Northamptonshire" in ask(client, "EL1 1AA").content.decode()
    assert "Other town" not in ask(client, "EL1").content.decode()
    assert ask(client, "Otherham").status_code == 200
    there = ask(client, "EL1 1AA", HTTP_HOST="elsewhere.test")
    assert there["Location"].endswith("/neighbourhoods/other-town/")


def test_another_site_cannot_ask_for_a_visitor(client, county):
    assert client.post(FIND, {"q": "NN5 7LU"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert client.post(FIND, {"q": "NN5 7LU"}).status_code == 403
    assert client.delete(FIND, **SAME).status_code == 405


@pytest.mark.parametrize("many", [0, 300])
def test_a_postcode_is_one_primary_key_read_however_many_there_are(client, county, django_assert_num_queries, many):
    Postcode.objects.bulk_create(Postcode(key=f"ZZ{n // 10}{n % 10}AB"[:7], neighbourhood=county.duston) for n in range(many))
    ask(client, "NN5 7LU")
    with django_assert_num_queries(3) as asked:
        ask(client, "NN5 7LU")
    assert [q["sql"] for q in asked.captured_queries if '"key" = ' in q["sql"]].__len__() == 1


def test_what_was_typed_is_never_logged(client, county, caplog):
    with caplog.at_level(logging.DEBUG):
        for typed in ("NN5 7LU", "NN1 1ZZ", "12 Secret Street"):
            ask(client, typed)
            client.get(FIND, {"q": typed})
        client.post(FIND, {"q": "NN5 7LU"}, HTTP_SEC_FETCH_SITE="cross-site")
    for secret in ("NN5", "NN57LU", "1ZZ", "Secret"):
        assert not [r for r in caplog.records if secret in r.getMessage() and not r.name.startswith("django.db")]
