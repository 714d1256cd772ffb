from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from policesite.forces.models import is_https

BBC_WEATHER = "https://www.bbc.co.uk/weather"


class NeutralAddress(models.Model):
    """A place that anyone might be looking at, where the exit may lead. Only admins add to these."""

    address = models.URLField(unique=True, validators=[is_https], help_text="An everyday page that nobody would ask about.")
    name = models.CharField(max_length=60, help_text="As visitors know it, for example BBC Weather.")

    class Meta:
        verbose_name = "neutral address"
        verbose_name_plural = "neutral addresses"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(address__startswith="https://"),
                name="neutral_address_is_https",
                violation_error_message="Give the whole address, starting with https://",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.address})"


@register_setting(icon="logout")
class QuickExitSettings(BaseSiteSetting):
    """Where the exit leads to. `destination_id` is the address itself, so no page asks the database for it twice."""

    destination = models.ForeignKey(NeutralAddress, to_field="address", default=BBC_WEATHER, on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("destination")]

    class Meta:
        verbose_name = "quick exit"

    def __str__(self):
        return f"Quick exit to {self.destination_id}"
