"""Whether this process runs, and whether it can answer: for whatever starts, watches and balances the site's processes."""

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """200 while the process runs. Asks nobody else, so that a dead database never gets a living process killed."""
    return _answer("live", 200)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return _answer("no database", 503)
    return _answer("ready", 200)


def _answer(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})
