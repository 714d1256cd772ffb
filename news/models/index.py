from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from neighbourhoods.models import NeighbourhoodPage
from news.finding import PAGE_SIZE, Key, Wanted
from news.kinds import Kind
from policesite.pages.cards import Card
from policesite.pages.models import BasePage

from .articles import NewsArticlePage
from .topics import Topic


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as the page offers it."""

    name: str
    value: str
    url: str
    is_chosen: bool


class NewsIndexPage(BasePage):
    """All the news of one site, newest first."""

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

    @cached_property
    def topics(self) -> list[Topic]:
        """Those that some story here is about."""
        used = NewsArticlePage.topics.through.objects.filter(newsarticlepage__in=self.articles.values("pk"))
        return list(Topic.objects.filter(pk__in=used.values("topic")))

    @cached_property
    def areas(self) -> list[NeighbourhoodPage]:
        used = NewsArticlePage.areas.through.objects.filter(newsarticlepage__in=self.articles.values("pk"))
        return list(NeighbourhoodPage.objects.filter(pk__in=used.values("neighbourhoodpage")).listed().by_name())

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What the address asks for. Raises Http404 for a topic or an area that no news is about."""
        wanted = Wanted.from_query(request.GET)
        filters = self.filters(wanted)
        found = list(wanted.of(self.articles).with_pictures()[: PAGE_SIZE + 1])
        shown = found[:PAGE_SIZE]
        older = Key(shown[-1].first_published_at, shown[-1].pk) if len(found) > PAGE_SIZE else None
        return super().get_context(request, *args, **kwargs) | filters | {
            "wanted": wanted,
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

    def filters(self, wanted: Wanted) -> dict[str, list[Choice]]:
        offered = {
            "topic": [(topic.name, topic.slug) for topic in self.topics],
            "kind": [(kind.label, kind.value) for kind in Kind],
            "area": [(area.title, area.slug) for area in self.areas],
        }
        for name, choices in offered.items():
            value = getattr(wanted, name)
            if value and value not in dict(map(reversed, choices)):
                raise Http404(f"No news has the {name} “{value[:60]}”.")
        return {f"{name}_choices": _choices(wanted, name, choices) for name, choices in offered.items()}


def _choices(wanted: Wanted, name: str, choices: list[tuple[str, str]]) -> list[Choice]:
    chosen = getattr(wanted, name)
    return [Choice(label, value, wanted.having(**{name: value}), value == chosen) for label, value in choices]
