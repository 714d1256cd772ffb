from wagtail import hooks

from news.models import NewsArticlePage
from policesite.pages.cards import Card


@hooks.register("neighbourhood_news")
def news_of_the_area(area, limit: int) -> list[Card]:
    """For the team page of `area`: the newest stories that name it."""
    return [article.card for article in NewsArticlePage.objects.filter(areas=area).listed().newest_first().with_pictures()[:limit]]
