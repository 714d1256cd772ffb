"""Files of the older site: fetched whole, in time, and from nowhere behind our own walls."""

import gzip
import socket
import threading
import time
from contextlib import contextmanager

import pytest

from news.importing import fetching
from news.importing.fetching import encoded, fetch, fetch_claimed, is_open, place_of, same_host
from policesite.importing.report import SourceError
from tests.news.old_site import SITE

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole"


@contextmanager
def server(*answers: bytes, drips: bool = False):
    """A site on this machine that gives these answers in turn; what it was asked is on record."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve():
            for answer in answers:
                try:
                    guest, _ = door.accept()
                except OSError:
                    return
                with guest:
                    asked.append(guest.recv(4096))
                    _send(guest, answer, drips)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}", asked
        door.shutdown(socket.SHUT_RDWR)


def _send(guest: socket.socket, answer: bytes, drips: bool) -> None:
    try:
        for part in (answer[at : at + 1] for at in range(len(answer))) if drips else (answer,):
            guest.sendall(part)
            time.sleep(0.02 if drips else 0)
    except OSError:
        pass  # nobody listens any more


def test_a_place_that_is_only_claimed_is_told_nothing_behind_our_walls_over_http_either():
    with server(WHOLE) as (site, asked):
        with pytest.raises(SourceError, match="not on the open web"):
            fetch_claimed(f"{site}/a.png", 100)
        assert asked in ([], [b""]), "it was connected to, and told nothing"
    with server(WHOLE) as (site, asked):
        assert fetch(f"{site}/a.png", 100) == b"whole", "an operator who names a place knows it"


def test_both_ways_out_are_guarded(monkeypatch):
    monkeypatch.setattr(fetching.http.client.HTTPConnection, "connect", lambda self: setattr(self, "sock", Loopback()))
    for kind in (fetching._Plain, fetching._Secure):
        connection = fetching._Opener(time.monotonic() + 5, is_wary=True)._connection(kind, "old.example", timeout=1)
        with pytest.raises(OSError, match="not on the open web"):
            connection.connect()


def test_only_the_open_web_is_open_whatever_an_address_is_dressed_as():
    plain = ("127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1")
    newer = ("::1", "::", "fe80::1%eth0", "fd00::1", "fec0::1", "ff02::1", "::7f00:1", "2001:db8::1")
    dressed = ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:5", "2002:7f00:1::", "2001:0:7f00:1::")
    assert [address for address in (*plain, *newer, *dressed) if is_open(address)] == []
    assert all(map(is_open, ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")))


class Loopback:
    def getpeername(self):
        return "127.0.0.1", 443

    def close(self):
        pass


def test_a_redirect_stays_at_its_place_and_never_goes_down_to_http():
    def follow(asked, address):
        return fetching._StayThere().redirect_request(fetching.urllib.request.Request(asked), None, 302, "Found", {}, address).full_url

    assert follow(f"{SITE}/a.png", f"{SITE.replace('https', 'http')}/b.png") == f"{SITE}/b.png"
    for elsewhere in ("http://169.254.169.254/latest", f"{SITE}:8443/a.png", "ftp://www.old.example.police.uk/a.png"):
        with pytest.raises(fetching.urllib.error.URLError, match="another site"):
            follow(f"{SITE}/a.png", elsewhere)


@pytest.mark.parametrize("answer", [WHOLE, b"HTTP/1.1 200 OK\r\nX: " + b"x" * 500, b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 500])
def test_a_server_that_drips_holds_nobody_up(monkeypatch, answer):
    monkeypatch.setattr(fetching, "LONGEST", 0.2)
    with server(answer, drips=True) as (site, _), pytest.raises(SourceError, match=r"took too long|timed out"):
        fetch(f"{site}/slow.png", 1000)


def test_a_file_that_is_cut_off_or_too_large_is_not_taken_for_the_whole():
    with server(WHOLE[:-1], WHOLE) as (site, _):
        with pytest.raises(SourceError, match="was cut off"):
            fetch(f"{site}/short.png", 100)
        with pytest.raises(SourceError, match="larger than"):
            fetch(f"{site}/large.png", 4)


def test_an_address_with_a_space_or_an_accent_is_asked_for_as_a_browser_asks():
    assert encoded("https://bücher.example/pic/ü 8%20.png?a=é b&c=%41#x") == "https://xn--bcher-kva.example/pic/%C3%BC%208%20.png?a=%C3%A9%20b&c=%41"
    assert encoded("http://user:pw@[::1]:8080/a") == "http://[::1]:8080/a"
    assert same_host("https://www.bücher.example/", "xn--bcher-kva.example") and same_host("https://bücher.example/", "BÜCHER.example")
    assert place_of(f"https://{'a' * 70}.example/") is None
    with server(WHOLE) as (site, asked):
        assert fetch(f"{site}/the van ü.png", 100) == b"whole"
        assert asked[0].startswith(b"GET /the%20van%20%C3%BC.png HTTP/1.1\r\n")


def test_a_feed_in_a_gzip_is_unpacked_in_bounds():
    def served(body: bytes) -> bytes:
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)

    packed = gzip.compress(b"<rss/>" * 1000)
    with server(served(packed), served(packed), served(packed[:40])) as (site, _):
        assert fetch(f"{site}/feed.xml.gz", 6000) == b"<rss/>" * 1000
        with pytest.raises(SourceError, match="larger than"):
            fetch(f"{site}/feed.xml.gz", 5999)
        with pytest.raises(SourceError, match="broken or cut off"):
            fetch(f"{site}/feed.xml.gz", 6000)
