"""A resident finds their team: on a small phone, without JavaScript, with the keyboard, or from where they stand."""

import re
import urllib.request
from statistics import median

import brotli
import pytest

FIND, INDEX = "/neighbourhoods/find/", "/neighbourhoods/"
CENTRAL = "/neighbourhoods/northampton-central/"
ON_THE_MARKET_SQUARE = {"latitude": 52.23734, "longitude": -0.89512}
COUNT_CALLS = """navigator.geolocation && (window.asked = 0,
    ["getCurrentPosition", "watchPosition"].forEach(name => { const real = navigator.geolocation[name].bind(navigator.geolocation);
        navigator.geolocation[name] = (...rest) => { window.asked++; real(...rest); }; }))"""


@pytest.fixture
def phone(demo_site, new_context):
    """A small phone on an address of the site: `phone("/neighbourhoods/")`."""

    def open_page(address, **options):
        page = new_context(**{"viewport": {"width": 360, "height": 740}} | options).new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request))
        page.goto(demo_site + address)
        return page

    return open_page


def path_of(page) -> str:
    return page.evaluate("location.pathname + location.search + location.hash")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_resident_types_a_postcode_and_no_address_ever_holds_it(phone, scripts):
    page = phone(INDEX, java_script_enabled=scripts)
    assert page.get_by_role("button", name="Use my location").is_visible() is scripts
    page.get_by_label("Postcode, town or village").fill("nn1 1de")
    page.get_by_role("button", name="Find your team").click()
    page.wait_for_url("**" + CENTRAL)
    page.get_by_role("heading", name="Northampton Central", exact=True).wait_for()
    sent = [request.url + (request.headers.get("referer") or "") for request in page.asked]
    assert not [address for address in sent if re.search("1de", address, re.IGNORECASE)]
    assert page.context.cookies() == []


def test_a_slip_is_put_right_with_the_keyboard_alone(phone, axe):
    page = phone(FIND, viewport={"width": 1280, "height": 900})
    page.locator("#area-q").focus()
    page.keyboard.type("NN1 IDE")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Did you mean")
    assert page.locator("#area-q").input_value() == "NN1 IDE"
    assert "look alike" in page.locator("#area-q-error").inner_text()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert axe.run(page).response["violations"] == [], scheme
    page.locator("#area-q").focus()
    page.keyboard.press("Tab")  # Find
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "NN1 1DE"
    page.keyboard.press("Enter")
    page.wait_for_url("**" + CENTRAL)


def test_a_misspelt_town_says_what_it_took_it_for_and_leads_back_to_what_was_typed(phone):
    page = phone(FIND, java_script_enabled=False)
    page.locator("#area-q").fill("Welingborough")
    page.locator("#area-q").press("Enter")
    page.wait_for_selector("text=Showing teams for Wellingborough")
    assert path_of_without_scripts(page) == FIND
    page.get_by_role("link", name="Go back and change what you typed").click()
    assert page.locator("#area-q").input_value() == "Welingborough"
    page.get_by_role("link", name="Wellingborough Town").click()
    page.get_by_role("heading", name="Wellingborough Town", exact=True).wait_for()


def path_of_without_scripts(page) -> str:
    return re.sub(r"^https?://[^/]+", "", page.url)


def test_the_device_is_asked_where_it_is_only_on_a_click_and_its_answer_is_rounded_and_posted(phone):
    page = phone(INDEX, geolocation=ON_THE_MARKET_SQUARE, permissions=["geolocation"])
    page.add_init_script(COUNT_CALLS)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Use my location").click()
    page.wait_for_url("**" + CENTRAL)
    [posted] = [request for request in page.asked if request.method == "POST"]
    assert posted.post_data == "latitude=52.237&longitude=-0.895"
    assert not [request.url for request in page.asked if "52.2" in request.url]


def test_a_device_that_may_not_say_where_it_is_gets_a_plain_sentence_and_nothing_is_sent(phone):
    page = phone(INDEX)  # no permission
    page.get_by_role("button", name="Use my location").click()
    page.wait_for_selector("text=We could not find where you are")
    assert [request for request in page.asked if request.method == "POST"] == []


def test_every_area_on_the_county_map_is_a_link_that_the_keyboard_reaches_and_shows(phone):
    page = phone(INDEX, viewport={"width": 1280, "height": 900})
    names = page.evaluate("[...document.querySelectorAll('.county a')].map(a => a.querySelector('title').textContent)")
    assert len(names) == 16
    page.get_by_role("button", name="Use my location").focus()
    page.keyboard.press("Tab")
    reached = []
    for _ in names:
        name, fill, edge = page.evaluate(
            "(() => { const a = document.activeElement, p = a.querySelector('path'), s = getComputedStyle(p);"
            " return [a.querySelector('title')?.textContent, s.fill, s.strokeWidth]; })()"
        )
        assert (fill, edge) == ("rgb(227, 245, 59)", "6px"), name
        reached.append(name)
        page.keyboard.press("Tab")
    assert reached == names
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/neighbourhoods/(?!find)[\w-]+/$"))
    assert page.locator("h1").inner_text() == names[-1]


def test_people_and_what_they_do_come_before_the_map_on_a_phone_and_stand_beside_it_on_a_desk(phone):
    page = phone(CENTRAL)
    maps = page.get_by_role("img", name="Map of Northampton Central")
    assert maps.count() == 1
    assert maps.bounding_box()["y"] > page.locator("#meet").bounding_box()["y"] > page.locator("#contact").bounding_box()["y"]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert maps.count() == 1
    title, picture = page.locator("h1").bounding_box(), maps.bounding_box()
    assert picture["x"] > title["x"] + 300 and picture["y"] < page.locator("#team").bounding_box()["y"]


def test_a_team_page_is_light_enough_for_a_poor_signal_portraits_named_events_for_search_engines_and_all(demo_site):
    """Six kilobytes for a typical one; one that has everything, half a kilobyte more."""
    index = fetch(demo_site + INDEX)
    teams = set(re.findall(rb'href="(/neighbourhoods/(?!find/|our-promise/)[\w-]+/)"', index))
    assert len(teams) == 16
    weights = {address: len(brotli.compress(fetch(demo_site + address.decode()))) for address in teams}
    assert median(weights.values()) <= 6 * 1024 and max(weights.values()) <= 6.5 * 1024, weights
    assert len(brotli.compress(index)) <= 6 * 1024


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read()
