"""From what was typed to the team: one answer, several to choose from, or a plain sentence why there is none.

What is typed says where somebody lives. Nothing in here logs it, stores it or puts it in an address.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import Site

from policesite.forces.models import Force

from .locating import ground_of
from .models import NeighbourhoodPage, Postcode
from .models.gazetteer import place_key
from .other_forces import name_of, site_of_force
from .postcode_areas import FORCES_ABROAD, area_of, force_of, is_real
from .postcodes import MOST_TYPED, Kind, Typed, lookalikes, normalise, read
from .spelling import likely_names, stands_out

ALIKE = "The letter O and the number 0 look alike, and so do I and 1."
CALL = "Call 101 from anywhere, and you are put through to the right force. In an emergency call 999."


@dataclass(frozen=True)
class Answer:
    """What the finder says: `teams`, or `error` (what to put right), or `advice` (there is nothing to put right)."""

    teams: list[NeighbourhoodPage] = field(default_factory=list)
    heading: str = ""
    advice: str = ""
    error: str = ""
    choices: list[str] = field(default_factory=list)  # what may have been meant: each is asked when it is pressed
    force: str = ""  # the name of the force that looks after it
    force_site: str = ""  # where that force, or every force, is found
    is_guess: bool = False  # the teams are of something else than what was typed: never lead there unasked

    @property
    def only_team(self) -> NeighbourhoodPage | None:
        return self.teams[0] if len(self.teams) == 1 and not self.is_guess else None


def find(typed: str, site: Site) -> Answer:
    """Answer for one site, in at most five reads; a whole postcode is one primary-key read and one of its page."""
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
    row = Postcode.objects.filter(pk=postcode.key)
    found = row.values_list("neighbourhood", "outside_force", "longitude", "latitude").first()
    if found is None:
        return _not_in_our_list(postcode, site)
    area, outside, *position = found
    team = _teams(site).filter(pk=area).first() if area else None
    if team:
        return Answer(teams=[team])
    owner = Force.objects.filter(neighbourhoods=area).first() if area else None
    if owner == site.force or (owner is None and outside in ("", site.force.code)):
        team = _published_since(position, site)
        return (
            Answer(teams=[team])
            if team
            else Answer(heading=f"There is no page for the team of {postcode.pretty} yet", advice="Call 101 and ask for the team of your street.")
        )
    return _outside(postcode.pretty, outside or owner.code, site, owner.name if owner else "")


def _published_since(position: list[float | None], site: Site) -> NeighbourhoodPage | None:
    """The public team of a place (longitude, latitude), whatever was worked out when its postcode was imported.

    An area published or unpublished by hand changes who answers for its streets at once, and not at the next import.
    """
    code = None if None in position else ground_of(site).covering(*position)
    return _teams(site).filter(force=site.force, code=code).first() if code else None


def _not_in_our_list(postcode: Typed, site: Site) -> Answer:
    if area_of(postcode.key) == FORCES_ABROAD:
        return _forces_abroad()
    choices = _known_lookalikes(postcode.key)
    if not is_real(postcode.key):
        return Answer(error=f"{postcode.pretty} is not a real postcode: none begins with {area_of(postcode.key)}.", choices=choices)
    if choices:
        return Answer(error=f"We do not have {postcode.pretty} in our list. {ALIKE}", choices=choices)
    if force_of(postcode.key):
        return _outside(postcode.pretty, force_of(postcode.key), site)
    advice = (
        "Check it for typing mistakes. If it is a new address, look for your town or village instead. "
        f"Outside {site.force.county}, ask the force that looks after your area."
    )
    return Answer(heading=f"We do not have {postcode.pretty} in our list", advice=advice, force_site=site_of_force(""))


def _forces_abroad() -> Answer:
    return Answer(
        heading="That is a British Forces address",
        advice="Forces addresses have no neighbourhood team: the service police look after them. In the United Kingdom call 101, or 999 in an emergency.",
    )


def _outside(place: str, code: str, site: Site, name: str = "") -> Answer:
    other = name_of(code) or name
    looks_after = f"It is looked after by {other}. " if other else ""
    return Answer(heading=f"{place} is outside {site.force.county}", advice=looks_after + CALL, force=other, force_site=site_of_force(code))


def _by_outcode(outcode: Typed, site: Site) -> Answer:
    unit = Postcode.objects.in_outcode(outcode.key)
    teams = list(_teams(site).filter(pk__in=unit.values("neighbourhood")))
    others = list(
        unit.exclude(outside_force__in=("", site.force.code)).values_list("outside_force", flat=True).order_by("outside_force").distinct()[:3]
    )
    others = others or [code for code in [force_of(outcode.key)] if code]
    if teams:
        advice = f"Other addresses there are looked after by {_listed(others)}." if others else ""
        heading = _several(len(teams), f"postcodes that start with {outcode.key}")
        return Answer(teams=teams, heading=heading, advice=advice, is_guess=bool(others))
    if area_of(outcode.key) == FORCES_ABROAD:
        return _forces_abroad()
    choices = _known_lookalikes(outcode.key)
    if not is_real(outcode.key):
        return Answer(error=f"{outcode.key} is not the start of a postcode: none begins with {area_of(outcode.key)}.", choices=choices)
    if choices:
        return Answer(error=f"No team of ours looks after postcodes that start with {outcode.key}. {ALIKE}", choices=choices)
    only = others[0] if len(others) == 1 else ""
    looks_after = f"{_listed(others)} {'looks' if only else 'look'} after them. " if others else ""
    return Answer(
        heading=f"No team of ours looks after postcodes that start with {outcode.key}",
        advice=f"{looks_after[:1].upper()}{looks_after[1:]}We look after {site.force.county}. Type your whole postcode to be sure. {CALL}",
        force=name_of(only),
        force_site=site_of_force(only),
    )


def _listed(codes: list[str]) -> str:
    *first, last = [name_of(code) or "another force" for code in codes]
    return f"{', '.join(first)} and {last}" if first else last


def _known_lookalikes(typed: str) -> list[str]:
    """Postcodes that we have, or beginnings of postcodes that we have, one letter taken for a digit away from what was typed."""
    likely = list(lookalikes(typed))
    known = (
        set(Postcode.objects.filter(pk__in=[one.key for one in likely if one.kind is Kind.UNIT]).values_list("pk", flat=True)) if likely else set()
    )
    return [
        one.pretty for one in likely if one.key in known or (one.kind is Kind.OUTCODE and Postcode.objects.in_outcode(one.key).exists())
    ][:3]  # fmt: skip


def _by_name(text: str, site: Site) -> Answer:
    key = place_key(text)
    if not key:
        return Answer(error="We could not read that as a postcode or the name of a place. A postcode looks like NN1 1AA.")
    teams = _named(text, site)
    if teams:
        return Answer(teams=teams, heading="" if len(teams) == 1 else _several(len(teams), text))
    if normalise(text).startswith("BFPO"):
        return _forces_abroad()
    likely = list(lookalikes(text))
    if likely:
        choices = _known_lookalikes(text) or [one.pretty for one in likely[:3]]
        return Answer(error=f"That is not a postcode as it stands. {ALIKE}", choices=choices)
    if any(letter.isdigit() for letter in key):
        return Answer(error="That is not a whole postcode. A postcode looks like NN1 1AA; the letter O and the number 0 are easily mixed up.")
    return _by_spelling(text, site)


def _named(name: str, site: Site) -> list[NeighbourhoodPage]:
    """The teams of a place or an area of exactly that name."""
    here = Q(places__key=place_key(name), places__force=site.force) | Q(slug=slugify(name))
    return list(_teams(site).filter(here).distinct())


def _by_spelling(text: str, site: Site) -> Answer:
    """The teams of the one name that is nearly what was typed, saying so; or the names that come near; or none."""
    names = likely_names(text, site)
    teams = _named(names[0].name, site) if stands_out(names) else []
    if teams:
        heading = f"Showing {'teams' if len(teams) > 1 else 'the team'} for {names[0].name}"
        return Answer(teams=teams, heading=heading, advice=f"We know no place that is spelt “{text}”.", is_guess=True)
    if names:
        return Answer(error="We know no place that is spelt like that.", choices=[likely.name for likely in names])
    return Answer(error="We do not know a town or village of that name. Check the spelling, or enter your postcode.")


def _several(count: int, what: str) -> str:
    number = {1: "One team looks", 2: "Two teams look", 3: "Three teams look", 4: "Four teams look"}.get(count, f"{count} teams look")
    return f"{number} after {what}"
