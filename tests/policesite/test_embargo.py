"""An embargo, over every surface of the site: before the minute nobody finds a word or a byte of it, and within half a minute of it everyone does.

A profile, an article and a film wait for one morning. Every address that the site has is asked: those that any page, feed,
sitemap or picture leads to, each pattern of the address list, and those that only somebody who guesses would try.
"""

import io
import random
import re
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from types import SimpleNamespace
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from PIL import Image

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.models import NewsArticlePage, NewsIndexPage, Topic
from policesite import clock
from policesite.clock import LONDON
from policesite.delivery.schedule import run_due
from policesite.files.models import SiteDocument
from policesite.films.models import FilmIndexPage, FilmPage, FilmVersionPage
from policesite.images.models import SiteImage
from policesite.pages.models import ContentPage, HomePage
from staff_profiles.models import CampaignPage, StaffProfilePage, StaffRecognitionPage
from tests.conftest import publish
from tests.films.making import ENGLISH, URDU, mp4_bytes, video_file

WRITTEN = datetime(2026, 3, 23, 9, tzinfo=LONDON)
SPRING_FORWARD, FALL_BACK = datetime(2026, 3, 29, 7, tzinfo=LONDON), datetime(2026, 10, 25, 7, tzinfo=LONDON)
SECOND = timedelta(seconds=1)
WITHIN = timedelta(seconds=30)
# No word of these stands anywhere else. Each is written as the tests look for it.
SECRETS = ("vaxelgrund", "quillfeather", "zomberly", "brackenwhist", "tolliverne")
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
MOST = 400  # addresses: a crawl that meets more has gone astray


@pytest.fixture(params=[SPRING_FORWARD, FALL_BACK], ids=["clocks go forward", "clocks go back"])
def secret(request, northants, monkeypatch):
    """The site as it is before the morning, with three pages scheduled for it: `.moment`, `.pages`, `.pictures`, `.files`."""
    monkeypatch.setattr(timezone, "now", clock.now)  # by which Wagtail tells what is due
    moment = request.param
    with clock.at(moment - timedelta(days=6)):
        return waiting_for(moment, northants)


def waiting_for(moment: datetime, northants) -> SimpleNamespace:
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Teams."))
    area = publish(areas, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))
    topic = Topic.objects.create(name="Burglary", slug="burglary")
    news = publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    films = publish(northants.home, FilmIndexPage(title="Films", slug="films", summary="Films."))
    recognition = publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thanks."))
    week = week_around(moment.date())
    campaign = publish(recognition, CampaignPage(title="Staff week", slug="staff-week", summary="A week.", **week))
    before = {"title": "The day before", "slug": "before", "role_title": "Driver", "summary": "Drives.", "day": moment.date() - timedelta(days=1)}
    publish(campaign, StaffProfilePage(live=False, **before))
    article(news, "An older story", topic, area, first_published_at=moment - timedelta(days=9))
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Advice.", show_children=True))
    home = HomePage.objects.get(pk=northants.home.pk)
    home.sections = [
        ("latest", {"heading": "Latest news", "page": news, "count": 4, "link_text": "All news"}),
        ("latest", {"heading": "Films", "page": films, "count": 4, "link_text": "All films"}),
        ("spotlight", {"heading": "Staff", "page": recognition}),
    ]
    home.save_revision().publish()
    portrait, hero, poster = (noise(number) for number in range(3))
    document = SiteDocument.objects.create(title="brackenwhist plan", file=ContentFile(b"%PDF-1.4 brackenwhist", name="brackenwhist.pdf"))
    profile = StaffProfilePage(
        title="Vaxelgrund at work", slug="vaxelgrund", role_title="Vaxelgrund keeper", summary="Zomberly every day.", display_name="Sam Quillfeather",
        quote="Zomberly!", quote_by="Kim Tolliverne, colleague", day=moment.date(), portrait=portrait, live=False, helps="Brackenwhist.",
        body=[("text", "<p>Brackenwhist is my work.</p>")],
    )  # fmt: skip
    body = [("text", "<p>Brackenwhist was found by PC Quillfeather.</p>"), ("files", {"heading": "Read", "files": [document]})]
    story = article(news, "Vaxelgrund found", topic, area, slug="zomberly", go_live_at=moment, hero=hero, body=body, featured=True)
    captions = ENGLISH.replace("Asha", "Quillfeather").replace("streets", "brackenwhist")
    film = FilmPage(
        title="Tolliverne: the film", slug="tolliverne", summary="Zomberly.", captions=captions, poster=poster, video=video_file("zomberly", mp4_bytes(data=b"z" * 2048)), go_live_at=moment, live=False
    )  # fmt: skip
    pages = [publish(campaign, profile), story, publish(films, film)]
    pages.append(
        publish(
            pages[-1], FilmVersionPage(language="ur", title="ٹولیورن Tolliverne", summary="Zomberly.", captions=URDU, go_live_at=moment, live=False)
        )
    )
    assert not any(page.live for page in pages)
    files = [document.url, film.video.file.url]
    return SimpleNamespace(moment=moment, pages=pages, pictures=[portrait, hero, poster], files=files)


def week_around(day: date) -> dict:
    return {"starts": day - timedelta(days=3), "ends": day + timedelta(days=3)}


def article(news, title, topic, area, **fields) -> NewsArticlePage:
    page = NewsArticlePage(title=title, summary=f"{title}: zomberly." if "go_live_at" in fields else f"{title}.", live=False, **fields)
    page.topics.set([topic])
    page.areas.set([area])
    return publish(news, page)


