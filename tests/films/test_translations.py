"""The words around a film: every one is there in each language, and what is served is what the source says."""

import re
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation

from policesite.delivery.templatetags.house import full_date, long_date
from policesite.films.interface import words
from policesite.films.management.commands.update_translations import compiled, forms, read, up_to_date

FOR_DJANGO = sorted(Path(settings.LOCALE_PATHS[1]).glob("*/LC_MESSAGES/django.po"))
SOURCES = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))
in_each_language = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)


def test_every_language_of_the_site_is_there():
    assert [source.parent.parent.name for source in SOURCES] == sorted(code for code, _ in settings.LANGUAGES if code != "en-gb")


def test_what_django_lacks_is_served_as_its_source_says():
    assert [source.with_suffix(".mo").read_bytes() for source in FOR_DJANGO] == [compiled(read(source)) for source in FOR_DJANGO]


@in_each_language
def test_everything_around_a_film_is_translated(source):
    catalog = read(source)
    untranslated = [each.singular for each in words() if not catalog.get(each.singular) or not all(forms(catalog.get(each.singular)))]
    assert untranslated == [], "Run `manage.py update_translations`, then translate these."


@in_each_language
def test_nothing_is_translated_that_nobody_says(source):
    said = {message.id for message in up_to_date(read(source))}
    assert [message.id for message in read(source) if message.id not in said] == []


@in_each_language
def test_what_is_served_is_what_the_source_says(source):
    assert source.with_suffix(".mo").read_bytes() == compiled(read(source))
    with source.with_suffix(".mo").open("rb") as file:
        served = GNUTranslations(file)
    for message in read(source):
        if isinstance(message.id, str) and message.id:
            assert served.gettext(message.id) == message.string


@in_each_language
def test_a_translation_keeps_what_is_filled_in_and_every_link(source):
    for message in read(source):
        if message.id:
            one = message.id[0] if isinstance(message.id, tuple) else message.id
            for form in forms(message):
                assert sorted(placeholders(form)) == sorted(placeholders(one)), form
                assert sorted(links(form)) == sorted(links(one)), form


def placeholders(text: str) -> list[str]:
    return re.findall(r"%\(\w+\)|{\w+}", text)


def links(text: str) -> list[str]:
    return [part.partition('"')[0] for part in text.split('href="')[1:]]


@in_each_language
def test_the_editors_of_the_source_are_told_that_no_speaker_has_checked_it(source):
    with source.open("rb") as file:
        assert "No speaker" in read_po(file).header_comment


def test_dates_are_in_the_language_of_the_page():
    day = date(2026, 11, 26)
    assert (full_date(day), long_date(day)) == ("26 November 2026", "Thursday 26 November")
    with translation.override("ur"):
        assert full_date(day) == "26 نومبر 2026"
        assert long_date(day).endswith("26 نومبر")
    with translation.override("pl"):
        assert full_date(day) == "26 listopada 2026"
    with translation.override("ro"):
        assert full_date(day) == "26 noiembrie 2026"
    with translation.override("gu"):
        assert (full_date(day), long_date(day)) == ("26 નવેમ્બર 2026", "ગુરુવાર 26 નવેમ્બર")
