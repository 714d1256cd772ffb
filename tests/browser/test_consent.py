"""Cookie choices in a real browser. Each test names its number in the list of what consent must do."""

import re

import pytest

from .pages import KINDS, address_of
from .test_exit_bar import LONG_FORM, every_address

ACCEPT, REJECT = "Accept additional cookies", "Reject additional cookies"
SAVED = "Your cookie preferences have been saved. You can update your cookie settings at any time on the cookies page."
FAILED = "Sorry, there was a technical problem. Please try again."
WORDING = [
    "We use some essential cookies to make our website work. We’d like to set additional cookies so we can remember your preferences and "
    "understand how you use our site.",
    "You can manage your preferences and cookie settings at any time by clicking on “Customise Cookies” below. For more information on how we use "
    "cookies, please see our Cookies notice.",
]


@pytest.fixture
def tab(new_context):
    context = new_context()
    context.set_default_timeout(10_000)
    return context.new_page()


def cookies(tab) -> dict[str, str]:
    return {cookie["name"]: cookie["value"].strip('"') for cookie in tab.context.cookies()}


def say(tab, answer):
    tab.click(f"button:has-text('{answer}')")
    tab.wait_for_selector(".cookies__said")


def test_cc2_cc16_a_first_visit_keeps_nothing_and_asks_nobody_else(tab, stage):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/films/", "/news/"):
        tab.goto(stage.site + address)
        tab.wait_for_timeout(200)
    assert cookies(tab) == {}
    # The exit script's own mark of an earlier exit is the one thing that sessionStorage may hold.
    assert tab.evaluate("() => [Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]
    assert [url for url in asked if not url.startswith((stage.site, "data:"))] == []
    assert not [url for url in asked if "count-pages" in url]


def test_cc3_the_wording_is_the_agreed_one_and_yes_and_no_are_alike(tab, stage):
    tab.goto(stage.site)
    text = re.sub(r"\s+", " ", tab.inner_text(".cookies"))
    for words in WORDING:
        assert words in text
    assert tab.is_visible(".cookies a:has-text('Customise Cookies')") and tab.is_visible(".cookies a:has-text('Cookies notice')")
    look = "e => { const s = getComputedStyle(e), b = e.getBoundingClientRect(); return [e.tagName, s.color, s.backgroundColor, s.fontSize, s.fontWeight, s.borderColor, b.height] }"
    yes, no = (tab.locator(f"button:has-text('{answer}')") for answer in (ACCEPT, REJECT))
    assert yes.evaluate(look) == no.evaluate(look)
    assert abs(yes.bounding_box()["width"] - no.bounding_box()["width"]) < 12


def test_cc3_one_click_each(tab, stage):
    tab.goto(stage.site)
    say(tab, REJECT)
    assert cookies(tab)["cookie_consent"].count("=-1") == 2


SHIFTS = """
window.shift = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.shift += e.value }).observe({type: 'layout-shift', buffered: true});
window.stateAtFirstPaint = null;
new PerformanceObserver(() => { window.stateAtFirstPaint ??= document.documentElement.dataset.consent }).observe({type: 'paint', buffered: true});
"""


def test_cc4_it_is_decided_before_the_first_paint_and_nothing_moves(tab, stage):
    tab.add_init_script(SHIFTS)
    tab.goto(stage.site)
    tab.wait_for_timeout(500)
    assert tab.evaluate("() => [shift, stateAtFirstPaint]") == [0, "ask"]
    say(tab, ACCEPT)
    tab.goto(stage.site)
    tab.wait_for_timeout(500)
    assert tab.evaluate("() => [shift, stateAtFirstPaint]") == [0, "known"]
    assert not tab.is_visible(".cookies")


def test_cc4_it_is_below_the_exit_bar_in_the_flow_and_holds_nobody_up(tab, stage):
    tab.goto(stage.site)
    bar, banner, top = (tab.locator(part).bounding_box() for part in (".exit", ".cookies", ".masthead"))
    assert banner["y"] >= bar["y"] + bar["height"] - 1 and top["y"] >= banner["y"] + banner["height"] - 1
    tab.click(".masthead a")
    tab.wait_for_load_state()


@pytest.mark.parametrize("failure", [500, 503, 404, 403, "down", "redirect"])
def test_cc5_a_choice_that_could_not_be_saved_says_so_sets_nothing_and_may_be_tried_again(tab, stage, failure):
    tab.goto(stage.site)
    answers = {"down": lambda route: route.abort(), "redirect": lambda route: route.fulfill(status=200, body="ok")}
    tab.route("**/cookies/choose/", answers.get(failure) or (lambda route: route.fulfill(status=failure)))
    tab.click(f"button:has-text('{ACCEPT}')")
    tab.wait_for_selector("[role=alert] >> text=technical problem")
    assert tab.inner_text(".cookies__failed") == FAILED
    assert cookies(tab) == {} and tab.is_visible(f"text={ACCEPT}")
    assert tab.evaluate("() => window.consent('analytics') || window.consent('preferences')") is False
    tab.unroute("**/cookies/choose/")
    say(tab, ACCEPT)
    assert "cookie_consent" in cookies(tab) and not tab.query_selector(".cookies__failed")


def test_cc5_on_the_cookies_page_too_the_choice_stays_on_screen_and_trying_again_saves_it(tab, stage):
    tab.goto(stage.site + "/cookies/")
    tab.check("#analytics-no")
    tab.check("#preferences-yes")
    tab.route("**/cookies/choose/", lambda route: route.fulfill(status=503))
    for _ in range(2):
        tab.click("text=Save cookie settings")
        tab.wait_for_selector("#choices [role=alert]")
    assert tab.locator("#choices [role=alert]").all_inner_texts() == [FAILED] and cookies(tab) == {}
    assert tab.is_checked("#analytics-no") and tab.is_checked("#preferences-yes")
    tab.unroute("**/cookies/choose/")
    tab.click("text=Save cookie settings")
    tab.wait_for_selector(".cookies__said")
    assert "analytics=-1" in cookies(tab)["cookie_consent"] and "preferences=2" in cookies(tab)["cookie_consent"]


def test_cc5_a_server_that_never_answers_is_a_technical_problem(tab, stage):
    stage.set(cut="^/cookies/choose/")
    tab.goto(stage.site)
    tab.click(f"button:has-text('{ACCEPT}')")
    tab.wait_for_selector(f"text={FAILED}", timeout=12_000)
    assert cookies(tab) == {}


def test_cc5_a_browser_that_keeps_no_cookie_is_not_told_that_it_was_saved(tab, stage):
    tab.goto(stage.site)
    tab.route("**/cookies/choose/", lambda route: route.fulfill(status=204))
    tab.click(f"button:has-text('{ACCEPT}')")
    tab.wait_for_selector(f"text={FAILED}")
    assert not tab.query_selector(".cookies__said")


def test_cc11_a_no_that_is_pressed_while_a_yes_is_on_its_way_is_what_stays(tab, stage):
    held = []
    tab.goto(stage.site)
    tab.route("**/cookies/choose/", lambda route: held.append(route) if not held else route.continue_())
    tab.click(f"button:has-text('{ACCEPT}')")
    tab.click(f"button:has-text('{REJECT}')")
    tab.wait_for_timeout(300)
    assert len(held) == 1 and cookies(tab) == {}
    held[0].continue_()
    for _ in range(100):
        if "analytics=-1" in cookies(tab).get("cookie_consent", ""):
            break
        tab.wait_for_timeout(50)
    tab.wait_for_timeout(300)
    assert "analytics=-1" in cookies(tab)["cookie_consent"] and "pages_seen" not in cookies(tab)
    assert tab.locator(".cookies__said").count() == 1


def test_cc6_success_says_the_agreed_words_with_the_focus_and_can_be_hidden(tab, stage):
    tab.goto(stage.site)
    assert SAVED not in tab.inner_text("body") and not tab.query_selector(".cookies__said")
    say(tab, ACCEPT)
    assert tab.inner_text(".cookies__said p") == SAVED
    assert tab.evaluate("() => document.activeElement.matches('.cookies__said')")
    tab.click("text=Hide this message")
    assert not tab.query_selector(".cookies__said") and not tab.is_visible(".cookies")
    assert tab.evaluate("() => document.activeElement.id") == "main"


def test_cc7_nothing_optional_runs_before_the_choice_is_saved_and_then_at_once(tab, stage):
    asked = []
    tab.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition(".")[0]))
    tab.goto(stage.site)
    tab.wait_for_timeout(300)
    assert "count-pages" not in asked
    say(tab, ACCEPT)
    tab.wait_for_function("() => document.cookie.includes('pages_seen')")
    assert asked.count("count-pages") == 1
    assert cookies(tab)["pages_seen"] == "1"
    tab.goto(stage.site + "/cookies/")
    assert tab.inner_text("[data-pages-seen]").endswith("2")


