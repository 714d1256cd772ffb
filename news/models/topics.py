from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class Topic(models.Model):
    """What a story is about. One list for every site; a site shows those that its own news uses."""

    name = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(unique=True, validators=[RegexValidator(r"^[a-z0-9-]+$", "Use small letters, digits and hyphens.")])

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
