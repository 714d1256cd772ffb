import hashlib
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.crypto import salted_hmac
from django.utils.deprecation import MiddlewareMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from policesite.forces.sites import site_of

from .public import only_public

LONGEST = Redirect._meta.get_field("old_path").max_length
TRACKING = frozenset({"fbclid", "gclid", "msclkid", "igshid", "ref", "source"})  # they say who follows a link, not where it leads
TRACKING_BEGINS = ("utm", "mc_", "pk_")


def stored_path(address: str) -> str:
    """An old address as a redirect stores it: its path in lower case, without what only says who follows the link.

    One that is too long for that is stored by its beginning and a digest of the whole. docs/adr/0089.
    """
    path, mark, query = Redirect.normalise_path(without_tracking(address)).partition("?")
    path = f"{path.lower()}{mark}{query}"
    return path if len(path) <= LONGEST else f"{path[:180]}…{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()}"


def secret_path(stored: str) -> str:
    """What stands for a stored path that holds a name: nobody without the site's secret key can try names on it."""
    return f"/…{salted_hmac('policesite.redirects', stored, algorithm='sha256').hexdigest()}"


def make_secret(redirects: QuerySet[Redirect]) -> None:
    """Have old links lead where they led, with none of the old addresses kept."""
    secret = [
        Redirect(old_path=secret_path(stored_path(row.old_path)), site_id=row.site_id, redirect_page_id=row.redirect_page_id) for row in redirects
    ]
    redirects.delete()
    Redirect.objects.bulk_create(secret, ignore_conflicts=True)


def without_tracking(address: str) -> str:
    path, _, query = address.partition("?")
    kept = "&".join(pair for pair in query.split("&") if pair and not _is_tracking(pair.partition("=")[0].lower()))
    return f"{path}?{kept}" if kept else path


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_BEGINS)


def redirect_of(address: str, site: Site) -> Redirect | None:
    """The redirect that answers an address of a site: one with its query before one without, as it was typed before as we store it."""
    if "\0" in address or "%00" in address:
        return None  # the database holds no such thing
    forms = {}  # in the order in which they are asked for
    for asked in (address, urlsplit(address).path):
        stored = stored_path(asked)
        forms |= dict.fromkeys((Redirect.normalise_path(asked), stored, secret_path(stored)))
    order = list(forms)
    found = Redirect.get_for_site(site).filter(old_path__in=order).select_related("redirect_page")
    return min(found, key=lambda row: (order.index(row.old_path), row.site_id is None), default=None)


def public_link(redirect: Redirect) -> str:
    """Where a redirect leads; "" where that is no page that is public now."""
    if redirect.redirect_page_id and not only_public(Page.objects.filter(pk=redirect.redirect_page_id)).exists():
        return ""
    return redirect.link or ""


class Redirects(MiddlewareMixin):
    """Answers an address that was not found by where a redirect leads: Wagtail's list, asked once.

    Unlike Wagtail's own middleware it finds addresses of any length, and never tells the address of a page that is not public.
    An answer that nobody may keep is to a question that nobody may keep, so it is looked up nowhere.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or "no-store" in response.get("Cache-Control", ""):
            return response
        redirect = redirect_of(request.get_full_path(), site_of(request))
        if redirect is None or not (link := public_link(redirect)):
            return response
        return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(link)
