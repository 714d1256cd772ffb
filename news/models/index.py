from django.http import HttpRequest, HttpResponsePermanentRedirect, QueryDict
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from news.choices import choices_of
from news.finding import MOST_HITS, PAGE_SIZE, Key, Wanted
from news.tally import tally_of
from policesite import clock
from policesite.delivery.caching import kept_by_nobody
from policesite.forces.sites import site_of
from policesite.pages.cards import Card
from policesite.pages.models import BasePage
from policesite.search.finding import having
from policesite.search.spelling import corrected

from .addresses import digest_of
from .articles import NewsArticlePage


class NewsIndexPage(BasePage):
    """All the news of one site, newest first."""

    lists_children = True
    template = "news/news_index_page.html"
    section = "news"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["news.NewsArticlePage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "news index"

    @property
    def articles(self):
        return NewsArticlePage.objects.child_of(self).listed()

    def cards(self, limit: int) -> list[Card]:
        """The newest, the newest featured one of them first."""
        newest = list(self.articles.newest_first()[:limit])
        return [article.card for article in sorted(newest, key=lambda article: not article.featured)]

    def route(self, request: HttpRequest, path_components: list[str]):
        """An article that is over has lost the name in its address: who follows the old link still gets to it."""
        if len(path_components) == 1:
            digest = digest_of(self.pk, path_components[0])
            article = NewsArticlePage.objects.child_of(self).public().filter(former_addresses__digest=digest).first()
            if article:
                return RouteResult(self, kwargs={"moved_to": article.url})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, moved_to: str = ""):
        """`?page=` was never an address of ours; whoever guesses it starts at the newest. What somebody searches for is kept by nobody."""
        if moved_to:
            return HttpResponsePermanentRedirect(moved_to)
        if "page" in request.GET:
            return HttpResponsePermanentRedirect(self.url + Wanted.from_query(request.GET).having())
        response = super().serve(request)
        return kept_by_nobody(response) if request.GET.get("words") else response

    def own_address(self, query: QueryDict) -> str | None:
        """Each stretch of the older news is a page of its own; a choice from the list is not."""
        before = Wanted.from_query(query).before
        return self.full_url and self.full_url + Wanted().having(before=before)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What the address asks for. Raises Http404 for a topic or an area that there is not, or a month to come."""
        wanted = Wanted.from_query(request.GET)
        hits = having(wanted.words, site_of(request), MOST_HITS) if wanted.words else None
        is_counted = not wanted.words or hits is not None
        tally = tally_of(self, hits)
        filters = choices_of(tally, wanted, self, is_counted=is_counted)
        found = wanted.page_of(self.articles, hits)
        shown = found[:PAGE_SIZE]
        older = Key(shown[-1].first_published_at, shown[-1].pk) if len(found) > PAGE_SIZE else None
        return super().get_context(request, *args, **kwargs) | filters | {
            "wanted": wanted,
            "total": tally.total(wanted) if is_counted else None,
            "meant": "" if found or not wanted.words else corrected(wanted.words, site_of(request), clock.now()),
            "lead": None if wanted else self.lead(shown),
            "articles": shown,
            "older": older and wanted.having(before=older),
            "all_topics": wanted.having(topic=""),
            "newest": wanted.having(),
        }  # fmt: skip

    def lead(self, shown: list[NewsArticlePage]) -> NewsArticlePage | None:
        """The newest featured story, however old it is; without one, the newest of all."""
        featured = next((article for article in shown if article.featured), None)
        return featured or self.articles.filter(featured=True).newest_first().with_pictures().first() or next(iter(shown), None)
