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
ADDRESSES = {"1": "/", "2": "/news/", "3": LONG}
# A key for each address, and one for full screen, so that each step is a person's own act and no address bar is typed in.
KEYS = """
addEventListener('keyup', event => {
  const to = {1: '/', 2: '/news/', 3: '/advice/domestic-abuse/'}[event.key];
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
        """Press the key until the page is asked for: a window that has just come up may not have the focus yet."""
        before = len(self.stage.asked)
        for _ in range(6):
            self.screen.press(key)
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                if address in [request.path for request in self.stage.asked[before:]]:
                    return
                time.sleep(0.1)
        raise AssertionError(f"{address} was never asked for; the window says “{self.screen.title()}”.")

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
        person.press("Escape")
        person.press("Escape", "Escape", pause=0.2)  # QE-7: the browser's own Escape would stop the navigation
    seen = person.shown(leaving)
    assert seen and seen == list(range(len(seen))), "The page came back after it had gone."
    assert len(leaving.frames) - len(seen) > real_keys.RATE  # it was gone for more than a second, with nothing to put in its place
    assert any(visit.path == "/hang" for visit in person.stage.arrived)
    assert "Police" not in person.screen.title()
    person.screen.wait_for("about:blank" if person.browser == "chromium" else "Mozilla Firefox", 8)  # QE-13
    with person.screen.record("back") as back:
        person.press("alt+Left", "alt+Left", "alt+Right", "alt+Right")
    assert person.shown(back) == []


def test_qe10_back_and_forward_from_the_destination_show_nothing(person):
    person.visit("1", "2", "3")
    person.press("Escape")
    person.screen.wait_for("Weather")
    with person.screen.record("back") as back:
        person.press("alt+Left", "alt+Left", "alt+Left", "alt+Right", "alt+Right", "alt+Right", pause=1)
    assert person.shown(back) == []
    assert "Police" not in person.screen.title()


@pytest.mark.skipif(not LONG_FORM, reason="the long form: make browser")
def test_qe22_in_full_screen_the_first_escape_leaves_full_screen_and_the_second_the_site(person):
    person.visit("1")
    person.press("f", pause=2)
    full = person.screen.look()
    person.press("Escape", pause=1.5)
    assert "Northamptonshire Police" in person.screen.title()
    assert first_yellow(full) < first_yellow(person.screen.look())  # the browser's own bars are back above the page
    person.press("Escape")
    person.screen.wait_for("Weather")


def first_yellow(frame) -> int:
    return next(row for row in range(frame.height) if real_keys.shows_the_site(frame.crop((0, row, frame.width, row + 1))))
