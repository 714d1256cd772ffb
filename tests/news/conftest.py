from datetime import datetime

import pytest

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.models import NewsArticlePage, NewsIndexPage, Topic
from policesite.clock import LONDON
from tests.conftest import publish


@pytest.fixture
def index(northants):
    return publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories, appeals and results."))


@pytest.fixture
def burglary(db):
    return Topic.objects.create(name="Burglary", slug="burglary")


def article(index, title="Bikes found", *, at: datetime | None = None, **fields) -> NewsArticlePage:
    """A published article; `at` is when it was first published."""
    topics, areas = fields.pop("topics", ()), fields.pop("areas", ())
    page = NewsArticlePage(title=title, first_published_at=at, **{"summary": f"{title}: what happened."} | fields)
    page.topics.set(topics)
    page.areas.set(areas)
    return publish(index, page)


def on(day: int, hour: int = 9) -> datetime:
    """A moment in October 2026."""
    return datetime(2026, 10, day, hour, tzinfo=LONDON)


@pytest.fixture
def area(northants):
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Every team."))
    return publish(areas, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))
