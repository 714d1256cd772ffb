"""Leaving quickly, in headless Chromium. Each test names its number in the list of what the exit must do.

What only a real key, a real window manager and a recording can show is in test_exit_real_keys.py.
"""

import re
import time

import pytest

from .pages import address_of

DOMESTIC_ABUSE = "/advice/domestic-abuse/"
# While a navigation hangs, nothing can be asked of the page from outside: it reports by itself, a second after the key.
REPORT = """
addEventListener('keydown', () => {
  if (window.pressed) return;
  window.pressed = performance.now();
  const frames = [], film = document.querySelector('video');
  let silent = null, ignored = 0;
  film?.addEventListener('pause', () => { silent = performance.now() - pressed });
  const look = () => {
    frames.push(getComputedStyle(document.documentElement).display !== 'none' && !!document.querySelector('main'));
    if (frames.length < 6) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const again = () => !document.documentElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
  setTimeout(() => { for (let n = 0; n < 5; n++) ignored += again() }, 300);
  setTimeout(() => fetch('/report', {method: 'POST', body: JSON.stringify({
    frames, silent, ignored, title: document.title, address: location.href, icon: document.querySelector('link[rel=icon]')?.href,
    text: document.documentElement.innerText, fields: document.querySelectorAll('input, textarea, form, video').length,
  })}), 1000);
}, true);
"""


@pytest.fixture
def tab(new_context):
    context = new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    return context.new_page()


def visit(tab, stage, *addresses):
    """Come from a search, by links, through each address."""
    tab.goto(stage.elsewhere + "/search")
    for address in addresses:
        tab.evaluate("address => { location.href = address }", stage.site + address)
        tab.wait_for_url(stage.site + address, wait_until="load")


def report(tab, stage) -> dict:
    """What the page says of itself a second after Escape, while its destination hangs."""
    deadline = time.monotonic() + 10
    tab.keyboard.press("Escape")
    while not stage.reports:
        assert time.monotonic() < deadline, "The page did not report."
        tab.wait_for_timeout(50)
    return stage.reports[0]


def arrives(tab, stage):
    tab.wait_for_url(stage.elsewhere + "/weather", timeout=5000)


def history(tab) -> list[tuple[str, str]]:
    entries = tab.context.new_cdp_session(tab).send("Page.getNavigationHistory")["entries"]
    return [(entry["url"], entry["title"]) for entry in entries if entry["url"] != "about:blank"]


@pytest.fixture
def reporting(tab, stage):
    """A tab that reports, and a destination that hangs."""
    stage.set("/hang")
    tab.add_init_script(REPORT)
    return tab


def test_qe3_nothing_is_rendered_from_the_second_frame_on(reporting, stage):
    visit(reporting, stage, DOMESTIC_ABUSE)
    assert report(reporting, stage)["frames"][1:] == [False] * 5


def test_qe4_it_leaves_while_the_page_is_still_arriving(tab, stage):
    stage.set(stalls=True)
    tab.goto(stage.site + DOMESTIC_ABUSE, wait_until="commit")
    tab.wait_for_selector("main h1")
    assert tab.evaluate("() => document.readyState") == "loading"
    tab.keyboard.press("Escape")
    arrives(tab, stage)


def test_qe4_it_leaves_with_every_file_blocked(tab, stage):
    stage.set(cut=r"^/(static|media)/")
    tab.goto(stage.site + DOMESTIC_ABUSE, wait_until="commit")
    tab.wait_for_timeout(300)
    tab.keyboard.press("Escape")
    arrives(tab, stage)


PLACES = {
    "text": "<input id=here value=abc>",
    "search": "<input id=here type=search value=abc>",
    "textarea": "<textarea id=here>abc</textarea>",
    "select": "<select id=here><option>a<option>b</select>",
    "contenteditable": "<p id=here contenteditable>abc</p>",
    "link": "<a id=here href=/>abc</a>",
    "details": "<details open><summary id=here>abc</summary></details>",
    "dialog": "<dialog id=box><input id=here></dialog>",
    "popover": "<div popover id=box><input id=here></div>",
}


@pytest.mark.parametrize("place", PLACES)
def test_qe5_it_leaves_wherever_the_focus_is(tab, stage, place):
    stage.set(edit=lambda html: html.replace("<main ", f"{PLACES[place]}<main ", 1))
    visit(tab, stage, "/")
    tab.evaluate("() => { const box = document.getElementById('box'); box?.showModal ? box.showModal() : box?.showPopover() }")
    tab.focus("#here")
    tab.keyboard.press("Escape")
    arrives(tab, stage)


