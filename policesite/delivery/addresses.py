"""Addresses that no page of ours has and that PostgreSQL could not even be asked about."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse


def refuse_nul(get_response):
    """Answer 400 to an address or a query with a NUL character: text in PostgreSQL can't hold one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request, *args):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("NUL in the address")

    middleware.process_view = process_view
    return middleware
