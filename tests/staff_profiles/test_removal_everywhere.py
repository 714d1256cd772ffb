"""Somebody leaves whose name stood everywhere: the screen says that it is gone from the site, and it is."""

from datetime import date

import pytest
from django.test import Client

from neighbourhoods.models import Officer, Posting
from policesite import clock
from policesite.naming.traces import key_of
from policesite.pages.models import ContentPage, HomePage, PageState
from policesite.users import roles
from staff_profiles.models import StaffProfilePage, StaffRecognitionPage
from tests.conftest import publish
from tests.crawling import START, crawl, settle
from tests.planting import NAME, plant, saying

from .conftest import campaign_of, log_in, profile_of

PLACES = {
    "/", "/search/", "/search/?q=missing", "/staff-recognition/staff-week/zoe/", "/staff-recognition/staff-week/", "/section/", "/news/",
    "/news/shown-again/", "/neighbourhoods/kings-heath/", "/neighbourhoods/kings-heath/events.ics",
    "/api/northamptonshire/NN01/priorities", "/api/northamptonshire/NN01/events", "/api/northamptonshire/NN01/people", "/api/enquiry-desks",
    "/contact-us/enquiry-desks/campbell-square/", "/files/", "/withdrawn/", "/news/seen-zoe-quillfeather/", "/news/apart/", "/news/pictures/",
}  # fmt: skip


@pytest.fixture
def own_disk(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def planted(northants, own_disk):
    found = plant(northants)
    recognition = publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thank you."))
    consent = {"consent_reference": "HR/77", "consent_until": date(2030, 1, 1)}
    found.campaign = campaign_of(recognition, summary=f"{NAME} and others.")
    profile_of(found.campaign, 10, title="A colleague", slug="colleague")
    found.profile = profile_of(found.campaign, 9, slug="zoe", display_name=f"PC {NAME}", **consent)
    found.officer = Officer.objects.create(force=northants.force, rank="pc", name=NAME.upper())
    Posting.objects.create(officer=found.officer, neighbourhood=found.team, role="named", starts=date(2026, 1, 1))
    home = HomePage.objects.get(pk=northants.home.pk)
    home.hero_lede = f"Thank you, {NAME}."
    home.sections = [("tasks", {"heading": heading, "tasks": []}) for heading in (f"{NAME} and you", "What do you need to do?")]
    home.save_revision().publish()
    draft = publish(home, ContentPage(title="Draft", slug="draft", summary="Nobody."))
    draft.summary = f"By {NAME}."
    draft.save_revision()
    found.draft = draft
    return found


def ticked(screen: str) -> dict[str, list[str]]:
    """What the screen has ticked, by field: what is sent when somebody only presses the button."""
    boxes = [box.partition(">")[0] for box in screen.split("<input")[1:] if "checkbox" in box.partition(">")[0]]
    chosen = [box for box in boxes if "checked" in box]
    return {name: [box.split('value="')[1].split('"')[0] for box in chosen if f'name="{name}"' in box] for name in ("traces", "officers")}


def test_pressing_the_button_takes_name_picture_and_words_off_every_address(client, planted, django_capture_on_commit_callbacks):
    start = [*START, "/withdrawn/", "/section/", "/staff-recognition/", *(place for place in PLACES if place.startswith("/api/"))]
    before = dict(crawl(client, start))
    assert PLACES - saying(before) == set()
    staff, address = log_in(roles.COMMS_OFFICER), f"/admin/campaigns/remove/{planted.profile.pk}/"
    chosen = ticked(staff.get(address).content.decode())
    assert chosen["officers"] == [str(planted.officer.pk)] and {key_of(planted.shown), key_of(planted.draft)} <= set(chosen["traces"])
    with django_capture_on_commit_callbacks(execute=True):
        assert staff.post(address, {"why": "LEFT"} | chosen).status_code == 302
    settle()
    with clock.at(clock.now()):
        after = dict(crawl(Client(), [*start, *before]))
    assert saying(after) == set()
    assert {Client().get(place).status_code for place in ("/", "/neighbourhoods/kings-heath/", "/withdrawn/", "/files/", "/news/pictures/",
                                                      "/section/beneath/", "/staff-recognition/staff-week/colleague/", "/news/")} == {200}  # fmt: skip
    home = HomePage.objects.get(pk=planted.draft.get_parent().pk)
    assert (home.hero_lede, [section.value["heading"] for section in home.sections]) == ("", ["What do you need to do?"])
    planted.shown.refresh_from_db()
    assert planted.shown.taken_down_at and not StaffProfilePage.objects.filter(pk=planted.profile.pk).exists()
    assert PageState.objects.get(page=planted.draft.pk).held_at
