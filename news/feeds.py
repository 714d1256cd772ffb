"""News for feed readers: Atom and RSS, of all news, of a topic or of an area.

An entry is known by a number that never changes and names nobody, so that an appeal that is over replaces itself in every
reader; what was taken down is named in a tombstone (RFC 6721).
"""

from datetime import datetime
from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.html import escape
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from neighbourhoods.models import NeighbourhoodPage
from news.finding import Wanted
from news.models import NewsArticlePage, NewsIndexPage, Topic, UpdateNote
from news.tombstones import entry_id, tombstones_of
from policesite import clock
from policesite.forces.sites import site_of

ENTRIES = 30
# What XML 1.0 cannot hold, however it is written.
_NOT_XML = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None} | dict.fromkeys(range(0xD800, 0xE000))
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class AtomFeed(Atom1Feed):
    """Atom with tombstones. Its date is that of the newest thing in it, never the minute of asking: the same news are the same bytes."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:at": TOMBSTONES}

    def latest_post_date(self) -> datetime:
        return self.feed["changed"]

    def write_items(self, handler):
        super().write_items(handler)
        for stone in self.feed["tombstones"]:
            handler.addQuickElement("at:deleted-entry", "", {"ref": stone.ref, "when": rfc3339_date(stone.at)})


class RssFeed(Rss201rev2Feed):
    def latest_post_date(self) -> datetime:
        return self.feed["changed"]


FORMATS = {"atom": AtomFeed, "rss": RssFeed}


@require_safe
def news_feed(request: HttpRequest, form: str, name: str = "", slug: str = "") -> HttpResponse:
    """The newest stories of this site, newest first, and those that were updated lately.

    Raises Http404 for a form that is neither Atom nor RSS, and for a topic or an area that there is not.
    """
    site = site_of(request)
    index = NewsIndexPage.objects.in_site(site).public().first()
    if form not in FORMATS or index is None:
        raise Http404("There is no such feed.")
    of, wanted = _about(index, name, slug)
    articles, stones = newest(index, wanted), tombstones_of(index, site.force.code)
    changed = max([*(changed_at(article) for article in articles), *(stone.at for stone in stones), index.last_published_at])
    address = urljoin(index.full_url, f"feed/{form}/" + (f"{name}/{slug}/" if name else ""))
    title = " – ".join(filter(None, [index.seo_title or index.title, of]))
    feed = FORMATS[form](
        title=_xml(title), link=index.full_url + wanted.having(), description=_xml(index.summary), language="en-gb", feed_url=address,
        feed_guid=address, changed=changed, tombstones=stones,
    )  # fmt: skip
    for article in articles:
        _add(feed, article, entry_id(site.force.code, article.pk))
    return _response(feed, changed)


def _about(index: NewsIndexPage, name: str, slug: str) -> tuple[str, Wanted]:
    """What the feed is about, in words and as filters."""
    if not name:
        return "", Wanted()
    if name == "topic" and (topic := Topic.objects.filter(slug=slug).first()):
        return topic.name, Wanted(topic=slug)
    areas = NeighbourhoodPage.objects.descendant_of(index.get_parent()).listed()
    if name == "area" and (area := areas.filter(slug=slug).first()):
        return area.title, Wanted(area=slug)
    raise Http404("There is no such feed.")


def newest(index: NewsIndexPage, wanted: Wanted) -> list[NewsArticlePage]:
    """The newest, and older ones about which readers learnt something lately: those that changed last come first."""
    listed = wanted.of(index.articles)
    notes = UpdateNote.objects.filter(at__lte=clock.now(), page__in=listed.order_by().values("pk")).order_by("-at")
    keys = {*listed.values_list("pk", flat=True)[:ENTRIES], *notes.values_list("page", flat=True)[:ENTRIES]}
    found = NewsArticlePage.objects.filter(pk__in=keys).prefetch_related("updates")
    return sorted(found, key=lambda article: (changed_at(article), article.pk), reverse=True)[:ENTRIES]


def changed_at(article: NewsArticlePage) -> datetime:
    return max(moment for moment in (article.first_published_at, article.changed_at) if moment)


def _add(feed: SyndicationFeed, article: NewsArticlePage, id: str) -> None:
    feed.add_item(
        title=_xml(article.title),
        link=article.full_url,
        unique_id=id,
        unique_id_is_permalink=False,
        description=_xml(words_of(article)),
        pubdate=article.first_published_at,
        updateddate=changed_at(article),
        categories=[_xml(name) for name in (article.get_kind_display(), *article.topic_names)],
    )


def words_of(article: NewsArticlePage) -> str:
    """The summary, and below it what readers were told later, the newest first: as HTML, which both forms expect here."""
    notes = [f"{note.get_kind_display()}, {note.at.astimezone(clock.LONDON):%-d %B %Y}: {note.text}" for note in article.shown_updates]
    return "".join(f"<p>{escape(words)}</p>" for words in (article.summary, *notes))


def _response(feed: SyndicationFeed, changed: datetime) -> HttpResponse:
    """Both validators: Last-Modified for readers that know no more, and ETag, which the middleware takes from the bytes."""
    response = HttpResponse(content_type=feed.content_type, headers={"Last-Modified": http_date(changed.timestamp())})
    feed.write(response, "utf-8")
    return response


def _xml(text: str) -> str:
    return text.translate(_NOT_XML)
