"""What each page of news asks of the database, exactly, and the same however much news there is."""

import pytest
from django.core.files.base import ContentFile

from news.models import NewsArticlePage, UpdateNote
from policesite.images.models import SiteImage
from tests.conftest import picture_bytes

from .conftest import article, on


def hero(number: int) -> SiteImage:
    return SiteImage.objects.create(title=f"Scene {number}", description="A street.", file=ContentFile(picture_bytes(), name="scene.png"))


@pytest.fixture(params=[5, 60])
def much_news(request, index, burglary, area):
    """As many articles as the test is for: each with a picture, a topic, an area and a note."""
    picture = [hero(number) for number in range(2)]
    for number in range(request.param):
        page = article(index, f"Story {number}", at=on(1 + number % 28), topics=[burglary], areas=[area], hero=picture[number % 2])
        UpdateNote.objects.create(page=page, text="We know more.")
    return request.param


def ask(client, count, address):
    client.get(address)  # the first request of a process fills Wagtail's own caches
    with count:
        assert client.get(address).status_code == 200


def test_an_article(client, much_news, django_assert_num_queries):
    ask(client, django_assert_num_queries(8), NewsArticlePage.objects.first().url)


def test_the_index(client, much_news, django_assert_num_queries):
    ask(client, django_assert_num_queries(9), "/news/")


def test_the_index_with_filters(client, much_news, django_assert_num_queries):
    ask(client, django_assert_num_queries(8), "/news/?topic=burglary&kind=story&area=kings-heath")
