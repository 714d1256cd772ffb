"""News for feed readers: Atom and RSS."""

from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.views.decorators.http import require_safe

from news.models import NewsArticlePage, NewsIndexPage
from policesite.forces.sites import site_of

FORMATS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
ENTRIES = 30
# What XML 1.0 cannot hold, however it is written.
_NOT_XML = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}


@require_safe
def news_feed(request: HttpRequest, form: str) -> HttpResponse:
    """The newest stories of this site, newest first. Raises Http404 for a form that is neither Atom nor RSS."""
    index = NewsIndexPage.objects.in_site(site_of(request)).public().first()
    if form not in FORMATS or index is None:
        raise Http404("There is no such feed.")
    feed = _feed(index, FORMATS[form], urljoin(index.full_url, f"feed/{form}/"))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _feed(index: NewsIndexPage, form: type[SyndicationFeed], address: str) -> SyndicationFeed:
    feed = form(title=_xml(index.seo_title or index.title), link=index.full_url, description=_xml(index.summary), language="en-gb", feed_url=address)
    for article in index.articles.newest_first().prefetch_related("updates")[:ENTRIES]:
        _add(feed, article)
    return feed


def _add(feed: SyndicationFeed, article: NewsArticlePage) -> None:
    feed.add_item(
        title=_xml(article.title),
        link=article.full_url,
        unique_id=article.full_url,
        description=_xml(article.summary),
        pubdate=article.first_published_at,
        updateddate=article.changed_at or article.first_published_at,
        categories=[article.get_kind_display(), *article.topic_names],
    )


def _xml(text: str) -> str:
    return text.translate(_NOT_XML)
