"""Which desks to show, and in which order: by what they do, how easy it is to come in, and how far away they are.

A postcode says where somebody lives. Nothing in here logs it, stores it or puts it in an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import QueryDict
from wagtail import hooks

from policesite.delivery.unquoted import unquoted

from .desk_services import Service
from .distance import in_words, miles

if TYPE_CHECKING:
    from .models import EnquiryDeskPage

ACCESS = ("step_free", "hearing_loop", "private_room", "accessible_toilet", "blue_badge_parking")  # fields of a desk
MOST_TYPED = 100  # letters; no postcode is longer, and no more is given back
NOT_FOUND = "We do not have that postcode in our list. Check it for typing mistakes. A whole postcode looks like NN1 1AA."


@dataclass(frozen=True)
class Wish:
    """What somebody needs of a desk: a service, and facts about coming in."""

    service: str = ""
    access: tuple[str, ...] = ()

    @classmethod
    def read(cls, sent: QueryDict) -> Wish:
        """What is none of our services or facts is left out, so that an old or damaged link still shows desks."""
        service = sent.get("service", "")
        return cls(service if service in Service.values else "", tuple(name for name in ACCESS if name in sent.getlist("access")))

    def __bool__(self) -> bool:
        return bool(self.service or self.access)

    def is_met_by(self, desk: EnquiryDeskPage) -> bool:
        does = {row.service for row in desk.services.all()}
        return (not self.service or self.service in does) and all(getattr(desk, name) for name in self.access)


@dataclass(frozen=True)
class Option:
    """One thing that may be wished for: only what at least one desk has is offered."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """The desks of a list as somebody asked for them. `place` is longitude and latitude in degrees (WGS84)."""

    every: list[EnquiryDeskPage]
    wish: Wish = Wish()
    typed: str = ""
    place: tuple[float, float] | None = None
    error: str = ""

    @cached_property
    def desks(self) -> list[EnquiryDeskPage]:
        """Those that meet the wish; nearest first where a place is known, and then those of which it is not known where they are."""
        suited = [desk for desk in self.every if self.wish.is_met_by(desk)]
        return sorted(suited, key=lambda desk: (self.miles_to(desk) is None, self.miles_to(desk) or 0)) if self.place else suited

    def miles_to(self, desk: EnquiryDeskPage) -> float | None:
        if self.place is None or desk.latitude is None:
            return None
        return miles(*self.place, desk.longitude, desk.latitude)

    @property
    def shown(self) -> Iterator[tuple[EnquiryDeskPage, str]]:
        """Each desk, and how far away it is in words."""
        for desk in self.desks:
            distance = self.miles_to(desk)
            yield desk, "" if distance is None else in_words(distance)

    @property
    def services(self) -> list[Option]:
        done = {row.service for desk in self.every for row in desk.services.all()}
        return [Option(value, label, value == self.wish.service) for value, label in Service.choices if value in done]

    @property
    def access(self) -> list[Option]:
        there = [name for name in ACCESS if any(getattr(desk, name) for desk in self.every)]
        return [Option(name, self.every[0].access_label(name), name in self.wish.access) for name in there]

    @property
    def wished(self) -> list[str]:
        """What was asked for, in words."""
        return [option.label for option in [*self.services, *self.access] if option.is_chosen]


def nearest_to(desks: list[EnquiryDeskPage], wish: Wish, typed: str) -> Choice:
    """The desks, nearest to a postcode first; or in their usual order with a sentence about what is wrong with it."""
    typed = typed.strip()
    if not typed:
        return not_asked(desks, wish, typed, "Enter a postcode.")
    place = where_is(typed) if len(typed) <= MOST_TYPED else None
    return Choice(desks, wish, typed, place) if place else not_asked(desks, wish, typed, NOT_FOUND)


def not_asked(desks: list[EnquiryDeskPage], wish: Wish, typed: str, error: str) -> Choice:
    """The desks in their usual order, with what was typed and a sentence."""
    return Choice(desks, wish, typed[:MOST_TYPED], error=error)


def where_is(typed: str) -> tuple[float, float] | None:
    """Longitude and latitude of a postcode. Rooms above know postcodes, and may not be imported: they register a hook."""
    with unquoted("The desks could not ask the database where a postcode is."):
        found = (locate(typed) for locate in hooks.get_hooks("locate_postcode"))
        return next((place for place in found if place), None)
