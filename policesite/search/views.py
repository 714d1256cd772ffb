from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.models import Site

from policesite import clock
from policesite.delivery.caching import kept_by_nobody
from policesite.forces.sites import site_of
from policesite.pages.cards import Card

from . import answers, finding, fruitless, spelling
from .finding import Found


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the site has about `?q=`, mistyped words put right unless `exact`. Neither the words nor who asked are kept anywhere."""
    words = finding.readable(request.GET.get("q", ""))
    number = _page_number(request.GET.get("page", "1"))
    if len(words) > finding.LONGEST:
        return _page(request, words, status=400)
    for answer in hooks.get_hooks("answer_search"):  # the finder takes postcodes
        if response := answer(request, words):
            return response
    if not words:
        return _page(request, words)
    site = site_of(request)
    exact = "exact" in request.GET
    found, meant, cards = _find(words, site, number, exact=exact)
    if number > 1 and not found.results:
        raise Http404("There are not so many results.")
    if not (found.count or cards) and request.method == "GET":
        fruitless.count(words, site)
    return _page(request, words, found=found, meant="" if meant == words else meant, cards=cards, first=number == 1, exact=exact)


def _find(words: str, site: Site, number: int, *, exact: bool) -> tuple[Found, str, list[Card]]:
    """What was found, the words it was found by, and what other rooms know of them.

    By all of the words as typed; else put right; else whichever there are. A name that another room knows is no typing mistake.
    """
    found, cards = finding.find(words, site, number), _known_elsewhere(words, site, number)
    if found.count or cards:
        return found, words, cards
    meant = words if exact else spelling.corrected(words, site, clock.now())
    if meant != words and (found := finding.find(meant, site, number)).count:
        return found, meant, _known_elsewhere(meant, site, number)
    return finding.find(meant, site, number, some=True), meant, []


def _known_elsewhere(words: str, site: Site, number: int) -> list[Card]:
    return answers.known_elsewhere(words, site) if number == 1 else []


def _page(request: HttpRequest, words: str, status: int = 200, **shown) -> HttpResponse:
    known = answers.editors_answers(shown.get("meant") or words[: finding.LONGEST], site_of(request))
    shown |= {"words": words[: finding.LONGEST], "is_long": len(words) > finding.LONGEST, "longest": finding.LONGEST, "known": known}
    return kept_by_nobody(render(request, "search/search.html", shown | {"answers": known.fitting if shown.get("first") else []}, status=status))


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= finding.LAST_PAGE):
        raise BadRequest("There is no such page of results.")
    return int(text)
