"""The news of an older site comes along: once, clean, known again, and with a list of what somebody must look at."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect

from news.importing.markup import Picture, Table, body_of
from news.models import NewsArticlePage, NewsIndexPage
from policesite.images.models import SiteImage
from tests.conftest import picture_bytes, publish
from tests.news.old_site import LONG, SITE, item, only, rss


def test_a_story_comes_along_with_its_day_its_words_its_pictures_and_its_old_address(client, news, bring):
    said = bring(rss())
    page = NewsArticlePage.objects.get(slug="burglar-caught-fined")
    html = client.get(page.url).content.decode()
    assert page.title == "Burglar caught & fined" and page.summary == "A short line."
    assert page.first_published_at == datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
    assert [block.block_type for block in page.body] == ["text", "image"] and page.hero
    assert "Officers <b>caught</b> him" in html and 'alt="A van at night"' in html and "The van" in html
    assert "alert(1)" not in html and "onclick" not in html and "iframe" not in html
    assert page.topic_names == ["Burglary"]
    moved = client.get(LONG)
    assert (moved.status_code, moved["Location"]) == (301, page.url)
    assert "Stories: 1 added" in said
    for look in (
        "Topics that there are not here: Cats",
        "iframe was left out. A film needs",
        "a picture has no description (lead.png)",
        "links to /news/elsewhere",
    ):
        assert look in said, look


def test_bringing_it_again_changes_nothing_and_fetches_nothing(news, bring, old_site):
    bring(rss())
    asked = len(old_site)
    assert "Stories: 0 added, 0 changed, 0 removed, 1 unchanged" in bring(rss())
    assert len(old_site) == asked and NewsArticlePage.objects.count() == 1 == Redirect.objects.count()


def test_a_story_that_was_changed_there_changes_here_unless_an_editor_has_worked_on_it(news, bring):
    bring(rss())
    assert "1 changed" in bring(rss().replace(b"Officers", b"Our officers"))
    page = NewsArticlePage.objects.get()
    assert "Our officers" in str(page.body)
    page.title = "In our own words"
    page.save_revision().publish()
    said = bring(rss().replace(b"Officers", b"Their officers"))
    page = NewsArticlePage.objects.get()
    assert page.title == "In our own words" and "Their officers" not in str(page.body)
    assert "somebody has changed it here" in said


def test_a_dry_run_says_what_would_come_and_leaves_no_trace(news, bring, old_site):
    said = bring(rss(), "--dry-run")
    assert "Stories: 1 added" in said and "nothing has been changed" in said
    assert not NewsArticlePage.objects.exists() and not Redirect.objects.exists() and not SiteImage.objects.exists() and not old_site


def test_a_dry_run_shows_which_words_would_change(news, bring):
    same = "&lt;p&gt;Short.&lt;/p&gt;&lt;p&gt;&lt;{}&gt;Words."
    table = "&lt;table&gt;&lt;tr&gt;&lt;td&gt;Day&lt;tr&gt;&lt;td&gt;{}&lt;/table&gt;"
    bring(only(item("Beat Bus", "1", body=f"We come on Monday at 9am. {table.format('Corby')}"), item("Same", "2", body=same.format("b"))))
    changed = item("Beat Bus in Corby", "1", body=f"We come on Tuesday at 9am. {table.format('Rushden')}")
    said = bring(only(changed, item("Same", "2", body=same.format("p"))), "--dry-run")
    assert "changed: Beat Bus in Corby\n" in said and "title: Beat Bus {+in Corby+}" in said
    assert "text: Day [-Corby-] {+Rushden+}" in said
    assert "summary: We come on [-Monday-] {+Tuesday+} at 9am." in said
    assert "changed: Same\n    no word of it" in said
    assert NewsArticlePage.objects.filter(title="Beat Bus").exists()


def test_what_may_name_somebody_or_has_no_day_stays_a_draft_until_an_editor_has_looked(client, news, bring):
    said = bring(rss(item("Wanted: Alex Example", "w") + item("When was it", "d", "the day after") + item("Man jailed", "j")))
    live = set(NewsArticlePage.objects.filter(live=True).values_list("title", flat=True))
    assert live == {"Burglar caught & fined", "Man jailed"}
    assert "“Wanted: Alex Example” is a draft" in said and "“When was it” is a draft" in said
    assert "“Man jailed” tells of a case" in said
    assert "Alex Example" not in client.get("/news/").content.decode()


def test_pictures_come_from_the_older_site_alone_and_a_file_that_is_none_is_refused(news, bring, old_site):
    body = '&lt;img src="https://tracker.example/x.png"&gt;&lt;img src="file:///etc/passwd"&gt;&lt;img src="' + SITE + '/gone.jpg" alt="Gone"&gt;'
    said = bring(rss(item("Pictures", "p", body=body)))
    assert all(address.startswith(SITE) for address in old_site)
    assert (
        "1 × picture not on the older site's own host" in said
        and "a picture without an address was left out" in said
        and "1 × picture that could not be fetched" in said
    )
    assert not NewsArticlePage.objects.get(title="Pictures").body


def test_one_picture_in_two_stories_is_kept_once(news, bring, monkeypatch):
    monkeypatch.setattr("news.management.commands.import_news.fetch_claimed", lambda address, most: picture_bytes())
    picture = f'&lt;img src="{SITE}/{{}}.png" alt="The front office"&gt;'
    bring(rss(item("One", "1", body=picture.format("a")) + item("Two", "2", body=picture.format("b"))))
    assert SiteImage.objects.count() == 1


def test_two_stories_of_one_title_have_two_addresses(news, bring):
    bring(rss(item("Beat Bus", "1") + item("Beat Bus", "2") + item("বাংলা", "3")))
    assert {"beat-bus", "beat-bus-2", "story-2024-03-05"} <= set(NewsArticlePage.objects.values_list("slug", flat=True))


def test_an_export_of_wordpress_brings_its_lead_picture_and_leaves_drafts_and_pages_behind(news, bring):
    wordpress = f"""<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>{SITE}</link>
    <item><title>Picture</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>{SITE}/lead.png</wp:attachment_url>
      <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>The new desk</wp:meta_value></wp:postmeta></item>
    <item><title>Desk opens</title><guid>{SITE}/?p=1</guid><link>{SITE}/?p=1</link><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
      <wp:post_date_gmt>2025-01-02 09:00:00</wp:post_date_gmt><content:encoded>Come in.</content:encoded>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>
    <item><title>Not yet</title><guid>2</guid><wp:post_type>post</wp:post_type><wp:status>draft</wp:status><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt></item>
    <item><title>About us</title><guid>3</guid><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"""
    said = bring(wordpress.encode())
    page = NewsArticlePage.objects.get()
    assert page.title == "Desk opens" and page.hero.description == "The new desk"
    assert page.first_published_at == datetime(2025, 1, 2, 9, 0, tzinfo=UTC)
    assert "1 × not published on the older site: Not yet" in said


def test_atom_comes_too_with_html_xhtml_and_plain_text(news, bring):
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="{SITE}/"/>
    <entry><id>a</id><title type="html">Fish &amp;amp; chips</title><link href="{SITE}/a/"/><published>2024-03-04T09:30:00Z</published><content type="html">&lt;p&gt;Short&lt;/p&gt;&lt;p&gt;One&lt;/p&gt;</content></entry>
    <entry><id>b</id><title>Two</title><updated>2024-06-05T10:00:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Short</p><p>Two <b>words</b></p></div></content></entry>
    <entry><id>c</id><title>Three</title><updated>2024-03-06T10:00:00Z</updated><summary>Short</summary><content>1 &lt; 2</content></entry></feed>"""
    bring(atom.encode())
    texts = {page.title: page.body[0].value.source for page in NewsArticlePage.objects.all()}
    assert texts == {"Fish & chips": "<p>One</p>", "Two": "<p>Two <b>words</b></p>", "Three": "<p>1 &lt; 2</p>"}
    assert NewsArticlePage.objects.get(title="Two").first_published_at == datetime(2024, 6, 5, 9, 0, tzinfo=UTC)  # written by a clock here


