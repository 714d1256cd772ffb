"""What any page can show of itself in a list, on the home page, in search results."""

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
