"""Watching a film, in each of its languages, in a real browser."""

import json
from pathlib import Path

import pytest
from django.utils import translation

from policesite import demo
from policesite.films.languages import spoken
from policesite.films.webvtt import parse, transcript, write

from .pages import address_of
from .test_every_page import WCAG, told

FILM = json.loads((Path(demo.__file__).parent / "film" / "film.json").read_text())

in_both = pytest.mark.parametrize("kind", ["film", "film in Urdu"])
PLAYER = "document.querySelector('video')"


@pytest.fixture
def open_film(demo_site, new_context):
    def open_page(kind, width=1280, **options):
        page = new_context(viewport={"width": width, "height": 900}, **options).new_page()
        page.sent = []
        page.on("response", lambda answer: page.sent.append((answer.status, answer.url)))
        page.goto(address_of(kind, demo_site))
        return page

    return open_page


def until(page, condition: str) -> None:
    """Wait, ten seconds at the most. Playwright's own wait would need `unsafe-eval`, which our pages refuse."""
    step = "await new Promise(done => setTimeout(done, 50))"
    assert page.evaluate(f"async () => {{ for (let i = 0; i < 200 && !({condition}); i++) {step}; return !!({condition}) }}"), condition


@in_both
def test_nothing_plays_until_somebody_asks_and_then_it_does(open_film, kind):
    page = open_film(kind)
    until(page, f"{PLAYER}.readyState >= 1")
    assert page.evaluate(f"[{PLAYER}.paused, {PLAYER}.controls, {PLAYER}.autoplay, {PLAYER}.videoWidth]") == [True, True, False, 1280]
    page.evaluate(f"{PLAYER}.muted = true, {PLAYER}.play()")
    until(page, f"{PLAYER}.currentTime > 0.2")
    assert all(status == 206 for status, url in page.sent if url.endswith(".mp4"))


@in_both
def test_a_reader_may_jump_into_the_middle(open_film, kind):
    page = open_film(kind)
    until(page, f"{PLAYER}.readyState >= 1")
    page.evaluate(f"{PLAYER}.currentTime = 30")
    until(page, f"!{PLAYER}.seeking && {PLAYER}.readyState >= 2")
    assert page.evaluate(f"{PLAYER}.currentTime") == pytest.approx(30, abs=0.2)


@in_both
def test_the_captions_show_what_the_transcript_says(open_film, kind):
    page = open_film(kind)
    until(page, f"{PLAYER}.textTracks[0].cues?.length > 0")
    captions = page.evaluate(f"[...{PLAYER}.textTracks[0].cues].map(cue => cue.getCueAsHTML().textContent)")
    transcript = page.locator("#transcript + div").inner_text()
    assert len(captions) > 5
    assert [caption for caption in captions if caption not in transcript] == []
    assert page.evaluate(f"{PLAYER}.textTracks[0].mode") == "showing"


@in_both
def test_the_words_and_the_film_are_there_without_javascript(open_film, kind):
    page = open_film(kind, java_script_enabled=False)
    assert page.locator("video[controls]").is_visible()
    assert page.locator("#transcript + div p").count() > 3


@pytest.mark.parametrize("version", FILM["versions"], ids=lambda version: version["language"])
def test_in_each_language_the_whole_page_is_in_it(open_film, axe, version):
    page = open_film("film", width=360, reduced_motion="reduce")
    code = version["language"]
    page.goto(page.url + ("" if code == "en" else f"{code}/"))
    captions = (Path(demo.__file__).parent / "film" / version["captions"]).read_text()
    until(page, f"{PLAYER}.textTracks[0].cues?.length > 0")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [code, version["direction"]]
    assert page.title().startswith(version["title"]) and page.locator("h1").inner_text() == version["title"]
    assert page.locator("main .lede").inner_text() == version["summary"]
    cues = page.evaluate(f"[...{PLAYER}.textTracks[0].cues].map(cue => cue.getCueAsHTML().textContent)")
    assert cues == [cue.text for cue in parse(write(parse(captions)))]  # with the name of each speaker where a turn begins
    assert page.locator("#transcript + div p").all_inner_texts() == [f"{turn.speaker}: {turn.text}" for turn in transcript(parse(captions))]
    with translation.override("en-gb" if code == "en" else code):
        assert page.locator(".exit .btn").inner_text().strip() == translation.gettext("Leave this site")
        assert page.locator(".exit__help").inner_text() == translation.gettext("Need to leave quickly?")
    chosen = page.locator(".chips a")
    assert [link.get_attribute("hreflang") for link in chosen.all()] == [each["language"] for each in FILM["versions"]]
    assert page.locator(".chips a[aria-current]").inner_text() == spoken(code).name_local
    found = axe.run(page, options=WCAG).response["violations"]
    assert not found, [(rule["id"], [told(node) for node in rule["nodes"][:4]]) for rule in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_captions_are_on_until_somebody_turns_them_off_and_only_a_yes_to_preferences_remembers_it(open_film):
    page = open_film("film")
    mode, off = f"{PLAYER}.textTracks[0].mode", f"{PLAYER}.textTracks[0].mode = 'disabled'"
    asked = page.evaluate("document.documentElement.dataset.consentV")
    for answer, remembered, then in ((None, [], "showing"), ("no", [], "showing"), ("yes", ["off"], "disabled")):
        if answer:
            said = "|".join(
                f"{name}={version if name == 'asked' or answer == 'yes' else -1}" for name, version in (pair.split("=") for pair in asked.split("|"))
            )
            page.context.add_cookies([{"name": "cookie_consent", "value": said, "url": page.url}])
            page.reload()
        until(page, f"{PLAYER}.readyState >= 1 && {mode} === 'showing'")
        page.evaluate(off)
        page.wait_for_timeout(100)
        assert [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "captions"] == remembered
        page.reload()
        until(page, f"{PLAYER}.readyState >= 1")
        page.wait_for_timeout(100)
        assert page.evaluate(mode) == then
    assert page.evaluate("Object.keys(localStorage)") == []


def test_one_link_leads_from_a_language_to_another_and_back(open_film):
    page = open_film("film", width=360)
    page.get_by_role("link", name="اردو").click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
    page.get_by_role("link", name="English", exact=True).click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]


# Nastaliq hangs: a line needs about twice the size of its letters, or one line runs into the next.
CRAMPED = """() => [...document.querySelectorAll("main :is(p, h1, h2, li), footer :is(p, a, h2)")]
    .filter(e => e.matches(":lang(ur)") && e.offsetParent)
    .map(e => [parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize), e.textContent.slice(0, 40)])
    .filter(([ratio]) => ratio < 1.9)"""
CUT_OFF = """() => [...document.querySelectorAll(".btn, .tag, .chips a, .menu > summary, .exit p")]
    .filter(e => e.offsetParent && e.scrollHeight > e.clientHeight + 8).map(e => e.textContent.trim())"""


@pytest.mark.parametrize("width", [360, 1280])
def test_urdu_lines_have_the_room_that_nastaliq_needs(open_film, width):
    page = open_film("film in Urdu", width)
    assert page.evaluate(CRAMPED) == []
    assert page.evaluate(CUT_OFF) == []
    assert "Nastaliq" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")


def test_the_wordmark_stays_english_and_the_page_runs_from_the_right(open_film):
    page = open_film("film in Urdu")
    box, width = page.locator(".wordmark").bounding_box(), 1280
    assert box["x"] > width / 2
    assert page.locator(".exit .btn").bounding_box()["x"] < width / 2
    assert page.locator(".wordmark").get_attribute("dir") == "ltr"
