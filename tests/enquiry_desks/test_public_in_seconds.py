"""Closed with a phone, read by the public: how long that takes on a site that is served for real, by two worker processes."""

import http.cookiejar
import re
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from tests.served import served

DATABASE = "policesite_served_desk"
PUBLIC = ("/", "/contact-us/enquiry-desks/", "/contact-us/enquiry-desks/campbell-square/", "/api/enquiry-desks")
MOST = 3  # seconds
READINGS = 8  # one after the other, each over a new connection, so that both workers are asked
HOURS_OF_JSON_LD = re.compile(r'"specialOpeningHoursSpecification":\[(.*?)\]')


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id):
    """The address of the running site."""
    build = "from tests.enquiry_desks.served_desk import build; build()"
    with served(tmp_path_factory.mktemp("served"), f"{DATABASE}_{worker_id}", build) as address:
        yield address


class Manager:
    """The desk manager's browser, logged in."""

    def __init__(self, site: str):
        self.site, self.cookies = site, http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.send("/admin/login/", "/admin/login/", username="desk-manager", password="pw", next="/admin/desks-now/")

    def send(self, screen: str, address: str, wait=lambda: None, **fields) -> str:
        """Open a screen, wait, and send the form on it that goes to `address`."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.read(screen))[1]
        wait()
        return self.read(address, urlencode(fields | {"csrfmiddlewaretoken": token}).encode())

    def read(self, address: str, data: bytes | None = None) -> str:
        request = urllib.request.Request(self.site + address, data, {"Referer": self.site + "/admin/desks-now/"})
        try:
            with self.browser.open(request, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            assert refused.code == 422, refused
            return refused.read().decode()

    def verb(self, name: str, wait=lambda: None, **fields) -> str:
        desk = re.search(rf'action="(/admin/desks-now/(\d+)/{name}/)"', self.read("/admin/desks-now/"))
        named = {f"{name}-{desk[2]}-{field}": value for field, value in fields.items()}
        return self.send("/admin/desks-now/", desk[1], wait, **named)


def seconds_until_public(site: str, sentence: str) -> float:
    """How long it takes until every place says so, to whichever worker the question goes, and says so still."""
    started = time.monotonic()
    while time.monotonic() < started + 5 * MOST:
        asked = time.monotonic()
        if all(sentence in read(site + address) for address in PUBLIC for _ in range(READINGS)):
            return asked - started
    raise AssertionError(f"Not every place says “{sentence}”.")


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()


def test_what_a_manager_does_is_public_on_every_page_and_in_the_json_within_three_seconds(site):
    manager = Manager(site)
    assert seconds_until_public(site, "Open now") <= MOST
    assert "Campbell Square is closed until further notice" in manager.verb("close", reason="Bad weather", until="notice")
    assert seconds_until_public(site, "Closed until further notice") <= MOST
    today = HOURS_OF_JSON_LD.search(read(site + PUBLIC[2]))[1]
    assert '"opens":"00:00","closes":"00:00"' in today  # schema.org's way to say closed
    manager.verb("open-again")
    assert seconds_until_public(site, "Open now") <= MOST


def test_of_two_managers_who_close_a_desk_at_the_same_instant_one_wins_and_the_other_reads_why(site):
    """Over two real connections, several times, for what happens between them differs each time."""
    managers, ready = (Manager(site), Manager(site)), threading.Barrier(2, timeout=20)
    with ThreadPoolExecutor(2) as both:
        for _ in range(5):
            said = [*both.map(lambda manager: manager.verb("close", wait=ready.wait, reason="Bad weather", until="notice"), managers)]
            assert sorted("is closed until further notice" in page for page in said) == [False, True]
            assert sorted("This desk is already closed for some of that time." in page for page in said) == [False, True]
            managers[0].verb("open-again")
