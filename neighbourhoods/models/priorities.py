"""What residents asked for, what the team agreed to do, and what it did: the last is never rewritten."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Max, Q
from django.db.models.functions import Greatest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from neighbourhoods.days import EARLIEST, LATEST, MESSAGE
from neighbourhoods.forms import PriorityForm
from policesite import clock

from .published import public_id

# How long a finished priority stays on the team's page, so that people see how it ended.
STILL_SHOWN = timedelta(days=120)


class PriorityQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_on__isnull=True)

    def shown(self, day: date):
        """The open ones in their order, then those finished lately."""
        recent = Q(closed_on__isnull=True) | Q(closed_on__gt=day - STILL_SHOWN)
        return self.filter(recent).order_by(models.F("closed_on").desc(nulls_first=True), "place")

    def with_last_word(self, day: date):
        """Each with `last_word`: the day of the last thing done about it by that day, or on which it was agreed."""
        done = Max("updates__done_on", filter=Q(updates__done_on__lte=day))
        return self.annotate(last_word=Greatest("agreed_on", done))  # of a day and of no day PostgreSQL takes the day


class Priority(index.Indexed, models.Model):
    """One of at most three things an area's team is working on: the three places are what keeps it at three."""

    class Place(models.IntegerChoices):
        FIRST = 1, "first"
        SECOND = 2, "second"
        THIRD = 3, "third"

    neighbourhood = models.ForeignKey("neighbourhoods.NeighbourhoodPage", on_delete=models.PROTECT, related_name="priorities")
    place = models.PositiveSmallIntegerField("place on the page", choices=Place)
    title = models.CharField(max_length=90, help_text="In a few words, for example “Thefts from vans overnight”.")
    you_said = models.CharField(max_length=300, help_text="What residents told you.")
    agreed_on = models.DateField(help_text="The day it became a priority.")
    next_step = models.CharField(max_length=300, blank=True, help_text="What you do next, and with whom.")
    update_due = models.DateField("next update due")
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True, help_text="How it ended. Needed to close it.")
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    public_id = public_id()

    objects = PriorityQuerySet.as_manager()

    panels = [
        FieldPanel("neighbourhood"),
        FieldPanel("place"),
        FieldPanel("title"),
        FieldPanel("you_said"),
        FieldRowPanel([FieldPanel("agreed_on"), FieldPanel("update_due")]),
        FieldPanel("next_step"),
        HelpPanel(template="neighbourhoods/admin/updates.html", heading="What was done so far"),
        MultiFieldPanel(
            [FieldPanel("we_did"), FieldPanel("done_on"), FieldPanel("corrects")],
            "Add what you have done",
            help_text="It shows at once, and cannot be changed afterwards.",
        ),
        MultiFieldPanel([FieldPanel("closed_on"), FieldPanel("outcome")], "Closing it"),
    ]
    base_form_class = PriorityForm
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("neighbourhood"),  # the editors' own lists are filtered while they are searched
        index.FilterField("update_due"),
    ]

    class Meta:
        verbose_name_plural = "priorities"
        ordering = ["neighbourhood", models.F("closed_on").desc(nulls_first=True), "place"]
        constraints = [
            models.CheckConstraint(condition=Q(place__range=(1, 3)), name="priority_in_one_of_three_places"),
            models.UniqueConstraint(
                fields=["neighbourhood", "place"],
                condition=Q(closed_on__isnull=True),
                name="three_open_priorities_at_most",
                violation_error_message="Another open priority of this area has that place. Close it, or choose another place: there are three.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, outcome="") | (Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="priority_closed_with_an_outcome",
                violation_error_message="To close it, give both the day and how it ended.",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__range=(EARLIEST, LATEST), update_due__range=(EARLIEST, LATEST))
                & (Q(closed_on__isnull=True) | Q(closed_on__range=(EARLIEST, LATEST))),
                name="priority_days_are_possible",
                violation_error_message=MESSAGE,
            ),
            models.UniqueConstraint(fields=["neighbourhood", "source_key"], condition=~Q(source_key=""), name="priority_imported_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def history(self) -> list["PriorityUpdate"]:
        """All that was done, the latest first; what was put right since says so (`is_corrected`)."""
        updates = list(self.updates.all())
        corrected = {update.corrects_id for update in updates}
        for update in updates:
            update.is_corrected = update.pk in corrected
        return updates

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class PriorityUpdate(models.Model):
    """“We did”: dated, and written once. A trigger refuses to change or delete it; a correction is a new row."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="updates")
    done_on = models.DateField()
    we_did = models.CharField(max_length=300)
    corrects = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text="What this puts right; it stays as it was written.",
    )
    recorded_at = models.DateTimeField(default=clock.now, editable=False)
    recorded_by = models.CharField(
        max_length=150, blank=True, editable=False, help_text="Written down, not linked: whoever leaves, what they did stays."
    )
    public_id = public_id()

    class Meta:
        ordering = ["-done_on", "-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__range=(EARLIEST, LATEST)), name="update_day_is_possible", violation_error_message=MESSAGE
            )
        ]  # fmt: skip

    def __str__(self):
        return self.we_did
