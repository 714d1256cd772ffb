"""Whoever follows an old link gets to the story."""

from wagtail.contrib.redirects.models import Redirect

from news.importing.stories import read
from news.models import NewsArticlePage
from policesite.importing.report import Report
from tests.news.old_site import SITE, item, only


def linked(title: str, key: str, link: str) -> str:
    return item(title, key).replace("<guid>", f"<link>{link}</link><guid>")


def test_the_longest_old_addresses_lead_to_their_stories_too(client, news, bring):
    long = "/police-forces/old/areas/" + "/".join(f"a-very-long-part-of-an-address-{n}" for n in range(12)) + "/"
    bring(only(linked("Long", "1", SITE + long), linked("Longer", "2", f"{SITE}{long}and-on/"), linked("Lang", "3", f"{SITE}/{'%C3%BC' * 260}/")))
    for old, slug in (
        (long, "long"),
        (long.rstrip("/"), "long"),
        (f"{long}?utm_source=x", "long"),
        (f"{long}and-on/", "longer"),
        (f"/{'%C3%BC' * 260}/", "lang"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer.get("Location", "")) == (301, f"/news/{slug}/"), old
    assert client.get(f"{long}elsewhere/").status_code == 404
    assert max(map(len, Redirect.objects.values_list("old_path", flat=True))) <= 255


def test_a_link_that_says_who_follows_it_leads_on_without_that_too(client, news, bring):
    said = bring(
        only(
            linked("Tracked", "1", f"{SITE}/old/x/?utm=1&amp;utm_source=rss&amp;fbclid=2"),
            linked("Numbered", "2", f"{SITE}/old/?reference=7&amp;utm_medium=rss"),
            linked("Front", "3", f"{SITE}/?p=3"),
        )
    )
    for old, slug in (("/old/x/", "tracked"), ("/old/x/?utm=1", "tracked"), ("/old/?reference=7", "numbered")):
        assert client.get(old).headers.get("Location") == f"/news/{slug}/", old
    assert client.get("/old/?reference=8").status_code == 404
    assert "1 × old address that is the front page's, and can lead nowhere else: Front" in said


def test_links_of_a_feed_are_read_from_where_the_feed_is(client, news, bring):
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"{base}><title>x</title><link rel="self" href="https://self.example/feed"/>
    <entry{inner}><id>a</id><title>A</title><link href="x/"/><updated>2024-03-04T09:30:00Z</updated><content>Words</content></entry></feed>"""
    found = {}
    for base, inner, came_from in (
        ("", "", f"{SITE}/news/feed"),
        ("", "", ""),
        (' xml:base="/deep/"', "", f"{SITE}/news/feed"),
        (' xml:base="https://b.example/c/"', ' xml:base="d/"', ""),
    ):
        feed = read(atom.format(base=base, inner=inner).encode(), Report(), came_from)
        found[base, inner, came_from] = (feed.host, feed.stories[0].address)
    www = "www.old.example.police.uk"
    assert list(found.values()) == [
        (www, f"{SITE}/news/x/"),
        ("self.example", "https://self.example/x/"),
        (www, f"{SITE}/deep/x/"),
        ("b.example", "https://b.example/c/d/x/"),
    ]
    bring(only(linked("Relative", "1", "/old/r/")))
    assert client.get("/old/r/").headers["Location"] == NewsArticlePage.objects.get().url
