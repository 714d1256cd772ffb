"""Campaign weeks that thank the people who work here: one profile a day, live by itself at the campaign's hour."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page, PageManager
from wagtail.search import index

from policesite import clock
from policesite.blocks.field import BodyField
from policesite.images.models import SiteImage
from policesite.pages.cards import Card, Spotlight
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet, only_public

from .forms import StaffProfileForm
from .release import days_between, release_moment

RELEASE_HELP = (
    "<p>The profile goes live by itself on its day, at the campaign's release time. Publish it whenever it is ready: nobody sees it earlier.</p>"
)


class StaffRecognitionPage(BasePage):
    """Every campaign: the running one first, then what has been."""

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
        return [campaign for campaign in self.campaigns if campaign.ends < clock.today()]

    def cards(self, limit: int) -> list[Card]:
        return [campaign.card for campaign in self.campaigns[:limit]]

    @cached_property
    def spotlight(self) -> Spotlight | None:
        """The profile of the day, for the home page: the latest that has been released."""
        profile = StaffProfilePage.objects.descendant_of(self).listed().order_by("-day", "-pk").first()
        return profile and profile.spotlight


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

    def number_of(self, day: date) -> str:
        """ "day 2 of 7"."""
        return f"day {(day - self.starts).days + 1} of {(self.ends - self.starts).days + 1}"

    @cached_property
    def released(self) -> list["StaffProfilePage"]:
        """The profiles that the public may see, in the order of their days."""
        return list(StaffProfilePage.objects.child_of(self).listed().order_by("day").prefetch_related("portrait__renditions"))

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


class StaffProfileManager(PageManager.from_queryset(BasePageQuerySet)):
    def get_queryset(self):
        """Each profile brings its portrait and its campaign along: every page that shows it needs both."""
        return super().get_queryset().select_related("portrait", "campaign")


class StaffProfilePage(BasePage):
    """One person, or one role, on one day."""

    campaign = models.ForeignKey(CampaignPage, null=True, on_delete=models.SET_NULL, related_name="profiles", editable=False)
    day = models.DateField(help_text="The day on which it appears.")
    display_name = models.CharField(max_length=80, blank=True, help_text="As the person wants to be called. Empty where the profile is about a role.")
    role_title = models.CharField("role", max_length=80, help_text="For example Police Community Support Officer.")
    department = models.CharField(max_length=80, blank=True)
    portrait = models.ForeignKey(SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    quote = models.CharField(max_length=240, blank=True, help_text="The words alone, without quotation marks.")
    quote_by = models.CharField("who said it", max_length=120, blank=True, help_text="Name and role.")
    body = BodyField()
    film = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    transcript = models.TextField(
        blank=True, help_text="What is said, each speaker’s words in a line of their own, beginning with the name and a colon."
    )
    consent_reference = models.CharField(max_length=60, blank=True, help_text="Where the person’s written consent is kept. Never shown.")
    consent_until = models.DateField(null=True, blank=True, help_text="The last day on which the profile may be shown.")

    objects = StaffProfileManager()

    template = "staff_profiles/staff_profile_page.html"
    parent_page_types = ["staff_profiles.CampaignPage"]
    subpage_types = []
    base_form_class = StaffProfileForm
    content_panels = [
        *Page.content_panels,
        HelpPanel(RELEASE_HELP),
        FieldPanel("day"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel(name) for name in ("role_title", "department", "display_name", "portrait")], "Who"),
        MultiFieldPanel([FieldPanel("quote"), FieldPanel("quote_by")], "In their words, or a colleague’s"),
        FieldPanel("body"),
        MultiFieldPanel([PageChooserPanel("film", "films.FilmPage"), FieldPanel("transcript")], "Film"),
        FieldRowPanel([FieldPanel("consent_reference"), FieldPanel("consent_until")], "Consent"),
    ]
    search_fields = [*BasePage.search_fields, *map(index.SearchField, ("display_name", "role_title", "department", "quote", "body", "transcript"))]

    label = "Staff recognition"

    class Meta:
        verbose_name = "staff profile"
        constraints = [
            models.UniqueConstraint(fields=["campaign", "day"], name="one_profile_a_day", violation_error_message="That day has its profile already."),
            models.CheckConstraint(
                condition=Q(quote="") | ~Q(quote_by=""), name="quote_says_who", violation_error_message="Say who said it."
            ),
        ]  # fmt: skip

    def clean(self):
        """Its campaign is the page it stands beneath. When it comes and goes is worked out from the day and the consent, never typed."""
        super().clean()
        if self.path:
            self.campaign = self.get_parent().specific
        if not self.day or not self.campaign_id:
            return
        if self.consent_until:
            self.expire_at = release_moment(self.consent_until + timedelta(days=1), time.min)
        self.go_live_at = release_moment(self.day, self.campaign.release_time)
        if self.path and self.live and self.go_live_at > clock.now():
            raise ValidationError({"day": "It is on the site already: unpublish it before you give it a day that has not come."})

    @property
    def card_image(self):
        return self.portrait

    @property
    def card_date(self):
        return self.day

    @property
    def day_number(self) -> str:
        return self.campaign.number_of(self.day)

    @cached_property
    def spotlight(self) -> Spotlight:
        return Spotlight(
            label=f"{self.campaign.title}, {self.day_number}",
            quote=self.quote,
            text=f"{self.quote_by}. {self.summary}" if self.quote else self.summary,
            url=self.url,
            action="Read the profile",
            image=self.portrait,
        )

    @cached_property
    def neighbours(self) -> dict[str, "StaffProfilePage | None"]:
        """The released profiles of the days before and after: `previous` and `next`."""
        days = list(StaffProfilePage.objects.sibling_of(self).listed().order_by("day"))
        before = [profile for profile in days if profile.day < self.day]
        after = [profile for profile in days if profile.day > self.day]
        return {"previous": before[-1] if before else None, "next": after[0] if after else None}

    @property
    def spoken(self) -> list[tuple[str, str]]:
        """The transcript as (speaker, words); a line without a speaker goes on from the one above."""
        lines = (line.partition(":") for line in self.transcript.splitlines() if line.strip())
        return [(name.strip(), words.strip()) if colon else ("", name.strip()) for name, colon, words in lines]

    @cached_property
    def shown_film(self) -> Page | None:
        """The film, where the public may see it."""
        return only_public(Page.objects.filter(pk=self.film_id)).first() if self.film_id else None
