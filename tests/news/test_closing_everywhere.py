"""An appeal is over, and the name stood everywhere: in what teams, desks and search say, and in every spelling."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from news.models import NewsArticlePage
from policesite import clock
from policesite.images.models import SiteImage
from policesite.pages.models import ContentPage
from staff_profiles.models import StaffRecognitionPage
from tests.conftest import picture_bytes, publish
from tests.crawling import START, crawl, settle
from tests.planting import NAME, WRITTEN, plant, saying

from ..staff_profiles.conftest import campaign_of, profile_of
from .conftest import article
from .test_closing import close_in_the_cms, officer, own_disk  # noqa: F401

SURFACES = {
    "/", "/search/", "/search/?q=missing", "/neighbourhoods/kings-heath/", "/neighbourhoods/events.ics", "/neighbourhoods/kings-heath/events.ics",
    "/api/northamptonshire/NN01/priorities", "/api/northamptonshire/NN01/events", "/api/northamptonshire/NN01/people", "/api/enquiry-desks",
    "/contact-us/enquiry-desks/", "/contact-us/enquiry-desks/campbell-square/", "/contact-us/enquiry-desks/campbell-square/exceptions.ics",
    "/contact-us/enquiry-desks/corby/", "/files/", "/withdrawn/", "/news/", "/news/tagged/", "/news/noted/", "/news/pictures/", "/sitemap.xml",
    "/news/feed/atom/", "/news/seen-zoe-quillfeather/", "/news/shown-again/", "/news/quillfeather-too/", "/section/",
    "/staff-recognition/", "/staff-recognition/staff-week/", *(f"/news/{slug}/" for slug in WRITTEN),
}  # fmt: skip
PATHS = ("/api/northamptonshire/NN01/priorities", "/api/northamptonshire/NN01/events", "/api/northamptonshire/NN01/people",
         "/neighbourhoods/kings-heath/events.ics", "/contact-us/enquiry-desks/campbell-square/exceptions.ics")  # fmt: skip


@pytest.fixture
def planted(northants, index):
    found = plant(northants)
    answered_for = {"subject": "missing", "authorised_by": "Insp Example", "take_down_on": clock.today() + timedelta(days=30)}
    face = ContentFile(picture_bytes(41, 29), "s.png")
    picture = SiteImage.objects.create(title="Snap", description="Somebody smiling.", file=face, **answered_for)
    found.appeal = article(index, f"Have you seen {NAME}?", slug="appeal", kind="missing", person=NAME, hero=picture)
    article(index, "Another story", slug="another", hero=picture)
    found.appeal.create_alias(parent=index, update_slug="quillfeather-too")
    week = campaign_of(publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary=f"With {NAME}.")))
    week.summary, week.intro = f"{NAME} and others.", [("text", f"<p>{NAME} says so.</p>"), ("text", "<p>A week of work.</p>")]
    week.save_revision().publish()
    profile_of(week, 9)
    found.face = picture
    return found


def test_whatever_says_the_name_loses_it_and_what_serves_people_stays_up(client, planted, officer, django_capture_on_commit_callbacks):  # noqa: F811
    start = [*START, *PATHS, "/withdrawn/", "/section/", "/staff-recognition/"]
    before = dict(crawl(client, start))
    assert SURFACES - saying(before) == set()
    faces = [rendition.url for rendition in planted.face.renditions.all()]
    assert any(face.encode() in before["/news/another/"] for face in faces)
    with django_capture_on_commit_callbacks(execute=True):
        assert "Done" in close_in_the_cms(client, planted.appeal, officer).content.decode()
    settle()
    with clock.at(clock.now() + timedelta(seconds=1)):
        after = dict(crawl(Client(), [*start, *before]))

    assert saying(after) == set()
    assert not any(face.encode() in content for face in faces for content in after.values())
    assert {Client().get(face).status_code for face in faces} == {404}
    for address in ("/neighbourhoods/kings-heath/", "/contact-us/enquiry-desks/campbell-square/", "/withdrawn/", "/files/", "/news/another/", "/news/tagged/",
                    "/news/pictures/", "/section/beneath/", "/staff-recognition/staff-week/role-9/"):  # fmt: skip
        assert Client().get(address).status_code == 200, address
    assert b"Words were taken out here. It stays here for the record" in after["/withdrawn/"]
    assert b"Missing person found" in after["/news/"] and b"Another story" in after["/news/"] and b"Words were taken out here" in after["/news/"]
    assert b"A week of work" in after["/staff-recognition/staff-week/"]
    for address in ("/news/appeal/", "/news/quillfeather-too/"):
        assert Client().get(address, follow=True).redirect_chain[0][0].endswith("-found/"), address
    assert b"Kim Sample" in after["/neighbourhoods/kings-heath/"] and b"Looking" in after["/neighbourhoods/kings-heath/"]
    planted.shown.refresh_from_db(), planted.credited.refresh_from_db()
    assert planted.shown.taken_down_at and planted.credited.taken_down_at is None


def test_a_surname_alone_is_offered_and_goes_only_if_it_is_ticked(client, northants, index, officer):  # noqa: F811
    appeal = article(index, "Missing", kind="missing", person=NAME)
    his, other = (
        article(index, title, slug=slug, summary=f"Mr Quillfeather of {title}.") for title, slug in (("Corby", "corby"), ("Kettering", "kettering"))
    )
    client.force_login(officer)
    screen = client.get(reverse("news-close-appeal", args=[appeal.pk])).content.decode().partition('name="nearly"')[2]
    assert "Corby" in screen and "Kettering" in screen and "checked" not in screen
    close_in_the_cms(client, appeal, officer, nearly=[f"wagtailcore.page:{his.pk}"])
    assert [NewsArticlePage.objects.get(pk=page.pk).live for page in (his, other)] == [False, True]


def test_a_file_that_nobody_can_read_for_names_is_deleted_if_the_editor_says_so(client, planted, officer):  # noqa: F811
    planted.file.title = "Poster"
    planted.file.file.name = f"{planted.file.token}/poster.pdf"
    planted.file.save()
    ContentPage.objects.filter(pk=planted.files.pk).update(summary=f"About {NAME}.")
    client.force_login(officer)
    assert "Poster" in client.get(reverse("news-close-appeal", args=[planted.appeal.pk])).content.decode().partition('name="files"')[2]
    close_in_the_cms(client, planted.appeal, officer, files=[f"files.sitedocument:{planted.file.pk}"])
    assert not type(planted.file).objects.exists()
