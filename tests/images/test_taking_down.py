"""A picture that is taken down: no page shows it, no address answers, and its bytes are on no disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client
from wagtail.models import ModelLogEntry

from news.models import NewsArticlePage
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.images.models import SiteImage
from policesite.images.taking_down import NAMELESS, take_down
from tests.conftest import picture_bytes
from tests.news.conftest import article, index  # noqa: F401  a fixture


@pytest.fixture(autouse=True)
def own_disk(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def face(own_disk, db):
    fields = {"subject": "missing", "authorised_by": "Inspector Example", "take_down_on": clock.today() + timedelta(days=28)}
    face = SiteImage(
        title="Robin Placeholder", description="Robin Placeholder, smiling.", file=ContentFile(picture_bytes(700, 500), "robin.png"), **fields
    )
    face.save()
    face.tags.add("placeholder")
    return face


@pytest.fixture
def shown(index, face):  # noqa: F811
    """An article that shows the face at its head and in its body, between two paragraphs."""
    body = [("text", "<p>Before.</p>"), ("image", {"image": face, "caption": "Robin Placeholder in May."}), ("text", "<p>After.</p>")]
    return article(index, slug="seen", hero=face, body=body)


def addresses(image) -> list[str]:
    return [image.file.url, *(rendition.file.url for rendition in image.renditions.all())]


def test_it_leaves_every_page_with_its_caption(client, shown, face, django_capture_on_commit_callbacks):
    assert b"Robin Placeholder in May." in client.get("/news/seen/").content
    with django_capture_on_commit_callbacks(execute=True):
        assert set(take_down(face)) == {shown}
    content = client.get("/news/seen/").content
    assert b"Robin" not in content and face.token.encode() not in content
    assert b"Before." in content and b"After." in content


def test_its_old_addresses_die_for_staff_too_and_nothing_of_it_is_on_the_disk(client, shown, face, own_disk, django_capture_on_commit_callbacks):
    old = addresses(face)
    assert len(old) > 6 and client.get(old[1]).status_code == 200
    original = Path(face.file.path).read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        take_down(face)
    staff = Client()
    staff.force_login(get_user_model().objects.create_superuser("staff"))
    assert {visitor.get(address).status_code for address in old for visitor in (client, staff)} == {404}
    left = [path for path in Path(own_disk).rglob("*") if path.is_file()]
    assert [path.name for path in left] == ["picture.png"]
    assert original not in left[0].read_bytes() and len(left[0].read_bytes()) < 200


def test_nothing_happens_to_its_files_when_the_transaction_does_not_commit(client, shown, face, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as at_commit:
        take_down(face)
    assert at_commit and all(face.file.storage.exists(address.removeprefix("/media/")) for address in addresses(face))


def test_its_name_is_forgotten_in_the_library_and_in_the_record(shown, face):
    ModelLogEntry.objects.log_action(face, "wagtail.create")
    take_down(face)
    face = SiteImage.objects.get(pk=face.pk)  # as the next transaction finds it
    assert (face.title, face.description, face.alt, list(face.tags.all())) == (NAMELESS, NAMELESS, "", [])
    assert set(ModelLogEntry.objects.for_instance(face).values_list("label", flat=True)) == {NAMELESS}


def test_an_old_revision_brings_nothing_back(client, shown, face):
    take_down(face)
    shown.get_latest_revision().publish()
    assert NewsArticlePage.objects.get().hero.pk == face.pk
    content = client.get("/news/seen/").content
    assert b"Robin" not in content and b"<img" not in content.partition(b"<article")[2]
    face = SiteImage.objects.get(pk=face.pk)  # as the next transaction finds it
    face.save()
    assert not face.renditions.exists() and not face.is_public()


def test_on_the_last_day_that_was_authorised_it_goes_by_itself(client, shown, face):
    failing = set()
    run_due(clock.now(), failing)
    assert client.get("/news/seen/").content.count(face.token.encode())
    with clock.at(clock.now() + timedelta(days=28, hours=1)):
        run_due(clock.now(), failing)
        assert not failing
    face = SiteImage.objects.get(pk=face.pk)  # as the next transaction finds it
    assert face.taken_down_at
    assert face.token.encode() not in client.get("/news/seen/").content


def test_twice_is_once(shown, face):
    take_down(face)
    first = SiteImage.objects.get(pk=face.pk)
    assert take_down(face) == []
    assert SiteImage.objects.get(pk=face.pk).token == first.token


def test_a_disk_that_refuses_does_not_keep_the_others_up(shown, face, monkeypatch, caplog, django_capture_on_commit_callbacks):
    deleted = []

    def refuse_the_first(self, name):
        deleted.append(name)
        if len(deleted) == 1:
            raise OSError("disk error")

    monkeypatch.setattr(FileSystemStorage, "delete", refuse_the_first)
    with django_capture_on_commit_callbacks(execute=True):
        take_down(face)
    assert len(deleted) > 6 and "disk error" in caplog.text
