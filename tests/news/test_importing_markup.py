"""What stood apart on the older site stands apart here, and what has no place is named."""

import pytest

from news.importing.markup import Picture, Table, body_of
from news.importing.wordpress import as_html
from news.models import NewsArticlePage
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
    assert first.value.source == "<p>First paragraph<br/>on two lines.</p><p>Second [sic] one.</p><h2>A heading</h2><p>Third.</p>"
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
