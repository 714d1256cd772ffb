"""No link on the site leads nowhere, and none leads off it but to places that we have chosen."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from .crawling import crawl

ONLY_POST = ("/leave/", "/cookies/choose/", "/useful/")
# Whom we send people to: each host was looked at before it was listed.
CHOSEN = {
    "999bsl.co.uk", "crimestoppers-uk.org", "cst.org.uk", "galop.org.uk", "ico.org.uk", "karmanirvana.org.uk", "mensadviceline.org.uk",
    "respectphoneline.org.uk", "tellmamauk.org", "what3words.com", "www.bbc.co.uk", "www.bikeregister.com", "www.cesarscheme.org",
    "www.childline.org.uk", "www.equalityadvisoryservice.com", "www.geonames.org", "www.immobilise.com", "www.nationalarchives.gov.uk",
    "www.nationaldahelpline.org.uk", "www.northants.police.uk", "www.northnorthants.gov.uk", "www.relayuk.bt.com", "www.report-it.org.uk",
    "www.reportfraud.police.uk", "www.securedbydesign.com", "www.stophateuk.org", "www.westnorthants.gov.uk",
}  # fmt: skip
INVENTED = re.compile(r"(^|\.)example$")  # addresses that can't be anyone's


@pytest.fixture(scope="module")
def pages(demo_site):
    return crawl(demo_site)


@pytest.fixture(scope="module")
def links(pages):
    """(page, link) for every link of every page."""
    return [(page, link) for page, seen in pages.items() for link in seen.links]


def test_every_page_is_there(pages, demo_site):
    broken = {
        page.removeprefix(demo_site): (seen.status, seen.found_on.removeprefix(demo_site)) for page, seen in pages.items() if seen.status != 200
    }
    assert {page: why for page, why in broken.items() if not page.startswith(ONLY_POST)} == {}


def test_the_crawl_came_everywhere(pages, demo_site):
    """Else the other tests here would pass on an empty site."""
    for start in ("/news/", "/staff-recognition/", "/neighbourhoods/", "/contact-us/enquiry-desks/", "/advice/", "/films/"):
        below = [page for page in pages if page.startswith(demo_site + start) and not urlsplit(page).query]
        assert len(below) >= 3, start


def test_no_link_is_empty(links):
    assert [(page, link) for page, link in links if link in ("", "#") or link.startswith("javascript:")] == []


def test_every_link_into_a_page_finds_its_part(pages, links):
    missing = []
    for page, link in links:
        target, anchor = urldefrag(urljoin(page, link))
        if anchor and target in pages and anchor not in pages[target].anchors:
            missing.append((page, link))
    assert missing == []


def test_links_off_the_site_are_safe_and_chosen(links, demo_site):
    off = {urljoin(page, link) for page, link in links if not urljoin(page, link).startswith(demo_site)}
    outside = {link for link in off if link.startswith("http")}
    assert {link for link in outside if not link.startswith("https://")} == set()
    hosts = {urlsplit(link).hostname for link in outside}
    assert {host for host in hosts if not INVENTED.search(host)} <= CHOSEN
    others = off - outside
    assert {link for link in others if not re.fullmatch(r"tel:\d+|(?:mailto:[\w.-]+@[\w.-]+\.example|mailto:\?|webcal:|data:).*", link)} == set()
