"""What search engines and other sites are told of a page is schema.org's, and just what the page says."""

import html
import json
import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from neighbourhoods.models import Event, NeighbourhoodIndexPage, NeighbourhoodPage
from policesite import clock
from policesite.images.models import SiteImage
from policesite.pages.models import ContentPage
from tests.conftest import picture_bytes, publish
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of
from tests.films.making import films_of
from tests.news.conftest import article, index  # noqa: F401  (a fixture)
from tests.pages.schema_org import MEMBERS, PARENTS, PROPERTIES


def data_in(content: str) -> list[dict]:
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', content)]
    return [each for one in found for each in (one if isinstance(one, list) else [one])]


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def meta(content: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in re.findall(r'<meta property="([^"]+)" content="([^"]*)"', content)}


def line_of(type_: str) -> list[str]:
    """A type and all it descends from."""
    return [type_, *(each for parent in PARENTS[type_] for each in line_of(parent))]


def wrong_in(data: dict, context: bool = True) -> list[str]:
    """What schema.org would not have in `data`, in words."""
    wrong = [] if not context or data.get("@context") == "https://schema.org" else ["no context"]
    type_ = data.get("@type")
    if type_ not in PARENTS:
        return [*wrong, f"no type {type_}"]
    known = {name: range_ for each in line_of(type_) for name, range_ in PROPERTIES.get(each, {}).items()}
    for name, value in data.items():
        if name.startswith("@"):
            continue
        if name not in known:
            wrong.append(f"{type_} has no {name}")
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                wrong += (
                    wrong_in(each, context=False) if set(line_of(each["@type"])) & set(known[name].split()) else [f"{name} is no {each['@type']}"]
                )
            elif not any(fits(each, range_) for range_ in known[name].split()):
                wrong.append(f"{name}: {each!r} is no {known[name]}")
    return wrong


def fits(value, range_: str) -> bool:
    if range_ in MEMBERS:
        return value.removeprefix("https://schema.org/") in MEMBERS[range_]
    readers = {"DateTime": datetime.fromisoformat, "Date": date.fromisoformat, "Time": time.fromisoformat}
    if range_ in readers:
        try:
            return bool(readers[range_](value) is not None)
        except ValueError:
            return False
    checks = {
        "Text": lambda: isinstance(value, str) and value.strip() != "",
        "URL": lambda: urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc),
        "Integer": lambda: isinstance(value, int),
        "Number": lambda: isinstance(value, int | float),
        "Duration": lambda: re.fullmatch(r"P(T(\d+H)?(\d+M)?(\d+S)?)", value) is not None,
    }
    return range_ in checks and checks[range_]()


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "NewsArticle"}, {"@context": "https://schema.org", "@type": "Burglary"},
        {"@context": "https://schema.org", "@type": "NewsArticle", "startDate": "2026-11-25T09:00:00+00:00"},
        {"@context": "https://schema.org", "@type": "NewsArticle", "url": "/news/"},
        {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "yesterday"},
        {"@context": "https://schema.org", "@type": "Event", "eventStatus": "Cancelled"},
        {"@context": "https://schema.org", "@type": "Event", "organizer": {"@type": "Place"}},
    ],
)  # fmt: skip
def test_the_check_finds_what_is_wrong(wrong):
    assert wrong_in(wrong)


@pytest.fixture
def team(northants):
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Every team."))
    return publish(areas, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))


def event(team, title, **fields):
    starts = clock.now() + timedelta(days=2)
    facts = {"kind": "surgery", "starts": starts, "ends": starts + timedelta(hours=1), "venue": "The library"}
    return Event.objects.create(neighbourhood=team, title=title, **(facts | fields))


def test_an_event_says_whether_it_takes_place(client, team):
    event(team, "Surgery")
    event(team, "Called off", status="cancelled", change_note="The hall is flooded.")
    event(team, "Elsewhere", status="moved", change_note="Now at the church.")
    event(team, "On screen", kind="online", venue="", link="https://meet.test/1")
    found = {each["name"]: each for each in data_in(page(client, team.url)) if each["@type"] == "Event"}
    assert [problem for each in found.values() for problem in wrong_in(each)] == []
    assert {name: each["eventStatus"].rpartition("/")[2] for name, each in found.items()} == {
        "Surgery": "EventScheduled",
        "Called off": "EventCancelled",
        "Elsewhere": "EventPostponed",
        "On screen": "EventScheduled",
    }
    assert found["On screen"]["location"] == {"@type": "VirtualLocation", "url": "https://meet.test/1"}
    assert found["Called off"]["description"] == "The hall is flooded."


