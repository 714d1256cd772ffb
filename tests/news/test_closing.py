"""Found, or arrested: one second later nobody finds the name or the picture anywhere on the site."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, Site

from news.closing import close
from news.models import FormerAddress, NewsArticlePage, UpdateNote
from policesite import clock
from policesite.editing.holding import NotPossible
from policesite.images.models import SiteImage
from policesite.naming.traces import key_of
from policesite.notices.models import SiteAlert
from policesite.pages.models import ContentPage, HomePage, PageState
from policesite.pages.redirects import stored_path
from policesite.users import roles
from tests import crawling
from tests.conftest import colleague, picture_bytes, publish
from tests.crawling import crawl, holding, settle

from .conftest import article

NAME = "Robin O’Placeholder"
SPELLINGS = (rb"robin", rb"placeholder")
START = (*crawling.START, "/search/?q=robin", "/search/?q=placeholder", "/?preview=1")


@pytest.fixture(autouse=True)
def own_disk(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def face(title=f"{NAME} in May", subject="missing") -> SiteImage:
    fields = {"subject": subject, "authorised_by": "Inspector Example", "take_down_on": clock.today() + timedelta(days=28)}
    return SiteImage.objects.create(title=title, description=f"{NAME}, smiling.", file=ContentFile(picture_bytes(700, 500), "r.png"), **fields)


@pytest.fixture
def missing(northants, index, area, burglary, django_capture_on_commit_callbacks):
    """An appeal that was moved, corrected and edited; and the name all over the site."""
    picture = face()
    body = [("text", "<p>Have you seen <b>Robin</b> O'Placeholder?</p>"), ("image", {"image": picture, "caption": f"{NAME} last week."})]
    fields = {"person": NAME, "kind": "missing", "reference": "26000123456", "seo_title": f"Find {NAME}", "search_description": f"{NAME} is missing."}
    page = article(index, f"Have you seen {NAME}?", slug="robin-oplaceholder", hero=picture, body=body, areas=[area], topics=[burglary], **fields)
    UpdateNote.objects.create(page=page, text=f"{NAME} may have a red coat.")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "missing-robin-oplaceholder"
        page.save_revision().publish()  # leaves a redirect behind
    assert Redirect.objects.exists()
    article(index, "Family speaks", summary=f"The family of {NAME} asks for help.", hero=face("Family picture", "community"), body=body[:1])
    publish(
        northants.home,
        ContentPage(title="Search parties", slug="search", summary="Meet at noon.", body=[("text", "<p>For ROBIN&nbsp;O'Placeholder.</p>")]),
    )
    article(index, "Something else", slug="else", areas=[area], topics=[burglary])
    SiteAlert.objects.create(force=northants.force, heading=f"Help us find {NAME}", ends=clock.now() + timedelta(days=1))
    return NewsArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def officer(db):
    return colleague(roles.COMMS_OFFICER, "ola")


def close_in_the_cms(client, page, user, outcome="found", **said):
    client.force_login(user)
    said = {"outcome": outcome, "on": clock.today().isoformat(), "name": page.person, "searched": page.person} | said
    answer = client.post(reverse("news-close-appeal", args=[page.pk]), said, follow=True)
    client.logout()
    return answer


def test_one_second_later_no_address_of_the_site_has_the_name_or_the_picture(client, missing, officer, own_disk, django_capture_on_commit_callbacks):
    pictures = [picture.file.url for picture in SiteImage.objects.all()]
    files = [rendition.file.url for picture in SiteImage.objects.all() for rendition in picture.renditions.all()]
    tokens = [address.split("/")[2].encode().lower() for address in pictures]
    bytes_of_it = [Path(own_disk, address.removeprefix("/media/")).read_bytes() for address in pictures + files]
    before = dict(crawl(client, START))
    for address in ("/", "/news/", "/sitemap.xml", "/news/feed/atom/", "/news/feed/rss/", "/search/?q=robin", "/search/", "/neighbourhoods/kings-heath/",
                    "/news/missing-robin-oplaceholder/"):  # fmt: skip
        assert address in holding(before.items(), *SPELLINGS), address
    assert any(any(picture in content for picture in bytes_of_it) for content in before.values())

    kept_by_caches = [a for a in holding(before.items(), *SPELLINGS) if not re.search(rb"no-cache|no-store", before[a])]
    assert kept_by_caches == []

    with django_capture_on_commit_callbacks(execute=True):
        assert "Done" in close_in_the_cms(client, missing, officer).content.decode()
    settle()
    with clock.at(clock.now() + timedelta(seconds=1)):
        after = dict(crawl(client, [*START, *before, *pictures, *files]))

    own_words = {"/search/?q=robin", "/search/?q=placeholder"}  # the page repeats what was asked for
    assert len(after) >= len(before)
    assert holding(((a, c) for a, c in after.items() if a not in own_words), *SPELLINGS) == set()
    assert holding(((a, after[a]) for a in own_words), b"have you seen", b"family speaks", b"search parties") == set()
    assert holding(after.items(), *tokens) <= {*pictures, *files}  # whose pages of "not found" may repeat what was asked for
    assert not any(picture in content for content in after.values() for picture in bytes_of_it)
    assert {client.get(address).status_code for address in pictures + files} == {404}
    on_disk = [path.read_bytes() for path in Path(own_disk).rglob("*") if path.is_file()]
    assert not set(on_disk) & set(bytes_of_it)
    assert b"Missing person found" in after["/news/"] and b"Something else" in after["/news/"]


def test_old_links_lead_to_a_line_that_names_nobody(client, missing, officer, django_capture_on_commit_callbacks):
    older = ("/news/northants/news/2024/have-you-seen-robin-oplaceholder/", f"/police-forces/{'long-' * 60}robin-oplaceholder/?id=7")
    for address in older:
        Redirect.objects.create(old_path=stored_path(address), site=Site.objects.get(), redirect_page=missing)
    with django_capture_on_commit_callbacks(execute=True):
        close(missing, "found", clock.today(), officer, NAME)
    for address in (*older, f"{older[0]}?fbclid=1", "/news/robin-oplaceholder/", "/news/missing-robin-oplaceholder/"):
        answer = client.get(address, follow=True)
        assert answer.redirect_chain[0][1] == 301
        content = answer.content.decode()
        assert "Missing person found" in content and "Thank you" in content
        assert "26000123456" not in content and "Have you seen them?" not in content
    assert client.get("/news/somebody-else/").status_code == 404


def test_the_name_is_nowhere_in_the_database_but_in_what_was_unpublished(missing, officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        close(missing, "found", clock.today(), officer, NAME)
    assert not Redirect.objects.filter(old_path__iregex="robin|placeholder").exists() and FormerAddress.objects.count() == 2
    assert not Revision.objects.for_instance(missing).exclude(pk=NewsArticlePage.objects.get(pk=missing.pk).latest_revision_id).exists()
    with connection.cursor() as cursor:
        for query in (
            "SELECT content::text FROM wagtailcore_revision WHERE object_id = %s",
            "SELECT label || data::text FROM wagtailcore_pagelogentry WHERE page_id = %s",
            "SELECT title || url_path || draft_title || slug FROM wagtailcore_page WHERE id = %s",
            "SELECT article::text FROM news_newsarticlepage article WHERE page_ptr_id = %s",
            "SELECT entry::text FROM wagtailsearch_indexentry entry WHERE object_id = %s::text",
        ):
            cursor.execute(query, [str(missing.pk) if "revision" in query else missing.pk])
            rows = cursor.fetchall()
            assert rows and "laceholder" not in str(rows).lower(), query
    assert not ModelLogEntry.objects.filter(label__icontains="Placeholder", content_type__model="siteimage").exists()
    assert PageLogEntry.objects.filter(page_id=missing.pk, action="news.close", user=officer).exists()


def test_a_form_that_was_open_meanwhile_cannot_bring_the_name_back(client, missing, officer):
    manager = get_user_model().objects.create_superuser("max")
    client.force_login(manager)
    close(missing, "found", clock.today(), officer, NAME)
    form = {"title": f"Have you seen {NAME}?", "slug": "x", "summary": NAME, "kind": "missing", "action-publish": "1", "body-count": "0"}
    client.post(reverse("wagtailadmin_pages:edit", args=[missing.pk]), form)
    assert NewsArticlePage.objects.get(pk=missing.pk).title == "Missing person found"


def test_a_page_about_another_of_that_name_can_be_kept(client, missing, officer):
    other = ContentPage.objects.get(slug="search")
    client.force_login(officer)
    assert "Search parties" in client.get(reverse("news-close-appeal", args=[missing.pk])).content.decode()
    close_in_the_cms(client, missing, officer, keep=[key_of(other)])
    assert client.get("/search-parties/").status_code == 404
    assert ContentPage.objects.get(slug="search").live
    assert not NewsArticlePage.objects.get(title="Family speaks").live


def test_a_name_typed_only_now_is_looked_up_before_anything_comes_down(client, missing, officer):
    NewsArticlePage.objects.filter(pk=missing.pk).update(person="")
    typed = {"name": NAME, "searched": ""}
    answer = close_in_the_cms(client, missing, officer, **typed).content.decode()
    assert "Search parties" in answer and "press the button again" in answer and f'name="searched" value="{NAME}"' in answer
    assert NewsArticlePage.objects.get(pk=missing.pk).person == "" and ContentPage.objects.get(slug="search").live
    close_in_the_cms(client, missing, officer, name=NAME, searched=NAME)
    assert not ContentPage.objects.get(slug="search").live


def test_the_front_page_stays_and_loses_the_section_that_names_them(client, northants, missing, officer):
    home = northants.home
    home.sections = [("tasks", {"heading": heading, "tasks": []}) for heading in (f"Help us find {NAME}", "What do you need to do?")]
    home.save_revision().publish()
    close(missing, "found", clock.today(), officer, NAME)
    home = HomePage.objects.get(pk=home.pk)
    assert home.live and [section.value["heading"] for section in home.sections] == ["What do you need to do?"]
    assert client.get("/").status_code == 200


def test_what_was_scheduled_to_name_them_is_not_published_later(missing, officer, index):
    page = article(index, "News later", slug="later")
    page.summary, page.go_live_at = f"{NAME} again.", clock.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    close(missing, "found", clock.today(), officer, NAME)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_picture_that_another_story_shows_goes_from_both_unless_it_is_kept(client, index, officer):
    """A picture is "a place" by default: only the editor who looks at it knows whether it is."""
    street, passport = (
        SiteImage.objects.create(title=title, description=title, file=ContentFile(picture_bytes(), "a.png")) for title in ("Street", "Passport")
    )
    appeal = article(index, "Appeal", kind="appeal", hero=street, body=[("image", {"image": passport, "caption": ""})])
    other = article(index, "The other story", hero=passport, body=[("image", {"image": street, "caption": ""})])
    client.force_login(officer)
    screen = client.get(reverse("news-close-appeal", args=[appeal.pk])).content.decode().partition("Pictures that other pages show as well")[2]
    assert screen.count("The other story") == 2 and passport.sources["jpeg"][0].url in screen
    close_in_the_cms(client, appeal, officer, "closed", keep_pictures=[key_of(street)])
    passport, street = (SiteImage.objects.get(pk=picture.pk) for picture in (passport, street))
    assert passport.taken_down_at and street.taken_down_at is None
    other = NewsArticlePage.objects.get(pk=other.pk)
    assert other.hero is None and [block.value["image"] for block in other.body] == [street]


def test_a_held_appeal_becomes_its_line_without_going_up_again(index, officer):
    page = article(index, f"Wanted: {NAME}", kind="wanted", person=NAME)
    page.unpublish()
    PageState.objects.create(page=page, held_at=clock.now(), held_by=officer, held_why="Court order.")
    close(page, "arrested", clock.today(), officer)
    page = NewsArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.live) == ("Wanted person arrested", False)


@pytest.mark.parametrize(("kind", "outcome"), [("missing", "arrested"), ("wanted", "found"), ("story", "closed"), ("missing", "nonsense")])
def test_an_end_that_does_not_fit_is_refused_and_nothing_is_changed(index, officer, kind, outcome):
    page = article(index, f"About {NAME}", kind=kind, person=NAME)
    with pytest.raises(NotPossible):
        close(page, outcome, clock.today(), officer)
    assert NewsArticlePage.objects.get(pk=page.pk).title == f"About {NAME}"


@pytest.mark.parametrize(
    "said",
    [
        {"outcome": "arrested"},
        {"outcome": ""},
        {"on": ""},
        {"on": "9999-01-01"},
        {"on": "yesterday"},
        {"name": "?!"},
        {"name": "Ann"},
        {"name": "x" * 81},
        {"name": "a\x00b"},
    ],
)
def test_a_wrong_answer_keeps_the_appeal_and_says_why(client, missing, officer, said):
    answer = close_in_the_cms(client, missing, officer, **said)
    assert answer.status_code == 200 and "error-message" in answer.content.decode()
    assert NewsArticlePage.objects.get(pk=missing.pk).title == f"Have you seen {NAME}?"


@pytest.mark.parametrize(("role", "may"), [(role, role in (roles.COMMS_OFFICER, roles.COMMS_MANAGER)) for role in roles.ALL])
def test_comms_may_take_down_and_nobody_else(client, missing, role, may):
    user = colleague(role, "somebody")
    close_in_the_cms(client, missing, user)
    assert (NewsArticlePage.objects.get(pk=missing.pk).title == "Missing person found") is may
