"""What must be true of every kind of page, seen in a real browser on the demonstration site."""

from itertools import pairwise

import brotli
import pytest

from .pages import KINDS, address_of

every_kind = pytest.mark.parametrize("kind", KINDS)
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# Whole pages without their photographs, in brotli bytes (LOOK.md).
BUDGET = {"document": 6 * 1024, "stylesheet": 9 * 1024, "script": 3 * 1024}
WHOLE = 30 * 1024


# What is pressed is 44 px high at least. A radio button or tick is as large as the label beside it, which is pressed too;
# "Turn it on" stands inside a sentence.
TOO_SMALL = """() => [...document.querySelectorAll(
  "input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, button, summary, .btn, .choice")]
  .filter(e => e.checkVisibility() && !e.matches(".exit__off button, .trap *") && e.getBoundingClientRect().height < 44)
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect().height])"""


APART = """() => {
  const name = document.createRange();
  name.selectNodeContents(document.querySelector(".wordmark b"));
  const [words, menu] = [name, document.querySelector(".menu > summary")].map(e => e.getBoundingClientRect());
  return words.right <= menu.left || words.left >= menu.right;
}"""


@pytest.fixture
def visit(demo_site, new_context):
    """Open the page of a kind in a browser that has never been here: `visit("home", width=360)`."""

    def open_page(kind, width=1280, height=900, **options):
        page = new_context(viewport={"width": width, "height": height}, **options).new_page()
        page.complaints, page.requests = [], []
        page.on("console", lambda message: message.type in ("error", "warning") and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requests.append(request))
        page.goto(address_of(kind, demo_site), wait_until="load")
        return page

    return open_page


@every_kind
def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desktop(visit, axe, kind):
    page = visit(kind, reduced_motion="reduce")  # else a colour is measured half-way to the next
    for width, scheme in [(1280, "light"), (1280, "dark"), (360, "dark"), (360, "light")]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page, options=WCAG).response["violations"]
        assert not found, (width, scheme, [(rule["id"], [told(node) for node in rule["nodes"][:4]]) for rule in found])


def told(node) -> str:
    return node["html"][:150] + " | " + (node.get("failureSummary") or "")[:200]


@every_kind
def test_nothing_scrolls_sideways_on_the_smallest_screen_or_at_400_percent(visit, kind):
    page = visit(kind, 320, 640)
    wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= 320 ? [] :
        [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > 321).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)"""
    )
    assert wide == []
    assert page.evaluate(APART), "The menu lies over the name of the force."


@every_kind
def test_a_first_visit_is_quiet_private_and_light(visit, demo_site, kind):
    page = visit(kind, 360)
    page.wait_for_timeout(300)
    assert [text for text in page.complaints if kind != "not found" or "404" not in text] == []
    assert [request.url for request in page.requests if not request.url.startswith((demo_site, "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("() => [Object.keys(localStorage), navigator.serviceWorker?.controller ?? null]") == [[], None]
    weights = weigh(page.requests)
    assert all(weights[name] <= most for name, most in BUDGET.items()), weights
    assert sum(weights.values()) <= WHOLE, weights


def weigh(requests) -> dict[str, int]:
    """Brotli bytes by type of file, photographs and films apart: those come from /media/."""
    weights = dict.fromkeys([*BUDGET, "other"], 0)
    for request in requests:
        if "/media/" not in request.url and not request.url.startswith("data:"):
            weights[request.resource_type if request.resource_type in BUDGET else "other"] += len(brotli.compress(request.response().body()))
    return weights


@every_kind
def test_everything_can_be_read_without_javascript(visit, kind):
    page = visit(kind, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert page.locator(".exit a").first.is_visible()
    assert not page.locator(".cookies").filter(visible=True).count()


@every_kind
def test_headings_go_down_a_step_at_a_time_and_the_keyboard_reaches_the_exit_first(visit, kind):
    page = visit(kind)
    levels = page.evaluate("() => [...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(h => +h.tagName[1])")
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert "Northamptonshire Police" in page.title()
    stops = [next_stop(page) for _ in range(6)]
    assert True in [leaves for leaves, _ in stops[:3]], stops
    assert all(outline != "none" for _, outline in stops), stops
    assert page.evaluate(TOO_SMALL) == []


def next_stop(page) -> list:
    page.keyboard.press("Tab")
    return page.evaluate("() => [document.activeElement.hasAttribute('data-leave'), getComputedStyle(document.activeElement).outlineStyle]")


@every_kind
def test_it_prints_without_the_furniture(visit, kind):
    page = visit(kind)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".exit").is_visible()
    assert not page.locator(".foot").is_visible()
    assert page.pdf().startswith(b"%PDF")
