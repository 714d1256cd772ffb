"""What stood apart on the older site stands apart here, and what has no place is named."""

import time

import pytest

from news.importing.markup import LONGEST, TALLEST, TOO_DEEP, TOO_LONG, WIDEST, Picture, Table, body_of
from news.importing.wordpress import as_html
from news.models import NewsArticlePage
from policesite.importing.plain_text import plain
from tests.news.old_site import post, wordpress


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<table><tr><th>x<td><p>a</p><p>b</p><td>A<br>B<td><ul><li>c<li>d</ul></table>", [Table("", (("x", "a b", "A B", "c; d"),))]),
        ("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>", [Table("", (("a b c d", "e"),))]),
        ("<dl><dt>When<dd>Monday<dt>Where<dd>Corby</dl>", ["<p>When</p><p>Monday</p><p>Where</p><p>Corby</p>"]),
        ("<pre>one\ntwo</pre>after", ["<p>one<br/>two</p><p>after</p>"]),
        ("<header>a</header><address>b</address><details><summary>c</summary>d</details>", ["<p>a</p><p>b</p><p>c</p><p>d</p>"]),
        ("<img src='data:image/png;base64,AAAA' data-src='/p.png' alt='P'>", [Picture("https://old.example/p.png", "P")]),
    ],
)
def test_words_are_kept_apart(html, parts):
    assert body_of(html, "https://old.example/news/", "old.example").parts == parts


def test_a_link_that_a_cell_cannot_hold_is_reported_and_no_picture_is_the_storys_own_page():
    html = '<table><tr><td>a<tr><td><a href="https://x.example/">b</a></table><img src="data:image/png;base64,AAAA"><img alt="x"><img src="">'
    body = body_of(html, "https://old.example/news/", "old.example")
    assert body.parts == [Table("", (("a",), ("b",)))]
    assert body.left_out == ["a picture without an address", "the link in a table or a caption to https://x.example/"]


STORED = """First paragraph
on two lines.

Second [sic] one.
<h2>A heading</h2>
Third.

[caption id="a" width="300"]<a href="/big/"><img src="/van.png" alt="A van" /></a> The van at night[/caption]

[gallery ids="1,2"]

[youtube https://www.youtube.com/watch?v=x]
[vc_row width="1"][vc_column]Kept words[/vc_column][/vc_row]"""


def test_what_wordpress_stored_is_shown_as_wordpress_showed_it(client, news, bring):
    said = bring(wordpress(post("Desk opens", "desk", STORED)))
    page = NewsArticlePage.objects.get()
    first, picture, last = page.body
    assert page.summary == "First paragraph on two lines."
    assert first.value.source == "<p>Second [sic] one.</p><h2>A heading</h2><p>Third.</p>"
    assert (picture.value["caption"], picture.value["image"].description) == ("The van at night", "A van")
    assert last.value.source == "<p>Kept words</p>"
    assert "[gallery] was left out" in said and "[youtube] was left out. A film needs" in said
    html = client.get(page.url).content.decode()
    assert "[sic]" in html and "[gallery" not in html and "[caption" not in html and "[vc" not in html


def test_a_standfirst_has_no_shortcodes_and_the_newer_editors_paragraphs_are_left_as_they_are(news, bring):
    excerpt = "<excerpt:encoded><![CDATA[[youtube https://y.example/] Come in. [caption]x[/caption]]]></excerpt:encoded>"
    bring(wordpress(post("Desk", "1", '[gallery ids="1"]\n\nWords.'), post("Excerpt", "2", more=excerpt)))
    assert {page.summary for page in NewsArticlePage.objects.all()} == {"Words.", "Come in. x"}
    assert as_html("<!-- wp:paragraph -->\n<p>a\nb</p>\n\n<p>c</p>")[0].count("<p>") == 2


FILM = "https://www.youtube.com/watch?v=x"


def test_a_film_by_its_bare_address_is_left_out_and_reported_and_any_other_address_stays(news, bring):
    old = f"Before.\r\n\r\n{FILM}\r\n\r\nSee {FILM} too.\nhttps://vimeo.com/7\nAfter.\n\nhttps://www.gov.uk/guidance"
    new = f"""<!-- wp:embed {{"url":"{FILM}"}} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
{FILM}
</div></figure><!-- /wp:embed --><p>Short.</p><p>Words.</p>"""
    said = bring(wordpress(post("Old", "old", old), post("New", "new", new)))
    html = {page.title: page.body[0].value.source for page in NewsArticlePage.objects.all()}
    assert html["New"] == "<p>Words.</p>"
    assert html["Old"].count("youtube") == 1 and f"See {FILM} too." in html["Old"] and "vimeo" not in html["Old"] and "gov.uk/guidance" in html["Old"]
    for line in (
        f"“New”: [youtube] {FILM} was left out. A film needs",
        f"“Old”: [youtube] {FILM} was left out. A film needs",
        "[vimeo] https://vimeo.com/7",
    ):
        assert line in said


# What took a time that grew with the square of its length, or of its depth.
SLOW = (
    "[a ", "[a b=", "[[", "[/a", "[video ", "[caption ", "[caption ]", "[caption]x", '[caption caption="', '[caption x]<a href="', "<pre>", "<div ",
    "<", "<br ", "</pre ", "<div>", "<div>x", "<ul><li>", "<blockquote><p>", "<table><tr><td>", "<table><tr><td><li>", "<h2><b>", "<option>",
    "<path/>", "<span>", "\n \n", " ", "&", "<p>x", "<li>", "<td>", "<img src=/a.png>",
)  # fmt: skip


@pytest.mark.parametrize("piece", SLOW)
def test_reading_twice_as_much_takes_about_twice_as_long(piece):
    def cost(length: int) -> float:
        text, started = (piece * length)[:length], time.process_time()
        html, _ = as_html(f"{text}</x>")
        body = body_of(html, "https://old.example/", "old.example")
        plain(body.words + html)
        return time.process_time() - started

    long = cost(60_000)
    assert long < 0.1 or long < 3 * cost(30_000) + 0.1


def test_no_story_is_read_further_or_deeper_than_anybody_writes_and_what_is_left_out_is_said():
    long = body_of("<p>word " * 100_000, "https://old.example/", "")
    assert sum(map(len, long.parts)) < 2 * LONGEST and TOO_LONG in long.left_out
    assert as_html("word " * 200_000)[1] == [TOO_LONG] and len(as_html("word " * 200_000)[0]) < 2 * LONGEST
    deep = body_of(f"<p>First.</p>{'<div>' * 300}<p>Last.</p>", "https://old.example/", "")
    assert deep.parts == ["<p>First.</p>"] and deep.left_out == [TOO_DEEP]
    assert body_of("<div><p>x<br><img src=/a.png></p></div>" * 300, "https://old.example/", "").left_out == []
    drawing = body_of(f"<p>a</p><svg>{'<path d=x />' * 300}<text>no</text></svg><p>b</p>", "https://old.example/", "")
    assert (drawing.parts, drawing.left_out) == (["<p>a</p><p>b</p>"], [])


def test_a_table_larger_than_a_page_holds_is_cut_and_the_rest_is_reported():
    wide = f"<table><tr>{'<td>x' * 3000}" + "<tr><td>y" * 3000
    body = body_of(wide, "https://old.example/", "")
    assert (len(body.parts[0].rows), {len(row) for row in body.parts[0].rows}) == (TALLEST, {WIDEST})
    assert body.left_out == [f"what a table holds beyond {WIDEST} columns and {TALLEST} rows"]
