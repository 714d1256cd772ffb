"""The addresses of the older site as redirects to ours."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from news.models import NewsArticlePage
from policesite.importing.report import Report
from policesite.pages.redirects import stored_path

TRACKING = frozenset({"fbclid", "gclid", "msclkid", "igshid", "ref", "source"})  # they say who follows a link, not where it leads
TRACKING_BEGINS = ("utm", "mc_", "pk_")


def redirect_from(address: str, page: NewsArticlePage, site: Site, report: Report) -> None:
    """Have the older address lead to `page`, unless an editor has sent it elsewhere. Whatever its query, Wagtail knows the plain one."""
    parts = urlsplit(address)
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0].lower())])
    if parts.path in ("", "/"):
        report.refuse("old address that is the front page's, and can lead nowhere else", page.title)
        return
    old = stored_path(f"{parts.path}?{query}" if query else parts.path)
    if old == stored_path(page.get_url() or ""):
        return
    redirect, is_new = Redirect.objects.get_or_create(old_path=old, site=site, defaults={"redirect_page": page})
    if not is_new and redirect.redirect_page_id != page.pk:
        report.note(f"“{page.title}”: {old} leads somewhere else already, and still does.")


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_BEGINS)


def unanswered(paths: dict[str, str], site: Site) -> dict[str, str]:
    """Of the linked paths, those that no redirect answers, each with the title of a story that links there."""
    stored = {stored_path(path): title for path, title in paths.items()}
    answered = set(Redirect.get_for_site(site).filter(old_path__in=stored).values_list("old_path", flat=True))
    return {path: stored[path] for path in sorted(stored.keys() - answered)}
