"""When desks are open, as editors keep it: plain rows that count the moment they are saved, never a draft.

A desk that shuts in ten minutes cannot wait for somebody to publish. Wagtail's log says who changed what and when.
"""

from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField, DecimalRangeField, IntegerRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.functions import NullIf

from policesite import clock
from policesite.delivery.templatetags.house import clock_time, full_date, long_date
from policesite.forces.models import Force

from .opening import NTH_OF_MONTH, Which

MIDNIGHT = time.min
CONFIRM_EVERY = timedelta(hours=24)  # how long a closure until further notice is believed
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)  # anything else is a slip of the finger
MOMENTS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
DATES = [MinValueValidator(FIRST_DAY, "Give a year after 1999."), MaxValueValidator(LAST_DAY, "Give a year before 2100.")]


def seconds_of_day(name: str) -> Func:
    return Func(F(name), template="EXTRACT(EPOCH FROM (%(expressions)s)::time)", output_field=models.DecimalField())


# Of one day, in seconds; a closing time of midnight leaves the range open at its end, and two empty times are the whole day.
STRETCH_OF_DAY = Func(
    seconds_of_day("opens"), NullIf(seconds_of_day("closes"), Value(0), output_field=models.DecimalField()),
    function="NUMRANGE", output_field=DecimalRangeField(),
)  # fmt: skip
VALIDITY = Func(F("valid_from"), F("valid_to"), Value("[]"), function="DATERANGE", output_field=DateRangeField())
SPELL = Func(F("starts"), F("ends"), function="TSTZRANGE", output_field=DateTimeRangeField())


def _from_to(first, end) -> Func:
    return Func(first, end, function="INT4RANGE", output_field=IntegerRangeField())


# Which weekdays of the year, as ranges that overlap where the days always do; two that only sometimes meet are told as one.
# Every second week is odd or even, counted in weeks since a Monday, from the first such weekday on or after valid_from.
ODD_OR_EVEN = Func(
    "valid_from", "weekday", arg_joiner=" - DATE '1900-01-01' - ",
    template="(10 + MOD((%(expressions)s + 6) / 7, 2))", output_field=models.IntegerField(),
)  # fmt: skip
WHICH_WEEKS = Case(
    *(When(which=which, then=_from_to(Value(number), Value(number + 1))) for number, which in enumerate(NTH_OF_MONTH, start=1)),
    When(which=Which.LAST, then=_from_to(Value(5), Value(6))),
    When(which=Which.ALTERNATE, then=_from_to(ODD_OR_EVEN, ODD_OR_EVEN + 1)),
    default=_from_to(Value(0), Value(12)),
    output_field=IntegerRangeField(),
)

CLOSES_BEFORE_OPENING = "The desk closes before it opens. Hours that run past midnight go in two rows, one for each day."
CLOSES_LATER = Q(closes__gt=F("opens")) | Q(closes=MIDNIGHT)


def this_minute() -> datetime:
    return clock.now().replace(second=0, microsecond=0)


def within_calendar(*names: str) -> Q:
    return Q(*(Q(**{f"{name}__range": (FIRST_DAY, LAST_DAY)}) | Q(**{f"{name}__isnull": True}) for name in names))


def refuse_closing_before_opening(opens: time | None, closes: time | None) -> None:
    """As the constraints do, but beside the field, and before the database is asked for a range that ends before it starts."""
    if opens and closes and closes <= opens and closes != MIDNIGHT:
        raise ValidationError({"closes": CLOSES_BEFORE_OPENING})


