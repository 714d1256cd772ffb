"""An embargo, over every surface of the site: before the minute nobody finds a word or a byte of it, and within half a minute of it everyone does.

A profile, an article and a film wait for one morning, and with them a note on a story that is out already. Every address that the site has is asked: those that any page, feed,
sitemap or picture leads to, each pattern of the address list, and those that only somebody who guesses would try.
"""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection

from policesite import clock
from policesite.clock import LONDON
from policesite.delivery.schedule import run_due
from staff_profiles.models import StaffProfilePage

from .embargoed import SECRETS, surfaces, waiting_for
from .telling import Links, crawl, telling

SPRING_FORWARD, FALL_BACK = datetime(2026, 3, 29, 7, tzinfo=LONDON), datetime(2026, 10, 25, 7, tzinfo=LONDON)
SECOND = timedelta(seconds=1)
WITHIN = timedelta(seconds=30)
SEARCHES_FOR_THE_NOTE = ("/search/?q=xanthoquist", "/search/?q=xanthoquis", "/news/?words=xanthoquist")  # the second is mistyped
GUESSED = (
    "?preview=1",
    "?preview=true",
    "?preview",
    "?mode=draft",
    "?in_preview_panel=true",
    "?rev=1",
    "?format=json",
    "?utm_source=x",
    "?go_live_at=0",
)


@pytest.fixture(params=[SPRING_FORWARD, FALL_BACK], ids=["clocks go forward", "clocks go back"])
def secret(request, northants):
    """The site as it is before the morning, with three pages scheduled for it: `.moment`, `.pages`, `.pictures`, `.files`."""
    moment = request.param
    with clock.at(moment - timedelta(days=6)):
        return waiting_for(moment, northants)


def direct(secret) -> list[str]:
    """What somebody would try who knows or guesses where it will be."""
    pages = [page.url + more for page in secret.pages for more in ("", *GUESSED, "captions.vtt", "feed/", "amp/", "edit/")]
    pictures = [rendition.url for picture in secret.pictures for rendition in picture.renditions.all()]
    return [*pages, *pictures, *[picture.file.url for picture in secret.pictures], *secret.files]


def answers(client, addresses) -> set[int]:
    """The status of each address, whether it is asked for, asked about, or asked for a part of."""
    ways = (lambda a: client.get(a), lambda a: client.head(a), lambda a: client.get(a, headers={"Range": "bytes=0-9"}))
    return {way(address).status_code for address in addresses for way in ways}


def run_schedule() -> None:
    """And what a commit would do: the word list, to which a mistyped word is corrected, follows then."""
    run_due(clock.now(), set())
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def test_nothing_is_found_before_the_minute_and_everything_within_half_a_minute_of_it(client, secret):
    with clock.at(secret.moment - SECOND):
        run_schedule()
        early = crawl(client)
        assert telling(early) == {}
        assert kept_too_long(early) == {}
        for search in SEARCHES_FOR_THE_NOTE:
            assert "/news/an-older-story/" not in Links(early[search].body.decode()).found, search
        assert answers(client, direct(secret)) == {404}
        assert client.get("/", headers={"Cookie": "sessionid=made-up"}).content == early["/"].body
    with clock.at(secret.moment + WITHIN / 2):  # the schedule looks every 15 seconds
        run_schedule()
        late = crawl(client)
        for address in ("/", "/news/", "/staff-recognition/staff-week/", "/news/feed/atom/", "/sitemap.xml"):
            tag = early[address].headers.get("ETag")
            assert client.get(address, headers={"If-None-Match": tag} if tag else {}).status_code == 200, address
    told = telling(late)
    for surface in surfaces(secret.pages):
        assert surface in told, surface
    assert {word for words in told.values() for word in words} == set(SECRETS)
    with clock.at(secret.moment + WITHIN):
        assert {page.url for page in secret.pages} <= set(Links(client.get("/search/?q=zomberly").content.decode()).found)
        for search in SEARCHES_FOR_THE_NOTE:
            assert "/news/an-older-story/" in Links(client.get(search).content.decode()).found, search
        shown = [rendition.url for picture in secret.pictures for rendition in picture.renditions.all()]
        assert {client.get(address).status_code for address in [*shown, *secret.files]} == {200}
        assert answers(client, [picture.file.url for picture in secret.pictures]) == {404}, "an original is for staff alone"


def kept_too_long(seen: dict) -> dict[str, str]:
    """Which answers a cache might give for longer than half a minute without asking again."""
    found = {}
    for address, answer in seen.items():
        said = answer.headers.get("Cache-Control", "")
        longest = max(map(int, re.findall(r"(?:s-maxage|max-age)=(\d+)", said)), default=10**6)
        is_asked_again = "no-cache" in said or "no-store" in said or longest <= WITHIN.seconds
        if not (is_asked_again or answer.status >= 400 or unchanging(address)):
            found[address] = said
    return found


def unchanging(address: str) -> bool:
    """What no page of ours can change: see that each of these tells nothing of pages."""
    return address.startswith(("/robots.txt", "/.well-known/"))


@pytest.mark.parametrize("secret", [SPRING_FORWARD], indirect=True)
def test_the_test_itself_would_find_what_is_out_too_early(client, secret):
    """One page let out by hand, past every guard of ours but the moment: what shows it is told by name."""
    profile = secret.pages[0]
    StaffProfilePage.objects.filter(pk=profile.pk).update(live=True, go_live_at=None)
    with clock.at(secret.moment - SECOND):
        assert {"/", profile.url, "/staff-recognition/staff-week/"} <= set(telling(crawl(client)))
        assert 200 in answers(client, [profile.url])