def test_qe5_it_leaves_although_another_listener_stops_the_key(tab, stage):
    visit(tab, stage, "/")
    tab.evaluate(
        "() => { for (const at of [window, document, document.body]) at.addEventListener('keydown', e => e.stopImmediatePropagation(), true) }"
    )
    tab.keyboard.press("Escape")
    arrives(tab, stage)


@pytest.mark.parametrize("keys", ["Control+Escape", "Alt+Escape", "Meta+Escape", "Shift+Escape", "a", "Enter"])
def test_qe6_other_keys_do_nothing(tab, stage, keys):
    visit(tab, stage, "/")
    tab.keyboard.press(keys)
    tab.wait_for_timeout(150)
    assert tab.url == stage.site + "/" and not stage.left()


@pytest.mark.parametrize("composing", ["{isComposing: true}", "{keyCode: 229}"])
def test_qe6_an_escape_that_ends_a_composition_does_nothing(tab, stage, composing):
    visit(tab, stage, "/")
    tab.evaluate(
        f"() => document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: 'Escape', bubbles: true, cancelable: true, ...{composing}}}))"
    )
    tab.wait_for_timeout(150)
    assert tab.url == stage.site + "/"


def test_qe7_more_presses_never_stop_the_exit(reporting, stage):
    visit(reporting, stage, "/")
    assert report(reporting, stage)["ignored"] == 5
    assert [visit.path for visit in stage.arrived] == ["/search", "/hang"]


@pytest.mark.parametrize("press", [{}, {"modifiers": ["Control"]}, {"button": "middle"}, {"modifiers": ["Meta"]}])
def test_qe8_every_way_of_pressing_the_button_leaves_in_this_tab(tab, stage, press):
    visit(tab, stage, "/news/")
    tab.click("[data-leave]", **press, no_wait_after=True)
    arrives(tab, stage)
    assert len(tab.context.pages) == 1


