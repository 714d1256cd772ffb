import csv

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from policesite import clock
from policesite.delivery.asking import asks_if_useful
from policesite.delivery.caching import kept_by_nobody
from policesite.delivery.open_data import open_data
from policesite.delivery.rate_limit import asks_too_often
from policesite.delivery.same_origin import same_origin
from policesite.forces.sites import site_of

from .choosing import Wish, nearest_to, not_asked
from .models import EnquiryDeskPage, EnquiryDesksPage
from .open_data import calendar_of, desks_as_data

TOO_OFTEN = "A lot of questions have come from your connection. What you typed is still here: wait a minute, then press Find."
A_YEAR = 365 * 24 * 60 * 60  # seconds


@require_safe
def show_map(request: HttpRequest, pk: int, fingerprint: str, theme: str) -> HttpResponse:
    """The county with the desks of one list on it, as SVG. Under its own fingerprint it never changes; under an old one it is today's."""
    page = EnquiryDesksPage.objects.in_site(site_of(request)).public().filter(pk=pk).first()
    if page is None or page.map is None:
        raise Http404("There is no such map.")
    response = HttpResponse(page.map.drawing(theme), content_type="image/svg+xml")
    if fingerprint == page.map.fingerprint:
        response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


@asks_if_useful
@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def find_nearest(request: HttpRequest) -> HttpResponse:
    """The list, nearest to a postcode first. It is posted, so that no address holds it; whoever comes without one gets the usual list; 429 for too many questions."""
    page = get_object_or_404(EnquiryDesksPage.objects.in_site(site_of(request)).public())
    if request.method != "POST":
        return kept_by_nobody(redirect(page.get_url(request)))
    asked = page.desks_with_services, Wish.read(request.POST), request.POST.get("q", "")
    if asks_too_often(request, "nearest desk", settings.FINDER_RATE_PER_MINUTE):
        answer = render(request, page.template, {"page": page, "choice": not_asked(*asked, TOO_OFTEN)}, status=429)
        answer["Retry-After"] = "60"
    else:
        answer = render(request, page.template, {"page": page, "choice": nearest_to(*asked)})
    return kept_by_nobody(answer)


@open_data
def list_desks(request: HttpRequest) -> dict:
    """Every desk of this site as JSON, with its state now. Anyone may read it, from any page."""
    site = site_of(request)
    desks = EnquiryDeskPage.objects.in_site(site).listed().order_by("path").prefetch_related("services").with_rules()
    shown = [desk for desk in desks if not desk.has_moved]
    return desks_as_data(shown, clock.now(), site.root_url)


@require_safe
def show_different_days(request: HttpRequest, slug: str) -> HttpResponse:
    """The different days of one desk, for a calendar to subscribe to."""
    desk = get_object_or_404(EnquiryDeskPage.objects.in_site(site_of(request)).public(), slug=slug)
    return HttpResponse(calendar_of(desk, clock.now()), content_type="text/calendar; charset=utf-8")


@require_safe
def show_record(request: HttpRequest, slug: str) -> HttpResponse:
    """Every day of one desk's ledger as CSV: minutes promised, and minutes of them lost."""
    desk = get_object_or_404(EnquiryDeskPage.objects.in_site(site_of(request)).public(), slug=slug)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-record.csv"'
    rows = csv.writer(response)
    rows.writerow(["date", "planned_minutes", "lost_minutes"])
    rows.writerows(desk.record.values_list("day", "planned", "lost"))
    return response
