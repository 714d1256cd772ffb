"""Consent is withdrawn, or the person leaves: one action, and nothing of them is left to find."""

import io
import random
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from PIL import Image
from wagtail.models import Page

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Posting
from news.models import NewsArticlePage, NewsIndexPage
from policesite import clock
from policesite.images.models import SiteImage
from policesite.naming.traces import key_of
from policesite.users import roles
from staff_profiles.models import StaffProfilePage
from tests.conftest import publish
from tests.films.making import films_of

from .conftest import campaign_of, log_in, profile_of

NAME = "Quillfeather"


@pytest.fixture
def face(db):
    drawn = io.BytesIO()
    Image.frombytes("RGB", (40, 30), random.Random(1).randbytes(3600)).save(drawn, "PNG")
    file = ContentFile(drawn.getvalue(), name="quillfeather.png")
    return SiteImage.objects.create(title=f"Sam {NAME}", description=f"Sam {NAME} smiles.", subject="staff", file=file)


@pytest.fixture
def profile(campaign, face):
    body = [("text", f"<p>My name is Sam {NAME}.</p>"), ("image", {"image": face, "caption": NAME})]
    page = profile_of(
        campaign, 9, slug="sam-quillfeather", title=f"A day with {NAME}", display_name=f"Sam {NAME}", portrait=face, quote=f"I am {NAME}.",
        quote_by=f"Sam {NAME}", transcript=f"{NAME}: Hello.", body=body, consent_reference="HR/77",
    )  # fmt: skip
    page.title = f"A week with {NAME}"
    page.save_revision()  # a draft says it, too
    return StaffProfilePage.objects.get(pk=page.pk)


@pytest.fixture
def elsewhere_on_the_site(northants, profile, face):
    """An article that quotes them, a team page that names them, and the picture in a story that does not."""
    news = publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    quoted = publish(news, NewsArticlePage(title="Thanks", slug="thanks", summary="Thanks.", body=[("text", f"<p>Thank you, Sam {NAME}.</p>")]))
    shown = publish(news, NewsArticlePage(title="Shown", slug="shown", summary="Shown.", hero=face))
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Teams."))
    area = publish(areas, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))
    officer = Officer.objects.create(force=northants.force, rank="pcso", name=f"Sam {NAME}")
    Posting.objects.create(officer=officer, neighbourhood=area, role="pcso", starts=date(2026, 1, 1))
    return quoted, shown, officer


@pytest.fixture
def officer_of_comms(db):
    return log_in(roles.COMMS_OFFICER)


def rows_saying(word: str) -> set[str]:
    """The tables of which a row holds `word`, in whatever column."""
    with connection.cursor() as cursor:
        return {
            table
            for table in connection.introspection.table_names()
            if cursor.execute(f'SELECT count(*) FROM "{table}" AS row WHERE row::text ILIKE %s', [f"%{word}%"]).fetchone()[0]
        }


def take_off(client, profile, **said):
    return client.post(f"/admin/campaigns/remove/{profile.pk}/", {"why": "WITHDRAWN"} | said)


def test_one_action_leaves_no_row_no_file_and_no_address_of_them(
    client, officer_of_comms, campaign, profile, face, django_capture_on_commit_callbacks
):
    profile_of(campaign, 10)
    addresses = [profile.url, face.file.url, *[rendition.url for rendition in face.renditions.all()]]
    names = [face.file.name, *[rendition.file.name for rendition in face.renditions.all()]]
    assert rows_saying(NAME) >= {"wagtailcore_page", "wagtailcore_revision", "staff_profiles_staffprofilepage", "images_siteimage"}
    assert client.get(addresses[2]).status_code == 200 and default_storage.exists(names[0])
    with django_capture_on_commit_callbacks(execute=True):
        assert take_off(officer_of_comms, profile).url == f"/admin/campaigns/{campaign.pk}/"
    assert rows_saying(NAME) == set()
    assert [client.get(address).status_code for address in addresses] == [404] * len(addresses)
    assert not any(default_storage.exists(name) for name in names)
    for address in (
        "/",
        "/staff-recognition/",
        "/staff-recognition/staff-week/",
        "/staff-recognition/staff-week/role-10/",
        "/search/?q=Sam",
        "/sitemap.xml",
    ):
        answer = client.get(address)
        assert answer.status_code == 200 and NAME.casefold() not in answer.content.decode().casefold(), address
    history = officer_of_comms.get(f"/admin/pages/{campaign.pk}/history/").content.decode()
    assert "Consent was withdrawn" in history and NAME not in history
    assert "days without a profile" in officer_of_comms.get(f"/admin/campaigns/{campaign.pk}/").content.decode()


