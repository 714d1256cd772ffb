"""Open as advertised: the ledger of promised and lost minutes, written once and published whole."""

from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from enquiry_desks import closing
from enquiry_desks.hours import Closure, DayException, OpeningPeriod
from enquiry_desks.ledger import DayRecord, length_in_words
from enquiry_desks.models import EnquiryDeskPage
from enquiry_desks.record import Record, write_ledger
from policesite import clock
from policesite.delivery.schedule import run_due
from policesite.users.roles import COMMS_MANAGER

from .conftest import add_hours, london
from .test_admin_screens import person

pytestmark = pytest.mark.usefixtures("tuesday_noon")
TUESDAY = date(2026, 11, 24)
DESKS = EnquiryDeskPage.objects


def ledger(desk) -> dict:
    return {row.day: (row.planned, row.lost) for row in desk.record.all()}


def write(since=date(2026, 11, 17)) -> int:
    return write_ledger(DESKS.all(), TUESDAY, since)


def test_days_without_closures_are_kept_whole_and_today_is_not_over(campbell_square):
    EnquiryDeskPage.objects.update(first_published_at=london(2026, 1, 1))
    assert write() == 7
    days = ledger(campbell_square)
    assert days[date(2026, 11, 23)] == (480, 0) and days[date(2026, 11, 22)] == (0, 0) and TUESDAY not in days


@pytest.fixture
def old_desk(campbell_square):
    """It was there long before today."""
    EnquiryDeskPage.objects.update(first_published_at=london(2026, 1, 1))
    return EnquiryDeskPage.objects.get()


def test_a_closure_loses_the_minutes_in_which_it_should_have_been_open(old_desk):
    Closure.objects.create(desk=old_desk, starts=london(2026, 11, 19, 15), ends=london(2026, 11, 20, 9, 30), reason="Flood")
    write()
    assert (ledger(old_desk)[date(2026, 11, 19)], ledger(old_desk)[date(2026, 11, 20)]) == ((480, 120), (480, 30))


def test_a_change_on_the_day_is_a_loss_and_one_told_before_is_a_plan(old_desk):
    for day, told in ((date(2026, 11, 19), london(2026, 11, 19, 8)), (date(2026, 11, 20), london(2026, 11, 19, 8))):
        DayException.objects.create(desk=old_desk, day=day, opens=time(9), closes=time(12), told_at=told)
    write()
    assert (ledger(old_desk)[date(2026, 11, 19)], ledger(old_desk)[date(2026, 11, 20)]) == ((480, 300), (180, 0))


def test_what_was_promised_of_a_day_outlives_whatever_is_changed_on_it(old_desk, client):
    """By either screen: hours told long before, replaced on the phone; and weekly hours edited, then deleted."""
    user = person(COMMS_MANAGER)
    client.force_login(user)
    DayException.objects.create(desk=old_desk, day=date(2026, 11, 22), opens=time(10), closes=time(14), told_at=london(2026, 11, 1))
    with clock.at(london(2026, 11, 22, 9)):  # a Sunday
        closing.change_today(old_desk, user, time(10), time(11), "Short of staff")
        closing.change_today(old_desk, user, time(10), time(12), "Short of staff")
    row = old_desk.openingperiods.get(weekday=0)
    with clock.at(london(2026, 11, 23, 9)):
        fields = {"desk": old_desk.pk, "weekday": 0, "which": "every", "opens": "10:00", "closes": "17:00", "valid_from": "", "valid_to": ""}
        client.post(reverse("weekly-hours:edit", args=[row.pk]), fields)
        client.post(reverse("weekly-hours:delete", args=[row.pk]))
    write()
    assert ledger(old_desk)[date(2026, 11, 22)] == (240, 120) and ledger(old_desk)[date(2026, 11, 23)] == (480, 480)


def test_the_doubled_hour_is_promised_twice(old_desk):
    add_hours(old_desk, [6], time(0), time(4))
    with clock.at(london(2026, 10, 26, 12)):
        write_ledger(DESKS.all(), date(2026, 10, 26), date(2026, 10, 25))
    assert ledger(old_desk)[date(2026, 10, 25)] == (300, 0)


def test_what_is_written_stays_whatever_is_changed_or_deleted_later(old_desk):
    closure = Closure.objects.create(desk=old_desk, starts=london(2026, 11, 19, 15), ends=london(2026, 11, 19, 17), reason="Flood")
    write()
    before = ledger(old_desk)
    closure.delete()
    OpeningPeriod.objects.all().delete()
    assert write() == 0 and ledger(old_desk) == before
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        DayRecord.objects.update(lost=0)


@pytest.mark.parametrize(("planned", "lost"), [(10, 11), (1501, 0), (-1, -1)])
def test_the_database_refuses_impossible_days(campbell_square, planned, lost):
    with pytest.raises(DatabaseError), transaction.atomic():
        DayRecord.objects.create(desk=campbell_square, day=TUESDAY, planned=planned, lost=lost)


def test_the_schedule_writes_each_day_once_when_it_is_over(old_desk):
    EnquiryDeskPage.objects.update(first_published_at=london(2026, 11, 20, 9))
    run_due(clock.now(), set())
    assert sorted(ledger(old_desk)) == [date(2026, 11, day) for day in (20, 21, 22, 23)]
    assert run_due(clock.now(), set()) == 0
    run_due(clock.now() + timedelta(days=1), set())
    assert max(ledger(old_desk)) == TUESDAY


def test_one_lost_minute_is_not_a_hundred_percent():
    assert Record([DayRecord(planned=480, lost=0), DayRecord(planned=480, lost=1)]).percent == 99
    assert Record([DayRecord(planned=480, lost=0)]).percent == 100
    assert Record([DayRecord(planned=0, lost=0)]).percent is None and Record([]).percent is None


def test_the_page_publishes_it_with_a_chart_and_every_day_as_csv(client, old_desk):
    assert "Open as advertised" not in client.get(old_desk.url).content.decode()
    Closure.objects.create(desk=old_desk, starts=london(2026, 11, 19, 15), ends=london(2026, 11, 19, 16), reason="Flood")
    write()
    page = client.get(old_desk.url).content.decode()
    assert "97% of the last 7 days." in page and "Thursday 19 November: 1 hour of 8 hours" in page
    assert page.count("h6V") == 6  # five working days kept, and one that was lost in part
    answer = client.get(old_desk.url + "record.csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert "2026-11-19,480,60\r\n" in answer.content.decode() and answer.content.count(b"\r\n") == 8


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (80, "1 hour 20 minutes"), (51600, "860 hours"), (72001, "1,200 hours 1 minute")],
)
def test_lost_time_is_told_in_hours_and_minutes(minutes, words):
    assert length_in_words(minutes) == words
