"""The addresses of the older site as redirects to ours."""

from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from news.models import NewsArticlePage
from policesite.importing.report import Report
from policesite.pages.redirects import public_link, redirect_of, stored_path
from policesite.pages.routing import route


def old_path(address: str) -> str:
    """An older address as its redirect is stored; "" for the front page's."""
    parts = urlsplit(address)
    return "" if parts.path in ("", "/") else stored_path(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def redirect_from(address: str, page: NewsArticlePage, site: Site, report: Report) -> None:
    """Have the older address lead to `page`, unless an editor has sent it elsewhere or a page of ours stands there."""
    old, path = old_path(address), urlsplit(address).path
    if not old:
        report.refuse("old address that is the front page's, and can lead nowhere else", page.title)
        return
    if stored_path(path) == stored_path(page.get_url() or ""):
        return
    if is_answered(path, site):
        report.note(f"“{page.title}”: its old address, {old}, is one of this site already, which goes on answering it.")
        return
    redirect, is_new = Redirect.objects.get_or_create(old_path=old, site=site, defaults={"redirect_page": page})
    if not is_new and redirect.redirect_page_id != page.pk:
        report.note(f"“{page.title}”: {old} leads somewhere else already, and still does.")


def is_answered(path: str, site: Site) -> bool:
    """Whether something here answers a path, so that no redirect would ever be asked for it: a page, or what is no page and has a fixed address."""
    path = unquote(path)
    try:
        found = resolve(path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/")
        if found.url_name == "wagtail_serve":
            request = HttpRequest()
            request._wagtail_site = site
            route(request, *found.args)
    except (Resolver404, Http404):
        return False
    return found.url_name == "wagtail_serve" or not found.kwargs


def unanswered(addresses: dict[str, str], site: Site) -> dict[str, str]:
    """Of the linked addresses, those that neither a page nor a redirect answers, each with the title of a story that links there."""
    return {
        address: title
        for address, title in sorted(addresses.items())
        if not (is_answered(address.partition("?")[0], site) or ((redirect := redirect_of(address, site)) and public_link(redirect)))
    }