def test_cc8_customise_asks_each_purpose_with_nothing_chosen_for_the_visitor(tab, stage):
    tab.goto(stage.site)
    tab.click("a:has-text('Customise Cookies')")
    tab.wait_for_url("**/cookies/#choices")
    assert tab.locator("#choices fieldset").count() == 2 and tab.locator("#choices :checked").count() == 0
    tab.check("#analytics-no")
    tab.click("text=Save cookie settings")  # one purpose has no answer
    tab.wait_for_selector("text=There is a problem")
    assert tab.is_checked("#analytics-no") and cookies(tab) == {}
    tab.check("#preferences-yes")
    tab.click("text=Save cookie settings")
    tab.wait_for_selector(".cookies__said")
    saved = cookies(tab)["cookie_consent"]
    assert "analytics=-1" in saved and "preferences=2" in saved
    assert tab.evaluate("() => [window.consent('analytics'), window.consent('preferences')]") == [False, True]


def test_cc9_without_javascript_there_is_no_banner_and_the_form_saves(new_context, stage):
    tab = new_context(java_script_enabled=False).new_page()
    tab.goto(stage.site)
    assert not tab.is_visible(".cookies")
    tab.goto(stage.site + "/cookies/")
    for purpose in ("analytics", "preferences"):
        tab.check(f"#{purpose}-no")
    tab.click("text=Save cookie settings")
    assert SAVED in re.sub(r"\s+", " ", tab.inner_text("main")) and tab.url.endswith("/cookies/?saved")
    assert "analytics=-1" in cookies(tab)["cookie_consent"]


