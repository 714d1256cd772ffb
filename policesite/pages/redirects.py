import hashlib
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.deprecation import MiddlewareMixin
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .public import only_public

LONGEST = Redirect._meta.get_field("old_path").max_length


def stored_path(address: str) -> str:
    """An old address as a redirect stores it: one that is too long for that by its beginning and a digest of the whole."""
    path = Redirect.normalise_path(address)
    return path if len(path) <= LONGEST else f"{path[:180]}…{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()}"


class Redirects(MiddlewareMixin):
    """Wagtail's redirects, for each address that was not found: with its query first, then without.

    Unlike Wagtail's own middleware it finds addresses of any length, and never tells the address of a page that is not public.
    An answer that nobody may keep is to a question that nobody may keep, so it is looked up nowhere.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or "no-store" in response.get("Cache-Control", ""):
            return response
        found = (get_redirect(request, path) for path in _as_stored(request))
        redirect = next(filter(None, found), None)
        if redirect is None or _leads_to_nothing_public(redirect) or not redirect.link:
            return response
        return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(redirect.link)


def _as_stored(request: HttpRequest) -> list[str]:
    """How a redirect from this address may be stored, most exact first."""
    asked = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    tried = dict.fromkeys((asked, urlsplit(asked).path))
    return [path if len(Redirect.normalise_path(path)) <= LONGEST else stored_path(path) for path in tried]


def _leads_to_nothing_public(redirect: Redirect) -> bool:
    return bool(redirect.redirect_page_id) and not only_public(Page.objects.filter(pk=redirect.redirect_page_id)).exists()
