"""The neighbourhood film, drawn for the demonstration: in English, and in Urdu with captions and a poster of its own."""

import json
from collections.abc import Callable
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.models import Page

from policesite.films.models import FilmIndexPage, FilmPage, FilmVersionPage, VideoFile
from policesite.images.models import SiteImage

FOLDER = Path(__file__).parent / "film"
SLUG = "neighbourhood-policing"


def publish_page(parent: Page, page: Page) -> Page:
    """Add `page` beneath `parent` and publish a revision of it; returns it as the public sees it."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def build_films(home: Page, publish: Callable[[Page, Page], Page] = publish_page) -> FilmPage:
    """`/films/` with the film in every language of film.json. What is there already stays as it is."""
    told = json.loads((FOLDER / "film.json").read_text(encoding="utf-8"))
    english, *others = told["versions"]
    index = FilmIndexPage.objects.child_of(home).first() or publish(home, _index())
    film = FilmPage.objects.child_of(index).filter(slug=SLUG).first() or publish(index, _film(told, english))
    for version in others:
        if not FilmVersionPage.objects.child_of(film).filter(language=version["language"]).exists():
            publish(film, _version(version))
    return film


def _index() -> FilmIndexPage:
    return FilmIndexPage(
        title="Films", slug="films", summary="Short films about our work, with captions and a transcript, some in several languages."
    )


def _film(told: dict, english: dict) -> FilmPage:
    return FilmPage(slug=SLUG, video=_video(told["file"], english["title"]), **_words(english, told["credit"]))


def _version(version: dict) -> FilmVersionPage:
    return FilmVersionPage(language=version["language"], **_words(version))


def _words(version: dict, credit: str = "") -> dict:
    return {
        "title": version["title"],
        "summary": version["summary"],
        "seen": version["description"],
        "captions": (FOLDER / version["captions"]).read_text(encoding="utf-8"),
        "poster": _poster(version, credit),
    }


def _poster(version: dict, credit: str) -> SiteImage:
    name = version["poster"]
    file = ContentFile((FOLDER / name).read_bytes(), name=name)
    return SiteImage.objects.create(title=f"Film poster: {version['language']}", file=file, description=version["poster_alt"], credit=credit)


def _video(name: str, title: str) -> VideoFile:
    video = VideoFile(title=title, file=ContentFile((FOLDER / name).read_bytes(), name=name))
    video.full_clean()
    video.save()
    return video