def test_cc10_cc11_a_yes_is_withdrawn_in_two_clicks_from_any_page_and_its_cookies_go(tab, stage):
    tab.goto(stage.site)
    say(tab, ACCEPT)
    tab.goto(stage.site + "/news/")
    assert "pages_seen" in cookies(tab)
    tab.click("footer >> text=Cookies")
    tab.wait_for_url("**/cookies/")
    assert tab.is_checked("#analytics-yes")
    tab.check("#analytics-no")
    tab.check("#preferences-no")
    tab.click("text=Save cookie settings")
    tab.wait_for_selector(".cookies__said")
    assert "pages_seen" not in cookies(tab)
    tab.goto(stage.site)
    tab.wait_for_timeout(200)
    assert "pages_seen" not in cookies(tab)


def asks(edit, tab, stage) -> str:
    stage.set(edit=edit)
    tab.goto(stage.site + "/news/")
    return tab.evaluate("() => [document.documentElement.dataset.consent, window.consent('analytics'), window.consent('preferences')]")


def newer(*names):
    """The same page after what `names` stand for has a new version."""
    return lambda html: re.sub(rf"((?:{'|'.join(names)})=)[^|\"]+", r"\g<1>2099-01-01", html)


def test_cc12_a_new_version_of_a_purpose_asks_again_and_is_off_until_then(tab, stage):
    tab.goto(stage.site)
    say(tab, ACCEPT)
    assert asks(str, tab, stage) == ["known", True, True]
    assert asks(newer("analytics"), tab, stage) == ["ask", False, True]
    assert asks(newer("analytics", "preferences", "asked"), tab, stage) == ["ask", False, False]


