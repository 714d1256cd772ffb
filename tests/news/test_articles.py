from news.models import NewsArticlePage, NewsIndexPage
from tests.conftest import publish


def article(index, title="Bikes found", **fields):
    return publish(index, NewsArticlePage(title=title, summary="Ten stolen bikes are back.", **fields))


def test_a_published_article_can_be_read_at_its_address(client, northants):
    index = publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    article(index, slug="bikes-found", body=[("text", "<p>They were in a <b>lock-up</b>.</p>")])
    answer = client.get("/news/bikes-found/")
    assert answer.status_code == 200
    assert "lock-up" in answer.content.decode()
    assert not answer.cookies


def test_the_index_shows_the_article_with_its_picture(client, northants, picture):
    index = publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    article(index, hero=picture)
    content = client.get("/news/").content.decode()
    assert "Bikes found" in content
    assert f"/media/{picture.token}/" in content
