from cookie_consent.models import Cookie
from django.db import models
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from policesite import clock

from .forms import ConsentSettingsForm

FIRST_VERSION = "2026-11-22"
ASKED = "asked"


def first_versions() -> dict[str, str]:
    """What a site asks for where nobody has changed anything: the groups that the first migration registers."""
    return {"analytics": FIRST_VERSION, "preferences": FIRST_VERSION, ASKED: FIRST_VERSION}


class CookieDetail(models.Model):
    """What django-cookie-consent's own Cookie does not hold of a cookie, and visitors are told."""

    cookie = models.OneToOneField(Cookie, on_delete=models.CASCADE, related_name="detail")
    life = models.CharField(max_length=60, help_text="How long it stays, for example 1 year.")

    def __str__(self):
        return f"{self.cookie.name}: {self.life}"


@register_setting(icon="list-ul")
class ConsentSettings(BaseSiteSetting):
    """Which version of each optional purpose this site asks for, by the purpose's name; `asked` is the question as a whole.

    The database keeps it (0003_versions): a new cookie or purpose in the register gives its group a new version, and
    each answer to an older one lapses. An editor's "ask everyone again" gives all of them a new one.
    """

    version_by_group = models.JSONField(default=first_versions, editable=False)

    edit_handler = ObjectList([FieldPanel("ask_again")], base_form_class=ConsentSettingsForm)

    class Meta:
        verbose_name = "cookie consent"

    def __str__(self):
        return f"Cookie consent of {self.site}"

    def ask_everyone_again(self) -> None:
        """Every answer given so far lapses, a no as well: the question and each purpose get a new version."""
        self.version_by_group = dict.fromkeys(self.version_by_group, f"{clock.now():%Y-%m-%dT%H:%M:%S.%f}")

    @property
    def versions(self) -> str:
        """For <html data-consent-v>, in the form of the package's own cookie: "analytics=…|asked=…|preferences=…"."""
        return "|".join(f"{name}={version}" for name, version in sorted(self.version_by_group.items()))

    @property
    def optional_groups(self) -> list[str]:
        return sorted(self.version_by_group.keys() - {ASKED})


class ConsentProof(models.Model):
    """That somebody chose, when, what, and what they had been told. Nothing in it says who."""

    class Method(models.TextChoices):
        BANNER = "banner", "The banner"
        PAGE = "page", "The cookies page"

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    method = models.CharField(max_length=6, choices=Method)
    choices = models.JSONField(help_text="Each optional purpose, yes or no.")
    versions = models.JSONField(help_text="The version of each purpose that was agreed to or refused.")
    wording = models.CharField(max_length=12, help_text="Which wording was shown: the start of the sha-256 of the banner and the page.")

    class Meta:
        verbose_name = "proof of consent"
        verbose_name_plural = "proofs of consent"
        ordering = ["-given_at"]
        constraints = [models.CheckConstraint(condition=models.Q(method__in=["banner", "page"]), name="consent_given_in_a_known_way")]

    def __str__(self):
        return f"{self.get_method_display()}, {self.given_at:%d %B %Y %H:%M}"
