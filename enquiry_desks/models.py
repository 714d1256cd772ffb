"""The pages of the enquiry desks: what an editor writes about a desk. When it is open stands in hours.py."""

from datetime import datetime
from math import cos, radians

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.http import HttpResponsePermanentRedirect
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page, PageManager, Site
from wagtail.search import index

from policesite import clock
from policesite.forces.models import Force
from policesite.pages.cards import Card
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet

from .choosing import ACCESS, Choice, Wish
from .county_map import CountyMap, Pin, county
from .desk_services import DeskService, ServiceHours, ServiceLine
from .hours import BankHoliday, Closure, DayException, DeskManager, OpeningPeriod
from .ledger import DayRecord
from .loading import load_rules
from .opening import Rules, State, Why, state
from .record import PUBLISHED, Record
from .structured import police_station
from .wording import Opening

__all__ = [
    "BankHoliday", "Closure", "DayException", "DayRecord", "DeskManager", "DeskService",
    "EnquiryDeskPage", "EnquiryDesksPage", "OpeningPeriod", "ServiceHours",
]  # fmt: skip

is_postcode = RegexValidator(r"^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$", "Write the postcode in capitals with a space, for example NN1 3EL.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class EnquiryDeskQuerySet(BasePageQuerySet):
    def changeable_by(self, user):
        """The desks whose hours this person may change: every desk, or those they manage."""
        if user.has_perm("enquiry_desks.edit_every_enquirydeskpage"):
            return self
        return self.filter(manager_rows__user=user)

    def nearest(self, latitude: float, longitude: float) -> "EnquiryDeskPage | None":
        """The desk nearest to a place (degrees, WGS84) that has not moved away, with its rules loaded."""
        north = F("latitude") - latitude
        east = (F("longitude") - longitude) * cos(radians(latitude))  # a degree is narrower the further north it is
        by_distance = self.filter(latitude__isnull=False).order_by(north * north + east * east)
        return next((desk for desk in by_distance[:3].with_rules() if not desk.has_moved), None)

    def with_rules(self, now: datetime | None = None) -> list["EnquiryDeskPage"]:
        """These desks with the rules of all of them loaded in one statement, however many they are."""
        desks = list(self)
        load_rules(desks, now or clock.now())
        return desks


class EnquiryDesksPage(BasePage):
    """Every enquiry desk of one site, with its state now and this week's hours."""

    lists_children = True
    template = "enquiry_desks/enquiry_desks_page.html"
    parent_page_types = ["pages.ContentPage"]
    subpage_types = ["enquiry_desks.EnquiryDeskPage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    label = "Enquiry desks"
    section = "enquiry-desks"

    class Meta:
        verbose_name = "enquiry desks"

    @cached_property
    def desks(self) -> list["EnquiryDeskPage"]:
        """The public desks in the order of the page tree, numbered; one that has moved away for good is left out."""
        desks = EnquiryDeskPage.objects.child_of(self).listed().order_by("path").with_rules()
        shown = [desk for desk in desks if not desk.has_moved]
        for number, desk in enumerate(shown, start=1):
            desk.number = number
        return shown

    @property
    def desks_with_services(self) -> list["EnquiryDeskPage"]:
        models.prefetch_related_objects(self.desks, "services")
        return self.desks

    def get_context(self, request, *args, **kwargs):
        """What is asked for in the address says nothing of who asks: a link to it may be shared and kept."""
        return super().get_context(request, *args, **kwargs) | {"choice": Choice(self.desks_with_services, Wish.read(request.GET))}

    def cards(self, limit: int) -> list[Card]:
        return [desk.card for desk in self.desks[:limit]]

    @cached_property
    def force(self) -> Force | None:
        return Force.objects.filter(site__root_page__path=self.path[: 2 * self.steplen]).first()

    @cached_property
    def bank_holidays(self) -> list[tuple]:
        """(day, name) of those in the next weeks on which a desk that would be open is closed."""
        days = {line.date: line.note for desk in self.desks for line in desk.opening.different if line.day.why is Why.BANK_HOLIDAY}
        return sorted(days.items())

    @cached_property
    def map(self) -> CountyMap | None:
        """The county with the desks on it, or None where no outline of the county is shipped."""
        outline = county(self.force.code) if self.force else None
        placed = [desk for desk in self.desks if desk.latitude is not None]
        if outline is None or not placed:
            return None
        return CountyMap(outline, tuple(Pin(desk.number, desk.town, desk.latitude, desk.longitude) for desk in placed))


class EnquiryDeskPage(BasePage):
    """One enquiry desk: where it is, how to get in, what it does, and when it is open."""

    building = models.CharField(max_length=100, help_text="The building it is in, for example Campbell Square Police Station.")
    street = models.CharField(max_length=120)
    town = models.CharField(max_length=60)
    postcode = models.CharField(max_length=8, validators=[is_postcode])
    latitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(49), MaxValueValidator(61)])
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-9), MaxValueValidator(2)])
    getting_in = models.TextField(blank=True, max_length=400, help_text="Which door, which bus, where to park.")
    step_free = models.BooleanField("step-free entrance", default=False)
    hearing_loop = models.BooleanField(default=False)
    private_room = models.BooleanField("private room to talk", default=False)
    accessible_toilet = models.BooleanField(default=False)
    blue_badge_parking = models.BooleanField("Blue Badge parking nearby", default=False)
    access_note = models.CharField(max_length=200, blank=True)
    keeps_bank_holidays = models.BooleanField(
        "closed on bank holidays", default=True, help_text="Clear it if the desk works bank holidays as normal."
    )
    nearest_alternative = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    outside_hours = models.CharField(max_length=200, blank=True, help_text="What to do here when it is closed, for example a telephone by the door.")
    moves_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="moved_here")
    moves_on = models.DateField("opens there on", null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True, help_text="When somebody last made sure that all of this is right.")
    checked_by = models.CharField(max_length=60, blank=True, help_text="Their role, not their name.")
    managers = models.ManyToManyField(settings.AUTH_USER_MODEL, through=DeskManager, related_name="enquiry_desks")

    objects = PageManager.from_queryset(EnquiryDeskQuerySet)()

    template = "enquiry_desks/enquiry_desk_page.html"
    parent_page_types = ["enquiry_desks.EnquiryDesksPage"]
    subpage_types = []
    content_panels = [
        HelpPanel("<p>Opening times, different days and closures are not kept here. Find them under “Enquiry desks” in the menu: they count at once.</p>"),
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("building"), FieldPanel("street"), FieldRowPanel([FieldPanel("town"), FieldPanel("postcode")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            "Where it is",
        ),
        MultiFieldPanel(
            [FieldPanel("getting_in"), *map(FieldPanel, (*ACCESS, "access_note"))],
            "Getting in",
        ),
        InlinePanel("services", heading="What it does, and what to bring", label="Service"),
        MultiFieldPanel(
            [FieldPanel("keeps_bank_holidays"), PageChooserPanel("nearest_alternative"), FieldPanel("outside_hours")], "When it is closed"
        ),
        MultiFieldPanel([PageChooserPanel("moves_to"), FieldPanel("moves_on")], "Moving", classname="collapsed"),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("checked_by")], "Last checked"),
    ]  # fmt: skip
    search_fields = [*BasePage.search_fields, *map(index.SearchField, ("building", "street", "town", "postcode"))]

    stays_when_named = True  # it serves people, whoever is named on it
    label = "Enquiry desk"
    section = "enquiry-desks"

    class Meta:
        verbose_name = "enquiry desk"
        permissions = [("edit_every_enquirydeskpage", "Can change the hours of every desk, not only of those they manage")]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False, latitude__range=(49, 61), longitude__range=(-9, 2)),
                name="desk_in_britain",
                violation_error_message="Give both coordinates of a place in Britain, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(moves_to=None) | ~Q(moves_to=F("page_ptr")),
                name="desk_moves_elsewhere",
                violation_error_message="A desk cannot move to itself.",
            ),
            models.CheckConstraint(
                condition=Q(nearest_alternative=None) | ~Q(nearest_alternative=F("page_ptr")),
                name="desk_alternative_elsewhere",
                violation_error_message="A desk cannot stand in for itself.",
            ),
        ]

    @cached_property
    def rules(self) -> Rules:
        """One statement for this desk alone; whoever shows several loads them with `with_rules`."""
        load_rules([self], clock.now())
        return self.__dict__["rules"]

    @cached_property
    def opening(self) -> Opening:
        """Its hours as of now, in words."""
        return Opening(self.rules, clock.now())

    def state_at(self, now: datetime) -> State:
        """Open or closed at a moment of this week or later."""
        return state(self.rules, now)

    @property
    def state_sentence(self) -> str:
        """ "Open now, closes 5pm": what the home page, the lists and the team pages say of it."""
        return self.opening.sentence

    @property
    def has_moved(self) -> bool:
        """It stands somewhere else now: it has a successor, and will not open here again."""
        return self.moves_to_id is not None and not self.opening.is_open and self.opening.state.opens_at is None

    @cached_property
    def kept(self) -> Record:
        """What it promised and kept in the last 90 days."""
        return Record(list(self.record.filter(day__gte=clock.today() - PUBLISHED)))

    @cached_property
    def service_lines(self) -> list[ServiceLine]:
        """What it does and when, in words."""
        rules = self.rules  # which brings the hours of its services
        return [ServiceLine(service, self.service_hours.get(service.service, ()), rules) for service in self.services.all()]

    @property
    def has_appointments(self) -> bool:
        return any(line.by_appointment for line in self.service_lines)

    @property
    def has_opened_elsewhere(self) -> bool:
        """The day has come on which it opens at its new place (a move without a date: once it is gone from here)."""
        return clock.today() >= self.moves_on if self.moves_on else self.has_moved

    @property
    def leads_to(self) -> "EnquiryDeskPage | None":
        """Where its address leads from the day of the move on."""
        return self.successor if self.moves_to_id and self.has_moved and self.has_opened_elsewhere else None

    def serve(self, request, *args, **kwargs):
        """From the day of the move on, old links and bookmarks lead to the new desk."""
        if not getattr(request, "is_preview", False) and (desk := self.leads_to):
            return HttpResponsePermanentRedirect(desk.get_url(request))
        return super().serve(request, *args, **kwargs)

    @property
    def address(self) -> str:
        return f"{self.street}, {self.town}, {self.postcode}"

    @classmethod
    def access_label(cls, name: str) -> str:
        """One of ACCESS in words: "Step-free entrance"."""
        return _capital(cls._meta.get_field(name).verbose_name)

    @property
    def access(self) -> list[str]:
        """What makes it easy to come in, in words."""
        return [self.access_label(name) for name in ACCESS if getattr(self, name)]

    @property
    def access_line(self) -> str:
        """The same in a line: "Step-free entrance, hearing loop"."""
        return _capital(", ".join(self._meta.get_field(name).verbose_name for name in ACCESS if getattr(self, name)))

    @cached_property
    def _pointed_to(self) -> list["EnquiryDeskPage"]:
        named = Q(pk__in=[pk for pk in (self.nearest_alternative_id, self.moves_to_id) if pk])
        moved_here = Q(moves_to=self.pk) if self.pk else Q(pk=None)  # a new page in its preview has no key yet
        return EnquiryDeskPage.objects.filter(named | moved_here).public().with_rules()

    @property
    def alternative(self) -> "EnquiryDeskPage | None":
        return next((desk for desk in self._pointed_to if desk.pk == self.nearest_alternative_id), None)

    @property
    def successor(self) -> "EnquiryDeskPage | None":
        return next((desk for desk in self._pointed_to if desk.pk == self.moves_to_id), None)

    @property
    def predecessor(self) -> "EnquiryDeskPage | None":
        """The desk that moved here."""
        return next((desk for desk in self._pointed_to if self.pk and desk.moves_to_id == self.pk), None)

    def structured_data(self, site: Site) -> dict:
        return police_station(self, site)
