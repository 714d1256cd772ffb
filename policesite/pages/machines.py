"""What machines read of a site: which pages there are, which addresses are not for them, and whom to tell of a hole."""

from datetime import timedelta
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from policesite import clock
from policesite.forces.sites import site_of

from .public import listed_pages

MOST_ADDRESSES = 50_000  # in one file, by sitemaps.org's own rule
SECURITY_LASTS = timedelta(days=180)
NOT_FOR_MACHINES = ("/admin/", "/search/", "/neighbourhoods/find/", "/feedback/", "/cookies/")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every listed page of this site, with the day on which it changed: one statement however many there are."""
    site = site_of(request)
    home = site.root_page.url_path
    pages = listed_pages(site).order_by("path").values_list("url_path", "last_published_at")[:MOST_ADDRESSES]
    urls = [(urljoin(site.root_url, "/" + path.removeprefix(home)), changed) for path, changed in pages]
    return render(request, "sitemap.xml", {"urls": urls}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in NOT_FOR_MACHINES), "", f"Sitemap: {site_of(request).root_url}/sitemap.xml"]
    return _text(lines)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to tell us of a hole in the site, good for half a year from today."""
    root = site_of(request).root_url
    expires = (clock.now() + SECURITY_LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    return _text(
        [
            f"Contact: {root}/contact-us/",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            "Preferred-Languages: en",
            f"Canonical: {root}/.well-known/security.txt",
        ]
    )


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
