from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from policesite.forces.sites import site_of

from .models import EnquiryDesksPage

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
