from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from policesite.forces.sites import site_of
from policesite.pages.public import public_pages

from . import webvtt
from .screening import cues_of


@require_safe
def captions(request: HttpRequest, path: str) -> HttpResponse:
    """The captions of the film page at `path`, as WebVTT without the editors' notes; 404 as soon as the public can't see that page."""
    site = site_of(request)
    found = public_pages(site).filter(url_path=site.root_page.url_path + path)
    text = found.values_list(Coalesce("filmpage__captions", "filmversionpage__captions"), flat=True).first()
    cues = cues_of(text or "")
    if not cues:
        raise Http404("There are no captions at this address.")
    return HttpResponse(webvtt.write(cues), content_type="text/vtt; charset=utf-8")
