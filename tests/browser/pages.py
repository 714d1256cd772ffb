"""One address of each kind of page on the demonstration site."""

import re
import urllib.parse
import urllib.request

FIXED = {
    "home": "/",
    "news": "/news/",
    "staff recognition": "/staff-recognition/",
    "neighbourhoods": "/neighbourhoods/",
    "place with several teams": "/neighbourhoods/find/?q=NN1",
    "not a postcode": "/neighbourhoods/find/?q=zzz",
    "our promise": "/neighbourhoods/our-promise/",
    "contact": "/contact-us/",
    "desks": "/contact-us/enquiry-desks/",
    "desk": "/contact-us/enquiry-desks/campbell-square/",
    "advice": "/advice/",
    "domestic abuse": "/advice/domestic-abuse/",
    "films": "/films/",
    "search": "/search/?q=burglary",
    "search without results": "/search/?q=xylophone",
    "cookies": "/cookies/",
    "feedback": "/feedback/",
    "leaving": "/leaving-this-site/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "not found": "/there-is-no-such-page/",
}
# The newest of a kind, found by following the first link of that shape on another page.
FOUND = {
    "article": ("/news/", r"/news/(?!feed/)[\w-]+/"),
    "campaign": ("/staff-recognition/", r"/staff-recognition/[\w-]+/"),
    "profile": ("/staff-recognition/police-staff-week-2024/", r"/staff-recognition/[\w-]+/[\w-]+/"),
    "team": ("/neighbourhoods/", r"/neighbourhoods/(?!find/|our-promise/)[\w-]+/"),
    "film": ("/films/", r"/films/[\w-]+/"),
}
KINDS = sorted({*FIXED, *FOUND, "film in Urdu"})


def address_of(kind: str, site: str) -> str:
    """The whole address of the page of this kind on the site at `site`."""
    if kind == "film in Urdu":
        return address_of("film", site) + "ur/"
    if kind in FOUND:
        where, shape = FOUND[kind]
        return site + first_link(site + where, shape)
    return site + FIXED[kind]


def first_link(address: str, shape: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        links = re.findall(r'href="([^"#?]+)"', answer.read().decode())
    return next(urllib.parse.urlsplit(link).path for link in links if re.fullmatch(shape, link))
