"""From an address to a page in two statements, however deep it is. Wagtail asks once a step, and for the home page first."""

from django.http import Http404, HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from policesite import clock
from policesite.forces.sites import site_of

from .public import is_hidden, is_restricted


def route(request: HttpRequest, path: str) -> RouteResult:
    """The page that answers `path` on the request's own site. Raises Http404."""
    home = site_of(request).root_page
    page, rest = find_page(home, [step for step in path.split("/") if step])
    return page.route(request, rest)


def find_page(home: Page, steps: list[str]) -> tuple[Page, list[str]]:
    """The deepest page on the way given by `steps` below `home`, and what is left of them for that page to answer.

    What was decided about the page, and the pages above it, are kept on it: asking for them later costs nothing.
    """
    addresses = [home.url_path + "".join(f"{step}/" for step in steps[:depth]) for depth in range(len(steps) + 1)]
    rows = Page.objects.filter(url_path__in=addresses, path__startswith=home.path)
    by_address = {row.url_path: row for row in rows.select_related("content_type", "state").annotate(is_restricted=is_restricted())}
    way = []
    for address in addresses:
        if address not in by_address:
            break
        way.append(by_address[address])
    if not way or any(is_hidden(above, clock.now()) for above in way[:-1]):
        raise Http404("There is no page at this address.")
    return _with_what_is_known(way), steps[len(way) - 1 :]


def _with_what_is_known(way: list[Page]) -> Page:
    row = way[-1]
    page = row.specific
    page.is_restricted = row.is_restricted
    page.trail = way[:-1]
    page._state.fields_cache["state"] = getattr(row, "state", None)
    if page.trail:
        page._cached_parent_obj = page.trail[-1]  # where treebeard's get_parent looks first
    return page
