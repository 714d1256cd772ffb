from django.http import Http404, HttpRequest
from django.utils.functional import SimpleLazyObject

from .sites import site_of


def site(request: HttpRequest) -> dict:
    """`site`, with its force and settings, in every template; asked for only where a template uses it."""
    return {"site": SimpleLazyObject(lambda: _site_or_none(request))}


def _site_or_none(request):
    try:
        return site_of(request)
    except Http404:
        return None
