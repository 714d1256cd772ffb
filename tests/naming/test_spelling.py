"""A name is found however it is written, and nobody else's is taken for it."""

import json
import re
import unicodedata

import pytest
from django.db import connection

from policesite.naming.spelling import Name
from policesite.naming.traces import strings_in

ROBIN = [
    "Robin O’Placeholder",
    "ROBIN O'PLACEHOLDER",
    "robin-o-placeholder",
    "<b>Robin</b> O&#x27;Placeholder",
    "Robin&nbsp;O&rsquo;Placeholder",
    "Robin\u00a0OPlaceholder",
    "O’Placeholder, Robin",
    "Robin James O’Placeholder’s coat",
    "<p>Robin</p><p>O’Placeholder</p>",
    "Robin O’Place<i>holder</i>",
    'see <a href="/news/find-robin-o-placeholder/">this</a>',
    "%52obin%20O%E2%80%99Placeholder",
    "#FindRobinOPlaceholder",
    "robin.oplaceholder@example.org",
]
ZOE = [
    "Zoë Müller-Łukasz",
    unicodedata.normalize("NFD", "Zoë Müller-Łukasz"),
    "zoe muller lukasz",
    "seen-zoe-muller-lukasz",
    "MÜLLER-ŁUKASZ, Zoë",
    "Zoë Müller\u2011Łukasz",
    "Zo\u200bë Mül\u00adler-Łuk\u2060asz",
    "Zoë Anna-Maria Müller-Łukasz",
    "Zoë and Jan Müller-Łukasz",
    "Zo&euml; M&uuml;ller&#8209;&#x141;ukasz",
    "Ｚｏë Ｍüller Łukasz",
]
NOT_THEM = ["Robin sat beside the placeholder", "Robin", "O’Placeholder Way", "", "Zoë Müller and Jan Łukasz", "Zoë", "Muller, Zoë"]


def found_by_postgres(pattern: str, text: str) -> bool:
    """As it is stored: a text, one in a body, and one in a body in a version."""
    shapes = (text, json.dumps([{"value": text}], ensure_ascii=False), json.dumps({"body": json.dumps([{"value": text}])}))
    with connection.cursor() as cursor:
        cursor.execute("SELECT bool_and(text ~ %s) FROM unnest(%s::text[]) AS text", [pattern, list(shapes)])
        return cursor.fetchone()[0]


def test_a_name_is_found_however_it_is_written(db):
    for name, texts in (
        ("Robin O’Placeholder", ROBIN),
        ("PC Robin O'Placeholder", ROBIN),
        ("Zoë Müller-Łukasz", ZOE),
        ("Zoe Anna Muller Lukasz", ZOE[:6]),
    ):
        wanted = Name(name)
        for text in texts:
            assert wanted.is_in(text), (name, text)
            assert found_by_postgres(wanted.candidates, text), (name, text)


def test_somebody_else_is_not_taken_for_them():
    for wanted in map(Name, ("Robin O’Placeholder", "Zoë Müller-Łukasz")):
        assert [text for text in NOT_THEM if wanted.is_in(text)] == []
    assert not Name("Li Wu").is_in("Kaliwut") and not Name("Madonna").is_in("Madonnari")


def test_a_surname_alone_is_shown_to_the_editor_and_no_more():
    wanted = Name("Zoë Müller-Łukasz")
    for text in ("Ms Müller", "Łukasz’s", "Z. Mullerlukasz", "the Müllers"):
        assert wanted.is_nearly_in(text) and not wanted.is_in(text), text
    assert not wanted.is_nearly_in("Zoë") and not wanted.is_nearly_in("Mullerite")


@pytest.mark.parametrize("name", ["", " ", "Ann", "?!", "PC", "Mr X", "\u200b\u200b\u200b\u200b\u200b"])
def test_what_is_too_short_for_a_name_is_refused(name):
    with pytest.raises(ValueError):
        Name(name)


def test_a_version_that_holds_bodies_as_text_is_read_to_the_bottom():
    body = json.dumps([{"type": "text", "value": "<p>Zoë\nMüller</p>"}])
    assert "<p>Zoë\nMüller</p>" in list(strings_in({"title": "[a]", "body": body, "places": ["{", None, 3]}))


def test_a_pattern_of_any_name_is_one_that_postgres_reads(db):
    for name in ("A.*b|c(d", "[xa] {y}zed", "Fiﬁ Grießæœ", "রবিন দাস", "محمد علي", "Ω" * 80, "x" * 80):
        assert found_by_postgres(Name(name).candidates, name), name
        assert Name(name).is_in(name) and re.compile(Name(name).candidates)
