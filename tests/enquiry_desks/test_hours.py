"""The database keeps impossible hours out, and the form says so in a sentence."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from enquiry_desks.hours import BankHoliday, Closure, DayException, OpeningPeriod
from enquiry_desks.models import EnquiryDeskPage, ServiceHours

from .conftest import add_desk, london

PERIOD = {"weekday": 0, "opens": time(9), "closes": time(17)}


def refused(row, sentence):
    """By the form in words, and by the database whatever wrote it."""
    with pytest.raises(ValidationError) as said:
        row.full_clean()
    assert sentence in str(said.value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.fixture
def desk(desks_page):
    return add_desk(desks_page)


def test_a_desk_cannot_close_before_it_opens_or_run_past_midnight(desk):
    for closes in (time(8), time(9), time(2)):
        refused(
            OpeningPeriod(desk=desk, **PERIOD | {"closes": closes}), "The desk closes before it opens. Hours that run past midnight go in two rows"
        )
        refused(DayException(desk=desk, day=date(2026, 12, 24), opens=time(9), closes=closes), "The desk closes before it opens")


def test_a_desk_may_close_at_midnight(desk):
    period = OpeningPeriod(desk=desk, **PERIOD | {"closes": time(0)})
    period.full_clean()
    period.save()
    assert str(period) == "Monday, 9am to midnight"


def test_hours_of_one_day_cannot_overlap(desk):
    OpeningPeriod.objects.create(desk=desk, **PERIOD)
    refused(OpeningPeriod(desk=desk, weekday=0, opens=time(16), closes=time(0)), "already has hours that day which overlap")
    OpeningPeriod(desk=desk, weekday=0, opens=time(17), closes=time(20)).full_clean()
    OpeningPeriod(desk=desk, **PERIOD | {"weekday": 1}).full_clean()


def test_hours_may_change_from_a_day_on_but_not_overlap_before_it(desk):
    OpeningPeriod.objects.create(desk=desk, **PERIOD, valid_to=date(2026, 11, 30))
    refused(OpeningPeriod(desk=desk, **PERIOD, valid_from=date(2026, 11, 30)), "overlap")
    OpeningPeriod(desk=desk, **PERIOD, valid_from=date(2026, 12, 1)).full_clean()


def test_hours_cannot_end_before_they_begin(desk):
    period = OpeningPeriod(desk=desk, **PERIOD, valid_from=date(2026, 12, 2), valid_to=date(2026, 12, 1))
    with pytest.raises(ValidationError, match="The last day with these hours is before the first"):
        period.full_clean()


def test_a_different_day_has_both_times_or_neither(desk):
    refused(DayException(desk=desk, day=date(2026, 12, 24), opens=time(9)), "Give both times, or neither")


def test_a_day_closed_all_day_cannot_have_hours_as_well(desk):
    DayException.objects.create(desk=desk, day=date(2026, 12, 24))
    refused(DayException(desk=desk, day=date(2026, 12, 24), opens=time(9), closes=time(12)), "already has hours on that date which overlap")


def test_a_closure_cannot_end_before_it_starts_nor_overlap_another(desk):
    refused(Closure(desk=desk, starts=london(2026, 11, 24, 12), ends=london(2026, 11, 24, 12), reason="Flood"), "ends before it starts")
    Closure.objects.create(desk=desk, starts=london(2026, 11, 24, 12), reason="Flood")
    refused(Closure(desk=desk, starts=london(2026, 12, 24, 12), ends=london(2026, 12, 24, 13), reason="Fire"), "already closed for some of that time")
    Closure(desk=desk, starts=london(2026, 11, 24, 9), ends=london(2026, 11, 24, 12), reason="Fire").full_clean()


def test_the_year_9999_is_a_slip_of_the_finger(desk, northants):
    refused(DayException(desk=desk, day=date(9999, 12, 31)), "Give a year before 2100")
    refused(OpeningPeriod(desk=desk, **PERIOD, valid_to=date(9999, 12, 31)), "Give a year before 2100")
    refused(Closure(desk=desk, starts=london(2026, 11, 24, 12), ends=london(9999, 12, 31), reason="Flood"), "Give years between 2000 and 2099")
    refused(BankHoliday(force=northants.force, day=date(1752, 9, 2), title="Lost"), "Give a year after 1999")


def test_a_day_is_a_bank_holiday_once(northants):
    BankHoliday.objects.create(force=northants.force, day=date(2026, 12, 25), title="Christmas Day")
    refused(BankHoliday(force=northants.force, day=date(2026, 12, 25), title="Yule"), "already")


def test_a_desk_stands_in_britain_and_is_not_its_own_stand_in(desk):
    for wrong in ({"latitude": 0}, {"latitude": None}, {"moves_to_id": desk.pk}, {"nearest_alternative_id": desk.pk}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EnquiryDeskPage.objects.filter(pk=desk.pk).update(**wrong)


@pytest.mark.parametrize("postcode", ["nn1 3el", "NN13EL", "NN1 3E", "'; DROP", "NN1 3EL NN1"])
def test_a_postcode_is_written_in_the_usual_way(desk, postcode):
    desk.postcode = postcode
    with pytest.raises(ValidationError):
        desk.full_clean()


def test_postcodes_of_northampton_with_a_letter_in_the_middle_are_taken(desk):
    desk.postcode = "N1P 1AA"
    desk.full_clean()


NOVEMBER, WEEK_AFTER = date(2026, 11, 2), date(2026, 11, 9)  # two Mondays


@pytest.mark.parametrize(
    ("there", "new"),
    [
        ({}, {"which": "first"}),
        ({"which": "alternate", "valid_from": NOVEMBER}, {}),
        ({"which": "alternate", "valid_from": NOVEMBER}, {"which": "alternate", "valid_from": date(2026, 11, 16)}),
        ({"which": "alternate", "valid_from": date(2026, 11, 3)}, {"which": "alternate", "valid_from": WEEK_AFTER}),  # counted from the 9th
        ({"which": "last"}, {"which": "last", "opens": time(16), "closes": time(0)}),
    ],
)
def test_hours_of_the_same_weeks_cannot_overlap(desk, there, new):
    OpeningPeriod.objects.create(desk=desk, **PERIOD | there)
    refused(OpeningPeriod(desk=desk, **PERIOD | new), "already has hours that day which overlap")


@pytest.mark.parametrize(
    ("there", "new"),
    [
        ({"which": "alternate", "valid_from": NOVEMBER}, {"which": "alternate", "valid_from": WEEK_AFTER}),
        ({"which": "first"}, {"which": "second"}),
        ({"which": "first"}, {"which": "first", "weekday": 1}),
        ({"which": "first", "valid_to": NOVEMBER}, {"which": "first", "valid_from": WEEK_AFTER}),
    ],
)
def test_hours_of_other_weeks_stand_beside_each_other(desk, there, new):
    OpeningPeriod.objects.create(desk=desk, **PERIOD | there)
    row = OpeningPeriod(desk=desk, **PERIOD | new)
    row.full_clean()
    row.save()


def test_every_second_week_is_counted_from_a_day(desk):
    refused(OpeningPeriod(desk=desk, **PERIOD, which="alternate"), "Every second week needs the first day, from which it is counted.")


def test_the_hours_of_a_service_cannot_overlap_end_early_or_fall_on_an_eighth_day(desk):
    bail = {"desk": desk, "service": "bail", "weekday": 0, "opens": time(14), "closes": time(16)}
    ServiceHours.objects.create(**bail)
    refused(ServiceHours(**bail | {"opens": time(15), "closes": time(0)}), "This service already has hours that day which overlap these.")
    refused(ServiceHours(**bail | {"weekday": 1, "closes": time(14)}), "The desk closes before it opens")
    refused(ServiceHours(**bail | {"weekday": 7}), "not a valid choice")
    for other in ({"opens": time(16), "closes": time(17)}, {"weekday": 1}, {"service": "firearms"}):
        ServiceHours(**bail | other).full_clean()
