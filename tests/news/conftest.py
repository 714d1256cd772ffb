from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.models import NewsArticlePage, NewsIndexPage, Topic
from policesite import clock
from policesite.clock import LONDON
from policesite.importing.report import SourceError
from tests.conftest import picture_bytes, publish
from tests.news.old_site import rss

DAY_OF_IMPORT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


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


@pytest.fixture
def old_site(monkeypatch):
    """The older site's pictures, without a network; what was asked for is on record."""
    asked = []

    def fetch(address, most):
        asked.append(address)
        if address.endswith(".png"):
            return picture_bytes(width=40 + len(asked))  # each another picture
        if address.endswith("feed"):
            return rss()
        raise SourceError(f"{address} answered 404.")

    for name in ("fetch", "fetch_claimed"):
        monkeypatch.setattr(f"news.management.commands.import_news.{name}", fetch)
    with clock.at(DAY_OF_IMPORT):
        yield asked


@pytest.fixture
def news(northants, old_site):
    Topic.objects.create(name="Burglary", slug="burglary")
    return publish(northants.home, NewsIndexPage(title="News", slug="news", summary="What we do."))


@pytest.fixture
def bring(tmp_path, old_site):
    def run(document: bytes, *arguments: str) -> str:
        file, out = tmp_path / "feed.xml", StringIO()
        file.write_bytes(document)
        call_command("import_news", str(file), "--quiet", *arguments, stdout=out)
        return out.getvalue()

    return run
