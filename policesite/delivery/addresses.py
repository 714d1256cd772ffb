"""Addresses that no page of ours has and that PostgreSQL could not even be asked about."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

from .open_data import refuse


def refuse_nul(get_response):
    """Answer 400 to an address or a query with a NUL character: text in PostgreSQL can't hold one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request, view, *args):
        if "\x00" not in request.path and "%00" not in request.META.get("QUERY_STRING", ""):
            return None
        if getattr(view, "is_open_data", False):
            return refuse(400, "An address cannot hold the character NUL.")
        raise SuspiciousOperation("NUL in the address")

    middleware.process_view = process_view
    return middleware
