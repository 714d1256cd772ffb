"""The ledger of what was promised and what was kept: a row for each desk and day, written when the day is over and never changed.

Later changes of hours, or of the rows about a closure, cannot make a past day look better: a trigger refuses.
"""

from django.db import models
from django.db.models import F, Q

MINUTES_OF_LONGEST_DAY = 25 * 60


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
