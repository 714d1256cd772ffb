"""Leaving quickly, as a person does it: real keys in headed Chromium and Firefox, and a recording of the screen."""

import shutil
import time

import pytest

from . import real_keys
from .conftest import NAMES
from .stage import Stage
from .test_exit_bar import LONG_FORM

BROWSERS = {"chromium": real_keys.chromium, "firefox-esr": real_keys.firefox}
LONG = "/advice/domestic-abuse/"
ADDRESSES = {"1": "/", "2": "/news/", "3": LONG, "4": "/leaving-this-site/"}
# A key for each address, and one for full screen, so that each step is a person's own act and no address bar is typed in.
# The exit takes every Escape on its way down and lets its way up pass: so the page can say that it was given the key.
KEYS = """
addEventListener('keyup', event => {
  if (event.key === 'Escape') fetch('/report', {method: 'POST', keepalive: true, body: '"Escape"'});
  if (event.key === 'o') document.querySelector('[data-escape=off]').click();
  const to = {1: '/', 2: '/news/', 3: '/advice/domestic-abuse/', 4: '/leaving-this-site/'}[event.key];
  if (to) location.href = '%s' + to;
  if (event.key === 'f') document.documentElement.requestFullscreen();
});
"""


@pytest.fixture(params=BROWSERS)
def person(request, demo_site, tmp_path):
    """Someone at a screen, who has searched and come to the site by a link: `.screen`, `.stage`."""
    path = shutil.which(request.param) or (request.param == "chromium" and next(filter(None, map(shutil.which, NAMES)), None))
    lacking = real_keys.missing() + ([] if path else [request.param])
    if lacking:
        pytest.skip(f"REAL KEYS NOT TRIED: install Debian's {' '.join(lacking)}")
    stage, screen = Stage(demo_site), real_keys.Screen(tmp_path)
    stage.set(script=KEYS % stage.site)
    try:
        BROWSERS[request.param](screen, path, stage.elsewhere + "/search")
        screen.wait_for_window("Search results")
        yield Person(screen, stage, request.param)
    finally:
        screen.close()
        stage.clear()


class Person:
    def __init__(self, screen, stage, browser):
        self.screen, self.stage, self.browser = screen, stage, browser

    def hangs(self):
        self.stage.set("/hang", script=self.stage.script)

    def visit(self, *keys):
        """Go from page to page, and have each in the tab's history."""
        for key in keys:
            self._ask_for(ADDRESSES[key], key)
            self.screen.wait_for("Northamptonshire Police")
            deadline = time.monotonic() + 15
            while not real_keys.shows_the_site(self.screen.look()):
                assert time.monotonic() < deadline, "The yellow button never showed."
                time.sleep(0.1)
            time.sleep(0.5)

    def _ask_for(self, address, key):
        """Press the key until the page is asked for."""
        before = len(self.stage.asked)
        self._press_until(key, lambda: address in [request.path for request in self.stage.asked[before:]])

    def _press_until(self, key, delivered):
        """Press a key, and once more only while `delivered` shows that nobody was given it: a window that just came up may miss one."""
        for _ in range(6):
            self.screen.press(key)
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                if delivered():
                    return
                time.sleep(0.05)
        raise AssertionError(f"Nobody was given {key}; the window says “{self.screen.title()}”.")

    def escape(self):
        """One Escape that the page was given, whatever it made of it: there is no second one for an exit that failed."""
        said, left = len(self.stage.reports), len(self.stage.left())
        self._press_until("Escape", lambda: len(self.stage.reports) > said or len(self.stage.left()) > left)

    def move(self, key):
        """A step of Back or Forward that is seen to have led somewhere: the title is another one, or something was asked for."""
        before = self._place()
        self._press_until(key, lambda: self._place() != before)

    def _place(self):
        return self.screen.title(), len(self.stage.asked), len(self.stage.arrived)

    def is_asked_for(self, path: str, seconds: float = 5) -> bool:
        """Whether the browser asks the stage for a path, now or soon: on a busy machine its request may come late."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not (came := any(visit.path == path for visit in self.stage.arrived)):
            time.sleep(0.1)
        return came

    def press(self, *keys, pause=0.8):
        for key in keys:
            self.screen.press(key)
            time.sleep(pause)

    def shown(self, recording) -> list[int]:
        return [number for number, frame in enumerate(recording.frames) if real_keys.shows_the_site(frame)]


def test_qe10_qe7_qe13_one_escape_and_no_key_brings_a_frame_of_it_back(person):
    person.hangs()
    person.visit("1", "2", "3")
    with person.screen.record("leaving") as leaving:
        time.sleep(0.3)
        person.escape()
        person.press("Escape", "Escape", pause=0.2)  # QE-7: the browser's own Escape would stop the navigation
        time.sleep(1)
    seen = person.shown(leaving)
    assert seen and seen == list(range(len(seen))), "The page came back after it had gone."
    assert len(leaving.frames) - len(seen) > real_keys.RATE  # it was gone for more than a second, with nothing to put in its place
    assert person.is_asked_for("/hang"), "No key after the first may stop the way to the destination."
    assert "Police" not in person.screen.title()
    person.screen.wait_for("about:blank" if person.browser == "chromium" else "Mozilla Firefox", 8)  # QE-13
    with person.screen.record("back") as back:
        person.move("alt+Left")
        person.press("alt+Left", "alt+Right", "alt+Right")
    assert person.shown(back) == []


def test_qe10_back_and_forward_from_the_destination_show_nothing(person):
    person.visit("1", "2", "3")
    person.escape()
    person.screen.wait_for("Weather")
    with person.screen.record("back") as back:
        person.move("alt+Left")
        person.press("alt+Left", "alt+Left", "alt+Right", "alt+Right", "alt+Right", pause=1)
    assert person.shown(back) == []
    assert "Police" not in person.screen.title()


@pytest.mark.skipif(not LONG_FORM, reason="the long form: make browser")
def test_qe22_in_full_screen_the_first_escape_leaves_full_screen_and_the_second_the_site(person):
    person.visit("1")
    person.press("f", pause=2)
    full = person.screen.look()
    person.press("Escape", pause=1.5)
    assert "Northamptonshire Police" in person.screen.title()
    assert not person.stage.left()
    assert first_yellow(full) < first_yellow(person.screen.look())  # the browser's own bars are back above the page
    person.escape()
    person.screen.wait_for("Weather")


@pytest.mark.skipif(not LONG_FORM, reason="the long form: make browser")
def test_a_rested_key_stays_off_from_page_to_page_and_on_the_way_back(person):
    person.visit("4")
    person.press("o")
    person.visit("2")
    person.escape()
    person.press("alt+Left", pause=2)
    person.escape()
    time.sleep(1)
    assert "Leaving this site quickly" in person.screen.title()
    assert not person.stage.left()
    person.visit("2", "1")
    person.escape()
    time.sleep(1)
    assert "Northamptonshire Police" in person.screen.title() and not person.stage.left()


def first_yellow(frame) -> int:
    return next(row for row in range(frame.height) if real_keys.shows_the_site(frame.crop((0, row, frame.width, row + 1))))
