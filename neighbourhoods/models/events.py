"""Where and when the team can be met."""

from datetime import UTC, datetime, time, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Now
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from neighbourhoods.days import EARLIEST, LATEST, MESSAGE
from neighbourhoods.forms import OwnAreasForm, OwnForceForm

from .published import public_id

LONGEST_DAYS = 14
STILL_PUBLISHED = timedelta(days=92)
EARLIEST_START, LATEST_END = (datetime.combine(day, time.min, UTC) for day in (EARLIEST, LATEST))


class TimeRange(Func):
    """PostgreSQL's tstzrange: from a moment, up to and without another."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class Vehicle(models.Model):
    """A Beat Bus."""

    force = models.ForeignKey("forces.Force", on_delete=models.CASCADE, related_name="vehicles")
    name = models.CharField(max_length=40)

    panels = [FieldPanel("force"), FieldPanel("name")]
    base_form_class = OwnForceForm

    class Meta:
        ordering = ["name"]
        verbose_name = "Beat Bus"
        verbose_name_plural = "Beat Buses"
        constraints = [models.UniqueConstraint(fields=["force", "name"], name="vehicle_named_once")]

    def __str__(self):
        return self.name


class EventQuerySet(models.QuerySet):
    def upcoming(self, now: datetime):
        """Not over yet, soonest first; the cancelled and moved ones too, so that nobody waits in the rain."""
        return self.filter(ends__gt=now).order_by("starts", "pk")

    def published(self, now: datetime):
        """Those to come and those over lately: what open data and calendars hold, so that nothing vanishes from them overnight."""
        return self.upcoming(now - STILL_PUBLISHED)

    def with_vehicles(self):
        return self.select_related("vehicle")


class Event(index.Indexed, models.Model):
    """A surgery, a Beat Bus stop, a meeting. What is called off stays listed as called off."""

    class Kind(models.TextChoices):
        SURGERY = "surgery", "Surgery"
        BEAT_BUS = "beat_bus", "Beat Bus stop"
        MEETING = "meeting", "Meeting"
        DROP_IN = "drop_in", "Drop-in"
        ONLINE = "online", "Online"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        CANCELLED = "cancelled", "Cancelled"
        MOVED = "moved", "Moved"

    neighbourhood = models.ForeignKey("neighbourhoods.NeighbourhoodPage", on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=90)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    venue = models.CharField(max_length=120, blank=True, help_text="Where, with street and postcode.")
    vehicle = models.ForeignKey(Vehicle, null=True, blank=True, on_delete=models.PROTECT, related_name="events", verbose_name="Beat Bus")
    link = models.URLField(blank=True, help_text="Where to join an online meeting.")
    is_step_free = models.BooleanField("step-free", default=False)
    notes = models.CharField(max_length=160, blank=True, help_text="For example “Bike and tool marking. No need to book.”")
    status = models.CharField(
        max_length=10, choices=Status, default=Status.PLANNED,
        help_text="Moved to another time? Write the new time above too: readers are told both.",
    )  # fmt: skip
    # When it was to start before its time was changed; a trigger keeps it while it is "moved".
    moved_from = models.DateTimeField(null=True, blank=True, editable=False)
    change_note = models.CharField("why, or where to", max_length=160, blank=True, help_text="For a cancelled or moved event.")
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    public_id = public_id()
    # A trigger keeps both, whoever writes: by them a calendar knows that what it has is older (RFC 5545, SEQUENCE, LAST-MODIFIED).
    sequence = models.PositiveIntegerField(db_default=0, editable=False)
    changed_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = EventQuerySet.as_manager()

    panels = [
        FieldPanel("neighbourhood"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("vehicle")]),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("venue"),
        FieldPanel("is_step_free"),
        FieldPanel("link"),
        FieldPanel("notes"),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("change_note")], "If it changes"),
    ]
    base_form_class = OwnAreasForm
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("venue"),
        *map(index.FilterField, ("neighbourhood", "kind", "status")),  # the editors' own lists are filtered while they are searched
    ]

    class Meta:
        ordering = ["starts"]
        indexes = [models.Index(fields=["neighbourhood", "ends"], name="event_upcoming")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="event_ends_after_it_starts", violation_error_message="It ends after it has started."
            ),
            models.CheckConstraint(
                condition=Q(starts__gte=EARLIEST_START, ends__lte=LATEST_END),
                name="event_days_are_possible",
                violation_error_message=MESSAGE,
            ),
            models.CheckConstraint(
                condition=Q(ends__lte=F("starts") + timedelta(days=LONGEST_DAYS)),
                name="event_within_a_fortnight",
                violation_error_message=f"It lasts at most {LONGEST_DAYS} days. Add one event for each date.",
            ),
            models.CheckConstraint(
                condition=(Q(kind="beat_bus") & Q(vehicle__isnull=False)) | (~Q(kind="beat_bus") & Q(vehicle__isnull=True)),
                name="beat_bus_stop_has_a_bus",
                violation_error_message="Choose the Beat Bus for a Beat Bus stop, and for nothing else.",
            ),
            models.CheckConstraint(condition=Q(kind="online") | ~Q(venue=""), name="event_is_somewhere", violation_error_message="Say where it is."),
            models.CheckConstraint(
                condition=Q(status="planned") | ~Q(change_note=""),
                name="changed_event_says_why",
                violation_error_message="Say why it is cancelled, or where and when it has moved to.",
            ),
            ExclusionConstraint(
                name="beat_bus_in_one_place",
                expressions=[("vehicle", RangeOperators.EQUAL), (TimeRange("starts", "ends"), RangeOperators.OVERLAPS)],
                condition=Q(status="planned", vehicle__isnull=False),
                violation_error_message="That Beat Bus is somewhere else at that time.",
            ),
            models.UniqueConstraint(fields=["neighbourhood", "source_key"], condition=~Q(source_key=""), name="event_imported_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def is_planned(self) -> bool:
        """It takes place at the time that stands here: from the start, or because it was moved to it."""
        return self.status == self.Status.PLANNED or self.moved_from is not None
