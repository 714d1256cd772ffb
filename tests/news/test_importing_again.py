"""The same feed again, and the older site as it goes on: what is tried again, taken over, told again, and what is not."""

import csv
import threading
from io import StringIO

import pytest
from django.core.management import CommandError
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from news.looks import Look
from news.models import NewsArticlePage, Origin
from policesite.images.models import SiteImage
from policesite.importing.report import SourceError
from policesite.importing.running import alone
from tests.conftest import picture_bytes
from tests.news.old_site import SITE, item, only, post, wordpress

CHARGED = "Lee Carter, 22, has been charged."


def linked(title: str, key: str, path: str, **more) -> str:
    return item(title, key, **more).replace("<guid>", f"<link>{SITE}{path}</link><guid>")


def screen(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def test_a_picture_that_could_not_be_fetched_comes_with_a_later_run(news, bring, monkeypatch):
    there = []

    def fetch(address, most):
        if address in there:
            return picture_bytes()
        raise SourceError(f"{address} answered 503.")

    monkeypatch.setattr("news.management.commands.import_news.fetch_claimed", fetch)
    feed = only(item("Vans", "1", body=f'&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;&lt;img src="{SITE}/van.png" alt="A van"&gt;'))
    said = bring(feed)
    assert f"1 × picture that could not be fetched: “Vans”: {SITE}/van.png answered 503." in said
    revisions = NewsArticlePage.objects.get().revisions.count()
    said = bring(feed)
    assert "0 changed, 0 removed, 1 unchanged" in said and "1 × picture that could not be fetched" in said, "it is said until it comes"
    assert NewsArticlePage.objects.get().revisions.count() == revisions
    assert "1 unchanged" in bring(feed, "--dry-run")
    there.append(f"{SITE}/van.png")
    assert "1 changed" in bring(feed)
    assert [block.block_type for block in NewsArticlePage.objects.get(live=True).body] == ["text", "image"] and SiteImage.objects.exists()
    said = bring(feed)
    assert "1 unchanged" in said and "could not be fetched" not in said and "Look at" not in said


def test_a_story_whose_guid_moves_to_https_or_is_written_anew_is_the_same_story(client, news, bring):
    bring(only(linked("Bridge closed", "http://old.example/1", "/news/bridge/"), linked("Fair", "fair-1", "/old/fair/")))
    said = bring(only(linked("Bridge closed", "https://old.example/1", "/news/bridge/"), linked("Fair on", "fair-2", "/old/fair/?utm_source=x")))
    assert "0 added, 1 changed, 0 removed, 1 unchanged" in said
    assert set(NewsArticlePage.objects.values_list("title", flat=True)) == {"Bridge closed", "Fair on"} and Origin.objects.count() == 2
    assert client.get("/old/fair/")["Location"] == "/news/fair/"
    both = only(linked("Fair on", "fair-2", "/old/fair/"), linked("Another at that address", "fair-3", "/old/fair/"))
    assert "1 added" in bring(both), "where both are there, they are two"


def test_two_stories_with_one_guid_are_not_taken_for_one_silently(news, bring):
    said = bring(only(item("The newer", "1"), item("The older", "1"), item("The newer", "1")))
    assert "1 added" in said
    assert "1 × with the guid of a story before it, and so not to be told from that: The older" in said
    assert NewsArticlePage.objects.get().title == "The newer"


def test_a_date_put_right_there_is_put_right_here_and_shown(news, bring):
    bring(only(item("Beat Bus", "1", "Tue, 05 Mar 2024 09:30:00 +0000")))
    corrected = only(item("Beat Bus", "1", "Wed, 06 Mar 2024 10:00:00 +0000"))
    assert "date: [-5-] {+6+} March 2024," in bring(corrected, "--dry-run")
    bring(corrected)
    page = NewsArticlePage.objects.get()
    assert (page.live, page.first_published_at.isoformat()) == (True, "2024-03-06T10:00:00+00:00")


def test_an_update_that_may_not_be_shown_leaves_what_is_public_and_says_so(client, news, bring):
    bring(only(item("Cash taken", "1", body="A man was seen in Corby.")))
    said = bring(only(item("Cash taken", "1", body=CHARGED)))
    page = NewsArticlePage.objects.get()
    assert page.live and "Carter" not in client.get(page.url).content.decode()
    assert f"“Cash taken” stays public as it was, and its update is a draft: it may name somebody in a case: {Look.CASE.label[32:]}"[:90] in said
    assert "stays public as it was" in bring(only(item("Cash taken", "1", body=CHARGED))), "it is said again"


def test_what_the_older_site_took_down_and_is_public_here_is_named(news, bring):
    bring(wordpress(post("Kept", 1), post("Binned", 2), post("Made private", 3), post("Gone here too", 4)))
    NewsArticlePage.objects.get(title="Gone here too").unpublish()
    hidden = (post("Binned", 2, status="trash"), post("Made private", 3, status="private"), post("Gone here too", 4, status="draft"))
    for _ in range(2):
        said = bring(wordpress(post("Kept", 1), *hidden))
        for title in ("Binned", "Made private"):
            page = NewsArticlePage.objects.get(title=title)
            assert page.live
            assert f"“{title}” is not public on the older site any more, and is still public here. http" in said and screen(page) in said
        assert "“Kept”" not in said and "“Gone here too” is not public" not in said


def test_what_nobody_has_looked_at_is_said_again_with_its_screen_and_then_no_more(news, bring):
    feed = only(item("Wanted: Alex Example", "1"), item("Undescribed", "2", body=f'Words. &lt;img src="{SITE}/a.png"&gt;'), item("Plain", "3"))
    first, again = bring(feed), bring(feed)
    wanted, undescribed = NewsArticlePage.objects.get(title__startswith="Wanted"), NewsArticlePage.objects.get(title="Undescribed")
    for said in (first, again):
        assert "“Wanted: Alex Example” is a draft: it may ask for somebody" in said and screen(wanted) in said
        assert "a picture has no description" in said and screen(undescribed) in said and "Plain”" not in said
    wanted.save_revision()
    undescribed.save_revision().publish()
    assert "Look at" not in bring(feed)
    assert "alex" not in str(list(Origin.objects.values())).lower(), "no word of a story is kept with that"


def test_the_whole_report_goes_into_a_file_in_which_no_cell_is_a_formula(news, bring, tmp_path):
    file = tmp_path / "report.csv"
    stories = [item(f"Story {n}", n, body=f'Words. &lt;img src="{SITE}/gone{n}.jpg" alt="A van"&gt;') for n in range(12)]
    said = bring(only(*stories, item("=cmd()", "f"), item("", "no title")), "--report", str(file))
    head, *rows = csv.reader(StringIO(file.read_text(encoding="utf-8-sig")))
    assert head == ["What", "In words", "Where"]
    lacking = [row for row in rows if row[0] == "picture that could not be fetched"]
    assert {row[1].split("”")[0] for row in lacking} == {f"“Story {n}" for n in range(12)}, "every one, not five"
    assert all(screen(page) in row[2] for row in lacking for page in NewsArticlePage.objects.filter(title=row[1].split("”")[0][1:]))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert f"in {file}." in said
    with pytest.raises(CommandError, match="can't be written"):
        bring(only(), "--report", str(tmp_path / "none" / "report.csv"))


def test_a_story_without_a_word_waits_and_a_first_paragraph_is_not_said_twice(client, news, bring):
    paragraphs = "&lt;p&gt;{}&lt;/p&gt;&lt;p&gt;Then more.&lt;/p&gt;"
    said = bring(
        only(
            item("Nothing", "1", body=""),
            item("Once", "2", body=paragraphs.format("The bus comes to Corby.")),
            item("Long", "3", body=paragraphs.format("word " * 60)),
            item("Linked", "4", body=paragraphs.format('See &lt;a href="https://x.example/"&gt;this&lt;/a&gt;.')),
            item("\u200b\u2060", "5"),
            item("\u3164", "6"),
        )
    )
    assert "“Nothing” is a draft: it has no words." in said and "2 × without a title" in said
    assert not NewsArticlePage.objects.get(title="Nothing").live
    html = {page.title: client.get(page.url).content.decode() for page in NewsArticlePage.objects.filter(live=True)}
    article = html["Once"][html["Once"].index("<article") : html["Once"].index("</article>")]
    assert article.count("The bus comes to Corby.") == 1 and "Then more." in article
    assert "word " * 60 in html["Long"].replace("\n", " ") and 'href="https://x.example/"' in html["Linked"]


def test_a_second_import_beside_the_first_is_refused_in_a_sentence(news, bring):
    held, done = threading.Event(), threading.Event()

    def other():
        with alone():
            held.set()
            done.wait(10)
        connections.close_all()

    thread = threading.Thread(target=other)
    thread.start()
    held.wait(10)
    try:
        for arguments in ((), ("--dry-run",)):
            with pytest.raises(CommandError, match=r"Another import is running\. Nothing has been changed\."):
                bring(only(item("One", "1")), *arguments)
    finally:
        done.set()
        thread.join()
    assert "1 added" in bring(only(item("One", "1"))) and "1 unchanged" in bring(only(item("One", "1")))


def test_an_editor_waits_for_no_import_between_two_stories_nor_while_a_picture_is_fetched(news, bring, monkeypatch):
    """Each story is a transaction, in a dry run too, and locks no page before its pictures are there."""
    depth, between, locked = len(connection.savepoint_ids), [], []

    def stories(them, **options):
        for story in them:
            between.append(len(connection.savepoint_ids))
            yield story

    def fetch(address, most):
        locked.append([query["sql"] for query in asked.captured_queries if "FOR UPDATE" in query["sql"] or "UPDATE " in query["sql"][:8]])
        return picture_bytes()

    monkeypatch.setattr("news.management.commands.import_news.fetch_claimed", fetch)
    monkeypatch.setattr("news.management.commands.import_news.tqdm", stories)
    picture = f'Words. &lt;img src="{SITE}/{{}}.png" alt="A van"&gt;'
    for name in ("a", "b"):
        with CaptureQueriesContext(connection) as asked:
            bring(only(item("One", "1", body=picture.format(name))))
    bring(only(*(item(f"Dry {n}", n) for n in range(3))), "--dry-run")
    assert between == [depth] * 5 and locked == [[], []]
    assert any("FOR UPDATE" in query["sql"] for query in asked.captured_queries), "the page that changes is locked in the end"
    assert not Page.objects.filter(title__startswith="Dry").exists()


def test_editors_find_in_a_list_what_nobody_has_looked_at(news, bring, client, django_user_model):
    bring(only(item("Wanted: Alex Example", "1"), item("Undescribed", "2", body=f'Words. &lt;img src="{SITE}/a.png"&gt;'), item("=Plain()", "3")))
    address = "/admin/reports/brought/"
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create(username="nobody"))
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_superuser("sam", password="x"))
    html = client.get(address).content.decode()
    assert "Wanted: Alex Example" in html and "It may ask for somebody" in html and "Undescribed" in html and "Plain" not in html
    assert address in client.get("/admin/").content.decode(), "it is in the menu"
    assert "Wanted" not in client.get(f"{address}results/?look=undescribed").content.decode()
    page = NewsArticlePage.objects.get(title="Undescribed")
    page.title = "=cmd()"
    Page.objects.filter(pk=page.pk).update(title=page.title)
    exported = b"".join(client.get(f"{address}?export=csv").streaming_content).decode()
    assert "'=cmd()" in exported and "A picture has no description" in exported
    for article in NewsArticlePage.objects.all():
        article.save_revision()
    assert "Nothing that an import brought waits" in client.get(address).content.decode()