class HoursOfADesk(models.Model):
    """What the rows about one desk have in common."""

    desk = models.ForeignKey("enquiry_desks.EnquiryDeskPage", on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True


class OpeningPeriod(HoursOfADesk):
    """The desk is open from one time to another on a day of every week. Two rows close it over lunch."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"
        SATURDAY = 5, "Saturday"
        SUNDAY = 6, "Sunday"

    class Weeks(models.TextChoices):
        EVERY = Which.EVERY, "every week"
        ALTERNATE = Which.ALTERNATE, "every second week, counted from the first day"
        FIRST = Which.FIRST, "the first of each month"
        SECOND = Which.SECOND, "the second of each month"
        THIRD = Which.THIRD, "the third of each month"
        FOURTH = Which.FOURTH, "the fourth of each month"
        LAST = Which.LAST, "the last of each month"

    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    which = models.CharField("which weeks", max_length=9, choices=Weeks, default=Weeks.EVERY)
    opens = models.TimeField()
    closes = models.TimeField(help_text="0:00 is midnight at the end of the day.")
    valid_from = models.DateField(
        "from", null=True, blank=True, validators=DATES, help_text="The first day with these hours. Empty: they have always been so."
    )
    valid_to = models.DateField(
        "to", null=True, blank=True, validators=DATES, help_text="The last day with these hours. Empty: until they are changed."
    )

    class Meta:
        verbose_name = "weekly hours"
        verbose_name_plural = "weekly hours"
        ordering = ["desk", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="period_weekday"),
            models.CheckConstraint(condition=CLOSES_LATER, name="period_closes_later"),
            models.CheckConstraint(condition=Q(which__in=[which.value for which in Which]), name="period_which_weeks"),
            models.CheckConstraint(
                condition=~Q(which=Which.ALTERNATE) | Q(valid_from__isnull=False),
                name="period_counted_from",
                violation_error_message="Every second week needs the first day, from which it is counted.",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")) | Q(valid_to=None) | Q(valid_from=None),
                name="period_ends_after_start",
                violation_error_message="The last day with these hours is before the first.",
            ),
            models.CheckConstraint(condition=within_calendar("valid_from", "valid_to"), name="period_within_calendar"),
            ExclusionConstraint(
                name="period_overlaps",
                expressions=[
                    ("desk", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (STRETCH_OF_DAY, RangeOperators.OVERLAPS),
                    (VALIDITY, RangeOperators.OVERLAPS),
                    (WHICH_WEEKS, RangeOperators.OVERLAPS),
                ],
                violation_error_message="This desk already has hours that day which overlap these.",
            ),
        ]

    def __str__(self):
        weeks = "" if self.which == Which.EVERY else f" ({self.get_which_display()})"
        return f"{self.get_weekday_display()}{weeks}, {clock_time(self.opens)} to {clock_time(self.closes)}"

    def clean(self):
        refuse_closing_before_opening(self.opens, self.closes)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "The last day with these hours is before the first."})


class DayException(HoursOfADesk):
    """Other hours on one date. Both times empty: closed all day. Two rows on a date: two stretches."""

    day = models.DateField(validators=DATES)
    opens = models.TimeField(null=True, blank=True, help_text="Leave both times empty if the desk is closed all day.")
    closes = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=80, blank=True, help_text="In words for the public, for example “Staff training”.")
    told_at = models.DateTimeField(default=clock.now, editable=False, help_text="Since when the public could read of it.")

    class Meta:
        verbose_name = "different day"
        verbose_name_plural = "different days"
        ordering = ["day", "desk", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__isnull=False, closes__isnull=False),
                name="exception_has_both_times",
                violation_error_message="Give both times, or neither if the desk is closed all day.",
            ),
            models.CheckConstraint(
                condition=CLOSES_LATER | Q(closes=None), name="exception_closes_later", violation_error_message=CLOSES_BEFORE_OPENING
            ),
            models.CheckConstraint(condition=within_calendar("day"), name="exception_within_calendar"),
            ExclusionConstraint(
                name="exception_overlaps",
                expressions=[("desk", RangeOperators.EQUAL), ("day", RangeOperators.EQUAL), (STRETCH_OF_DAY, RangeOperators.OVERLAPS)],
                violation_error_message="This desk already has hours on that date which overlap these.",
            ),
        ]

    def __str__(self):
        hours = "closed all day" if self.opens is None else f"{clock_time(self.opens)} to {clock_time(self.closes)}"
        return f"{long_date(self.day)} {self.day.year}, {hours}"

    def clean(self):
        refuse_closing_before_opening(self.opens, self.closes)


class ClosureQuerySet(models.QuerySet):
    def not_over(self, now: datetime):
        return self.filter(Q(ends=None) | Q(ends__gt=now))

    def standing(self, now: datetime):
        return self.not_over(now).filter(starts__lte=now)


class Closure(HoursOfADesk):
    """Closed from one moment until another, or until further notice. It comes before every other rule."""

    starts = models.DateTimeField(default=this_minute)
    ends = models.DateTimeField(null=True, blank=True, help_text="When the desk opens again. Empty: until further notice.")
    reason = models.CharField(max_length=80, help_text="In words for the public, for example “Water leak”.")
    note = models.CharField(max_length=160, blank=True, help_text="Anything else visitors should know.")
    confirmed_at = models.DateTimeField(default=clock.now, editable=False, help_text="When somebody last said that it still stands.")
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+")

    objects = ClosureQuerySet.as_manager()

    class Meta:
        verbose_name = "closure"
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")) | Q(ends=None),
                name="closure_ends_after_start",
                violation_error_message="The closure ends before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(starts__range=MOMENTS) & (Q(ends__range=MOMENTS) | Q(ends=None)),
                name="closure_within_calendar",
                violation_error_message="Give years between 2000 and 2099.",
            ),
            ExclusionConstraint(
                name="closure_overlaps",
                expressions=[("desk", RangeOperators.EQUAL), (SPELL, RangeOperators.OVERLAPS)],
                violation_error_message="This desk is already closed for some of that time.",
            ),
        ]

    def __str__(self):
        return f"{self.reason}, from {clock_time(self.starts)} on {full_date(self.starts)}"

    def is_unconfirmed(self, now: datetime) -> bool:
        """Whether it stands until further notice and nobody has said so for 24 hours."""
        return self.ends is None and max(self.confirmed_at, self.starts) + CONFIRM_EVERY <= now

    def clean(self):
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": "The closure ends before it starts."})


class BankHoliday(models.Model):
    """A bank holiday of a force's country, first read from gov.uk's file; editors may add, move and name them."""

    force = models.ForeignKey(Force, on_delete=models.CASCADE, related_name="bank_holidays")
    day = models.DateField(validators=DATES)
    title = models.CharField(max_length=80)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["force", "day"], name="one_bank_holiday_a_day", violation_error_message="That day is a bank holiday already."
            ),
            models.CheckConstraint(condition=within_calendar("day"), name="bank_holiday_within_calendar"),
        ]

    def __str__(self):
        return f"{self.title}, {long_date(self.day)} {self.day.year}"


class DeskManager(models.Model):
    """Somebody who may change the hours of this one desk."""

    desk = models.ForeignKey("enquiry_desks.EnquiryDeskPage", on_delete=models.CASCADE, related_name="manager_rows")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "desk manager"
        constraints = [
            models.UniqueConstraint(fields=["desk", "user"], name="manages_desk_once", violation_error_message="They manage this desk already.")
        ]

    def __str__(self):
        return f"{self.user} manages {self.desk}"