def test_markup_that_was_not_escaped_is_read_to_its_end(news, bring):
    inside = "Start <p>of <b>html:</b> a<br/>b &lt; c</p> end"
    bring(only(item("One <i>story</i>", "1", body=inside)))
    page = NewsArticlePage.objects.get()
    assert (page.title, page.summary, page.body[0].value.source) == ("One story", "Start", "<p>of <b>html:</b> a<br/>b &lt; c</p><p>end</p>")


def test_an_atom_entry_says_of_what_kind_its_text_is_and_may_be_as_deep_as_it_likes(news, bring):
    kinds = {
        "text/html": "&lt;p&gt;Words&lt;/p&gt;",
        "text/plain": "1 &lt; 2",
        "image/png": "iVBORw0KGgo=",
        "xhtml": f"{'<div>' * 5000}x{'</div>' * 5000}<p>y</p>",
    }
    entries = "".join(
        f'<entry><id>{kind}</id><title>{kind}</title><updated>2024-06-05T10:00:00Z</updated><content type="{kind}">{text}</content></entry>'
        for kind, text in kinds.items()
    )
    said = bring(f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="{SITE}/"/>{entries}</feed>'.encode())
    texts = {page.title: page.summary for page in NewsArticlePage.objects.all()}
    assert texts == {"text/html": "Words", "text/plain": "1 < 2", "image/png": "image/png", "xhtml": "xhtml"}
    assert (
        "“xhtml”: what follows more than 250 elements inside one another was left out" in said and "“image/png” is a draft: it has no words" in said
    )


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (b"", "not whole XML"),
        (b"<rss><channel><item>", "not whole XML"),
        (BOMB, "entities of its own"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><rss version="2.0"><channel/></rss>', None),
        (b"<html><body>404</body></html>", "neither RSS 2.0"),
        (b'{"items": []}', "not whole XML"),
        (b"\xff\xfe\x00\x01", "not whole XML"),
        (b'<?xml version="1.0" encoding="klingon"?><rss/>', "not whole XML"),
        (b"\x1f\x8bnot gzip", "broken"),
    ],
)
def test_a_document_that_is_no_feed_is_refused_in_a_sentence(news, bring, document, says):
    if says is None:
        bring(document)
    else:
        with pytest.raises(CommandError, match=says):
            bring(document)
    assert not NewsArticlePage.objects.exists()


