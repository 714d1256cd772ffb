from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

BBC_WEATHER = "https://www.bbc.co.uk/weather"


@register_setting(icon="logout")
class QuickExitSettings(BaseSiteSetting):
    """Where the exit leads to."""

    destination = models.URLField(default=BBC_WEATHER)

    panels = [FieldPanel("destination")]

    class Meta:
        verbose_name = "quick exit"
