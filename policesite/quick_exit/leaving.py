"""What the server does for someone who leaves in a hurry. The exit itself never waits for it: static/js/quick-exit.js."""

import logging
from contextlib import suppress
from http.cookies import CookieError

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail import hooks

from policesite.delivery.same_origin import same_origin

logger = logging.getLogger(__name__)


@same_origin
@require_POST
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """204, and the visitor's consent, preference and analytics cookies expire. A member of staff stays logged in.

    Each app that keeps such cookies registers a Wagtail hook "visitor_leaves": `expire(request, response)`.

    Only from the last stop of the exit (`?last`), and only where it is quick (not in Chromium), the browser is
    asked to forget the pages it keeps. Never "storage": the exit's own mark lies there, and Back would show the page.
    """
    response = HttpResponse(status=204)
    response.delete_cookie(settings.COOKIE_CONSENT_NAME, samesite="Lax")  # needs no database
    try:
        for expire in hooks.get_hooks("visitor_leaves"):
            expire(request, response)
    except DatabaseError:
        logger.warning("The register of cookies could not be read while a visitor left.")
        expire_all_but_staff_cookies(request, response)
    if "last" in request.GET and not is_chromium(request):
        response["Clear-Site-Data"] = '"cache"'
    return response


def expire_all_but_staff_cookies(request: HttpRequest, response: HttpResponse) -> None:
    """While the register is out of reach nobody can tell which of a visitor's cookies are optional: none of them stays."""
    for name in request.COOKIES.keys() - {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}:
        with suppress(CookieError):  # a name that nobody could have set by a header
            response.delete_cookie(name, samesite="Lax")


def is_chromium(request: HttpRequest) -> bool:
    """Clearing its cache takes Chromium seconds, in which the page may still be seen."""
    return "Sec-CH-UA" in request.headers or "Chrom" in request.headers.get("User-Agent", "")
