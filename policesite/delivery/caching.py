"""Cache headers. Until a cache stands in front, every page is asked for again each time, and an ETag makes that cheap."""

from django.http import HttpRequest, HttpResponse


def always_revalidate(get_response):
    """Say `no-cache` where a view has said nothing of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware


def kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """No cache, no search engine and no other page learns what was asked."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
