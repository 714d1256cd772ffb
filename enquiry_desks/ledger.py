"""The ledger of what was promised and what was kept: a row for each desk and day, written when the day is over and never changed.

Later changes of hours, or of the rows about a closure, cannot make a past day look better: a trigger refuses.
"""

from django.db import models
from django.db.models import F, Q

MINUTES_OF_LONGEST_DAY = 25 * 60


def length_in_words(minutes: int) -> str:
    """860 hours; 1 hour 20 minutes; 0 minutes."""
    counts = [(count, unit) for count, unit in zip(divmod(minutes, 60), ("hour", "minute"), strict=True) if count]
    return " ".join(f"{count:,} {unit}{'s' * (count != 1)}" for count, unit in counts) or "0 minutes"


class DayRecord(models.Model):
    """Of one day, the minutes that a desk said it would be open, and those of them in which it was not."""

    desk = models.ForeignKey("enquiry_desks.EnquiryDeskPage", on_delete=models.CASCADE, related_name="record")
    day = models.DateField()
    planned = models.PositiveSmallIntegerField(help_text="Minutes.")
    lost = models.PositiveSmallIntegerField(help_text="Minutes.")

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["desk", "day"], name="one_record_a_day"),
            models.CheckConstraint(condition=Q(lost__lte=F("planned"), planned__lte=MINUTES_OF_LONGEST_DAY), name="record_of_one_day"),
        ]

    def __str__(self):
        return f"{self.day}: {self.planned} minutes planned, {self.lost} lost"

    @property
    def planned_words(self) -> str:
        return length_in_words(self.planned)

    @property
    def lost_words(self) -> str:
        return length_in_words(self.lost)
