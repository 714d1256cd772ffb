import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

LONGEST = Redirect._meta.get_field("old_path").max_length


def stored_path(address: str) -> str:
    """An old address as a redirect stores it: one that is too long for that by its beginning and a digest of the whole."""
    path = Redirect.normalise_path(address)
    return path if len(path) <= LONGEST else f"{path[:180]}…{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()}"


class Redirects(RedirectMiddleware):
    """Wagtail's redirects: it looks up in the database each address that was not found, with its query.

    An answer that nobody may keep is to a question that nobody may keep, so it is looked up nowhere.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if "no-store" in response.get("Cache-Control", ""):
            return response
        answer = super().process_response(request, response)
        return _for_a_long_address(request) or answer if answer.status_code == 404 else answer


def _for_a_long_address(request: HttpRequest) -> HttpResponse | None:
    """Where a redirect leads whose address was too long to be stored as it is; as Wagtail does, with the query first."""
    tried = dict.fromkeys((request.get_full_path(), request.path))
    found = (get_redirect(request, stored_path(address)) for address in tried if len(Redirect.normalise_path(address)) > LONGEST)
    redirect = next(filter(None, found), None)
    if redirect is None or redirect.link is None:
        return None
    return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(redirect.link)
