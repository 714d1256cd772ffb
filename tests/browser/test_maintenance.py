"""The page that stands in for the site, in a real browser: from a file, under the policy that is written beside it."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from .test_every_page import WCAG

SITE = "http://resting.test"


@pytest.fixture
def resting(northants, tmp_path, new_context):
    """A page of a site that does not answer, for somebody who has agreed to everything."""
    call_command("write_maintenance_pages", tmp_path)
    headers = dict(re.findall(r'add_header (\S+) "(.*)" always;', (tmp_path / "headers.conf").read_text()))
    body = (tmp_path / "testserver.html").read_bytes()
    context = new_context(viewport={"width": 320, "height": 640})
    context.add_cookies([{"name": "cookie_consent", "value": "analytics=2026-11-22|asked=2026-11-22|preferences=2026-11-22", "url": SITE}])
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: re.search("Content.Security|Refused", message.text) and page.complaints.append(message.text))
    page.route(f"{SITE}/**", lambda route: route.fulfill(status=503, body=body, headers={**headers, "Content-Type": "text/html; charset=utf-8"}))
    page.route(f"{SITE}/static/**", lambda route: serve(route, route.request.url.removeprefix(SITE)))
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page.goto(SITE + "/advice/domestic-abuse/")
    return page


def serve(route, path: str) -> None:
    """What /static/ has, which nginx still sends; nothing in the test's own storage has a hash in its name."""
    file = settings.BASE_DIR / path.lstrip("/")
    route.fulfill(path=file) if file.exists() else route.abort()


def test_qe1_one_escape_leads_out_of_it(resting):
    assert resting.inner_text("h1") == "This website is resting for a moment"
    assert not resting.is_visible(".cookies") and resting.evaluate("() => window.consent('analytics')") is False
    assert resting.complaints == []
    resting.keyboard.press("Escape")
    resting.wait_for_url("https://www.bbc.co.uk/weather")


def test_it_reads_well_on_the_smallest_screen(resting, axe):
    assert resting.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert axe.run(resting, options=WCAG).response["violations"] == []
