"""What any page can show of itself in a list, on the home page, in search results.

The home page knows no page type but asks whatever page an editor picks: `card` of any page, `cards(limit)` of an index,
`spotlight` of one that has something to say in large letters, `opening` of a place with hours, `languages` of a film.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import prefetch_related_objects

from policesite.images.models import SiteImage


@dataclass(frozen=True)
class Card:
    title: str
    url: str
    summary: str = ""
    image: SiteImage | None = None
    label: str = ""
    date: date | datetime | None = None
    page: int | None = None  # the key of the page that it is about, for a list that must not show it twice


@dataclass(frozen=True)
class Spotlight:
    """Somebody's words in large letters, with a picture: the profile of the day."""

    label: str
    quote: str
    text: str
    url: str
    action: str
    image: SiteImage | None = None


def fetch_files(pictures: Iterable[SiteImage | None]) -> None:
    """Fetch the files of all these pictures in one statement; those that have theirs already are passed over."""
    prefetch_related_objects([picture for picture in pictures if picture], "renditions")
