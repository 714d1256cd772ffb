"""The page above every campaign."""

from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from policesite import clock
from policesite.pages.cards import Card, Spotlight
from policesite.pages.models import BasePage

from .campaigns import CampaignPage
from .profiles import StaffProfilePage


class StaffRecognitionPage(BasePage):
    """Every campaign: the running one first, then what has been."""

    lists_children = True
    template = "staff_profiles/staff_recognition_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["staff_profiles.CampaignPage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "staff recognition"

    @cached_property
    def campaigns(self) -> list["CampaignPage"]:
        """The latest first."""
        return list(
            CampaignPage.objects.child_of(self).listed().order_by("-starts", "-pk").select_related("hero").prefetch_related("hero__renditions")
        )

    @property
    def running(self) -> list["CampaignPage"]:
        return [campaign for campaign in self.campaigns if campaign.is_running]

    @property
    def coming(self) -> list["CampaignPage"]:
        return [campaign for campaign in self.campaigns if campaign.starts > clock.today()]

    @property
    def past(self) -> list["CampaignPage"]:
        return [campaign for campaign in self.campaigns if campaign.is_over]

    def cards(self, limit: int) -> list[Card]:
        return [campaign.card for campaign in self.campaigns[:limit]]

    @cached_property
    def spotlight(self) -> Spotlight | None:
        """The profile of the day, for the home page: the latest of a week that is not over."""
        running = StaffProfilePage.objects.descendant_of(self).listed().filter(campaign__ends__gte=clock.today())
        profile = running.order_by("-day", "-pk").first()
        return profile and profile.spotlight
