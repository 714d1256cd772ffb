"""What machines read of a site: which pages there are, which addresses are not for them, and whom to tell of a hole."""

from datetime import timedelta
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail import hooks

from policesite import clock
from policesite.forces.sites import site_of

from .changes import in_order_of_tree, last_changes
from .public import listed_pages

MOST_ADDRESSES = 50_000  # in one file, by sitemaps.org's own rule
SECURITY_LASTS = timedelta(days=180)
NOT_FOR_MACHINES = ("/admin/", "/search/", "/neighbourhoods/find/", "/feedback/", "/useful/", "/cookies/")
# What XML 1.0 cannot hold, however it is written.
_NOT_XML = dict.fromkeys([code for code in range(32) if chr(code) not in "\t\n\r"] + [0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every listed page of this site, with when it last changed, and what rooms above say of theirs: news and films.

    One statement for the pages however many there are; the hook `sitemap_details` gives {page's key: {"news", "video", "changed" or "leads_to": …}}.
    A page that sends visitors on to another is left out.
    """
    site, now = site_of(request), clock.now()
    home = site.root_page.url_path
    details = {key: more for give in hooks.get_hooks("sitemap_details") for key, more in give(site, now).items()}
    pages = in_order_of_tree(listed_pages(site, now), MOST_ADDRESSES)
    changed = last_changes(pages, {key: more["changed"] for key, more in details.items() if "changed" in more})
    urls = [
        (urljoin(site.root_url, "/" + page.url_path.removeprefix(home)), changed[page.pk], details.get(page.pk))
        for page in pages
        if "leads_to" not in details.get(page.pk, {})
    ]
    shown = render_to_string("sitemap.xml", {"urls": urls, "root": site.root_url, "name": site.force.name})
    return HttpResponse(shown.translate(_NOT_XML), content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in NOT_FOR_MACHINES), "", f"Sitemap: {site_of(request).root_url}/sitemap.xml"]
    return _text(lines)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to tell us of a hole in the site, as an admin has set it, good for half a year from today."""
    site = site_of(request)
    root = site.root_url
    expires = (clock.now() + SECURITY_LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    return _text(
        [
            f"Contact: {site.force.security_contact or f'{root}/feedback/'}",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            "Preferred-Languages: en",
            f"Canonical: {root}/.well-known/security.txt",
        ]
    )


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
