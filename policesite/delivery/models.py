from django.db import models


class AskedThisMinute(models.Model):
    """How often the visitors of one slot asked in one minute (rate_limit.py). An unlogged table: a crash empties it."""

    slot = models.PositiveIntegerField(primary_key=True)
    minute = models.DateTimeField()
    times = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "asked this minute"

    def __str__(self):
        return f"{self.times} times"
