"""From what was typed to the team: one answer, several to choose from, or a plain sentence why there is none.

What is typed says where somebody lives. Nothing in here logs it, stores it or puts it in an address.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import Site

from .models import NeighbourhoodPage, Postcode
from .models.gazetteer import place_key
from .other_forces import name_of
from .postcodes import MOST_TYPED, Kind, Typed, read


@dataclass(frozen=True)
class Answer:
    """What the finder says: `teams`, or `error` (what to put right), or `advice` (there is nothing to put right)."""

    teams: list[NeighbourhoodPage] = field(default_factory=list)
    heading: str = ""
    advice: str = ""
    error: str = ""


def find(typed: str, site: Site) -> Answer:
    """Answer for one site, in at most four reads; a whole postcode is one primary-key read and one of its page."""
    text = typed.strip()
    if not text:
        return Answer(error="Enter a postcode, or the name of a town or village.")
    if len(text) > MOST_TYPED:
        return Answer(error="That is too long to be a postcode or the name of a place.")
    postcode = read(text)
    if postcode.kind is Kind.UNIT:
        return _by_postcode(postcode, site)
    if postcode.kind is Kind.OUTCODE:
        return _by_outcode(postcode, site)
    return _by_name(text, site)


def _teams(site: Site):
    return NeighbourhoodPage.objects.in_site(site).public().by_name()


def _by_postcode(postcode: Typed, site: Site) -> Answer:
    found = Postcode.objects.filter(pk=postcode.key).values_list("neighbourhood", "outside_force").first()
    if found is None:
        advice = (
            "Check it for typing mistakes. If it is a new address, look for your town or village instead. "
            f"Outside {site.force.county}, ask the force that looks after your area."
        )
        return Answer(heading=f"We do not have {postcode.pretty} in our list", advice=advice)
    area, outside = found
    team = _teams(site).filter(pk=area).first() if area else None
    return Answer(teams=[team]) if team else _outside(postcode.pretty, outside, site)


def _outside(place: str, code: str, site: Site) -> Answer:
    other = name_of(code) or "another force"
    return Answer(
        heading=f"{place} is outside {site.force.county}",
        advice=f"It is looked after by {other}. Call 101 from anywhere, and you are put through to the right force. In an emergency call 999.",
    )


def _by_outcode(outcode: Typed, site: Site) -> Answer:
    areas = Postcode.objects.in_outcode(outcode.key).values("neighbourhood")
    teams = list(_teams(site).filter(pk__in=areas))
    if teams:
        return Answer(teams=teams, heading=_several(len(teams), f"postcodes that start with {outcode.key}"))
    return Answer(
        heading=f"No team of ours looks after postcodes that start with {outcode.key}",
        advice=f"We look after {site.force.county}. Type your whole postcode, or call 101 from anywhere to reach the right force.",
    )


def _by_name(text: str, site: Site) -> Answer:
    key = place_key(text)
    if not key:
        return Answer(error="We could not read that as a postcode or the name of a place. A postcode looks like NN1 1AA.")
    here = Q(places__key=key, places__force=site.force) | Q(slug=slugify(text))
    teams = list(_teams(site).filter(here).distinct())
    if teams:
        return Answer(teams=teams, heading="" if len(teams) == 1 else _several(len(teams), text))
    if any(letter.isdigit() for letter in key):
        return Answer(error="That is not a whole postcode. A postcode looks like NN1 1AA; the letter O and the number 0 are easily mixed up.")
    return Answer(error="We do not know a town or village of that name. Check the spelling, or enter your postcode.")


def _several(count: int, what: str) -> str:
    number = {1: "One team looks", 2: "Two teams look", 3: "Three teams look", 4: "Four teams look"}.get(count, f"{count} teams look")
    return f"{number} after {what}"
