"""A desk manager with a phone in one hand: how many taps it takes, and what the public then reads.

The browser is real. What it sends is handed to Django inside the test's own transaction, so that nothing else sees the closure.
"""

from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import connection

from enquiry_desks.hours import Closure, DeskManager
from enquiry_desks.models import EnquiryDeskPage
from policesite import clock
from policesite.users.roles import DESK_MANAGER
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of, london
from tests.enquiry_desks.test_admin_screens import person
from tests.pages.test_home import show

PHONE = {"width": 390, "height": 844}
NOW = london(2026, 11, 24, 12, 10)
SITE, SCREEN = "http://testserver", "/admin/desks-now/"
PUBLIC = ("/", "/contact-us/enquiry-desks/campbell-square/", "/contact-us/enquiry-desks/", "/api/enquiry-desks")


@pytest.fixture
def own_connection(browser):
    """While a browser runs, Django keeps another connection: closed here, after the test's transaction has ended."""
    yield
    connection.close()


@pytest.fixture
def phone(own_connection, new_context, northants, client):
    """The manager of two desks has opened the screen, at ten past noon on a Tuesday."""
    desks, user = desks_page_of(northants), person(DESK_MANAGER)
    for title in ("Campbell Square", "Kettering"):
        desk = add_desk(desks, title)
        add_hours(desk)
        DeskManager.objects.create(desk=desk, user=user)
    show(northants.home, ("contact", {"page": EnquiryDeskPage.objects.get(title="Campbell Square")}))
    client.force_login(user)
    with clock.at(NOW):
        yield Phone(new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page(), client)


class Phone:
    """Shows what Django says, counts the taps, and hands Django the form that the last of them sent."""

    def __init__(self, page, client):
        self.page, self.client, self.taps, self.sent = page, client, 0, None
        page.set_default_timeout(10_000)
        page.route("**/*", self.answer)
        self.show(client.get(SCREEN))

    def show(self, said):
        self.html, self.taps, self.sent = said.content.decode(), 0, None
        self.page.goto(SITE + SCREEN)

    def answer(self, route):
        path = urlsplit(route.request.url).path
        if route.request.method == "POST":
            self.sent = path, route.request.post_data
            route.fulfill(body="Sent.")
        elif path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        else:
            route.fulfill(body=self.html if path == SCREEN else "", content_type="text/html; charset=utf-8")

    def tap(self, name):
        target = self.page.locator(f":is(summary, button):visible:has-text('{name}')").first
        box = target.bounding_box()
        assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], name
        target.tap()
        self.taps += 1

    def deliver(self):
        """What Django answers to the form that was sent."""
        self.page.get_by_text("Sent.").wait_for()
        path, body = self.sent
        return self.client.post(path, body, content_type="application/x-www-form-urlencoded", follow=True)

    def public(self) -> list[str]:
        return [self.client.get(address).content.decode() for address in PUBLIC]


def test_two_taps_close_a_desk_everywhere(phone):
    phone.tap("Close now")
    phone.tap("Close Campbell Square")
    assert phone.taps == 2
    assert "Campbell Square is closed until midnight" in phone.deliver().content.decode()
    assert all("Closed now, opens tomorrow 9am" in text for text in phone.public())
    assert Closure.objects.get().desk.title == "Campbell Square"


def test_one_tap_opens_it_again(phone):
    Closure.objects.create(desk=EnquiryDeskPage.objects.first(), starts=NOW, reason="Flood")
    phone.show(phone.client.get(SCREEN))
    phone.tap("Open again")
    assert phone.taps == 1
    assert "The public site says so now." in phone.deliver().content.decode()
    assert all("Open now, closes 5pm" in text for text in phone.public())


def test_two_taps_close_all_desks(phone):
    phone.tap("Close all desks")
    phone.tap("Close all 2 desks")
    assert phone.taps == 2
    assert "Closed: Campbell Square, Kettering." in phone.deliver().content.decode()


def test_today_is_changed_in_two_taps_and_the_times(phone):
    phone.tap("Change today")
    phone.page.locator("input[type=time]:visible").nth(1).fill("15:00")
    phone.tap("Save today")
    assert phone.taps == 2
    phone.deliver()
    assert all("Open now, closes 3pm" in text for text in phone.public())


def test_nothing_on_the_screen_is_wider_than_the_phone(phone):
    for summary in phone.page.locator("main summary:visible").all():
        summary.tap()
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    edges = "[...document.querySelectorAll('.desk-now :is(.button, input, select)')].map(it => it.getBoundingClientRect().right)"
    assert max(phone.page.evaluate(edges)) < PHONE["width"] - 20  # inside its frame


def test_a_refusal_is_read_where_the_form_was(phone):
    phone.tap("Close now")
    phone.page.get_by_label("Until the time below").first.check()
    phone.tap("Close Campbell Square")
    phone.show(phone.deliver())
    assert phone.page.get_by_text("Give the day and the time when it opens again.", exact=True).is_visible()
    assert not Closure.objects.exists()
