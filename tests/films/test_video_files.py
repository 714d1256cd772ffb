"""The file of a film: what may be uploaded, who may have it, and in which pieces."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from policesite.films.models import FilmPage, VideoFile
from policesite.films.mp4 import Film, NotAFilm, describe
from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER
from tests.conftest import colleague
from tests.films.making import ENGLISH, box, films_of, mp4_bytes, track, video_file

# As a telephone writes where it was.
PLACE = box(b"udta", box(b"\xa9xyz", b"+52.2405-000.9027/"))


@pytest.mark.parametrize("role", [COMMS_OFFICER, COMMS_MANAGER])
def test_those_who_make_the_news_upload_films_where_they_choose_them(client, northants, settings, role):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # as a large film, by way of the disk
    user = colleague(role, "maker", "maker@example.com", "password")
    client.force_login(user)
    upload = reverse("wagtailsnippetchoosers_films_videofile:create")
    refused = client.post(upload, {"title": "No film", "file": ContentFile(b"<html>", name="film.mp4")})
    assert "not an MP4" in refused.content.decode()
    assert not VideoFile.objects.exists()
    client.post(upload, {"title": "Our film", "file": ContentFile(mp4_bytes(more=PLACE), name="film.mp4")})
    stored = VideoFile.objects.get()
    assert stored.seconds == 95
    assert b"+52.2405" not in stored.file.read()
    assert client.get(reverse("wagtailsnippets_films_videofile:list")).status_code == 200


def test_a_film_says_how_long_and_how_large_it_is():
    assert describe(io.BytesIO(mp4_bytes(seconds=95))) == Film(95, 1280, 720)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not an MP4"),
        (b"<html><script>alert(1)</script></html>", "not an MP4"),
        (b"\x1aE\xdf\xa3 a WebM film, perhaps", "not an MP4"),
        (box(b"free", bytes(9)) + mp4_bytes(), "not an MP4"),
        (mp4_bytes()[:-600], "not complete"),
        (box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", bytes(40)), "not complete"),
        (mp4_bytes(pictures=b"hvc1"), "H.264"),
        (mp4_bytes(sound=b"ac-3"), "H.264"),
        (mp4_bytes(seconds=0), "how long"),
        (mp4_bytes(more=track(b"meta", b"gpmd")), "where it was filmed"),
    ],
)
def test_what_browsers_cannot_play_is_refused_with_a_reason(content, says):
    with pytest.raises(NotAFilm, match=says):
        describe(io.BytesIO(content))


def test_where_a_film_was_made_is_forgotten_and_nothing_else(db):
    made_there = mp4_bytes(more=PLACE) + box(b"meta", b"iPhone of PC Example")
    video = video_file(content=made_there)
    with video.file.open() as file:
        stored = file.read()
    assert b"+52.2405" not in stored and b"Example" not in stored
    assert len(stored) == len(made_there), "every address inside the film still fits"
    assert describe(io.BytesIO(stored)) == describe(io.BytesIO(made_there))
    assert stored.replace(bytes(20), b"").count(b"free") == 2


@given(st.binary(max_size=200), st.integers(0, 400))
def test_damaged_bytes_are_refused_and_never_crash(junk, at):
    whole = mp4_bytes()
    for content in (junk, whole[:at] + junk + whole[at + len(junk) :], whole[:at]):
        try:
            assert describe(io.BytesIO(content)).seconds >= 1
        except NotAFilm as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize(("name", "content"), [("film.mp4", b"not a film"), ("film.html", mp4_bytes())])
def test_an_upload_is_judged_by_its_bytes_and_its_name(db, name, content):
    with pytest.raises(ValidationError) as told:
        VideoFile(title="Film", file=ContentFile(content, name=name)).full_clean()
    assert list(told.value.message_dict) == ["file"]


def test_a_film_that_is_too_large_is_refused(db, monkeypatch):
    monkeypatch.setattr("policesite.films.validators.LARGEST", 1000)
    with pytest.raises(ValidationError, match="larger than"):
        video_file()


def test_the_name_of_an_upload_is_not_kept(db):
    video = video_file()
    assert video.file.name == f"{video.token}/film.mp4"
    assert (video.seconds, video.width, video.height, video.minutes) == (95, 1280, 720, 2)


@pytest.fixture
def films(northants, picture):
    return films_of(northants, picture)


def test_a_film_is_public_only_while_a_public_page_shows_it(client, films):
    address = films.film.video.file.url
    assert client.get(video_file("Unused").file.url).status_code == 404
    assert client.get(address).status_code == 200
    films.film.unpublish()  # and with it the Urdu page, which shows the same file
    assert client.get(address).status_code == 404
    assert client.get(films.film.poster.largest.url).status_code == 404


def test_a_new_cut_in_a_draft_is_not_public(client, films):
    film = FilmPage.objects.get()
    film.video = video_file("The new cut")
    film.save_revision()
    assert client.get(film.video.file.url).status_code == 404
    assert client.get(FilmPage.objects.get().video.file.url).status_code == 200


def test_staff_may_watch_what_is_not_public_yet(client, films):
    client.force_login(get_user_model().objects.create_superuser("editor", "editor@example.com", "password"))
    answer = client.get(video_file("Unused").file.url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def part(client, films, wanted: str, **headers):
    answer = client.get(films.film.video.file.url, headers={"Range": wanted, **headers})
    return answer.status_code, answer.headers.get("Content-Range"), b"".join(answer)


def test_the_whole_film_says_that_parts_can_be_had(client, films):
    answer = client.get(films.film.video.file.url)
    assert answer.status_code == 200
    assert (answer["Content-Type"], answer["Accept-Ranges"], answer["Content-Length"]) == ("video/mp4", "bytes", str(len(mp4_bytes())))
    assert b"".join(answer) == mp4_bytes()


def test_any_part_can_be_had(client, films):
    content, size = mp4_bytes(), len(mp4_bytes())
    for wanted, start, end in [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, size - 1),
        ("bytes=-50", size - 50, size - 1),
        ("bytes=-999999", 0, size - 1),
        ("bytes=10-999999", 10, size - 1),
    ]:
        assert part(client, films, wanted) == (206, f"bytes {start}-{end}/{size}", content[start : end + 1]), wanted


def test_a_part_beyond_the_end_is_refused(client, films):
    for wanted in (f"bytes={len(mp4_bytes())}-", "bytes=999999-9999999", "bytes=-0"):
        assert part(client, films, wanted)[:2] == (416, f"bytes */{len(mp4_bytes())}"), wanted


def test_a_wish_that_is_not_understood_gets_the_whole_film(client, films):
    for wanted in ("bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=०-९", ""):
        assert part(client, films, wanted) == (200, None, mp4_bytes()), wanted


def test_a_part_is_only_given_of_the_film_that_the_browser_has_begun(client, films):
    begun = client.get(films.film.video.file.url)["Last-Modified"]
    assert part(client, films, "bytes=0-9", **{"If-Range": begun})[0] == 206
    assert part(client, films, "bytes=0-9", **{"If-Range": "Sat, 01 Jan 2000 00:00:00 GMT"})[0] == 200
    assert part(client, films, "bytes=0-9", **{"If-Range": '"another"'})[0] == 200


def test_a_head_request_tells_the_same_and_sends_nothing(client, films):
    answer = client.head(films.film.video.file.url, headers={"Range": "bytes=0-9"})  # which only a GET may ask for
    assert (answer.status_code, answer["Content-Length"], answer["Accept-Ranges"]) == (200, str(len(mp4_bytes())), "bytes")
    assert b"".join(answer) == b""


def test_a_film_that_shows_nothing_new_is_not_sent_again(client, films):
    seen = client.get(films.film.video.file.url)["Last-Modified"]
    assert client.get(films.film.video.file.url, headers={"If-Modified-Since": seen}).status_code == 304


def test_the_editor_is_told_the_line_of_captions_that_cannot_be_read(db):
    with pytest.raises(ValidationError, match="Line 5: Here a time should stand"):
        FilmPage(captions=ENGLISH.replace("-->", "to", 1)).clean_fields(
            exclude=[field.name for field in FilmPage._meta.fields if field.name != "captions"]
        )
