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
    """No cache and no search engine learns what was asked; no other site does of any page (security.py).

    A policy of "no-referrer" would go further, and have a browser say `Origin: null` when a form on the page is sent (the Fetch
    standard, "append a request Origin header"): without Sec-Fetch-Site, as in Safari before 16.4, that is nobody's form (same_origin.py).
    """
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
