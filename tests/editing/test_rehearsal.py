"""An editor walks through the site as it will be, and it turns out just so."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from enquiry_desks.models import Closure, EnquiryDeskPage
from news.models import NewsArticlePage, NewsIndexPage, UpdateNote
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.demo.desks import build_desks
from policesite.editing.rehearsal_views import stamp_of
from policesite.feedback.models import Feedback
from policesite.images.models import SiteImage
from policesite.notices.models import SiteAlert
from policesite.pages.models import ContentPage
from policesite.users import roles
from tests.conftest import colleague, picture_bytes, publish

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
THEN = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def tuesday():
    with clock.at(NOW):
        yield


@pytest.fixture
def editor(client, northants):
    """A comms officer, logged in."""
    user = colleague(roles.COMMS_OFFICER, "ola", "ola@example.org", "pass")
    client.force_login(user)
    return user


@pytest.fixture
def news(northants):
    return publish(northants.home, NewsIndexPage(title="News", slug="news", summary="What we do."))


def scheduled(parent, page, at=THEN):
    page.go_live_at, page.live = at, False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def at(moment, address="/") -> str:
    return f"/admin/rehearse/{stamp_of(moment)}{address}"


def as_the_site_says_it(html: str, moment) -> str:
    """A rehearsed page without what only rehearsing adds."""
    html = re.sub(
        r'<section class="alert alert--service no-print" aria-label="Rehearsal">.*?</section>', "", html.replace(at(moment), "/"), flags=re.DOTALL
    )
    return without_exit(html)


def without_exit(html: str) -> str:
    html = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    return "\n".join(filter(None, html.splitlines()))


def test_a_scheduled_story_is_there_at_its_minute_and_not_one_before(client, editor, news):
    scheduled(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    assert "Bridge reopens" in client.get(at(THEN, "/news/bridge/")).content.decode()
    assert "Bridge reopens" in client.get(at(THEN, "/news/")).content.decode()
    assert client.get(at(THEN - A_MINUTE, "/news/bridge/")).status_code == 404
    assert "Bridge reopens" not in client.get(at(THEN - A_MINUTE, "/news/")).content.decode()


def test_nothing_of_a_rehearsal_stays(client, editor, news):
    page = scheduled(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    client.get(at(THEN, "/news/bridge/"))
    page = Page.objects.get(pk=page.pk)
    assert not page.live and page.scheduled_revision is not None and page.first_published_at is None
    assert client.get("/news/bridge/").status_code == 404


def test_rehearsing_the_day_on_which_a_picture_comes_down_leaves_the_disk_as_it_was(client, editor, news, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    face = {"subject": "missing", "authorised_by": "Inspector Example", "take_down_on": THEN.date()}
    face = SiteImage.objects.create(title="Face", description="A face.", file=ContentFile(picture_bytes(), "face.png"), **face)
    publish(news, NewsArticlePage(title="Have you seen them?", slug="seen", summary="Look.", hero=face))
    before = sorted(tmp_path.rglob("*"))
    for address in ("/news/seen/", "/news/"):
        assert face.token not in client.get(at(THEN, address)).content.decode()
    assert sorted(tmp_path.rglob("*")) == before
    assert face.token in client.get("/news/seen/").content.decode()


def test_what_an_editor_saw_is_what_the_site_shows_when_that_minute_comes(client, editor, northants, news):
    scheduled(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    changing = publish(northants.home, ContentPage(title="Old words", slug="words", summary="As they were."))
    changing.title, changing.go_live_at = "New words", THEN - A_MINUTE
    changing.save_revision().publish()
    ending = publish(news, NewsArticlePage(title="Only for a while", slug="while", summary="Until the first.", expire_at=THEN))
    contact = publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    build_desks(contact)
    desk = EnquiryDeskPage.objects.get(slug="campbell-square")
    Closure.objects.create(desk=desk, starts=THEN + timedelta(hours=2), ends=THEN + timedelta(hours=4), reason="Water leak")
    SiteAlert.objects.create(heading="Roads are icy", level="info", starts=THEN - A_MINUTE, ends=THEN + timedelta(days=1), force=northants.force)
    addresses = ["/", "/news/", "/news/bridge/", "/news/while/", "/words/", desk.url, "/news/feed/atom/", "/sitemap.xml"]
    moment = THEN + timedelta(hours=3)

    seen = {address: client.get(at(moment, address)) for address in addresses}
    assert "Old words" in client.get("/words/").content.decode()
    client.logout()
    with clock.at(moment):
        run_due(moment, set())
        for address in addresses:
            shown = client.get(address)
            assert shown.status_code == seen[address].status_code, address
            if shown.headers["Content-Type"].startswith("text/html"):
                assert as_the_site_says_it(seen[address].content.decode(), moment) == without_exit(shown.content.decode()), address
            else:
                assert seen[address].content == shown.content, address
    assert seen["/news/while/"].status_code == 404 and ending.title not in seen["/news/"].content.decode()
    assert "New words" in seen["/words/"].content.decode() and "Roads are icy" in seen["/"].content.decode()


def test_links_lead_on_through_the_same_minute_but_files_do_not(client, editor, news):
    html = client.get(at(THEN, "/news/")).content.decode()
    assert f'href="{at(THEN, "/cookies/")}"' in html and f'action="{at(THEN, "/search/")}"' in html
    assert not re.search(r'(?:href|action)="/(?!static/|media/|admin/)', html)
    assert client.get(at(THEN, "/media/x/y.png")).status_code == 404 == client.get(at(THEN, "/admin/")).status_code


def test_a_redirect_of_the_site_stays_in_the_rehearsal(client, editor, news):
    Redirect.objects.create(old_path="/old-news", redirect_link="/news/", is_permanent=True)
    answer = client.get(at(THEN, "/old-news"))
    assert (answer.status_code, answer["Location"]) == (301, at(THEN, "/news/"))


def test_a_form_sent_in_a_rehearsal_is_answered_and_not_kept(client, editor):
    sent = {"what": "problem", "message": "The map is upside down", "page": "/", "name": "", "email": ""}
    answer = client.post(at(THEN, "/feedback/"), sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code < 500
    assert not Feedback.objects.exists() and not answer.cookies
    assert client.post(at(THEN, "/feedback/"), sent, headers={"Sec-Fetch-Site": "cross-site"})["Location"] == "/admin/"


def test_it_says_what_it_is_is_kept_by_nobody_and_has_no_exit_script(client, editor, news):
    answer = client.get(at(THEN, "/news/"))
    html = answer.content.decode()
    assert "Rehearsal: the site as it will be at 7am on 1 December 2026" in html
    assert "no-store" in answer["Cache-Control"] and answer["X-Robots-Tag"] == "noindex"
    assert "preventDefault" not in html


def test_what_the_schedule_cannot_do_is_named(client, editor, news, monkeypatch):
    page = scheduled(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    monkeypatch.setattr("wagtail.models.Revision.publish", lambda self, **options: 1 / 0)
    html = client.get(at(THEN, "/news/")).content.decode()
    assert f"The schedule will not be able to publish revision {page.latest_revision_id}" in html


@pytest.mark.parametrize("stamp", ["now", "20261124T1459Z", "20371201T0700Z", "20261301T0700Z", "99999999T9999Z", "%00", "2026-12-01T07:00"])
def test_a_minute_that_is_none_or_not_to_come_is_not_found(client, editor, stamp):
    assert client.get(f"/admin/rehearse/{stamp}/").status_code in (400, 404)


def test_choosing_a_minute_on_clocks_here_leads_there(client, editor):
    answer = client.get(reverse("editing-choose-minute"), {"moment": "2027-06-01T07:00"})
    assert answer["Location"] == "/admin/rehearse/20270601T0600Z/"


@pytest.mark.parametrize("typed", ["2026-11-24T14:59", "2038-01-01T00:00", "tomorrow", "9999-99-99T00:00", "\x00"])
def test_a_minute_that_cannot_be_rehearsed_is_refused_and_stays_in_the_form(client, editor, typed):
    answer = client.get(reverse("editing-choose-minute"), {"moment": typed})
    assert answer.status_code in (200, 400)
    assert answer.status_code == 400 or "error" in answer.content.decode()


def test_the_coming_changes_are_offered(client, editor, news):
    scheduled(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    html = client.get(reverse("editing-choose-minute")).content.decode()
    assert "“Bridge reopens” is published" in html and at(THEN) in html


def test_so_are_notes_alerts_closures_and_pictures_that_come_down(client, editor, northants, news):
    told = publish(news, NewsArticlePage(title="Bridge reopens", slug="bridge", summary="At last."))
    UpdateNote.objects.create(page=told, at=THEN, text="We know more.")
    SiteAlert.objects.create(heading="Roads are icy", starts=THEN, ends=THEN + timedelta(days=1), force=northants.force)
    contact = publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    build_desks(contact)
    Closure.objects.create(desk=EnquiryDeskPage.objects.get(slug="campbell-square"), starts=THEN, ends=THEN + timedelta(hours=4), reason="Water leak")
    face = {"subject": "missing", "authorised_by": "Inspector Example", "take_down_on": (THEN + timedelta(days=2)).date()}
    SiteImage.objects.create(title="Face", description="A face.", file=ContentFile(picture_bytes(), "face.png"), **face)
    html = client.get(reverse("editing-choose-minute")).content.decode()
    offered = [f"{stamp} {words}" for stamp, words in re.findall(r"rehearse/(\d+T\d+Z)/\">[^<]*</a>: ([^<]+)</li>", html)]
    midnight, next_day = stamp_of(datetime(2026, 12, 3, tzinfo=UTC)), stamp_of(THEN + timedelta(days=1))
    assert sorted(offered) == sorted([
        f"{stamp_of(THEN)} “Bridge reopens” has a new note", f"{stamp_of(THEN)} the alert “Roads are icy” is shown", f"{next_day} the alert “Roads are icy” ends",
        f"{stamp_of(THEN)} “Campbell Square” closes: Water leak", f"{stamp_of(THEN + timedelta(hours=4))} “Campbell Square” is no longer closed: Water leak",
        f"{midnight} the picture “Face” comes down",
    ])  # fmt: skip


def test_every_change_that_is_offered_can_be_rehearsed(client, editor, news):
    latest = NOW + timedelta(days=3653)
    for number, moment in enumerate((latest, latest + A_MINUTE)):
        scheduled(news, NewsArticlePage(title=f"Story {number}", slug=f"story-{number}", summary="Far ahead."), moment)
        publish(news, NewsArticlePage(title=f"Ending {number}", slug=f"ending-{number}", summary="Far ahead.", expire_at=moment))
    html = client.get(reverse("editing-choose-minute")).content.decode()
    offered = re.findall(r'href="(/admin/rehearse/\d[^"]+)"', html)
    assert offered == [at(latest), at(latest)]
    assert {client.get(address).status_code for address in offered} == {200}


@pytest.mark.parametrize(
    ("typed", "stamp"), [("2027-10-31T01:30", "20271031T0030Z"), ("2027-03-28T01:30", "20270328T0130Z"), ("2027-03-28T02:30", "20270328T0130Z")]
)
def test_a_minute_that_comes_twice_or_never_when_the_clocks_change_can_be_chosen_like_any_other(client, editor, typed, stamp):
    assert client.get(reverse("editing-choose-minute"), {"moment": typed}).url == reverse("editing-rehearse", args=[stamp])


@pytest.mark.parametrize("role", [roles.DESK_MANAGER, roles.NEIGHBOURHOOD_OFFICER, None])
def test_whoever_may_not_work_on_pages_sees_nothing_early(client, northants, role):
    if role:
        user = colleague(role, "kim", "kim@example.org", "pass")
        client.force_login(user)
    answer = client.get(at(THEN))
    assert answer.status_code in (302, 403) and "Rehearsal" not in answer.content.decode()