def test_an_event_with_a_new_time_says_when_it_was_to_be_before(client, team):
    moved = event(team, "Surgery")
    before = moved.starts
    moved.status, moved.change_note = "moved", "The hall was booked."
    moved.starts, moved.ends = moved.starts + timedelta(days=6), moved.ends + timedelta(days=6)
    moved.save()
    (said,) = [each for each in data_in(page(client, team.url)) if each["@type"] == "Event"]
    assert wrong_in(said) == []
    assert said["eventStatus"] == "https://schema.org/EventRescheduled"
    assert [datetime.fromisoformat(said[name]) for name in ("previousStartDate", "startDate")] == [before, moved.starts]


def test_a_story_a_desk_and_a_film_are_described_in_words_that_schema_org_has(client, northants, index, picture):  # noqa: F811
    story = article(index, "Bikes found & returned </script>", hero=picture)
    desk = add_desk(desks_page_of(northants))
    add_hours(desk)
    film = films_of(northants, picture).film
    for address, types in (
        (story.url, {"NewsArticle", "BreadcrumbList"}),
        (desk.url, {"PoliceStation", "BreadcrumbList"}),
        (film.url, {"VideoObject", "BreadcrumbList"}),
        ("/", set()),
    ):
        found = data_in(page(client, address))
        assert {each["@type"] for each in found} == types, address
        assert [problem for each in found for problem in wrong_in(each)] == [], address


def test_search_engines_are_told_whose_story_film_desk_and_event_it_is(client, northants, index, picture, team):  # noqa: F811
    event(team, "Surgery")
    desk = add_desk(desks_page_of(northants))
    force = {"@type": "GovernmentOrganization", "name": "Northamptonshire Police", "url": "http://testserver/"}
    shown = (
        (article(index, "Bikes found"), "author", "publisher"),
        (films_of(northants, picture).film, "publisher"),
        (desk, "parentOrganization"),
        (team, "organizer"),
    )
    for page_, *roles in shown:
        (said,) = [each for each in data_in(page(client, page_.url)) if each["@type"] != "BreadcrumbList"]
        assert [said[role] for role in roles] == [force] * len(roles)
        assert said["url"] == page_.full_url
        assert wrong_in(said) == []


def test_the_way_to_a_film_is_told_in_its_language_as_the_page_shows_it(client, northants, picture):
    films = films_of(northants, picture)
    content = page(client, films.urdu.url)
    (way,) = [each for each in data_in(content) if each["@type"] == "BreadcrumbList"]
    assert [(step["name"], urlsplit(step["item"]).path) for step in way["itemListElement"]] == [
        ("سرورق", "/"), ("فلمیں", "/films/"), (films.urdu.title, films.urdu.url),
    ]  # fmt: skip
    assert '<li><a href="/">سرورق</a></li><li><a href="/films/">فلمیں</a></li>' in content


def test_a_film_with_such_a_face_gives_search_engines_no_picture(client, northants):
    wanted = large_picture(subject="cctv", authorised_by="Insp Sharma", take_down_on=clock.today() + timedelta(days=9))
    film = films_of(northants, wanted).film
    described = next(each for each in data_in(page(client, film.url)) if each["@type"] == "VideoObject")
    assert "thumbnailUrl" not in described and "thumbnail_loc" not in client.get("/sitemap.xml").content.decode()


def test_breadcrumbs_say_the_way_that_the_page_shows(client, northants):
    below = publish(
        publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Help.")), ContentPage(title="Bikes", summary="Locks.")
    )
    (way,) = data_in(page(client, below.url))
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "Home", "http://testserver/"),
        (2, "Advice", "http://testserver/advice/"),
        (3, "Bikes", "http://testserver/advice/bikes/"),
    ]


def test_a_page_has_one_address_however_it_was_reached(client, northants):
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Help “now”."))
    answer = client.get("/advice/?utm_source=x&q=nn11aa")
    assert answer["Link"] == '<http://testserver/advice/>; rel="canonical"'
    assert "nn11aa" not in answer.content.decode()
    bikes = publish(ContentPage.objects.get(slug="advice"), ContentPage(title="Bikes", slug="bikes", summary="Help “now”."))
    said = meta(page(client, bikes.url + "?q=nn11aa"))
    assert said["og:url"] == "http://testserver/advice/bikes/"
    assert said["og:description"] == "Help “now”."
    assert re.fullmatch(r"http://testserver/static/img/share.*\.png", said["og:image"])


