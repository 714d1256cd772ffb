from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

# RFC 9116, 2.5.3, of the kinds that it allows the two that people use.
SECURITY_CONTACT = r"(mailto:[!-?A-~]+@[A-Za-z0-9.-]+[.][A-Za-z]+|https://[A-Za-z0-9.-]+(:[0-9]+)?(/[!-~]*)?)"
is_security_contact = RegexValidator(
    rf"^{SECURITY_CONTACT}\Z", "Write mailto: and an email address, or the whole address of a page, starting with https://"
)
is_https = RegexValidator(r"^https://", "Give the whole address, starting with https://")


@register_setting(icon="cog")
class Force(BaseSiteSetting):
    """Whose site this is: one force, one Wagtail Site. A second force is one more Site and one more of these.

    Officers, events, alerts, feedback and neighbourhoods point here; pages belong to it through their Site.
    """

    code = models.SlugField(unique=True, help_text="As data.police.uk writes it, for example northamptonshire.")
    name = models.CharField(max_length=80, help_text="For example Northamptonshire Police.")
    county = models.CharField(max_length=80, help_text="For example Northamptonshire.")
    commissioner_title = models.CharField(max_length=80, blank=True)
    commissioner_name = models.CharField(max_length=80, blank=True)
    press_office_phone = models.CharField(max_length=30, blank=True)
    press_office_email = models.EmailField(blank=True)
    messaging_name = models.CharField(max_length=80, blank=True, help_text="The community messaging service, for example Northamptonshire Talking.")
    messaging_url = models.URLField("messaging address", blank=True, validators=[is_https])
    report_url = models.URLField("reporting online", blank=True, validators=[is_https])
    complaints_url = models.URLField("thanks and complaints", blank=True, validators=[is_https])
    foi_url = models.URLField("freedom of information", blank=True, validators=[is_https])
    security_contact = models.CharField(
        "security problems",
        max_length=200,
        blank=True,
        validators=[is_security_contact],
        help_text="Where to report a security problem with this website: mailto: and an email address, or the https:// address of a page that"
        " says how. It stands in /.well-known/security.txt; without it the feedback form does.",
    )
    jobs_url = models.URLField("jobs and volunteering", blank=True, validators=[is_https])

    panels = [
        FieldPanel("code"),
        FieldPanel("name"),
        FieldPanel("county"),
        MultiFieldPanel([FieldPanel("commissioner_title"), FieldPanel("commissioner_name")], "Commissioner"),
        MultiFieldPanel([FieldPanel("press_office_phone"), FieldPanel("press_office_email")], "Press office"),
        MultiFieldPanel([FieldPanel("messaging_name"), FieldPanel("messaging_url")], "Community messaging"),
        FieldPanel("security_contact"),
        MultiFieldPanel([FieldPanel(f"{name}_url") for name in ("report", "complaints", "foi", "jobs")], "Where the force's other services are"),
    ]

    class Meta:
        verbose_name = "force"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(security_contact="") | models.Q(security_contact__regex=rf"^{SECURITY_CONTACT}$"),
                name="security_contact_is_mail_or_https",
                violation_error_message=is_security_contact.message,
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def wordmark(self) -> tuple[str, str]:
        """The name on two lines, for the masthead: ("Northamptonshire", "Police")."""
        first, _, rest = self.name.partition(" ")
        return first, rest
