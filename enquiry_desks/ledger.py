"""The ledger of what was promised and what was kept: a row for each desk and day, written when the day is over and never changed.

Later changes of hours, or of the rows about a closure, cannot make a past day look better: a trigger refuses.
"""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .opening import DayHours, Hours

MINUTES_OF_LONGEST_DAY = 25 * 60


def length_in_words(minutes: int) -> str:
    """860 hours; 1 hour 20 minutes; 0 minutes."""
    counts = [(count, unit) for count, unit in zip(divmod(minutes, 60), ("hour", "minute"), strict=True) if count]
    return " ".join(f"{count:,} {unit}{'s' * (count != 1)}" for count, unit in counts) or "0 minutes"


class DayPromise(models.Model):
    """The hours that the public could read of a day when it began, kept just before somebody first changes that day's hours."""

    desk = models.ForeignKey("enquiry_desks.EnquiryDeskPage", on_delete=models.CASCADE, related_name="promises")
    day = models.DateField()
    hours = ArrayField(models.TimeField(), help_text="Opens, closes, opens again, closes again, by the clock in London; empty: closed.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "day"], name="one_promise_a_day")]

    def __str__(self):
        return f"{self.day}: {len(self.hours) // 2} stretches promised"

    @classmethod
    def keep(cls, desk, day: date, hours: tuple[Hours, ...]) -> None:
        """Keep what was promised, unless it is kept already: the first to change a day is the only one who still sees it whole."""
        times = [moment for stretch in hours for moment in (stretch.opens, stretch.closes)]
        cls.objects.bulk_create([cls(desk=desk, day=day, hours=times)], ignore_conflicts=True)

    @property
    def told(self) -> DayHours:
        return DayHours(self.day, tuple(Hours(*times) for times in zip(self.hours[::2], self.hours[1::2], strict=True)))


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
