"""QE-19: the bar that leads out is there, wherever one is on a page, and nothing lies over it."""

import os
import re
import urllib.request
from urllib.parse import urljoin, urlsplit

import pytest

from .pages import KINDS, address_of

WIDTHS = (320, 360, 768, 1280, 2560)
LONG_FORM = bool(os.environ.get("LONG_FORM"))  # `make browser` sets it

# In each state of the banner and at four places of the page: the button is what lies on top at its own corners and its
# middle, 44 by 44 px at least, and wholly on the screen. Answers what is wrong, in words.
LOOK = """
() => {
  const root = document.documentElement, wrong = [];
  const button = document.querySelector('.exit [data-leave]');
  const failed = document.querySelector('template[data-consent-failed]').content.firstElementChild.cloneNode(true);
  const said = document.querySelector('template[data-consent-saved]').content.firstElementChild.cloneNode(true);
  const banner = document.querySelector('.cookies'), menu = document.querySelector('.menu');
  const states = {
    known: () => { root.dataset.consent = 'known' },
    ask: () => { root.dataset.consent = 'ask' },
    failed: () => { banner.querySelector('form').append(failed) },
    saved: () => { failed.remove(); root.dataset.consent = 'saved'; banner.append(said) },
    'menu open': () => { said.remove(); root.dataset.consent = 'known'; menu.open = true },
    'key off': () => { menu.open = false; root.dataset.key = 'off' },
  };
  for (const [state, make] of Object.entries(states)) {
    make();
    for (const part of [0, 1/3, 2/3, 1]) {
      scrollTo({top: (root.scrollHeight - innerHeight) * part, behavior: 'instant'});
      const box = button.getBoundingClientRect();
      const where = `${state}, ${innerWidth} px, ${Math.round(part * 100)}% down`;
      if (box.width < 44 || box.height < 44) wrong.push(`${where}: the button is ${box.width} by ${box.height} px`);
      if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) wrong.push(`${where}: not wholly on the screen`);
      for (const [x, y] of [[box.left + 5, box.top + 5], [box.right - 5, box.bottom - 5], [box.left + box.width / 2, box.top + box.height / 2]]) {
        const top = document.elementFromPoint(x, y);
        if (!button.contains(top)) wrong.push(`${where}: ${top?.outerHTML.slice(0, 80)} lies over the button`);
      }
    }
  }
  delete root.dataset.key;
  root.dataset.consent = 'ask';
  return wrong;
}
"""


def wrongs(page, widths) -> list[str]:
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 700 if width > 400 else 560})
        found += page.evaluate(LOOK)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_qe19_the_button_is_the_second_stop_and_on_top_on_every_kind_of_page(demo_site, page, kind):
    page.goto(address_of(kind, demo_site), wait_until="load")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('.exit [data-leave]')")
    assert wrongs(page, WIDTHS) == []


def links_from(site: str, path: str) -> set[str] | None:
    """The addresses on this site that a page links to; None where the address is not a page."""
    try:
        with urllib.request.urlopen(site + path, timeout=20) as answer:
            if "html" not in answer.headers["Content-Type"]:
                return None
            found = re.findall(r'<a [^>]*href="([^"#]+)', answer.read().decode())
    except urllib.error.HTTPError:
        return None
    whole = (urlsplit(urljoin(site + path, link)) for link in found)
    return {link.path for link in whole if f"{link.scheme}://{link.netloc}" == site and not link.path.startswith(("/admin/", "/media/", "/static/"))}


def every_address(site: str) -> list[str]:
    """Each page that a visitor can reach by links from the home page, and each that search engines are told of."""
    with urllib.request.urlopen(site + "/sitemap.xml", timeout=20) as answer:
        told = re.findall(r"<loc>([^<]+)", answer.read().decode())
    seen, pages, waiting = set(), [], {"/", *(urlsplit(address).path for address in told)}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        links = links_from(site, path)
        if links is not None:
            pages.append(path)
            waiting |= {link for link in links if link.endswith("/")} - seen
    return sorted(pages)


def test_qe19_the_button_is_on_top_on_every_page_of_the_site(demo_site, page):
    found = []
    addresses = every_address(demo_site)
    assert len(addresses) > 60
    for address in addresses if LONG_FORM else addresses[::4]:
        page.goto(demo_site + address, wait_until="domcontentloaded")
        found += [f"{address}: {wrong}" for wrong in wrongs(page, (360, 1280))]
    assert found == []


def test_qe19_the_sentence_about_a_key_is_not_shown_where_there_is_none(demo_site, new_context, playwright):
    phone = new_context(viewport={"width": 800, "height": 600}, has_touch=True, is_mobile=True).new_page()
    phone.goto(demo_site)
    assert not phone.is_visible(".exit__long") and phone.is_visible(".exit__help")
    desk = new_context(viewport={"width": 800, "height": 600}).new_page()
    desk.goto(demo_site)
    assert desk.is_visible(".exit__long") and "Quickly exit this site by pressing the Escape key" in desk.inner_text(".exit")


def test_qe19_the_bar_stands_out_in_forced_colours_and_not_on_paper(demo_site, new_context):
    page = new_context(forced_colors="active").new_page()
    page.goto(demo_site)
    assert page.is_visible(".exit [data-leave]")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.exit [data-leave]')).borderTopStyle") == "solid"
    page.emulate_media(media="print")
    assert not page.is_visible(".exit")


def test_qe19_the_contrast_of_the_bar_is_enough(demo_site, page):
    page.goto(demo_site)
    for part in (".exit p", ".exit__help", ".exit [data-leave]"):
        text, ground = page.evaluate(
            """part => { const e = document.querySelector(part), shown = c => getComputedStyle(c).backgroundColor;
            let ground = e; while (shown(ground) === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
            return [getComputedStyle(e).color, shown(ground)] }""",
            part,
        )
        assert contrast(text, ground) >= 4.5, (part, text, ground)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(colour) for colour in (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG's relative luminance of "rgb(r, g, b)"."""
    channels = [int(value) / 255 for value in re.findall(r"\d+", colour)[:3]]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_qe19_the_bar_speaks_the_language_of_the_page(demo_site, page):
    page.goto(address_of("film in Urdu", demo_site))
    text = page.inner_text(".exit")
    assert re.search(r"[\u0600-\u06ff]", text), text
    assert not re.search(r"[a-z]{3}", text.replace("Escape", "").replace("Esc", "")), text
