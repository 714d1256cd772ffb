"""Which links to vacancies lead nowhere: `manage.py check_vacancies` looks, so that no visitor has to."""

from django.db import models


class DeadVacancy(models.Model):
    """An address that answered that it is no longer there. Readers are given the force's jobs page until it answers again."""

    url = models.URLField(unique=True)
    since = models.DateTimeField(help_text="When it was first found dead.")
    why = models.CharField(max_length=120)

    class Meta:
        ordering = ["url"]
        verbose_name = "dead link to a vacancy"
        verbose_name_plural = "dead links to vacancies"

    def __str__(self):
        return f"{self.url}: {self.why}"