def test_an_alias_of_the_profile_goes_with_it_and_leaves_no_row(client, officer_of_comms, recognition, profile, django_capture_on_commit_callbacks):
    """Where its page is deleted, Wagtail makes an alias a page of its own, which would go on showing the person."""
    alias = profile.create_alias(parent=campaign_of(recognition, slug="another-week"))
    assert NAME in client.get(alias.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        take_off(officer_of_comms, alias)
    assert client.get(alias.url).status_code == 404 and rows_saying(NAME) == set()


def test_what_else_names_them_is_found_ticked_and_goes_with_them(client, officer_of_comms, profile, elsewhere_on_the_site):
    quoted, _, officer = elsewhere_on_the_site
    assert NAME in client.get("/neighbourhoods/kings-heath/").content.decode()
    screen = officer_of_comms.get(f"/admin/campaigns/remove/{profile.pk}/").content.decode()
    for name, value in (("traces", key_of(quoted)), ("officers", officer.pk)):
        ticked = [line for line in screen.split("<input")[1:] if f'name="{name}"' in line and f'value="{value}"' in line]
        assert len(ticked) == 1 and "checked" in ticked[0], name
    take_off(officer_of_comms, profile, why="LEFT", traces=[key_of(quoted)], officers=[officer.pk])
    assert client.get("/news/thanks/").status_code == 404
    assert Page.objects.get(pk=quoted.pk).state.held_why.startswith("The person has left")
    assert NAME not in client.get("/neighbourhoods/kings-heath/").content.decode()
    story = client.get("/news/shown/")
    assert story.status_code == 200 and "/media/" not in story.content.decode()


def test_a_film_that_does_not_say_the_name_is_offered_and_not_ticked(officer_of_comms, northants, campaign, picture):
    film = films_of(northants, picture).film
    profile = profile_of(campaign, 9, display_name="Kim Sample", film=film)
    box = officer_of_comms.get(f"/admin/campaigns/remove/{profile.pk}/").content.decode().partition('name="perhaps"')[2].partition(">")[0]
    assert f'value="{key_of(film)}"' in box and "checked" not in box


def test_a_scene_that_others_show_too_stays(officer_of_comms, campaign, picture):
    profile = profile_of(campaign, 9, body=[("image", {"image": picture, "caption": ""})])
    take_off(officer_of_comms, profile)
    picture.refresh_from_db()
    assert picture.taken_down_at is None and not StaffProfilePage.objects.exists()


def test_the_screen_asks_why_and_deletes_nothing_until_it_is_told(officer_of_comms, profile):
    assert officer_of_comms.get(f"/admin/campaigns/remove/{profile.pk}/").status_code == 200
    for why in ("", "because", "WITHDRAWN\x00"):
        assert take_off(officer_of_comms, profile, why=why).status_code == 200
        assert StaffProfilePage.objects.exists()


@pytest.mark.parametrize("role", [roles.DESK_MANAGER, roles.NEIGHBOURHOOD_OFFICER])
def test_who_may_not_take_down_may_not_remove(profile, role):
    assert take_off(log_in(role), profile).status_code in (302, 403)
    assert take_off(Client(), profile).status_code == 302
    assert StaffProfilePage.objects.exists()


def test_a_posting_that_began_today_goes_too(officer_of_comms, profile, elsewhere_on_the_site):
    officer = elsewhere_on_the_site[2]
    Posting.objects.update(starts=clock.today())
    take_off(officer_of_comms, profile, officers=[officer.pk])
    assert not Posting.objects.exists()
