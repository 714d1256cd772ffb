"""The list of areas, and each area's own page."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page, PageManager, Site
from wagtail.search import index

from enquiry_desks.distance import in_words, miles
from enquiry_desks.models import EnquiryDeskPage
from neighbourhoods import structured
from neighbourhoods.forms import NeighbourhoodForm
from neighbourhoods.frames import COUNTY_FRAME
from neighbourhoods.promise import Freshness, told_on
from policesite import clock
from policesite.pages.cards import Card
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet

from .gazetteer import Place
from .ground import AreaMap, Boundary

EVENTS_SHOWN = 4  # the calendar has the rest
NEWS_SHOWN = 3


class NeighbourhoodQuerySet(BasePageQuerySet):
    def by_name(self):
        return self.order_by("title", "pk")

    def in_open_data(self, site):
        """The listed areas of one site that have an id on data.police.uk, by which programs know them."""
        return self.in_site(site).listed().filter(force=site.force).exclude(code="")

    def with_maps(self):
        """With what the county map and the addresses of the pictures need, and without the pictures."""
        return self.select_related("area_map").defer("area_map__light", "area_map__dark")

    def with_place_names(self):
        places = Place.objects.filter(neighbourhoods=OuterRef("pk")).order_by("name")
        return self.annotate(place_names=ArraySubquery(places.values("name").distinct()))


@register_setting(icon="group")
class NeighbourhoodSettings(BaseSiteSetting):
    """What every team of a force says alike."""

    reply_promise = models.CharField(
        max_length=120, default="We reply within 72 hours.", help_text="Beside every team's contact details. Only what is kept."
    )

    panels = [FieldPanel("reply_promise")]

    class Meta:
        verbose_name = "neighbourhood teams"


class NeighbourhoodIndexPage(BasePage):
    """Every area of one force, the county map, and the box that finds one by its postcode."""

    lists_children = True
    template = "neighbourhoods/neighbourhood_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["neighbourhoods.NeighbourhoodPage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    section = "neighbourhoods"

    class Meta:
        verbose_name = "neighbourhoods index"

    @cached_property
    def areas(self) -> list["NeighbourhoodPage"]:
        return list(NeighbourhoodPage.objects.child_of(self).listed().by_name().with_maps().with_place_names())

    @cached_property
    def mapped_areas(self) -> list["NeighbourhoodPage"]:
        return [area for area in self.areas if hasattr(area, "area_map")]

    @cached_property
    def mapped_towns(self) -> list[Place]:
        """The towns named on the county map, where there is one."""
        force = self.mapped_areas[0].force_id if self.mapped_areas else None
        return list(Place.objects.filter(force=force, on_county_map__isnull=False)) if force else []

    county_frame = COUNTY_FRAME

    def cards(self, limit: int) -> list[Card]:
        return [area.card for area in self.areas[:limit]]


class NeighbourhoodPage(BasePage):
    """One area: who looks after it, what they are doing, where to meet them."""

    force = models.ForeignKey("forces.Force", on_delete=models.PROTECT, related_name="neighbourhoods")
    code = models.CharField(max_length=40, blank=True, help_text="Its id on data.police.uk, unique within the force.")
    description = models.TextField(blank=True, max_length=600, help_text="Where it reaches, in a sentence or two.")
    population = models.PositiveIntegerField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    email = models.EmailField("team's e-mail", blank=True)
    phone = models.CharField("team's telephone", max_length=20, blank=True)
    nearest_desk = models.ForeignKey("enquiry_desks.EnquiryDeskPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="areas_served")
    checked_by = models.CharField("last checked by", max_length=60, blank=True, help_text="A role, for example “Neighbourhood sergeant”.")
    checked_on = models.DateField("last checked on", null=True, blank=True)

    objects = PageManager.from_queryset(NeighbourhoodQuerySet)()

    template = "neighbourhoods/neighbourhood_page.html"
    parent_page_types = ["neighbourhoods.NeighbourhoodIndexPage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("population")]),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("phone"), PageChooserPanel("nearest_desk")], "Contact"),
        FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on")]),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("description")]
    base_form_class = NeighbourhoodForm
    exclude_fields_in_copy = ["code"]
    stays_when_named = True  # it serves people, whoever is named on it
    label = "Neighbourhood team"
    section = "neighbourhoods"

    class Meta:
        verbose_name = "neighbourhood"
        permissions = [("work_on_any_neighbourhoodpage", "Can change priorities and events of every neighbourhood")]
        constraints = [models.UniqueConstraint(fields=["force", "code"], condition=~Q(code=""), name="one_neighbourhood_per_code")]

    @cached_property
    def team(self) -> list:
        """Today's postings, the named officer's first, each with its officer and their picture."""
        postings = self.postings.on(clock.today()).named_first()
        return list(postings.select_related("officer__photo").prefetch_related("officer__photo__renditions"))

    @property
    def named_officer(self):
        return next((posting.officer for posting in self.team if posting.role == "named"), None)

    @property
    def stand_in(self):
        """Who answers while nobody is the named officer: the sergeant, else whoever comes next."""
        return next((posting.officer for posting in self.team), None)

    @cached_property
    def current_priorities(self) -> list:
        """The open ones, then those finished lately, each with all that was done."""
        return list(self.priorities.shown(clock.today()).with_last_word(clock.today()).prefetch_related("updates"))

    @property
    def freshness(self) -> Freshness:
        """How long ago the team last said something about what it works on."""
        finished = [priority.closed_on for priority in self.finished_priorities]
        return Freshness(told_on([priority.last_word for priority in self.open_priorities], finished), clock.today())

    @property
    def open_priorities(self) -> list:
        return [priority for priority in self.current_priorities if priority.is_open]

    @property
    def finished_priorities(self) -> list:
        return [priority for priority in self.current_priorities if not priority.is_open]

    @cached_property
    def next_events(self) -> list:
        return list(self.events.upcoming(clock.now()).with_vehicles()[:EVENTS_SHOWN])

    def structured_data(self, site: Site) -> list[dict]:
        return structured.events(self, site)

    @cached_property
    def ground(self) -> dict[int, "NeighbourhoodPage"]:
        """This area and those beside it, by name, with their maps and places: one statement for all of them."""
        beside = Boundary.beside.through.objects.filter(from_boundary=self.pk).values("to_boundary")
        areas = NeighbourhoodPage.objects.listed().filter(Q(pk=self.pk) | Q(pk__in=beside))
        return {area.pk: area for area in areas.by_name().with_maps().with_place_names()}

    @property
    def map(self) -> AreaMap | None:
        return getattr(self.ground.get(self.pk), "area_map", None)

    @property
    def places_covered(self) -> list[str]:
        return getattr(self.ground.get(self.pk), "place_names", [])

    @property
    def areas_beside(self) -> list["NeighbourhoodPage"]:
        return [area for area in self.ground.values() if area.pk != self.pk]

    @cached_property
    def desk(self) -> EnquiryDeskPage | None:
        """The nearest enquiry desk, if the public may see it, with its hours."""
        found = EnquiryDeskPage.objects.filter(pk=self.nearest_desk_id).listed().with_rules() if self.nearest_desk_id else []
        return next(iter(found), None)

    @property
    def desk_distance(self) -> str:
        """How far the desk is from the middle of the area, where both are known."""
        ends = (self.longitude, self.latitude, self.desk.longitude, self.desk.latitude)
        return "" if None in ends else in_words(miles(*ends))

    @cached_property
    def local_news(self) -> list[Card]:
        """News of this area. News stands above us and may not be imported: it registers the hook "neighbourhood_news"."""
        found = [card for give in hooks.get_hooks("neighbourhood_news") for card in give(self, NEWS_SHOWN)]
        return found[:NEWS_SHOWN]
