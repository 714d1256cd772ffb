"""What an import must never undo, and what it must never publish by itself."""

import errno

import pytest

from news.closing import close
from news.kinds import Kind
from news.models import NewsArticlePage, Origin
from policesite import clock
from policesite.editing.holding import hold
from policesite.editing.withdrawing import withdraw
from policesite.images.models import SiteImage
from policesite.users.models import User
from tests.news.old_site import SITE, item, only, post, wordpress

MONDAY = "Mon, 04 Mar 2024 09:30:00 +0000"  # the day before the others


def test_what_was_taken_down_held_withdrawn_or_deleted_here_never_comes_back(news, bring):
    by = User.objects.create(username="sam")
    titles = ("Unpublished", "Held", "Withdrawn", "Deleted")
    first, second = ([item(title, title, body=f"The {words} words.") for title in titles] for words in ("first", "second"))
    bring(only(*first))
    unpublished, held, withdrawn, deleted = (NewsArticlePage.objects.get(title=title) for title in titles)
    unpublished.unpublish()
    hold(held, by, "A court has ordered it.")
    withdraw(withdrawn, by, "It was wrong.")
    deleted.delete()
    assert "“Deleted” is left as it is here: it was deleted here" in bring(only(*first)), "the story has not even changed"
    said = bring(only(*second))
    for title, why in zip(titles, ("taken down", "on hold", "withdrawn", "deleted"), strict=True):
        assert f"“{title}” is left as it is here: it " in said and why in said
    assert set(NewsArticlePage.objects.filter(live=True).values_list("title", flat=True)) == {"Withdrawn"}
    assert not [page for page in NewsArticlePage.objects.all() if "second" in page.summary + str(page.get_latest_revision_as_object().body)]
    assert "deleted" not in Origin.objects.get(page=None).key.lower(), "what it was called is kept nowhere"


def test_an_appeal_that_was_closed_here_stays_closed(news, bring):
    by = User.objects.create(username="sam")
    bring(only(item("Missing: Jane Sample", "jane")))
    draft = NewsArticlePage.objects.get()
    draft.full_clean()
    draft.save_revision().publish()
    close(draft, "found", clock.now().date(), by, "Jane Sample")
    said = bring(only(item("Missing: Jane Sample", "jane", body="Have you seen her?")))
    assert "its appeal is over here" in said
    assert NewsArticlePage.objects.get().title == "Missing person found"


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Concern for welfare of teenager Jane Sample", "Officers are looking for her.", Kind.MISSING),
        ("Appeal to find John Sample, 34", "He may be in Corby.", Kind.MISSING),
        ("Can you help?", "Jane, 15, has been reported missing. Have you seen her?", Kind.MISSING),
        ("Wanted: Alex Example", "Do not approach him.", Kind.WANTED),
        ("Police want to trace this man", "He is believed to be in Rushden.", Kind.MISSING),
        ("Update on an incident in Corby", "Officers want to speak to the man in this picture.", Kind.APPEAL),
        ("CCTV images released", "It happened in Rushden.", Kind.APPEAL),
        ("Arrest made in Kettering", "Alex Example, 40, of no fixed address, was charged with theft.", Kind.COURT),
        ("Man charged with burglary", "ALEX EXAMPLE will appear before magistrates.", Kind.COURT),
    ],
)
def test_what_may_ask_for_somebody_or_name_them_waits_as_a_draft_of_its_kind(news, bring, title, text, kind):
    said = bring(only(item(title, "1", body=text)))
    page = NewsArticlePage.objects.get()
    assert (page.live, page.kind) == (False, kind)
    assert f"“{title}” is a draft: it may " in said


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Man jailed", "A 34-year-old man from Corby was jailed at Northampton Crown Court on Monday."),
        ("Beat Bus comes to Corby", "Come and find out more. We wanted to say thank you. Call us on 101."),
        ("New officers join us", "They met the Chief Constable at Wootton Hall."),
    ],
)
def test_plain_news_is_published(news, bring, title, text):
    bring(only(item(title, "1", body=text)))
    page = NewsArticlePage.objects.get()
    assert (page.live, page.kind) == (True, Kind.STORY)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_what_wordpress_keeps_from_the_public_is_never_published(news, bring, version):
    hidden = (
        post("Locked", 1, more="<wp:post_password>secret</wp:post_password>"),
        *(post(s, s, status=s) for s in ("private", "pending", "draft", "future")),
    )
    said = bring(wordpress(*hidden, post("About us", 7, kind="page"), post("Contact", 8, kind="page"), post("Open", 9), version=version))
    assert [page.title for page in NewsArticlePage.objects.all()] == ["Open"]
    assert "1 × behind a password on the older site: Locked" in said and "4 × not published on the older site" in said
    assert "2 × WordPress page, which is no news" in said and "About us, Contact" in said


def test_one_story_that_fails_is_a_line_of_the_report_and_the_others_come(news, bring, monkeypatch):
    storage = SiteImage._meta.get_field("file").storage
    save, tried = storage.save, []

    def full_disk(name, content, **options):
        tried.append(name)
        if len(tried) == 3:  # the picture itself and one of its sizes have been written
            raise OSError(errno.ENOSPC, "No space left on device")
        return save(name, content, **options)

    monkeypatch.setattr(storage, "save", full_disk)
    picture = f'&lt;img src="{SITE}/a.png" alt="A van"&gt;'
    said = bring(
        only(
            item("First", "1", MONDAY, picture),
            item("Second", "2", body=f"&lt;p&gt;Words.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;{picture}"),
            item("Third", "3"),
        )
    )
    assert "“First” did not come, nor did anything of it: OSError" in said and "No space left" in said
    assert "Stories: 2 added" in said
    pages = NewsArticlePage.objects.child_of(news).filter(live=True)
    assert {page.title for page in pages} == {"Second", "Third"} and [block.block_type for block in pages.get(title="Second").body] == [
        "text",
        "image",
    ]
    assert not any(storage.exists(name) for name in tried[:2]), "no file of it stays on the disk"
    assert "1 added" in bring(only(item("First", "1", MONDAY, picture), item("Third", "3"))), "and it comes with the next run"
