"""Whoever follows an old link gets to the story."""

from wagtail.contrib.redirects.models import Redirect

from news.importing.markup import body_of
from news.importing.stories import read
from news.models import NewsArticlePage
from policesite.importing.report import Report
from policesite.pages.models import ContentPage
from tests.conftest import publish
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


def test_a_feeds_own_link_and_what_others_append_to_it_lead_to_the_story(client, news, bring):
    bring(only(linked("Tracked", "1", f"{SITE}/old/x/?utm_source=rss&amp;id=9"), linked("Numbered", "2", f"{SITE}/old/Page.aspx?id=5&amp;x=1")))
    assert set(Redirect.objects.values_list("old_path", flat=True)) == {"/old/x?id=9", "/old/page.aspx?id=5&x=1"}
    for old, slug in (
        ("/old/x/?utm_source=rss&id=9", "tracked"),
        ("/old/x/?id=9&fbclid=7", "tracked"),
        ("/old/Page.aspx?id=5&x=1", "numbered"),
        ("/old/page.aspx?x=1&id=5&gclid=1&utm_campaign=z", "numbered"),
        ("/OLD/X/?id=9", "tracked"),
    ):
        assert client.get(old).headers.get("Location") == f"/news/{slug}/", old
    for none in ("/old/x/", "/old/x/?id=8", "/old/x/?ID=9", "/old/page.aspx?id=5", "/old/%00/", "/old/x/?%00"):
        assert client.get(none).status_code in (400, 404), none


def test_what_an_editor_typed_goes_before_what_an_import_stored(client, news, bring):
    bring(only(linked("One", "1", f"{SITE}/old/x/?id=1")))
    Redirect.objects.create(old_path="/old/x", redirect_link="/search/")
    Redirect.objects.create(old_path="/Poster?utm_source=poster", redirect_link="/news/", is_permanent=False)
    assert client.get("/old/x/?id=1&fbclid=2")["Location"] == "/news/one/"
    assert client.get("/old/x/?id=2")["Location"] == "/search/"
    answer = client.get("/Poster?utm_source=poster")
    assert (answer.status_code, answer["Location"]) == (302, "/news/")


def test_an_old_address_where_something_of_ours_stands_is_reported_and_no_redirect_is_made_that_could_never_work(client, northants, news, bring):
    publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How."))
    links = {"search": "/search/", "contact": "/contact-us", "index": "/news/", "own": "/news/own/", "picture": "/media/old.jpg", "free": "/free/"}
    said = bring(only(*(linked(title.title(), title, SITE + link) for title, link in links.items())))
    assert set(Redirect.objects.values_list("old_path", flat=True)) == {"/media/old.jpg", "/free"}
    for title, old in (("Search", "/search"), ("Contact", "/contact-us"), ("Index", "/news")):
        assert f"“{title}”: its old address, {old}, is one of this site already" in said


def test_links_that_something_here_answers_are_no_alarm_nor_is_one_that_is_not_in_the_page(client, northants, news, bring):
    publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How."))
    publish(northants.home, ContentPage(title="Draft", slug="draft", summary="How.")).unpublish()
    answered = ("/contact-us", "/contact-us/?a=1#b", "/news", "/", "/search/?q=x", "/sitemap.xml", "/old/story/?id=5&fbclid=1")
    links = "".join(f'&lt;a href="{link.replace("&", "&amp;amp;")}"&gt;x&lt;/a&gt; ' for link in (*answered, "/gone/?id=1#top", "/draft/"))
    body = f'&lt;p&gt;{links}&lt;/p&gt;&lt;p&gt;See &lt;a href="/uploads/large.png"&gt;&lt;img src="/small.png" alt="A van"&gt;&lt;/a&gt;&lt;/p&gt;'
    said = bring(only(linked("Story", "1", f"{SITE}/old/story/?id=5"), item("Links", "2", body=body)))
    assert [line for line in said.splitlines() if "links to" in line] == [
        "Look at: “Links” links to /draft/, which nothing here answers yet.",
        "Look at: “Links” links to /gone/?id=1, which nothing here answers yet.",
    ]
    assert "large.png" not in str(NewsArticlePage.objects.get(title="Links").body)


def test_a_link_to_the_older_site_never_becomes_one_to_another():
    assert body_of('<p><a href="https://old.example//evil.example/x">x</a></p>', "https://old.example/", "old.example").parts == [
        '<p><a href="/evil.example/x">x</a></p>'
    ]
