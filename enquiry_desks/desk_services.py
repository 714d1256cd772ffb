"""What desks do for visitors: whenever they are open, at hours of its own, or by appointment."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from policesite.delivery.templatetags.house import clock_time

from .hours import CLOSES_LATER, STRETCH_OF_DAY, HoursOfADesk, OpeningPeriod, refuse_closing_before_opening
from .opening import Rules, State, WeeklyHours, state
from .wording import weekdays_in_words


class Service(models.TextChoices):
    REPORT = "report", "Report a crime or talk to someone"
    PROPERTY = "property", "Found and lost property"
    DOCUMENTS = "documents", "Show your driving documents"
    BAIL = "bail", "Sign in for bail"
    FIREARMS = "firearms", "Firearms and shotgun licences"
    STATEMENT = "statement", "Give a statement"


class DeskService(Orderable):
    """Something that a desk does, whenever it is open or by appointment."""

    Service = Service

    desk = ParentalKey("enquiry_desks.EnquiryDeskPage", on_delete=models.CASCADE, related_name="services")
    service = models.CharField(max_length=10, choices=Service)
    by_appointment = models.BooleanField(default=False)
    bring = models.CharField("what to bring", max_length=120, blank=True, help_text="For example “the form that the officer gave you, and photo ID”.")
    note = models.CharField(max_length=120, blank=True, help_text="Anything else to know before coming.")

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["desk", "service"], name="desk_does_service_once")]

    def __str__(self):
        return self.get_service_display()


class ServiceHours(HoursOfADesk):
    """A service is offered only from one time to another on a day of every week, while its desk is open."""

    service = models.CharField(max_length=10, choices=Service)
    weekday = models.PositiveSmallIntegerField(choices=OpeningPeriod.Weekday)
    opens = models.TimeField("from")
    closes = models.TimeField("to", help_text="0:00 is midnight at the end of the day.")

    class Meta:
        verbose_name = "hours of a service"
        verbose_name_plural = "hours of services"
        ordering = ["desk", "service", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="service_weekday"),
            models.CheckConstraint(condition=CLOSES_LATER, name="service_closes_later"),
            ExclusionConstraint(
                name="service_hours_overlap",
                expressions=[*((name, RangeOperators.EQUAL) for name in ("desk", "service", "weekday")), (STRETCH_OF_DAY, RangeOperators.OVERLAPS)],
                violation_error_message="This service already has hours that day which overlap these.",
            ),
        ]

    def __str__(self):
        return f"{self.get_service_display()}, {self.get_weekday_display()} {clock_time(self.opens)} to {clock_time(self.closes)}"

    def clean(self):
        refuse_closing_before_opening(self.opens, self.closes)


@dataclass(frozen=True)
class ServiceLine:
    """A service as the public reads it: whenever the desk is open, at hours of its own, or by appointment."""

    row: DeskService
    periods: tuple[WeeklyHours, ...]
    desk_rules: Rules

    @property
    def service(self) -> str:
        return self.row.service

    @property
    def name(self) -> str:
        return self.row.get_service_display()

    @property
    def by_appointment(self) -> bool:
        return self.row.by_appointment

    @property
    def bring(self) -> str:
        return self.row.bring

    @property
    def note(self) -> str:
        return self.row.note

    @property
    def hours(self) -> str:
        """ "Monday and Wednesday 2pm to 4pm", or nothing when it is offered whenever the desk is open."""
        return weekdays_in_words(self.periods)

    def state_at(self, now: datetime) -> State:
        """Offered or not at a moment: its own hours say so, and the desk is open."""
        return state(self.desk_rules.of_service(self.periods) if self.periods else self.desk_rules, now)
