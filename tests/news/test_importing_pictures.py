"""Pictures from the older site: from its own place alone, never those that were taken down here, each use with its own description."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from news.importing.fetching import claimed_place, place_of
from news.management.commands.import_news import place_of_pictures
from news.models import NewsArticlePage
from policesite.images.models import SiteImage, TakenDownFile
from policesite.images.taking_down import take_down
from tests.conftest import picture_bytes
from tests.news.old_site import SITE, item, only


@pytest.fixture
def one_photograph(old_site, monkeypatch):
    monkeypatch.setattr("news.management.commands.import_news.fetch_claimed", lambda address, most: picture_bytes())


def shown(name: str, alt: str = "") -> str:
    return f'&lt;p&gt;Words.&lt;/p&gt;&lt;img src="{SITE}/{name}.png" alt="{alt}"&gt;'


def test_a_picture_that_was_taken_down_here_does_not_come_back_with_any_story(news, bring, one_photograph, settings):
    bring(only(item("One", "1", body=shown("a", "A van"))))
    take_down(SiteImage.objects.get())
    said = bring(only(item("One", "1", body=f"New. {shown('a', 'A van')}"), item("Two", "2", body=shown("other-name", "A van"))))
    assert "2 × picture that was taken down here" in said
    assert not SiteImage.objects.filter(taken_down_at=None).exists()
    assert not any(block.block_type == "image" for page in NewsArticlePage.objects.all() for block in page.body)
    assert len(TakenDownFile.objects.get().digest) == 64
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new one", [settings.SECRET_KEY]
    assert "1 × picture that was taken down here" in bring(only(item("Three", "3", body=shown("b", "A van")))), "the key may change"


def test_each_story_says_of_a_picture_what_it_said_on_the_older_site(client, news, bring, one_photograph):
    uses = (("One", ""), ("Two", "A van at night"), ("Three", "The van, stopped"))
    said = "".join(bring(only(item(title, title, body=shown(title, alt)))) for title, alt in uses)
    html = {page.title: client.get(page.url).content.decode() for page in NewsArticlePage.objects.all()}
    assert SiteImage.objects.count() == 1
    assert 'alt="A van at night"' in html["Two"] and 'alt="The van, stopped"' in html["Three"]
    assert "van" not in html["One"] and "“One”: a picture has no description (One.png)" in said


def test_a_leading_picture_that_had_no_description_gets_the_one_that_comes_later_and_a_different_one_is_reported(news, bring, one_photograph):
    lead = '<m:content xmlns:m="http://search.yahoo.com/mrss/" url="{}/{}.png" medium="image"><m:description>{}</m:description></m:content></item>'
    items = [item(f"Story {n}", n).replace("</item>", lead.format(SITE, n, alt)) for n, alt in ((1, ""), (2, "A van"), (3, "A lorry"))]
    said = "".join(bring(only(each)) for each in items)
    assert SiteImage.objects.get().description == "A van" and not SiteImage.objects.get().is_decorative
    assert "“Story 3”: its picture is described there as “A lorry”, and here as “A van”" in said


@pytest.mark.parametrize(
    ("place", "address", "asked"),
    [
        (place_of("https://old.example/feed"), "https://www.old.example/a.png", "https://www.old.example/a.png"),
        (place_of("https://old.example/feed"), "http://old.example/a.png", "https://old.example/a.png"),
        (place_of("https://old.example/feed"), "https://old.example:8443/a.png", ""),
        (place_of("https://old.example/feed"), "http://127.0.0.1/a.png", ""),
        (place_of("http://old.example:8080/feed"), "http://old.example:8080/a.png", "http://old.example:8080/a.png"),
        (place_of("http://old.example:8080/feed"), "http://old.example/a.png", ""),
        (claimed_place("old.example"), "http://old.example:6379/a.png", ""),
        (claimed_place("old.example"), "file:///etc/passwd", ""),
        (claimed_place("old.example"), "https://old.example.evil.example/a.png", ""),
        (claimed_place("old.example"), "https://[broken/a.png", ""),
    ],
)
def test_pictures_are_asked_for_only_where_the_older_site_is(place, address, asked):
    assert place.address_there(address) == asked


def test_where_the_feed_came_from_counts_and_not_what_it_says_of_itself(news, old_site, monkeypatch):
    feed = only(item("One", "1", body=shown("a", "A van"))).replace(SITE.encode(), b"http://127.0.0.1:9000")
    monkeypatch.setattr("news.management.commands.import_news.fetch", lambda address, most: old_site.append(address) or feed)
    out = StringIO()
    call_command("import_news", f"{SITE}/feed", "--quiet", stdout=out)
    assert "1 × picture not on the older site's own host" in out.getvalue() and old_site == [f"{SITE}/feed"]
    assert place_of_pictures("export.xml", "10.0.0.5:8443", "old.example") == place_of("https://10.0.0.5:8443")
    assert not place_of_pictures("export.xml", None, "localhost").is_named
    with pytest.raises(CommandError, match="is no host"):
        place_of_pictures("export.xml", "ftp://old.example", "")


def test_a_picture_of_another_kind_is_left_out_and_its_story_comes(news, bring, monkeypatch):
    monkeypatch.setattr(
        "news.management.commands.import_news.fetch_claimed", lambda address, most: picture_bytes(format="PPM" if "odd" in address else "PNG")
    )
    said = bring(
        only(item("One", "1", body=shown("odd", "A van")), item("Two", "2", body=shown("good", "A van").replace("good.png", "show.php?id=1")))
    )
    assert "1 × file that is no picture we can use: “One”: odd.png" in said
    assert NewsArticlePage.objects.filter(live=True).count() == 2
    assert SiteImage.objects.get().file.name.endswith("/picture.png"), "named for what it is, not for its address"
