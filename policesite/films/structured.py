"""A film as data for search engines (schema.org), saying just what the page says."""

from datetime import datetime
from urllib.parse import urljoin

from django.apps import apps
from django.db.models import Prefetch
from wagtail.models import Site

from policesite.forces.structured import organization


def video_object(page, site: Site) -> dict:
    """What the json_ld filter writes into the page of a film in one language."""
    film = page.screening
    address = page.full_url or ""
    data = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": page.title,
        "description": page.summary,
        "url": address,
        "publisher": organization(site),
        "inLanguage": page.language,
        "contentUrl": urljoin(address, film.video.file.url),
        "encodingFormat": "video/mp4",
        "duration": f"PT{film.video.seconds}S",
        "caption": {
            "@type": "MediaObject",
            "contentUrl": urljoin(address, film.captions_url),
            "encodingFormat": "text/vtt",
            "inLanguage": page.language,
        },
    }
    if page.first_published_at:
        data["uploadDate"] = page.first_published_at.isoformat()
    if film.is_poster_shared:
        data["thumbnailUrl"] = [urljoin(address, film.poster_url)]
    return data


def for_sitemap(site: Site, now: datetime) -> dict[int, dict]:
    """For the hook `sitemap_details`: each film in each language in which the public can have it. What a version lacks is the English film's."""
    films = apps.get_model("films", "FilmPage").objects.with_pictures()
    versions = apps.get_model("films", "FilmVersionPage").objects.select_related("poster", "video").prefetch_related("poster__renditions")
    shown = list(films.in_site(site).listed(now))
    in_other_languages = list(versions.in_site(site).listed(now).prefetch_related(Prefetch("film", films, to_attr="original")))
    return {page.pk: {"video": page} for page in (*shown, *in_other_languages) if page.screening.is_poster_shared}
