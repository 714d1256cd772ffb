"""From an address to a page in two statements, however deep it is."""

from django.http import Http404
from wagtail.models import Page

from .public import is_restricted


def find_page(home: Page, components: list[str]) -> tuple[Page, list[str]]:
    """The deepest page on the way given by `components`, and what is left of them for that page to answer.

    The pages above it are kept on it: `trail` and `get_parent` then cost nothing. Raises Http404 when not
    even the first step is there.
    """
    addresses = [home.url_path + "/".join(components[: depth + 1]) + "/" for depth in range(len(components))]
    rows = Page.objects.filter(url_path__in=addresses, path__startswith=home.path).annotate(is_restricted=is_restricted())
    by_address = {row.url_path: row for row in rows.select_related("content_type")}
    way = []
    for address in addresses:
        if address not in by_address:
            break
        way.append(by_address[address])
    if not way:
        raise Http404("There is no page at this address.")
    page = way[-1].specific
    page.is_restricted = way[-1].is_restricted
    page.trail = [home, *way[:-1]]
    page._cached_parent_obj = page.trail[-1]  # where treebeard's get_parent looks first
    return page, components[len(way) :]
