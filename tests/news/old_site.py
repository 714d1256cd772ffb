"""An older site to import from: what its feeds look like."""

SITE = "https://www.old.example.police.uk"
LONG = "/news/old-force/news/in-your-area/2024/march/burglar-caught/"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title><link>{site}/news/</link>
<item><title>Burglar caught &amp; fined</title><link>{site}{long}</link><guid>story-1</guid><pubDate>Mon, 04 Mar 2024 09:30:00 +0000</pubDate>
<category>Burglary</category><category>Cats</category><description>A short line.</description><media:content url="{site}/lead.png" medium="image"/>
<content:encoded><![CDATA[<p onclick="x()">Officers <strong>caught</strong> him. See <a href="{site}/news/elsewhere/">more</a>.</p><script>alert(1)</script>
<figure><img src="/in.png" alt="A van at night"><figcaption>The van</figcaption></figure><iframe src="https://video.example/1"></iframe>]]></content:encoded></item>
{more}</channel></rss>"""
WXR = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/{version}/" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>{site}</link>{items}</channel></rss>"""


def rss(more="") -> bytes:
    return RSS.format(site=SITE, long=LONG, more=more).encode()


def item(title, key, date="Tue, 05 Mar 2024 09:30:00 +0000", body="Words.") -> str:
    return f"<item><title>{title}</title><guid>{key}</guid><pubDate>{date}</pubDate><description>{body}</description></item>"


def only(*items: str) -> bytes:
    """A feed of these items alone."""
    return f'<rss version="2.0"><channel><link>{SITE}</link>{"".join(items)}</channel></rss>'.encode()


def wordpress(*items: str, version="1.2") -> bytes:
    return WXR.format(site=SITE, items="".join(items), version=version).encode()


def post(title, key, body="Words.", more="", kind="post", status="publish") -> str:
    return (
        f"<item><title>{title}</title><guid>{key}</guid><link>{SITE}/{key}/</link><wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>"
        f"<wp:post_date_gmt>2025-01-02 09:00:00</wp:post_date_gmt><content:encoded><![CDATA[{body}]]></content:encoded>{more}</item>"
    )
