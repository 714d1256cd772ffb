"""The register of cookies: django-cookie-consent's groups and cookies, with each cookie's life beside it.

Its cache is never read, so nothing in it can be out of date: COOKIE_CONSENT_CACHE_BACKEND names one that keeps nothing.
"""

from contextlib import suppress
from http.cookies import CookieError

from cookie_consent.models import Cookie, CookieGroup
from django.http import HttpRequest, HttpResponse


def groups() -> list[CookieGroup]:
    """Every group with its cookies, the essential ones first, in two statements."""
    return list(CookieGroup.objects.order_by("-is_required", "ordering", "name").prefetch_related("cookie_set__detail"))


def expire_optional_cookies(request: HttpRequest, response: HttpResponse, refused: list[str] | None = None) -> None:
    """Expire each cookie the browser sent that belongs to one of the `refused` groups (None: to any optional group)."""
    cookies = Cookie.objects.filter(cookiegroup__is_required=False)
    if refused is not None:
        cookies = cookies.filter(cookiegroup__varname__in=refused)
    for cookie in cookies:
        for sent in request.COOKIES:
            if is_named(cookie, sent):
                with suppress(CookieError):  # a prefix takes in names that no header can carry
                    response.delete_cookie(sent, path=cookie.path or "/", domain=cookie.domain or None, samesite="Lax")


def is_named(cookie: Cookie, sent: str) -> bool:
    """Whether a registered cookie means the one the browser sent; "_ga_*" means all that begin with "_ga_"."""
    return sent.startswith(cookie.name[:-1]) if cookie.name.endswith("*") else sent == cookie.name
