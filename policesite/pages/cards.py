"""What any page can show of itself in a list, on the home page, in search results.

The home page knows no page type but asks whatever page an editor picks: `card` of any page, `cards(limit)` of an index,
`spotlight` of one that has something to say in large letters, `opening` of a place with hours, `languages` of a film.
"""

from dataclasses import dataclass
from datetime import date, datetime

from policesite.images.models import SiteImage


@dataclass(frozen=True)
class Card:
    title: str
    url: str
    summary: str = ""
    image: SiteImage | None = None
    label: str = ""
    date: date | datetime | None = None


@dataclass(frozen=True)
class Spotlight:
    """Somebody's words in large letters, with a picture: the profile of the day."""

    label: str
    quote: str
    text: str
    url: str
    action: str
    image: SiteImage | None = None
