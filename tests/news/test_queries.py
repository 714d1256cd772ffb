"""What each page of news asks of the database, exactly: the same for two hundred articles and for twenty thousand, and however deep."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.finding import PAGE_SIZE, Key, Wanted
from news.models import NewsArticlePage, UpdateNote
from policesite.images.models import SiteImage
from tests.conftest import picture_bytes

from .bulk import copy_articles
from .conftest import article, on

MOST = {
    "/news/story-7/": 8,
    "/news/": 8,
    "/news/?topic=burglary&kind=story&area=kings-heath": 9,
    f"/news/?before={Key(on(20), 10**6)}": 7,
    "/news/?month=2026-10": 7,
    "/news/?words=story": 12,
    "/news/feed/atom/": 8,
    "/news/feed/rss/topic/burglary/": 10,
}


@pytest.fixture(params=[200, 20_000])
def much_news(request, index, burglary, area):
    """As many articles as the test is for, each with a picture, a topic, an area and some with a note."""
    picture = SiteImage.objects.create(title="Scene", description="A street.", file=ContentFile(picture_bytes(), name="scene.png"))
    model = article(index, "Story 0", at=on(24), topics=[burglary], areas=[area], hero=picture)
    UpdateNote.objects.create(page=model, text="We know more.")
    copy_articles(model, request.param, [burglary], [area])
    return request.param


def asked(client, address) -> int:
    client.get(address)  # the first request of a process fills Wagtail's own caches, and counts the news
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def test_every_page_of_news(client, index, much_news):
    assert {address: asked(client, address) for address in MOST} == MOST
    for before in (None, Key(on(20), 10**6), Key(NewsArticlePage.objects.order_by("first_published_at")[50].first_published_at, 10**9)):
        assert rows_read(Wanted(before=before).of(index.articles)[: PAGE_SIZE + 1]) < 200, before


def rows_read(articles) -> int:
    """The most rows that any step of the plan reads from the table of pages, to show a page of the list."""
    sql, given = articles.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", given)
        plan = json.dumps(cursor.fetchone()[0])
    steps = re.findall(r'"Relation Name": "wagtailcore_page".*?"Actual Rows": ([\d.]+)', plan)
    return int(max(map(float, steps)))