def test_cc12_a_no_stays_a_no_until_everyone_is_asked_again(tab, stage):
    tab.goto(stage.site)
    say(tab, REJECT)
    assert asks(newer("analytics"), tab, stage) == ["known", False, False]
    assert asks(newer("analytics", "preferences", "asked"), tab, stage) == ["ask", False, False]


def test_cc14_the_cookie_can_be_read_by_the_page_and_is_lax(tab, stage):
    tab.goto(stage.site)
    say(tab, ACCEPT)
    cookie = next(cookie for cookie in tab.context.cookies() if cookie["name"] == "cookie_consent")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (False, "Lax", "/")
    assert cookie["expires"] - tab.evaluate("() => Date.now() / 1000") <= 365 * 24 * 3600 + 5


GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})"


def test_cc15_global_privacy_control_is_a_no_until_somebody_chooses_otherwise(tab, stage):
    tab.add_init_script(GPC)
    tab.goto(stage.site)
    assert not tab.is_visible(".cookies")
    assert tab.evaluate("() => window.consent('analytics')") is False
    tab.goto(stage.site + "/cookies/")
    for purpose in ("analytics", "preferences"):
        tab.check(f"#{purpose}-yes")
    tab.click("text=Save cookie settings")
    tab.wait_for_selector(".cookies__said")
    tab.goto(stage.site)
    assert tab.evaluate("() => window.consent('analytics')") is True


@pytest.mark.parametrize("value", ["junk", "asked=zzz|analytics=zzz|preferences=zzz", "analytics=2020|asked=2020-01-01|preferences=-1", '"'])
def test_cc15_with_global_privacy_control_a_cookie_that_answers_nothing_shows_no_banner_and_allows_nothing(tab, stage, value):
    tab.add_init_script(GPC)
    tab.goto(stage.site + "/robots.txt")
    tab.evaluate("value => { document.cookie = 'cookie_consent=' + value + '; path=/' }", value)
    tab.goto(stage.site)
    assert not tab.is_visible(".cookies")
    assert tab.evaluate("() => [window.consent('analytics'), window.consent('preferences')]") == [False, False]


def test_cc12_a_page_that_could_not_ask_the_database_asks_nobody_whatever_they_chose(tab, demo_site):
    tab.goto(demo_site)
    say(tab, ACCEPT)
    tab.goto(f"{demo_site}/search/?q={'a' * 10_000}")
    assert "We could not read that" in tab.inner_text("h1")
    assert not tab.is_visible(".cookies") and tab.evaluate("() => window.consent('analytics')") is False


HOSTILE = ["", "x", "%00", "x" * 3000, "e30=", "{}", "analytics=yes|preferences=yes", "asked=-1|analytics=-1|preferences=-1", "__proto__=1|constructor=2",
           "analytics", "===|||", '"', "analytics=9999|preferences=9999|asked=9999", "%ff%fe", '"analytics=1', 'analytics="1"|asked="1"', "\\\"asked=1\\\""]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_cookie_is_no_yes_and_breaks_nothing(tab, stage, value):
    complaints = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(stage.site + "/robots.txt")
    tab.evaluate(
        "value => { document.cookie = 'cookie_consent=' + value + '; path=/'; document.cookie = 'cookie_consent=analytics=1; path=/news/' }", value
    )
    for address in ("/", "/news/"):
        tab.goto(stage.site + address)
        assert tab.evaluate("() => [document.documentElement.dataset.consent, window.consent('analytics'), window.consent('__proto__')]") == [
            "ask",
            False,
            False,
        ]
    assert complaints == []
    tab.context.clear_cookies(name="cookie_consent", path="/news/")
    say(tab, REJECT)