def test_qe8_the_keyboard_presses_the_button_too(tab, stage):
    visit(tab, stage, "/news/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    arrives(tab, stage)


def test_qe9_the_tab_remembers_the_search_one_neutral_entry_and_the_destination(tab, stage):
    visit(tab, stage, "/", "/news/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    assert history(tab) == [
        (stage.elsewhere + "/search", "Search results"),
        (stage.site + "/", "Loading"),
        (stage.elsewhere + "/weather", "Weather"),
    ]


def test_qe9_without_the_navigation_api_this_entry_is_replaced(tab, stage):
    tab.add_init_script("Object.defineProperty(window, 'navigation', {value: undefined})")
    visit(tab, stage, "/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    assert history(tab)[2:] == [(stage.elsewhere + "/weather", "Weather")]
    assert DOMESTIC_ABUSE not in str(history(tab))


def test_qe10_back_and_forward_lead_nowhere_that_shows_a_word(tab, stage):
    visit(tab, stage, "/", "/news/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    for step in ("go_back", "go_back", "go_forward", "go_forward"):
        getattr(tab, step)(wait_until="commit")
        tab.wait_for_timeout(600)
        assert not tab.url.startswith(stage.site) or "police" not in tab.content().lower(), tab.content()[:300]


def test_qe11_no_field_is_left_or_restored(reporting, stage):
    visit(reporting, stage, "/feedback/")
    reporting.fill("#id_message", "My secret")
    said = report(reporting, stage)
    assert said["fields"] == 0 and "secret" not in said["text"]


def test_qe12_the_destination_is_not_told_where_the_visitor_was(tab, stage):
    visit(tab, stage, "/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    tab.goto(stage.site + DOMESTIC_ABUSE)
    tab.wait_for_timeout(100)
    sent = next(visit.headers for visit in stage.arrived if visit.path == "/weather")
    assert "Referer" not in sent


def test_qe13_while_the_destination_hangs_there_is_nothing_to_see_and_after_six_seconds_an_empty_tab(reporting, stage):
    visit(reporting, stage, DOMESTIC_ABUSE)
    said = report(reporting, stage)
    assert (said["title"], said["address"], said["icon"], said["text"]) == ("Loading", stage.site + "/", "data:,", "Loading")
    since = time.monotonic()
    while reporting.url != "about:blank":
        assert time.monotonic() - since < 6, reporting.url
        reporting.wait_for_timeout(50)


def test_qe14_a_film_falls_silent_within_200_ms(demo_site, reporting, stage):
    visit(reporting, stage, address_of("film", demo_site).removeprefix(demo_site))
    reporting.evaluate("() => { const film = document.querySelector('video'); film.muted = true; film.play().catch(() => {}) }")
    reporting.wait_for_function("() => document.querySelector('video').currentTime > 0")
    assert report(reporting, stage)["silent"] < 200


def test_qe15_other_tabs_of_the_site_leave_within_a_second(tab, stage):
    other = tab.context.new_page()
    visit(other, stage, DOMESTIC_ABUSE)
    unrelated = tab.context.new_page()
    unrelated.goto(stage.elsewhere + "/search")
    visit(tab, stage, "/news/")
    tab.keyboard.press("Escape")
    other.wait_for_url(stage.elsewhere + "/weather", timeout=1000)
    arrives(tab, stage)
    assert unrelated.url == stage.elsewhere + "/search"


def test_qe16_a_page_that_asks_before_it_is_left_is_left_without_a_question(tab, stage):
    questions = []
    tab.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.accept()))
    visit(tab, stage, "/feedback/")
    tab.evaluate("() => addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'stay' })")
    tab.fill("#id_message", "x")
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    assert questions == []


def test_qe17_the_server_cleans_up_and_nobody_waits_for_it(tab, stage):
    stage.set(leave_takes=3)
    tab.context.add_cookies([{"name": "cookie_consent", "value": "analytics=1", "url": stage.site}])
    visit(tab, stage, "/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    tab.wait_for_timeout(4000)
    assert stage.left() and stage.left()[-1].headers["Sec-Fetch-Site"] == "same-origin"
    assert [cookie["name"] for cookie in tab.context.cookies(stage.site)] == []


def test_qe18_coming_back_on_purpose_works(tab, stage):
    visit(tab, stage, "/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    tab.wait_for_timeout(5200)
    tab.goto(stage.site + DOMESTIC_ABUSE)
    tab.wait_for_timeout(600)
    assert tab.is_visible("h1") and tab.url == stage.site + DOMESTIC_ABUSE
    tab.evaluate("() => { sessionStorage.left = Date.now() + 3600e3 }")  # the clock was put back since
    tab.goto(stage.site + "/news/")
    tab.wait_for_timeout(600)
    assert tab.is_visible("h1") and tab.url == stage.site + "/news/"


def test_qe20_without_javascript_the_button_is_a_link(new_context, stage):
    tab = new_context(java_script_enabled=False).new_page()
    tab.goto(stage.site + DOMESTIC_ABUSE)
    tab.click("[data-leave]")
    arrives(tab, stage)
    assert "Referer" not in stage.arrived[-1].headers


def break_it(what: str) -> str:
    return f"try {{ {what} }} catch (e) {{}}"


THROWS = "() => { throw new Error('broken') }"
BROKEN = {
    "sessionStorage": f"Object.defineProperty(window, 'sessionStorage', {{get: {THROWS}}})",
    "a full sessionStorage": f"Storage.prototype.setItem = {THROWS}",
    "BroadcastChannel": f"window.BroadcastChannel = {THROWS}",
    "postMessage": f"BroadcastChannel.prototype.postMessage = {THROWS}",
    "history": f"History.prototype.replaceState = History.prototype.pushState = {THROWS}",
    "the title": f"Object.defineProperty(Document.prototype, 'title', {{set: {THROWS}}})",
    "stop": f"window.stop = {THROWS}",
    "entries": f"Navigation.prototype.entries = {THROWS}",
    "traverseTo": f"Navigation.prototype.traverseTo = {THROWS}",
    "updateCurrentEntry": f"Navigation.prototype.updateCurrentEntry = {THROWS}",
    "performance": f"Performance.prototype.getEntriesByType = {THROWS}",
    "fetch": f"window.fetch = {THROWS}",
    "createElement": f"Document.prototype.createElement = {THROWS}",
    "replaceChildren": f"Element.prototype.replaceChildren = {THROWS}",
}


@pytest.mark.parametrize("what", BROKEN)
def test_qe25_it_leaves_although_something_is_broken(tab, stage, what):
    tab.add_init_script(break_it(BROKEN[what]))
    visit(tab, stage, "/", DOMESTIC_ABUSE)
    tab.keyboard.press("Escape")
    arrives(tab, stage)


def test_the_page_asks_for_nothing_that_its_policy_refuses(tab, stage):
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    visit(tab, stage, "/")
    tab.keyboard.press("Escape")
    arrives(tab, stage)
    # The empty page's icon, data:, is refused, and so there is none: that is what it is for.
    assert [text for text in complaints if re.search("Content.Security|Refused", text) and "'data:,'" not in text] == []
