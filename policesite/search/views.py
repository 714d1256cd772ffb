import logging

from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.models import Site

from policesite import clock
from policesite.danger.spotting import sounds_like_an_emergency
from policesite.delivery.caching import kept_by_nobody
from policesite.delivery.unquoted import unquoted
from policesite.forces.sites import site_of
from policesite.pages.cards import Card

from . import answers, finding, fruitless, spelling
from .finding import Found

logger = logging.getLogger(__name__)


@require_safe
@unquoted("The search could not ask the database.")
def search(request: HttpRequest) -> HttpResponse:
    """What the site has about `?q=`, mistyped words put right unless `exact`. Neither the words nor who asked are kept anywhere."""
    words = finding.readable(request.GET.get("q", ""))
    number = _page_number(request.GET.get("page", "1"))
    if len(words) > finding.LONGEST:
        return _page(request, _context(words, site_of(request)), status=400)
    for answer in hooks.get_hooks("answer_search"):  # the finder takes postcodes
        if response := answer(request, words):
            return response
    site = site_of(request)
    if not words:
        return _page(request, _context(words, site))
    exact = "exact" in request.GET
    found, meant, cards = _find(words, site, number, exact=exact)
    if number > 1 and not found.results:
        raise Http404("There are not so many results.")
    shown = _context(words, site, meant) | {"found": found, "meant": "" if meant == words else meant, "exact": exact}
    shown |= {"cards": cards} if number == 1 else {"answers": []}
    response = _page(request, shown)
    if number == 1 and request.method == "GET" and _is_fruitless(shown):
        _count(words, site)
    return response


def _context(words: str, site: Site, meant: str = "") -> dict:
    """Whoever may be in danger reads first how to call 999: by the words themselves, or because an editor's answer says so."""
    kept = words[: finding.LONGEST]
    known = answers.editors_answers(meant or kept, site)
    urgent = sounds_like_an_emergency(kept) or any(answer.urgent for answer in known.fitting)
    shown = {"words": kept, "is_long": len(words) > finding.LONGEST, "longest": finding.LONGEST}
    return shown | {"known": known, "answers": known.fitting, "urgent": urgent}


def _page(request: HttpRequest, shown: dict, status: int = 200) -> HttpResponse:
    return kept_by_nobody(render(request, "search/search.html", shown, status=status))


def _is_fruitless(shown: dict) -> bool:
    """No page has all of the words, nobody knows them, and no answer is for them: what an editor should learn of."""
    found = shown["found"]
    return not (shown["cards"] or shown["answers"] or shown["urgent"]) and (found.is_partial or not found.count)


def _count(words: str, site: Site) -> None:
    """After the answer, which nobody loses because its counting failed."""
    try:
        fruitless.count(words, site)
    except DatabaseError:
        logger.warning("A search that found nothing could not be counted.")


def _find(words: str, site: Site, number: int, *, exact: bool) -> tuple[Found, str, list[Card]]:
    """What was found, the words it was found by, and what other rooms know of them.

    By all of the words as typed; else put right; else whichever there are. A name that another room knows is no typing mistake.
    """
    cards = answers.known_elsewhere(words, site)
    found = finding.find(words, site, number, apart_from=_pages_of(cards))
    if found.count or cards:
        return found, words, cards
    meant = words if exact else spelling.corrected(words, site, clock.now())
    if meant != words:
        cards = answers.known_elsewhere(meant, site)
    return finding.find(meant, site, number, some=not cards, apart_from=_pages_of(cards)), meant, cards


def _pages_of(cards: list[Card]) -> set[int]:
    return {card.page for card in cards if card.page}


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= finding.LAST_PAGE):
        raise BadRequest("There is no such page of results.")
    return int(text)
