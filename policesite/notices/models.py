import unicodedata
from datetime import date, datetime, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from policesite import clock
from policesite.forces.models import Force

BETA_WORDING = (
    "This site is a beta, which means it's a work in progress and we'll be adding more to it over the next few weeks. "
    "Your feedback helps us make things better, so please let us know what you think."
)
LINK_WORDS = "let us know what you think"
BETA_DAYS = 90
ALERT_DAYS = 7
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # Unicode's names for what overrides the reading direction


def reads_as_it_is_written(text: str) -> None:
    """Refuse, with a ValidationError, control characters and those that turn the reading direction round: they stay unseen while one types."""
    if any(unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in TURNING for c in text):
        raise ValidationError("It holds an invisible character, perhaps from where you copied it. Please type it afresh.")


class SiteAlertQuerySet(models.QuerySet):
    def showing(self, at: datetime | None = None):
        """Those whose time has come and not gone, the gravest first."""
        at = at or clock.now()
        gravest = models.Case(*(models.When(level=level, then=place) for place, level in enumerate(reversed(SiteAlert.Level.values))))
        return self.filter(starts__lte=at, ends__gt=at).order_by(gravest, "-starts")


class SiteAlert(models.Model):
    """Something every visitor must know now. It is shown the moment it is saved, and ends by itself within a week."""

    class Level(models.TextChoices):
        INFO = "info", "For information"
        SERVICE = "service", "A service is disturbed"
        EMERGENCY = "emergency", "Emergency"

    class Scope(models.TextChoices):
        EVERYWHERE = "/", "Every page"
        NEIGHBOURHOODS = "/neighbourhoods/", "Neighbourhood pages"
        DESKS = "/contact-us/", "Contact and enquiry desk pages"
        NEWS = "/news/", "News pages"

    force = models.ForeignKey(Force, on_delete=models.CASCADE, related_name="alerts")
    level = models.CharField(max_length=9, choices=Level, default=Level.INFO)
    heading = models.CharField(max_length=80, validators=[reads_as_it_is_written])
    text = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=200, blank=True, help_text="An address on this site, /news/…, or a whole one, https://…")
    link_text = models.CharField(max_length=60, blank=True, help_text="What is behind the link, for example Which roads are closed.")
    starts = models.DateTimeField(default=clock.now)
    ends = models.DateTimeField(help_text=f"At most {ALERT_DAYS} days after it starts.")
    scope = models.CharField("shown on", max_length=20, choices=Scope, default=Scope.EVERYWHERE)

    objects = SiteAlertQuerySet.as_manager()

    panels = [FieldPanel(name) for name in ("force", "level", "heading", "text", "link", "link_text", "starts", "ends", "scope")]

    class Meta:
        ordering = ["-starts"]
        permissions = [("raise_emergency", "Can raise an emergency alert")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")) & Q(ends__lte=F("starts") + timedelta(days=ALERT_DAYS)),
                name="alert_ends_within_a_week",
                violation_error_message=f"It must end after it starts, and at most {ALERT_DAYS} days later.",
            ),
            models.CheckConstraint(condition=Q(level__in=["info", "service", "emergency"]), name="alert_level_is_known"),
            models.CheckConstraint(
                condition=Q(link="", link_text="") | (Q(link__regex=r"^(/[^/\\]|/$|https://)") & ~Q(link_text="")),
                name="alert_link_is_whole",
                violation_error_message="A link needs its words, and an address that starts with / or https://",
            ),
            ExclusionConstraint(
                name="one_emergency_at_a_time",
                expressions=[
                    ("force", RangeOperators.EQUAL),
                    ("scope", RangeOperators.EQUAL),
                    (Func("starts", "ends", RangeBoundary(), function="TSTZRANGE", output_field=DateTimeRangeField()), RangeOperators.OVERLAPS),
                ],
                condition=Q(level="emergency"),
                violation_error_message="There is an emergency alert in the same place at that time. Change that one, or end it.",
            ),
        ]

    def __str__(self):
        return self.heading

    def is_for(self, path: str) -> bool:
        """Whether it is meant for the page at this address."""
        return path.startswith(self.scope)

    def validate_constraints(self, exclude=None):
        """Django cannot check one whose condition is on a field that is itself in error: that error is shown first."""
        if "level" not in (exclude or ()):
            super().validate_constraints(exclude)


def in_a_month() -> date:
    return clock.today() + timedelta(days=30)


@register_setting(icon="info-circle")
class BetaSettings(BaseSiteSetting):
    """The banner that says the site is new. It goes by itself when its time is over."""

    is_on = models.BooleanField("show the beta banner", default=False)
    text = models.CharField(max_length=400, default=BETA_WORDING, help_text=f"The words “{LINK_WORDS}” become the link to the feedback form.")
    starts = models.DateField(default=clock.today)
    ends = models.DateField("last day", default=in_a_month, help_text=f"At most {BETA_DAYS} days ahead.")

    panels = [FieldPanel("is_on"), FieldPanel("text"), FieldPanel("starts"), FieldPanel("ends")]

    class Meta:
        verbose_name = "beta banner"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")) & Q(ends__lte=F("starts") + timedelta(days=BETA_DAYS)),
                name="beta_ends_within_90_days",
                violation_error_message=f"It must end after it starts, and at most {BETA_DAYS} days later.",
            )
        ]

    def __str__(self):
        return f"Beta banner of {self.site}"

    def clean(self):
        if self.ends and self.ends > clock.today() + timedelta(days=BETA_DAYS):
            raise ValidationError({"ends": f"Choose a day at most {BETA_DAYS} days from now."})

    @property
    def is_showing(self) -> bool:
        return self.is_on and self.starts <= clock.today() <= self.ends

    @property
    def lead(self) -> str:
        """The words before the first comma or full stop: all that a small screen shows before the link."""
        return self._before_link.partition(",")[0].partition(".")[0]

    @property
    def more(self) -> str:
        """The rest, up to the link."""
        return self._before_link.removeprefix(self.lead)

    @property
    def link(self) -> str:
        return LINK_WORDS if LINK_WORDS in self.text else "Tell us what you think"

    @property
    def tail(self) -> str:
        return self.text.partition(LINK_WORDS)[2]

    @property
    def _before_link(self) -> str:
        before = self.text.partition(LINK_WORDS)[0]
        return before if LINK_WORDS in self.text else f"{before.rstrip()} "
