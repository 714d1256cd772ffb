"""What the teams tell the site search: who looks after a place, and where an officer works.

Asked afresh each time, and not from the search's own tables: whoever left a team yesterday is not found today.
"""

import re

from django.db.models import Q, Value
from wagtail.models import Site

from policesite import clock
from policesite.pages.cards import Card

from .models import NeighbourhoodPage, Officer, Place, Posting
from .models.gazetteer import place_key

MOST = 3  # of each
SHORTEST_NAME = 3  # letters
_RANK = re.compile(
    r"(?:police |special )?(?:pcso|pc|ps|sc|sgt|sergeant|insp|inspector|officer|constable|(?:community )?support officer)(?:\.? |\.?(?=\d))",
    re.IGNORECASE,
)


def teams(words: str, site: Site) -> list[Card]:
    """Cards of the public teams of a place called `words`, and of officers of that name or number who are posted to one today.

    One statement, and one more where there is such a place or such an officer: most words are neither.
    """
    found = list(_areas(words, site).union(_officers(words), all=True))
    areas, officers = ([key for kind, key in found if kind == wanted] for wanted in ("area", "officer"))
    return [*_of_place(areas, site), *_of_officer(officers, site)]


def _areas(words: str, site: Site):
    """Where a place called so lies."""
    of_place = Place.objects.filter(key=place_key(words), force=site.force).exclude(key="").exclude(neighbourhoods=None).order_by()
    return of_place.values_list(Value("area"), "neighbourhoods")


def _officers(words: str):
    """By the whole name, the first or the last; by the number only after the rank, for 101 is not somebody's."""
    rank = _RANK.match(words)
    name = words[rank.end() :] if rank else words
    called = Q(name__iexact=name) | Q(name__istartswith=f"{name} ") | Q(name__iendswith=f" {name}")
    if rank:  # which may have been written down with the number: "PC 1572"
        called |= Q(collar_number__iregex=rf"^([a-z]+[ .]*)?{re.escape(name)}$")
    officers = Officer.objects.order_by().values_list(Value("officer"), "pk")
    return officers.filter(called) if len(name) >= SHORTEST_NAME else officers.none()


def names(site: Site):
    """Places, and the officers who are posted today, for the spelling: a queryset of names. Areas are pages, whose words search knows."""
    areas = NeighbourhoodPage.objects.in_site(site).listed().order_by().values("pk")
    posted = Posting.objects.on(clock.today()).filter(neighbourhood__in=areas).order_by()
    places = Place.objects.filter(force=site.force).order_by()
    return places.values_list("name").union(posted.values_list("officer__name"), all=True)


def _of_place(areas: list[int], site: Site) -> list[Card]:
    found = NeighbourhoodPage.objects.in_site(site).listed().filter(pk__in=areas).by_name()[:MOST] if areas else []
    return [Card(f"{area.title} neighbourhood team", area.url, area.summary, label=area.label, page=area.pk) for area in found]


def _of_officer(officers: list[int], site: Site) -> list[Card]:
    return [_card(posting) for posting in _public(officers, site)] if officers else []


def _public(officers: list[int], site: Site):
    areas = NeighbourhoodPage.objects.in_site(site).listed()
    postings = Posting.objects.on(clock.today()).filter(officer__in=officers, neighbourhood__in=areas.values("pk")).named_first()
    return postings.select_related("officer", "neighbourhood")[:MOST]


def _card(posting: Posting) -> Card:
    area = posting.neighbourhood
    role = posting.get_role_display().removeprefix("Your ").capitalize()
    return Card(f"{posting.officer.title}, {area.title}", area.url, f"{role} of the {area.title} team.", label=area.label)
