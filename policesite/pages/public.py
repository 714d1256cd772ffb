"""What the public may see. Pages, lists, feeds, search, sitemap and API all ask here, and only here.

All of it stands on Wagtail's own page table or on PageState, so that one statement answers for pages of every type.
"""

from datetime import datetime
from functools import cache, reduce
from operator import or_

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageManager, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from policesite import clock


@cache
def is_restricted() -> Exists:
    """Whether a page, or one above it, asks for a log-in or a password: an expression for a query over pages."""
    restrictions = PageViewRestriction.objects.alias(outer=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
    return Exists(restrictions.filter(outer__startswith=F("page__path")))


@cache
def _is_decided(*fields: str) -> Exists:
    """Whether somebody decided about a page what one of these fields is the date of. Asked as NOT EXISTS: PostgreSQL guesses a join
    with "or is null" far wrong, and would then read every article of twenty thousand to show the newest twelve."""
    decided = reduce(or_, (Q(**{f"{field}__isnull": False}) for field in fields))
    return Exists(apps.get_model("pages", "PageState").objects.filter(decided, page=OuterRef("pk")))


def is_in_time(at: datetime, page: str = "") -> Q:
    """Neither early nor expired at the moment `at`; `page` is the way there from the query's own table, as "page__"."""
    has_come = Q(**{f"{page}go_live_at__isnull": True}) | Q(**{f"{page}go_live_at__lte": at})
    is_not_over = Q(**{f"{page}expire_at__isnull": True}) | Q(**{f"{page}expire_at__gt": at})
    return has_come & is_not_over


def _is_beneath_hidden(at: datetime) -> Exists:
    """Whether a page above is not live, early or expired. Few pages have others beneath them: an index holds those alone."""
    above = Page.objects.order_by().alias(below=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
    is_hidden = ~(Q(live=True) & is_in_time(at)) & ~Q(pk=OuterRef("pk"))
    return Exists(above.filter(is_hidden, numchild__gt=0, below__startswith=F("path")))


def is_hidden(page: Page, at: datetime) -> bool:
    """Of a page that has been read already: whether it is not live, early or expired at the moment `at`."""
    is_early, is_over = page.go_live_at and page.go_live_at > at, page.expire_at and page.expire_at <= at
    return bool(not page.live or is_early or is_over)


def only_public(pages: PageQuerySet, at: datetime | None = None) -> PageQuerySet:
    """Of `pages`, those that are live, not early, not expired, not held and open to everyone at the moment `at` (now).

    So must be each page above: while a campaign or an index is not public, nothing beneath it is (docs/adr/0085). Wagtail never makes a page live before its go-live moment; should anything else do so, the public still sees nothing.
    """
    return _undecided(pages, at or clock.now(), "held_at")


def only_listed(pages: PageQuerySet, at: datetime | None = None) -> PageQuerySet:
    """Of the public pages, those that have not been withdrawn: what lists, feeds and search show."""
    return _undecided(pages, at or clock.now(), "held_at", "withdrawn_at")


def _undecided(pages: PageQuerySet, at: datetime, *fields: str) -> PageQuerySet:
    return pages.filter(is_in_time(at), ~_is_decided(*fields), ~is_restricted(), ~_is_beneath_hidden(at), live=True)


def public_pages(site: Site, at: datetime | None = None) -> PageQuerySet:
    """Every public page of one site, of whatever type."""
    return only_public(Page.objects.in_site(site), at)


def listed_pages(site: Site, at: datetime | None = None) -> PageQuerySet:
    """Every page of one site that lists, feeds and search may show."""
    return only_listed(Page.objects.in_site(site), at)


class BasePageQuerySet(PageQuerySet):
    """The same two questions of one page type: `NewsArticlePage.objects.child_of(index).listed()`."""

    def public(self, at: datetime | None = None):
        return only_public(self, at)

    def listed(self, at: datetime | None = None):
        return only_listed(self, at)

    def delete(self):
        """As treebeard's, which reads three fields of each page: what a type's manager brings along would need more, and fail."""
        return super(BasePageQuerySet, self.select_related(None)).delete()

    delete.alters_data = delete.queryset_only = True  # as Django's own


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
