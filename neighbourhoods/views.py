"""The finder, the teams' calendars, and the pictures of the maps. The pages' own addresses are in the page tree."""

import csv
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from neighbourhoods.models import AreaMap, Event, NeighbourhoodPage
from policesite import clock
from policesite.delivery.asking import asks_if_useful
from policesite.delivery.caching import kept_by_nobody
from policesite.delivery.rate_limit import asks_too_often
from policesite.delivery.same_origin import same_origin
from policesite.delivery.spreadsheet import harmless
from policesite.delivery.unquoted import unquoted
from policesite.forces.sites import site_of

from .calendar import calendar_of
from .finder import Answer, find
from .here import find_here
from .open_data import address_of
from .postcodes import Kind, asked_about
from .promise import CSV_COLUMNS, Standing, figures, row_of
from .promise_figures import Chart, standings

TOO_OFTEN = "A lot of questions have come from your connection. What you typed is still here: wait a minute, then press Find."
A_YEAR = 365 * 24 * 60 * 60


@asks_if_useful
@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def find_team(request: HttpRequest) -> HttpResponse:
    """One team: redirected to its page (303). Otherwise the finder again, with what was typed and what to do; 429 for too many questions.

    A bookmark or a link may ask with `?q=`; the forms post, so that no address holds a postcode or a place.
    """
    asked = request.POST if request.method == "POST" else request.GET
    is_here = request.method == "POST" and "latitude" in asked
    if not is_here and "q" not in asked:
        return kept_by_nobody(_page(request, Answer()))
    typed = asked.get("q", "")
    site = site_of(request)
    return _answer(request, typed, lambda: find_here(asked["latitude"], asked.get("longitude", ""), site) if is_here else find(typed, site))


def answer_postcode(request: HttpRequest, typed: str) -> HttpResponse | None:
    """For the site search: a whole postcode in its `?q=` is answered here and now, so that no further address holds it."""
    postcode = asked_about(typed)
    return _answer(request, postcode.pretty, lambda: find(postcode.pretty, site_of(request))) if postcode.kind is Kind.UNIT else None


def _answer(request: HttpRequest, typed: str, ask: Callable[[], Answer]) -> HttpResponse:
    if asks_too_often(request, "finder", settings.FINDER_RATE_PER_MINUTE):
        response = _page(request, Answer(error=TOO_OFTEN), typed, status=429)
        response["Retry-After"] = "60"
        return kept_by_nobody(response)
    with unquoted("The finder could not ask the database."):
        answer = ask()
    if answer.only_team:
        response = redirect(answer.only_team.get_url(request))
        response.status_code = 303
    else:
        response = _page(request, answer, typed)
    return kept_by_nobody(response)


def _page(request: HttpRequest, answer: Answer, typed: str = "", status: int = 200) -> HttpResponse:
    return render(request, "neighbourhoods/find.html", {"answer": answer, "typed": typed, "section": "neighbourhoods"}, status=status)


@require_safe
def team_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Where to meet one team, for a calendar to take or to subscribe to."""
    site = site_of(request)
    page = get_object_or_404(NeighbourhoodPage.objects.in_site(site).public(), slug=slug)
    return _calendar(Event.objects.filter(neighbourhood=page), f"{page.title} neighbourhood team", site)


@require_safe
def force_calendar(request: HttpRequest) -> HttpResponse:
    """The same of every team of this force."""
    site = site_of(request)
    areas = NeighbourhoodPage.objects.in_site(site).listed()
    return _calendar(Event.objects.filter(neighbourhood__in=areas), f"Meet your neighbourhood team: {site.force.name}", site)


def _calendar(events, name: str, site) -> HttpResponse:
    """Those to come and those over lately: an event that vanished the minute it was over would vanish from people's calendars."""
    events = events.published(clock.now()).with_vehicles().select_related("neighbourhood")
    return HttpResponse(calendar_of(events, name, site), content_type="text/calendar; charset=utf-8")


@asks_if_useful
@require_safe
def our_promise(request: HttpRequest) -> HttpResponse:
    """Which promises this force keeps in which of its areas, today."""
    today = _standings(request)
    shown = {"standings": today, "charts": [Chart(figure) for figure in figures(today)], "section": "neighbourhoods", "day": clock.today()}
    return render(request, "neighbourhoods/our_promise.html", shown)


@require_safe
def our_promise_data(request: HttpRequest) -> HttpResponse:
    """What that page counts, a row for each area."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="our-promise.csv"'
    rows = csv.writer(response)
    rows.writerow(CSV_COLUMNS)
    rows.writerows([harmless(value) if isinstance(value, str) else value for value in row_of(one)] for one in _standings(request))
    return response


def _standings(request: HttpRequest) -> list[Standing]:
    site = site_of(request)
    areas = NeighbourhoodPage.objects.in_site(site).listed()
    return standings(areas, clock.now(), lambda area: urlsplit(address_of(area, site)).path)


@require_safe
def area_map(request: HttpRequest, digest: str, scheme: str) -> HttpResponse:
    """A map as SVG. Its address holds the hash of what is in it, so whoever has it may keep it for a year."""
    picture = get_object_or_404(AreaMap.objects.values_list(scheme, flat=True), digest=digest)
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
