"""One person, or one role, on one day of a campaign."""

from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page, PageManager
from wagtail.search import index

from policesite import clock
from policesite.blocks.field import BodyField
from policesite.films.models import FilmPage
from policesite.images.models import SiteImage
from policesite.pages.cards import Spotlight
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet

from ..consent import consent_problem
from ..forms import StaffProfileForm
from ..release import release_moment
from .campaigns import CampaignPage
from .vacancies import DeadVacancy

RELEASE_HELP = (
    "<p>The profile goes live by itself on its day, at the campaign's release time. Publish it whenever it is ready: nobody sees it earlier.</p>"
)


class StaffProfileManager(PageManager.from_queryset(BasePageQuerySet)):
    def get_queryset(self):
        """Each profile brings its portrait and its campaign along: every page that shows it needs both."""
        return super().get_queryset().select_related("portrait", "campaign")


class StaffProfilePage(BasePage):
    """One person, or one role, on one day."""

    # The page above, kept by the database (a trigger): a draft, a copy and an import know it, too.
    campaign = models.ForeignKey(CampaignPage, null=True, on_delete=models.SET_NULL, related_name="profiles", editable=False)
    day = models.DateField(help_text="The day on which it appears.")
    display_name = models.CharField(max_length=80, blank=True, help_text="As the person wants to be called. Empty where the profile is about a role.")
    role_title = models.CharField("role", max_length=80, help_text="For example Police Community Support Officer.")
    department = models.CharField(max_length=80, blank=True)
    portrait = models.ForeignKey(SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    quote = models.CharField(max_length=240, blank=True, help_text="The words alone, without quotation marks.")
    quote_by = models.CharField("who said it", max_length=120, blank=True, help_text="Name and role.")
    body = BodyField()
    helps = models.CharField(
        "how the role helps the public", max_length=300, blank=True, help_text="One or two sentences, to whoever reads it: “you”."
    )
    vacancies_url = models.URLField(
        "where the role is advertised",
        blank=True,
        validators=[URLValidator(["https"])],
        help_text="The page of current vacancies in this role. Empty, or while that page is gone: the force’s page of all jobs.",
    )
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
        MultiFieldPanel([FieldPanel("helps"), FieldPanel("vacancies_url")], "What the role does for people, and how to join"),
        MultiFieldPanel([PageChooserPanel("film", "films.FilmPage"), FieldPanel("transcript")], "Film"),
        FieldRowPanel([FieldPanel("consent_reference"), FieldPanel("consent_until")], "Consent"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *map(index.SearchField, ("display_name", "role_title", "department", "quote", "helps", "body", "transcript")),
    ]

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
        if self.consent_until and self.consent_until < date.max:
            self.expire_at = release_moment(self.consent_until + timedelta(days=1), time.min)
        self.go_live_at = release_moment(self.day, self.campaign.release_time)
        if self.path and self.live and self.go_live_at > clock.now():
            raise ValidationError({"day": "It is on the site already: unpublish it before you give it a day that has not come."})

    def can_move_to(self, parent) -> bool:
        """A profile stays in its campaign, whose days are its own; a copy may go to another."""
        return super().can_move_to(parent) and parent.pk == self.get_parent().pk

    @property
    def consent_problem(self) -> str:
        """What is wrong with the consent; nothing is asked of a role without anybody's name or face."""
        return consent_problem(self.display_name, self.portrait, self.consent_reference, self.consent_until, self.day)

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
        """The transcript as (speaker, words); a line without a speaker goes on from the one above. Without one, the film's own."""
        lines = [line.partition(":") for line in self.transcript.splitlines() if line.strip()]
        if not lines and self.shown_film:
            return [(turn.speaker, turn.text) for turn in self.shown_film.screening.transcript]
        return [(name.strip(), words.strip()) if colon else ("", name.strip()) for name, colon, words in lines]

    @cached_property
    def shown_film(self) -> FilmPage | None:
        """The film, where the public may see it."""
        return FilmPage.objects.public().filter(pk=self.film_id).first() if self.film_id else None

    @cached_property
    def vacancies(self) -> str:
        """Where this role is advertised; nothing where no address was given or it is known to be dead."""
        is_dead = bool(self.vacancies_url) and DeadVacancy.objects.filter(url=self.vacancies_url).exists()
        return "" if is_dead else self.vacancies_url
