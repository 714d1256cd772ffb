"""The languages that a film can be had in, and where."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from wagtail.models import Page

from policesite.pages.public import only_listed

ENGLISH = "en"


class Language(NamedTuple):
    """`name` in English, `name_local` in the language itself, `dir` as HTML has it: "ltr" or "rtl"."""

    code: str
    name: str
    name_local: str
    dir: str


class LanguageLink(NamedTuple):
    """Where a film is in one language; `address` is the whole of it, with the host."""

    code: str
    name_local: str
    url: str
    dir: str
    name: str
    address: str


def spoken(code: str) -> Language:
    info = get_language_info(code)
    return Language(code, info["name"], capfirst(info["name_local"]), "rtl" if info["bidi"] else "ltr")


def language_choices() -> list[tuple[str, str]]:
    """What a version may be in: every language of the site but English."""
    return [(code, name) for code, name in settings.LANGUAGES if not code.startswith(ENGLISH)]


def links(films: Iterable) -> dict[int, list[LanguageLink]]:
    """For each film, by its key, the languages in which the public can have it: English first. One query for all of them."""
    by_key = {film.pk: film for film in films}
    pages = Page.objects.filter(Q(pk__in=by_key) | Q(filmversionpage__film__in=by_key))
    found: dict[int, set[str]] = {key: set() for key in by_key}
    for pk, film, code in only_listed(pages).values_list("pk", "filmversionpage__film", "filmversionpage__language"):
        found[film or pk].add(code or ENGLISH)
    order = [ENGLISH, *(code for code, _ in language_choices())]
    return {key: [_link(film, code) for code in order if code in found[key]] for key, film in by_key.items()}


def _link(film, code: str) -> LanguageLink:
    language = spoken(code)
    step = "" if code == ENGLISH else f"{code}/"
    return LanguageLink(code, language.name_local, film.url + step, language.dir, language.name, film.full_url + step)