def test_each_stretch_of_the_older_news_is_a_page_of_its_own_to_machines(client, index):  # noqa: F811
    article(index, "Bikes found")
    key = "20261101T090000000000-7"
    for query, own in (("", ""), ("?utm_source=x", ""), ("?topic=", ""), (f"?before={key}&utm_source=x&kind=missing", f"?before={key}")):
        assert client.get(f"/news/{query}")["Link"] == f'<http://testserver/news/{own}>; rel="canonical"', query


def test_a_long_title_of_a_film_is_cut_where_video_sitemaps_end_it(client, northants, picture):
    film = films_of(northants, large_picture()).film
    film.title = "Policing & people " * 9
    film.save_revision().publish()
    (title,) = re.findall(r"<video:title>(Policing.*?)</video:title>", client.get("/sitemap.xml").content.decode())
    assert len(html.unescape(title)) <= 100 and title.endswith("…")


def test_every_page_can_be_shared_as_what_it_is(client, northants, index, picture):  # noqa: F811
    films = films_of(northants, picture)
    publish(northants.home, ContentPage(title="Privacy", slug="privacy", summary="What we keep."))
    story = article(index, "Bikes found")
    kinds = {"/": "website", index.url: "website", story.url: "article", "/privacy/": "website", "/films/": "website"}
    for address, kind in (kinds | {films.film.url: "video.other", films.urdu.url: "video.other"}).items():
        said = meta(page(client, address))
        assert (said.get("og:type", "website"), said["og:url"]) == (kind, f"http://testserver{address}")
        assert said["og:image"] and said["og:description"]
    assert meta(page(client, "/"))["og:title"] == "Northamptonshire Police"
    assert meta(page(client, "/privacy/"))["og:title"] == "Privacy"


def large_picture(**fields) -> SiteImage:
    file = ContentFile(picture_bytes(1500, 1200), name="large.png")
    return SiteImage.objects.create(title="Large", description="A large picture.", file=file, **fields)


def test_the_picture_made_for_sharing_is_public_only_with_its_page(client, index):  # noqa: F811
    story = article(index, "Bikes found", hero=large_picture())
    address = urlsplit(meta(page(client, story.url))["og:image"]).path
    answer = client.get(address)
    assert Image.open(ContentFile(b"".join(answer.streaming_content))).size == (1200, 630)
    story.unpublish()
    assert Client().get(address).status_code == 404


def test_a_face_that_must_be_able_to_leave_is_never_offered_to_other_sites(client, index):  # noqa: F811
    wanted = large_picture(subject="wanted", authorised_by="Insp Sharma", take_down_on=clock.today() + timedelta(days=9))
    story = article(index, "Wanted", kind="wanted", hero=wanted)
    assert "/static/img/share" in meta(page(client, story.url))["og:image"]
    assert "image" not in next(each for each in data_in(page(client, story.url)) if each["@type"] == "NewsArticle")
    assert not wanted.renditions.filter(filter_spec__startswith="share").exists()


def test_the_sitemap_tells_of_news_and_films_while_the_public_may_see_them(client, northants, index, picture):  # noqa: F811
    story = article(index, "Bikes & <trikes> \x0b]]>")
    article(index, "Old bikes", at=clock.now() - timedelta(days=3))
    films = films_of(northants, large_picture())
    content = client.get("/sitemap.xml").content.decode()
    assert content.count("<news:news>") == 1
    assert "<news:title>Bikes &amp; &lt;trikes&gt; ]]&gt;</news:title>" in content
    for film in (films.film, films.urdu):  # each language, at its own address
        entry = content.partition(f"<loc>http://testserver{film.url}</loc>")[2].partition("</url>")[0]
        assert f"<video:title>{film.title}</video:title>" in entry
        assert f"{films.film.video.file.url}</video:content_loc>" in entry
    story.unpublish()
    films.film.unpublish()
    films.urdu.unpublish()
    content = client.get("/sitemap.xml").content.decode()
    assert "<news:news>" not in content
    assert "<video:video>" not in content
