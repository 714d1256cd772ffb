from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from policesite.forces.sites import site_of

from . import finding

FINDER = "/neighbourhoods/find/"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the site has about `?q=`. A postcode goes to the finder. Neither the words nor who asked are kept anywhere."""
    typed = request.GET.get("q", "")
    words = finding.readable(typed)
    if finding.is_postcode(words):
        return _kept_by_nobody(HttpResponseRedirect(f"{FINDER}?{urlencode({'q': words})}"))
    number = _page_number(request.GET.get("page", "1"))
    is_long = len(words) > finding.LONGEST
    found = finding.find(words, site_of(request), number) if words and not is_long else None
    if found and not found.results and number > 1:
        raise Http404("There are not so many results.")
    shown = {"words": words[: finding.LONGEST], "is_long": is_long, "longest": finding.LONGEST, "found": found}
    return _kept_by_nobody(render(request, "search/search.html", shown, status=400 if is_long else 200))


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= finding.LAST_PAGE):
        raise BadRequest("There is no such page of results.")
    return int(text)


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """No cache, no search engine and no other site learns what was asked."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
