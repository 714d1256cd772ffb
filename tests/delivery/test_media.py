"""Files by token: parts of them, and what is refused."""

import pytest

from policesite.pages.models import ContentPage
from tests.conftest import publish


@pytest.fixture
def address(northants, picture):
    publish(northants.home, ContentPage(title="Office", slug="office", summary="Where.", body=[("image", {"image": picture, "caption": ""})]))
    return picture.sources["jpeg"][0].url


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.fixture
def whole(client, address):
    return body(client.get(address))


@pytest.mark.parametrize(
    ("asked", "part"),
    [("bytes=0-9", slice(0, 10)), ("bytes=5-", slice(5, None)), ("bytes=-7", slice(-7, None)), ("bytes=0-999999999", slice(None)),
     ("Bytes=0-9", slice(0, 10)), ("BYTES=-7", slice(-7, None)),
     (f"bytes=0-{'9' * 19}", slice(None)), (f"bytes=5-{'9' * 5000}", slice(5, None)), (f"bytes=-{'9' * 30}", slice(None)), (f"bytes={'0' * 30}2-{'0' * 30}7", slice(2, 8))],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_a_part_of_a_file_is_that_part(client, address, whole, asked, part):
    answer = client.get(address, headers={"range": asked})
    assert answer.status_code == 206
    assert body(answer) == whole[part]
    assert int(answer["Content-Length"]) == len(whole[part])


@pytest.mark.parametrize("asked", ["bytes=999999999-", "bytes=9-3", "bytes=-0", f"bytes={'9' * 5000}-"], ids=lambda value: value[:24])
def test_a_part_that_is_not_there_is_416(client, address, whole, asked):
    answer = client.get(address, headers={"range": asked})
    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=a-b", "lines=1-2", "bytes=1-2\n", "bytes=١-٢", "bytes=1-2,4-5", "bytes=" + "9" * 400 + "-x"])
def test_a_range_that_can_not_be_read_gives_the_whole_file(client, address, whole, asked):
    answer = client.get(address, headers={"range": asked})
    assert answer.status_code == 200 and body(answer) == whole


def test_a_part_of_an_older_file_is_not_mixed_with_a_newer(client, address, whole):
    answer = client.get(address, headers={"range": "bytes=0-3", "if-range": "Mon, 01 Jan 2024 00:00:00 GMT"})
    assert answer.status_code == 200 and body(answer) == whole


@pytest.mark.parametrize(
    "path", ["/media/x/y.jpg", "/media/../manage.py", "/media/x/..%2f..%2fmanage.py", "/media/a%00b/c.jpg", "/media/" + "t" * 3000 + "/x"]
)
def test_nothing_but_what_is_known_is_served(client, northants, path):
    assert client.get(path, follow=True).status_code in (400, 404)


def test_a_file_that_is_gone_from_the_disk_is_not_found(client, address, picture):
    for rendition in picture.renditions.all():
        rendition.file.storage.delete(rendition.file.name)
    assert client.get(address).status_code == 404


def test_where_a_front_server_has_the_files_it_is_told_which(client, address, settings, picture):
    settings.MEDIA_ACCEL_PREFIX = "/uploads/"
    answer = client.get(address)
    assert answer["X-Accel-Redirect"].startswith(f"/uploads/{picture.token}/")
    assert not answer.content


def test_nothing_can_be_sent_to_a_file(client, address):
    assert client.post(address).status_code == 405
