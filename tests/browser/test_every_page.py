"""What must be true of every kind of page, seen in a real browser on the demonstration site."""

import brotli
import pytest

from .pages import KINDS, address_of

every_kind = pytest.mark.parametrize("kind", KINDS)
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


@pytest.fixture
def visit(demo_site, new_context):
    """Open the page of a kind: `visit("home", width=360)`. What the browser complains of and asks for is kept on it."""

    def open_page(kind, width=1280, height=900, **options):
        context = new_context(viewport={"width": width, "height": height}, **options)
        page = context.new_page()
        page.complaints, page.requests = [], []
        page.on("console", lambda message: message.type in ("error", "warning") and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requests.append(request))
        page.answer = page.goto(address_of(kind, demo_site), wait_until="load")
        return page

    return open_page


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(visit, axe, kind, scheme, width):
    found = axe.run(visit(kind, width, color_scheme=scheme), options=WCAG).response["violations"]
    assert not found, [(rule["id"], [node["html"][:150] + " | " + (node.get("failureSummary") or "")[:200] for node in rule["nodes"]][:4]) for rule in found]


@every_kind
def test_nothing_scrolls_sideways_on_the_smallest_screen_or_at_400_percent(visit, kind):
    page = visit(kind, 320, 640)
    wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= 320 ? [] :
        [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > 321).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)"""
    )
    assert wide == []


@every_kind
def test_the_browser_has_nothing_to_complain_of_and_asks_nobody_else(visit, demo_site, kind):
    page = visit(kind)
    page.wait_for_timeout(300)
    expected = ["404"] if kind == "not found" else []
    assert [text for text in page.complaints if not any(code in text for code in expected)] == []
    assert [request.url for request in page.requests if not request.url.startswith((demo_site, "data:"))] == []


@every_kind
def test_a_first_visit_leaves_no_cookie_and_stores_nothing(visit, kind):
    page = visit(kind)
    assert page.context.cookies() == []
    stored = page.evaluate("() => [Object.keys(localStorage), navigator.serviceWorker?.controller ?? null]")
    assert stored == [[], None]


@every_kind
def test_everything_can_be_read_without_javascript(visit, kind):
    page = visit(kind, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert page.locator(".exit a").first.is_visible()
    assert not page.locator(".cookies").filter(visible=True).count()


@every_kind
def test_it_prints_without_the_furniture(visit, kind):
    page = visit(kind)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".exit").is_visible()
    assert not page.locator(".foot").is_visible()
    assert page.pdf().startswith(b"%PDF")


@every_kind
def test_headings_go_down_one_step_at_a_time_and_the_page_says_what_it_is(visit, kind):
    page = visit(kind)
    levels = page.evaluate("() => [...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(h => +h.tagName[1])")
    assert levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    assert page.title().endswith("Northamptonshire Police") or page.title().startswith("Northamptonshire Police")


@every_kind
def test_the_keyboard_reaches_the_exit_first_and_sees_where_it_is(visit, kind):
    page = visit(kind)
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => [document.activeElement.hasAttribute('data-leave'), getComputedStyle(document.activeElement).outlineStyle]"))
    assert True in [leaves for leaves, _ in stops[:3]], stops
    assert all(outline != "none" for _, outline in stops), stops


# Whole pages without their photographs, in brotli bytes (LOOK.md).
BUDGET = {"document": 6 * 1024, "stylesheet": 9 * 1024, "script": 3 * 1024}
WHOLE = 30 * 1024
PICTURES = ("/media/",)


@every_kind
def test_a_page_is_light_enough_for_a_poor_connection(visit, kind):
    page = visit(kind, 360)
    weights = dict.fromkeys([*BUDGET, "other"], 0)
    for request in page.requests:
        if not any(part in request.url for part in PICTURES) and not request.url.startswith("data:"):
            kind_of = request.resource_type if request.resource_type in BUDGET else "other"
            weights[kind_of] += len(brotli.compress(request.response().body()))
    assert all(weights[name] <= most for name, most in BUDGET.items()), weights
    assert sum(weights.values()) <= WHOLE, weights