def test_cc20_the_banner_and_its_messages_are_clean(tab, stage, axe):
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
    tab.goto(stage.site)
    tab.route("**/cookies/choose/", lambda route: route.abort())
    tab.click(f"button:has-text('{ACCEPT}')")
    tab.wait_for_selector(".cookies__failed")
    assert axe.run(tab, options=rules).response["violations"] == []
    tab.unroute("**/cookies/choose/")
    say(tab, ACCEPT)
    assert axe.run(tab, options=rules).response["violations"] == []


def test_cc20_the_keyboard_alone_is_enough(tab, stage):
    tab.goto(stage.site)
    for _ in range(8):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.value === 'no'"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".cookies__said")
    assert "analytics=-1" in cookies(tab)["cookie_consent"]


def test_cc20_at_400_percent_and_in_forced_colours_all_three_can_be_reached(new_context, stage):
    tab = new_context(viewport={"width": 320, "height": 256}, forced_colors="active").new_page()
    tab.goto(stage.site)
    for choice in (ACCEPT, REJECT, "Customise Cookies"):
        found = tab.locator(f".cookies .actions :text-is('{choice}')")
        found.scroll_into_view_if_needed()
        box = found.bounding_box()
        assert 0 <= box["x"] and box["x"] + box["width"] <= 320 and box["height"] >= 24


def test_cc20_the_banner_speaks_the_language_of_the_page(tab, demo_site):
    tab.goto(address_of("film in Urdu", demo_site))
    text = tab.inner_text(".cookies")
    assert len(re.findall(r"[\u0600-\u06ff]", text)) > len(re.findall(r"[A-Za-z]", text))


@pytest.mark.parametrize("kind", KINDS)
def test_cc1_the_pages_are_the_same_bytes_whatever_the_visitors_cookies(demo_site, playwright, kind):
    address = address_of(kind, demo_site)
    answers = []
    for cookie in ("", "cookie_consent=analytics=-1|preferences=-1|asked=x", "pages_seen=4; other=1"):
        request = playwright.request.new_context(extra_http_headers={"Cookie": cookie} if cookie else {})
        answers.append(request.get(address))
    if "/cookies/" not in address:
        assert len({answer.body() for answer in answers}) == 1
    for answer in answers:
        assert "set-cookie" not in answer.headers
        assert "cookie" not in answer.headers.get("vary", "").lower()


def turn_captions_off(tab) -> None:
    """As somebody does with the film's own button, once it is there to press."""
    tab.evaluate(
        """async () => {
        const film = document.querySelector("video");
        if (film.readyState < 1) await new Promise(done => film.addEventListener("loadedmetadata", done));
        await new Promise(done => film.textTracks.addEventListener("change", () => setTimeout(done, 50)) ?? (film.textTracks[0].mode = "disabled"));
        }"""
    )


def test_cc21_the_cookies_that_a_crawl_meets_are_those_in_the_register(tab, demo_site):
    tab.goto(demo_site)
    say(tab, ACCEPT)
    met = set(cookies(tab))
    for address in every_address(demo_site)[:: 1 if LONG_FORM else 6]:
        tab.goto(demo_site + address, wait_until="domcontentloaded")
        met |= set(cookies(tab))
    tab.goto(demo_site + "/films/neighbourhood-policing/")
    turn_captions_off(tab)
    met |= set(cookies(tab))
    tab.goto(demo_site + "/cookies/")
    tab.wait_for_timeout(300)
    registered = set(tab.locator(".cookielist code").all_inner_texts())
    staff = set(tab.locator(".cookielist div:has-text('Visitors never get it') code").all_inner_texts())
    assert met == registered - staff
    tab.goto(demo_site + "/admin/login/")
    assert set(cookies(tab)) - met <= staff
