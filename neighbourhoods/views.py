"""The finder, the teams' calendars, and the pictures of the maps. The pages' own addresses are in the page tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from neighbourhoods.models import AreaMap, NeighbourhoodPage
from policesite import clock
from policesite.delivery.same_origin import same_origin
from policesite.forces.sites import site_of

from .calendar import calendar_of
from .finder import Answer, find

A_YEAR = 365 * 24 * 60 * 60


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def find_team(request: HttpRequest) -> HttpResponse:
    """One team: redirected to its page. Otherwise the finder again, with what was typed and what to do.

    A bookmark or a link may ask with `?q=`; the form posts, so that no address holds a postcode.
    """
    typed = (request.POST if request.method == "POST" else request.GET).get("q")
    answer = Answer() if typed is None else find(typed, site_of(request))
    if len(answer.teams) == 1:
        response = redirect(answer.teams[0].get_url(request))
        response.status_code = 303
    else:
        response = render(request, "neighbourhoods/find.html", {"answer": answer, "typed": typed or "", "section": "neighbourhoods"})
    return _kept_by_nobody(response)


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """No cache, no search engine and no other page learns what was asked."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
def team_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Where to meet one team, for a calendar to take or to subscribe to."""
    page = get_object_or_404(NeighbourhoodPage.objects.in_site(site_of(request)).public(), slug=slug)
    now = clock.now()
    return HttpResponse(calendar_of(page, page.events.upcoming(now).with_vehicles(), now), content_type="text/calendar; charset=utf-8")


@require_safe
def area_map(request: HttpRequest, digest: str, scheme: str) -> HttpResponse:
    """A map as SVG. Its address holds the hash of what is in it, so whoever has it may keep it for a year."""
    picture = get_object_or_404(AreaMap.objects.values_list(scheme, flat=True), digest=digest)
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