def noise(seed: int) -> SiteImage:
    """A picture whose bytes are like no other's."""
    drawn = io.BytesIO()
    Image.frombytes("RGB", (40, 30), random.Random(seed).randbytes(3600)).save(drawn, "PNG")
    return SiteImage.objects.create(
        title=f"quillfeather {seed}", description="Tolliverne.", file=ContentFile(drawn.getvalue(), name="quillfeather.png")
    )


class Links(HTMLParser):
    """Whatever an element of a page leads to or loads."""

    def __init__(self, content: str):
        super().__init__()
        self.found = set()
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "poster", "action", "content") and value and re.match(r"^(/|\?|http://testserver/)", value):
                self.found.add(value)
            elif name == "srcset" and value:
                self.found |= set(re.findall(r"\S*/\S+", value))


def patterns(resolver=None, before="/") -> set[str]:
    """Every address of ours that has nothing to fill in, staff's apart: a surface that is added tomorrow is asked, too."""
    found = set()
    for each in (resolver or get_resolver()).url_patterns:
        step = str(each.pattern)
        if step.startswith(("admin", "_util", "^")) or "<" in step:
            continue
        if isinstance(each, URLResolver):
            found |= patterns(each, before + step)
        elif isinstance(each, URLPattern):
            found.add(before + step)
    return found


def starts() -> set[str]:
    fixed = patterns()
    asked = {f"{address}?q={words}" for address in fixed for words in ("vaxelg", "Quillfeathr", "zomb", "NN1")}
    feeds = {f"/news/feed/{form}/" for form in ("atom", "rss")}
    return {"/", "/news/", "/news/?q=zomb", "/films/", "/staff-recognition/"} | fixed | asked | feeds


def crawl(client) -> dict[str, SimpleNamespace]:
    """Every address that can be come to from `starts`, with what it answered: `.status`, `.body`, `.headers`."""
    queue, seen = sorted(starts()), {}
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        seen[address] = SimpleNamespace(status=answer.status_code, body=body, headers=answer.headers)
        queue += [link for link in links_of(address, answer, body) if link not in seen]
        assert len(seen) < MOST, sorted(seen)[:: MOST // 40]
    return seen


def links_of(address: str, answer, body: bytes) -> set[str]:
    kind = answer.headers.get("Content-Type", "")
    if "html" in kind:
        found = Links(body.decode()).found
    elif "xml" in kind:
        found = set(re.findall(r"http://testserver/[^<\"\s&]*", body.decode()))
    else:
        return set()
    inside = {urldefrag(urljoin(f"http://testserver{address}", link)).url for link in found}
    ours = {link.removeprefix("http://testserver") or "/" for link in inside if link.startswith("http://testserver")}
    return {link for link in ours if not link.startswith(("/admin", "/static")) and not (urlsplit(address).query and urlsplit(link).query)}


def telling(seen: dict) -> dict[str, list[str]]:
    """Which addresses tell which secrets, in their bytes or their headers."""
    told = {}
    for address, answer in seen.items():
        everything = answer.body.decode(errors="ignore").casefold() + str(answer.headers).casefold()
        said = [word for word in SECRETS if word in everything and word not in address.casefold()]
        if said:
            told[address] = said
    return told


def direct(secret) -> list[str]:
    """What somebody would try who knows or guesses where it will be."""
    pages = [page.url + more for page in secret.pages for more in ("", *GUESSED, "captions.vtt", "feed/", "amp/", "edit/")]
    pictures = [rendition.url for picture in secret.pictures for rendition in picture.renditions.all()]
    return [*pages, *pictures, *[picture.file.url for picture in secret.pictures], *secret.files]


def answers(client, addresses) -> set[int]:
    """The status of each address, whether it is asked for, asked about, or asked for a part of."""
    ways = (lambda a: client.get(a), lambda a: client.head(a), lambda a: client.get(a, headers={"Range": "bytes=0-9"}))
    return {way(address).status_code for address in addresses for way in ways}


def test_nothing_is_found_before_the_minute_and_everything_within_half_a_minute_of_it(client, secret):
    with clock.at(secret.moment - SECOND):
        run_due(clock.now(), set())
        early = crawl(client)
        assert telling(early) == {}
        assert kept_too_long(early) == {}
        assert answers(client, direct(secret)) == {404}
        assert client.get("/", headers={"Cookie": "sessionid=made-up"}).content == early["/"].body
    with clock.at(secret.moment + WITHIN / 2):  # the schedule looks every 15 seconds
        run_due(clock.now(), set())
        late = crawl(client)
        for address in ("/", "/news/", "/staff-recognition/staff-week/", "/news/feed/atom/", "/sitemap.xml"):
            tag = early[address].headers.get("ETag")
            assert client.get(address, headers={"If-None-Match": tag} if tag else {}).status_code == 200, address
    told = telling(late)
    profile, story, film, urdu = secret.pages
    for surface in (
        "/", "/news/", "/news/feed/atom/", "/news/feed/rss/", "/films/", "/staff-recognition/staff-week/", "/sitemap.xml", "/neighbourhoods/kings-heath/",
        "/news/an-older-story/", "/staff-recognition/staff-week/before/", profile.url, story.url, film.url, urdu.url, f"{film.url}captions.vtt",
    ):  # fmt: skip
        assert surface in told, surface
    assert {word for words in told.values() for word in words} == set(SECRETS)
    with clock.at(secret.moment + WITHIN):
        assert {page.url for page in secret.pages} <= set(Links(client.get("/search/?q=zomberly").content.decode()).found)
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
