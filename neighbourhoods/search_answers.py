"""What the teams tell the site search: who looks after a place, and where an officer works.

Asked afresh each time, and not from the search's own tables: whoever left a team yesterday is not found today.
"""

import re

from django.db.models import Q
from wagtail.models import Site

from policesite import clock
from policesite.pages.cards import Card

from .models import NeighbourhoodPage, Officer, Place, Posting
from .models.gazetteer import place_key

MOST = 3  # of each
SHORTEST_NAME = 3  # letters
_RANK = re.compile(r"^(pc|pcso|sgt|sergeant|insp|inspector|officer|constable)\.? ", re.IGNORECASE)


def teams(words: str, site: Site) -> list[Card]:
    """Cards of the public teams of a place called `words`, and of officers of that name who are posted to one today.

    Two statements, and one more where there is such a place or such an officer: most words are neither.
    """
    return [*_of_place(words, site), *_of_officer(_RANK.sub("", words), site)]


def _of_place(words: str, site: Site) -> list[Card]:
    key = place_key(words)
    around = list(Place.objects.filter(key=key, force=site.force).values_list("neighbourhoods", flat=True)) if key else []
    found = NeighbourhoodPage.objects.in_site(site).listed().filter(pk__in=around).by_name()[:MOST] if around else []
    return [Card(f"{area.title} neighbourhood team", area.url, area.summary, label=area.label) for area in found]


def _of_officer(name: str, site: Site) -> list[Card]:
    """By the whole name or the last one."""
    if len(name) < SHORTEST_NAME:
        return []
    called = Officer.objects.filter(Q(name__iexact=name) | Q(name__iendswith=f" {name}"))
    officers = list(called.values_list("pk", flat=True))
    return [_card(posting) for posting in _public(officers, site)] if officers else []


def _public(officers: list[int], site: Site):
    areas = NeighbourhoodPage.objects.in_site(site).listed()
    postings = Posting.objects.on(clock.today()).filter(officer__in=officers, neighbourhood__in=areas.values("pk")).named_first()
    return postings.select_related("officer", "neighbourhood")[:MOST]


def _card(posting: Posting) -> Card:
    area = posting.neighbourhood
    role = posting.get_role_display().removeprefix("Your ").capitalize()
    return Card(f"{posting.officer.title}, {area.title}", area.url, f"{role} of the {area.title} team.", label=area.label)
