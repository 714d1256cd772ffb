from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager
from wagtail.search import index

from policesite.blocks.field import BodyField
from policesite.images.models import SiteImage
from policesite.pages.cards import Card
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet


class NewsIndexPage(BasePage):
    """All the news of one site, newest first."""

    template = "news/news_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["news.NewsArticlePage"]
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "news index"

    @cached_property
    def articles(self):
        return NewsArticlePage.objects.child_of(self).listed().newest_first().with_pictures()

    def cards(self, limit: int) -> list[Card]:
        return [article.card for article in self.articles[:limit]]


class NewsArticleQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def with_pictures(self):
        return self.select_related("hero").prefetch_related("hero__renditions")


class NewsArticlePage(BasePage):
    hero = models.ForeignKey(SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body = BodyField()

    objects = PageManager.from_queryset(NewsArticleQuerySet)()

    template = "news/news_article_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("hero"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    label = "News"

    class Meta:
        verbose_name = "news article"

    @property
    def card_image(self):
        return self.hero

    @property
    def card_date(self):
        return self.first_published_at