def test_items_that_cannot_be_kept_are_named_and_the_others_come(news, bring):
    said = bring(
        rss(item("", "1") + "<item><title>No key</title></item>" + item("x" * 400, "3") + item("]]&gt; &#xFFFD; \u202e", "4") + item("Good", "5"))
    )
    assert "1 × without a title" in said and "1 × without a guid" in said
    assert NewsArticlePage.objects.filter(title="Good", live=True).exists()


def test_a_feed_whose_site_has_no_news_page_or_that_is_not_there_says_so(northants, bring, tmp_path):
    with pytest.raises(CommandError, match="no page for news"):
        bring(rss())
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_news", str(tmp_path / "none.xml")) if NewsIndexPage.objects.exists() else bring_missing(northants, tmp_path)


def bring_missing(northants, tmp_path):
    publish(northants.home, NewsIndexPage(title="News", slug="news", summary="What we do."))
    call_command("import_news", str(tmp_path / "none.xml"))


def test_a_feed_can_be_fetched_by_its_address(news):
    call_command("import_news", f"{SITE}/feed", "--quiet", stdout=StringIO())
    assert NewsArticlePage.objects.get().live


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("Loose words", ["<p>Loose words</p>"]),
        ("<h1>A</h1><h4>B</h4><p>C<br>D", ["<h2>A</h2><h3>B</h3><p>C<br/>D</p>"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["<ul><li>a</li><li>b</li><li>c</li></ul>"]),
        ("<p><b>x <a href='https://x.example/?a=1&amp;b=2'>y</b> z</a></p>", None),
        ("<p>a</p><img src='/p.png' alt='P'><p>b</p>", ["<p>a</p>", Picture("https://old.example/p.png", "P"), "<p>b</p>"]),
        ("<table><caption>T</caption><tr><th>a<th>b<tr><td>1</table>", [Table("T", (("a", "b"), ("1", "")))]),
        ("<p> </p><p>&nbsp;</p><div></div>", []),
        ("<ul><li>a<img src='/p.png'></li><li>b</li></ul>", ["<ul><li>a</li></ul>", Picture("https://old.example/p.png", ""), "<ul><li>b</li></ul>"]),
        ("<svg><script>x</script></svg><style>p{}</style><p>ok", ["<p>ok</p>"]),
        ("<a href='javascript:x()'>go</a> <a href='//evil.example'>on</a>", None),
    ],
)
def test_markup_from_anywhere_becomes_blocks_of_ours(html, parts):
    found = body_of(html, "https://old.example/news/", "old.example").parts
    if parts is not None:
        assert found == parts
    text = "".join(part for part in found if isinstance(part, str))
    assert "javascript" not in text and text.count("<a ") == text.count("</a>") and text.count("<b>") == text.count("</b>")


def test_markup_nested_ten_thousand_deep_is_read_without_harm():
    assert len(body_of("<div><ul><li><b>" * 10_000 + "deep", "https://old.example/", "old.example").parts) <= 1
