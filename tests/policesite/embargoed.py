"""What waits for its minute: a profile, an article and a film in two languages, with their pictures and files, on a site that is full of lists."""

import io
import random
from datetime import datetime, timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage
from news.models import NewsArticlePage, NewsIndexPage, Topic, UpdateNote
from policesite.clock import LONDON
from policesite.files.models import SiteDocument
from policesite.films.models import FilmIndexPage, FilmPage, FilmVersionPage
from policesite.images.models import SiteImage
from policesite.pages.models import ContentPage, HomePage
from policesite.search.models import PromotedAnswer
from staff_profiles.models import CampaignPage, StaffProfilePage, StaffRecognitionPage
from tests.conftest import publish
from tests.films.making import ENGLISH, URDU, mp4_bytes, video_file

# No word of these stands anywhere else. Each is written as the tests look for it.
SECRETS = ("vaxelgrund", "quillfeather", "zomberly", "brackenwhist", "tolliverne", "xanthoquist")


def waiting_for(moment: datetime, northants) -> SimpleNamespace:
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Teams."))
    area = publish(areas, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", summary="Your team.", force=northants.force))
    topic = Topic.objects.create(name="Burglary", slug="burglary")
    news = publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    films = publish(northants.home, FilmIndexPage(title="Films", slug="films", summary="Films."))
    recognition = publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thanks."))
    week = week_around(moment)
    today = week["starts"] + timedelta(days=3)
    campaign = publish(recognition, CampaignPage(title="Staff week", slug="staff-week", summary="A week.", **week))
    before = {"title": "The day before", "slug": "before", "role_title": "Driver", "summary": "Drives.", "day": today - timedelta(days=1)}
    publish(campaign, StaffProfilePage(live=False, **before))
    article(news, "An older story", topic, area, first_published_at=moment - timedelta(days=9))
    told = NewsArticlePage.objects.get(slug="an-older-story")
    told.updates.add(UpdateNote(at=moment, text="Now we know: xanthoquist."))  # on a story that everyone reads already
    told.save_revision().publish()
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
        title="Vaxelgrund at work", slug="vaxelgrund", role_title="Vaxelgrund keeper", summary="Zomberly every day.", display_name="Sam Quillfeather", consent_reference="HR/1",
        quote="Zomberly!", quote_by="Kim Tolliverne, colleague", day=today, portrait=portrait, live=False, helps="Brackenwhist.",
        body=[("text", "<p>Brackenwhist is my work.</p>")],
    )  # fmt: skip
    body = [("text", "<p>Brackenwhist was found by PC Quillfeather.</p>"), ("files", {"heading": "Read", "files": [document]})]
    story = article(news, "Vaxelgrund found", topic, area, slug="zomberly", go_live_at=moment, hero=hero, body=body, featured=True)
    captions = ENGLISH.replace("Asha", "Quillfeather").replace("streets", "brackenwhist")
    film = FilmPage(
        title="Tolliverne: the film", slug="tolliverne", summary="Zomberly.", captions=captions, poster=poster, video=video_file("zomberly", mp4_bytes(data=b"z" * 2048)), go_live_at=moment, live=False
    )  # fmt: skip
    PromotedAnswer.objects.create(
        site=northants.site, words="tolliverne\nxanthoquist", title="Vaxelgrund: read it", text="Zomberly.", page=story, often=True
    )
    pages = [publish(campaign, profile), story, publish(films, film)]
    pages.append(
        publish(
            pages[-1], FilmVersionPage(language="ur", title="ٹولیورن Tolliverne", summary="Zomberly.", captions=URDU, go_live_at=moment, live=False)
        )
    )
    assert not any(page.live for page in pages)
    told.body = [("text", f'<p>See <a linktype="page" id="{story.pk}">the story</a>.</p>')]
    told.save_revision().publish()
    Redirect.objects.create(old_path="/old-site/story", redirect_page=story)
    files = [document.url, film.video.file.url]
    return SimpleNamespace(moment=moment, pages=pages, pictures=[portrait, hero, poster], files=files)


def week_around(moment: datetime) -> dict:
    there = moment.astimezone(LONDON)
    return {"starts": there.date() - timedelta(days=3), "ends": there.date() + timedelta(days=3), "release_time": there.time()}


def surfaces(pages: list) -> list[str]:
    """Where each of the `pages` must be found, themselves included."""
    profile, story, film, urdu = pages
    return [
        "/", "/news/", "/news/feed/atom/", "/news/feed/rss/", "/films/", "/staff-recognition/staff-week/", "/sitemap.xml", "/neighbourhoods/kings-heath/",
        "/search/", "/news/an-older-story/", "/staff-recognition/staff-week/before/", profile.url, story.url, film.url, urdu.url, f"{film.url}captions.vtt",
    ]  # fmt: skip


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
