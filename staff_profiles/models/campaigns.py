"""A week in which one profile appears each day."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page
from wagtail.search import index

from policesite import clock
from policesite.blocks.field import BodyField
from policesite.images.models import SiteImage
from policesite.pages.models import BasePage

from ..release import days_between, release_moment

if TYPE_CHECKING:
    from .profiles import StaffProfilePage


MOST_DAYS = 31  # each has a place on the page and on the board


class CampaignPage(BasePage):
    """A week, or however long it takes, in which one profile appears each day."""

    organisers = models.CharField(
        max_length=160, blank=True, help_text="For example the National Police Chiefs’ Council and the College of Policing."
    )
    starts = models.DateField("first day")
    ends = models.DateField("last day")
    release_time = models.TimeField(default=time(7), help_text="When each day’s profile goes live, by clocks here.")
    hero = models.ForeignKey(SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="picture")
    intro = BodyField()

    lists_children = True
    template = "staff_profiles/campaign_page.html"
    parent_page_types = ["staff_profiles.StaffRecognitionPage"]
    subpage_types = ["staff_profiles.StaffProfilePage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("organisers"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends"), FieldPanel("release_time")]),
        FieldPanel("hero"),
        FieldPanel("intro"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    label = "Staff recognition"

    class Meta:
        verbose_name = "campaign"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")),
                name="campaign_ends_after_start",
                violation_error_message="The last day is before the first.",
            ),
            models.CheckConstraint(
                condition=Q(ends__lt=F("starts") + timedelta(days=MOST_DAYS)),
                name="campaign_lasts_a_month_at_most",
                violation_error_message=f"A campaign lasts at most {MOST_DAYS} days: look at the years.",
            ),
        ]

    @property
    def card_image(self):
        return self.hero

    @property
    def card_date(self):
        return self.starts

    @property
    def is_running(self) -> bool:
        return self.starts <= clock.today() <= self.ends

    @property
    def is_over(self) -> bool:
        """Then it is archived: among the past campaigns, and no longer in the home page's spotlight."""
        return self.ends < clock.today()

    def number_of(self, day: date) -> str:
        """ "day 2 of 7"."""
        return f"day {(day - self.starts).days + 1} of {(self.ends - self.starts).days + 1}"

    @cached_property
    def released(self) -> list["StaffProfilePage"]:
        """The profiles that the public may see, in the order of their days."""
        return list(self.profiles.listed().order_by("day").prefetch_related("portrait__renditions"))

    @cached_property
    def days(self) -> list["Day"]:
        """Each day that shows a profile or has not come yet. Of what is still to come nothing is told but the day."""
        profiles = {profile.day: profile for profile in self.released}
        every = (Day(day, profiles.get(day)) for day in days_between(self.starts, self.ends))
        return [day for day in every if day.profile or release_moment(day.date, self.release_time) > clock.now()]


@dataclass(frozen=True)
class Day:
    """A day of a campaign: with the profile that was released on it, or still to come."""

    date: date
    profile: "StaffProfilePage | None"
