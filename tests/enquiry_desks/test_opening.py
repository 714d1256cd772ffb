"""What the opening hours say in cases that can be named."""

from datetime import UTC, date, datetime, time, timedelta

from enquiry_desks import opening, wording
from enquiry_desks.opening import ClosedSpell, DayHours, Hours, Rules, WeeklyHours, Why
from policesite.clock import LONDON

NINE_TO_FIVE = Hours(time(9), time(17))
WEEKDAYS = tuple(WeeklyHours(n, NINE_TO_FIVE) for n in range(5))
CAMPBELL_SQUARE = Rules(week=WEEKDAYS, bank_holidays={date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day"})


def london(*parts) -> datetime:
    return datetime(*parts, tzinfo=LONDON).astimezone(UTC)


def said(rules, *parts) -> str:
    now = london(*parts)
    return wording.sentence(opening.state(rules, now), now)


def in_words(hours) -> str:
    return " and ".join(wording.stretches_in_words(hours))


def with_rules(**parts) -> Rules:
    return Rules(**{"week": WEEKDAYS, **parts})


def test_a_desk_says_when_it_closes_while_it_is_open():
    assert said(CAMPBELL_SQUARE, 2026, 11, 24, 12, 10) == "Open now, closes 5pm"


def test_a_desk_opens_and_closes_on_the_minute():
    assert said(CAMPBELL_SQUARE, 2026, 11, 24, 8, 59) == "Closed now, opens 9am"
    assert said(CAMPBELL_SQUARE, 2026, 11, 24, 9, 0) == "Open now, closes 5pm"
    assert said(CAMPBELL_SQUARE, 2026, 11, 24, 16, 59) == "Open now, closes 5pm"
    assert said(CAMPBELL_SQUARE, 2026, 11, 24, 17, 0) == "Closed now, opens tomorrow 9am"


def test_the_next_opening_names_its_day_when_it_is_not_tomorrow():
    assert said(CAMPBELL_SQUARE, 2026, 11, 21, 12) == "Closed now, opens Monday 9am"
    assert said(CAMPBELL_SQUARE, 2026, 11, 22, 12) == "Closed now, opens tomorrow 9am"


def test_a_bank_holiday_is_kept_and_the_desk_opens_the_day_after_it():
    assert said(CAMPBELL_SQUARE, 2026, 12, 25, 10) == "Closed now, opens Tuesday 9am"
    assert opening.state(CAMPBELL_SQUARE, london(2026, 12, 25, 10)).note == "Christmas Day"


def test_a_desk_that_works_bank_holidays_as_normal_is_open_on_one():
    rules = with_rules(bank_holidays=CAMPBELL_SQUARE.bank_holidays, keeps_bank_holidays=False)
    assert said(rules, 2026, 12, 25, 10) == "Open now, closes 5pm"


def test_an_exception_beats_the_bank_holiday_and_a_closure_beats_both():
    morning = DayHours(date(2026, 12, 25), (Hours(time(10), time(13)),), "Christmas morning")
    rules = Rules(WEEKDAYS, (morning,), (), CAMPBELL_SQUARE.bank_holidays)
    assert said(rules, 2026, 12, 25, 10) == "Open now, closes 1pm"
    shut = Rules(WEEKDAYS, (morning,), (ClosedSpell(london(2026, 12, 25, 9), london(2026, 12, 25, 12)),))
    assert said(shut, 2026, 12, 25, 10) == "Closed now, opens 12 noon"
    assert opening.state(shut, london(2026, 12, 25, 10)).why is Why.CLOSURE


def test_lunch_closing_is_told_as_closing_and_opening_again():
    halves = (Hours(time(9), time(12, 30)), Hours(time(13, 30), time(17)))
    rules = Rules(tuple(WeeklyHours(n, hours) for n in range(5) for hours in halves))
    assert said(rules, 2026, 11, 24, 10) == "Open now, closes 12:30pm"
    assert said(rules, 2026, 11, 24, 13) == "Closed now, opens 1:30pm"
    tuesday = opening.this_week(rules, london(2026, 11, 24, 10))[1]
    assert in_words(tuesday.hours) == "9am to 12:30pm and 1:30pm to 5pm"


def test_two_stretches_that_meet_are_one():
    rules = Rules((WeeklyHours(1, Hours(time(9), time(13))), WeeklyHours(1, Hours(time(13), time(17)))))
    assert said(rules, 2026, 11, 24, 10) == "Open now, closes 5pm"
    assert in_words(opening.this_week(rules, london(2026, 11, 24, 10))[1].hours) == "9am to 5pm"


def test_a_closure_starting_this_afternoon_is_when_the_desk_closes():
    rules = with_rules(closures=(ClosedSpell(london(2026, 11, 24, 14), london(2026, 11, 26, 12), "Staff training"),))
    assert said(rules, 2026, 11, 24, 10) == "Open now, closes 2pm"
    assert said(rules, 2026, 11, 24, 15) == "Closed now, opens Thursday 12 noon"
    week = opening.this_week(rules, london(2026, 11, 24, 10))
    assert [in_words(day.hours) for day in week[:4]] == [
        "9am to 5pm",
        "9am to 2pm",
        "Closed",
        "12 noon to 5pm",
    ]
    assert [day.note for day in week[:5]] == ["", "Staff training", "Staff training", "Staff training", ""]


def test_a_closure_outside_the_hours_leaves_the_day_as_it_was():
    rules = with_rules(closures=(ClosedSpell(london(2026, 11, 24, 18), london(2026, 11, 24, 20), "Alarm test"),))
    assert opening.this_week(rules, london(2026, 11, 24, 10))[1].why is Why.WEEK


def test_a_closure_without_an_end_says_so():
    rules = with_rules(closures=(ClosedSpell(london(2026, 11, 20, 9), None, "Flood"),))
    assert said(rules, 2026, 11, 24, 10) == "Closed until further notice"
    assert opening.state(rules, london(2026, 11, 24, 10)).opens_at is None


def test_the_closed_desk_at_the_guildhall_hands_over_to_campbell_square():
    closed_for_good = Rules(tuple(WeeklyHours(n, NINE_TO_FIVE, last=date(2024, 12, 20)) for n in range(5)))
    opened = Rules(tuple(WeeklyHours(n, NINE_TO_FIVE, first=date(2025, 1, 2)) for n in range(5)))
    assert said(closed_for_good, 2024, 12, 20, 16, 59) == "Open now, closes 5pm"
    assert said(closed_for_good, 2024, 12, 20, 17) == "Closed"
    assert said(opened, 2024, 12, 20, 17) == "Closed now, opens Thursday 2 January 9am"
    assert said(opened, 2025, 1, 2, 8, 59) == "Closed now, opens 9am"
    assert said(opened, 2025, 1, 2, 9) == "Open now, closes 5pm"


def test_an_opening_a_week_away_names_its_date_so_that_the_weekday_cannot_mislead():
    rules = Rules((WeeklyHours(1, NINE_TO_FIVE),))
    assert said(rules, 2026, 11, 24, 17) == "Closed now, opens Tuesday 1 December 9am"
    assert said(rules, 2026, 11, 25, 0) == "Closed now, opens Tuesday 9am"


def test_hours_typed_one_inside_the_other_close_at_the_later_time():
    rules = Rules((WeeklyHours(1, NINE_TO_FIVE), WeeklyHours(1, Hours(time(10), time(11)))))
    assert said(rules, 2026, 11, 24, 10) == "Open now, closes 5pm"


def test_an_opening_far_away_names_its_year():
    rules = Rules((WeeklyHours(0, NINE_TO_FIVE, first=date(2027, 9, 1)),))
    assert said(rules, 2026, 11, 24, 12) == "Closed now, opens Monday 6 September 2027 9am"


def test_a_desk_without_any_hours_does_not_guess():
    assert said(Rules(), 2026, 11, 24, 12) == "Opening times not yet known"
    assert opening.state(Rules(), london(2026, 11, 24, 12)).why is Why.NO_HOURS
    assert all(day.hours == () for day in opening.this_week(Rules(), london(2026, 11, 24, 12)))


def test_a_desk_that_never_closes_says_only_that_it_is_open():
    rules = Rules(tuple(WeeklyHours(n, Hours(time.min, time.min)) for n in range(7)))
    assert said(rules, 2026, 11, 24, 12) == "Open now"
    assert in_words(opening.this_week(rules, london(2026, 11, 24, 12))[0].hours) == "Open all day"


def test_hours_stay_the_same_on_the_wall_over_a_clock_change():
    rules = Rules(tuple(WeeklyHours(n, NINE_TO_FIVE) for n in range(7)))
    before, after = datetime(2026, 10, 24, 8, tzinfo=UTC), datetime(2026, 10, 25, 9, tzinfo=UTC)
    assert [opening.is_open(rules, t) for t in (before, before - timedelta(minutes=1))] == [True, False]
    assert [opening.is_open(rules, t) for t in (after, after - timedelta(minutes=1))] == [True, False]


def test_a_time_that_does_not_exist_opens_when_the_clock_has_gone_forward():
    rules = Rules((WeeklyHours(6, Hours(time(1, 30), time(3))),))
    assert said(rules, 2026, 3, 29, 0, 30) == "Closed now, opens 2am"
    assert next(opening.open_spans(rules, london(2026, 3, 29, 0, 30)))[0] == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_time_that_happens_twice_is_open_twice():
    rules = Rules((WeeklyHours(6, Hours(time(1, 15), time(1, 45))),))
    spans = list(opening.open_spans(rules, london(2026, 10, 25, 0)))[:2]
    assert [(a.hour, a.minute, b.hour, b.minute) for a, b in spans] == [(0, 15, 0, 45), (1, 15, 1, 45)]


def test_the_week_runs_from_monday_to_sunday_and_marks_today():
    week = opening.this_week(CAMPBELL_SQUARE, london(2026, 11, 22, 23, 59))
    assert [day.date.day for day in week] == [16, 17, 18, 19, 20, 21, 22]
    assert [day.is_today for day in week] == [False] * 6 + [True]
    assert opening.this_week(CAMPBELL_SQUARE, london(2026, 11, 23, 0))[0].is_today


def test_what_is_different_lists_the_holidays_that_change_hours_and_no_others():
    rules = Rules(
        WEEKDAYS,
        (DayHours(date(2026, 12, 24), (Hours(time(9), time(13)),), "Christmas Eve"),),
        (),
        {date(2026, 12, 25): "Christmas Day", date(2026, 12, 26): "A Saturday"},
    )
    days = opening.what_is_different(rules, london(2026, 12, 1, 9))
    assert [(day.date.day, in_words(day.hours), day.note) for day in days] == [
        (24, "9am to 1pm", "Christmas Eve"),
        (25, "Closed", "Christmas Day"),
    ]


def test_what_is_different_looks_42_days_ahead_from_today():
    rules = with_rules(bank_holidays={date(2026, 12, 25): "Christmas Day"})
    assert opening.what_is_different(rules, london(2026, 11, 12, 9)) == ()
    assert len(opening.what_is_different(rules, london(2026, 11, 13, 9))) == 1
    assert len(opening.what_is_different(rules, london(2026, 12, 25, 23))) == 1
    assert opening.what_is_different(rules, london(2026, 12, 26, 0)) == ()


def test_closures_ahead_leave_out_what_is_over():
    over = ClosedSpell(london(2026, 11, 20, 9), london(2026, 11, 24, 12))
    coming = ClosedSpell(london(2026, 12, 1, 9), london(2026, 12, 1, 12))
    rules = with_rules(closures=(coming, over))
    assert opening.closures_ahead(rules, london(2026, 11, 24, 11, 59)) == (over, coming)
    assert opening.closures_ahead(rules, london(2026, 11, 24, 12)) == (coming,)
    assert opening.closures_ahead(rules, london(2026, 11, 24, 12), timedelta(days=7)) == (coming,)
    assert opening.closures_ahead(rules, london(2026, 11, 24, 12), timedelta(days=6)) == ()


def test_the_next_change_is_the_closing_then_midnight():
    assert opening.next_change(CAMPBELL_SQUARE, london(2026, 11, 24, 9)) == london(2026, 11, 24, 17)
    assert opening.next_change(CAMPBELL_SQUARE, london(2026, 11, 24, 17)) == london(2026, 11, 25, 0)


def test_the_year_9999_breaks_nothing():
    rules = Rules(
        WEEKDAYS,
        (DayHours(date.max, (NINE_TO_FIVE,)),),
        (ClosedSpell(datetime(9999, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)),),
    )
    for now in (london(2026, 11, 24, 12), datetime(9999, 12, 30, 23, 59, tzinfo=UTC)):
        assert wording.sentence(opening.state(rules, now), now)
        assert len(opening.this_week(rules, now)) == 7


def test_times_are_said_the_way_people_say_them():
    times = [time(0), time(0, 30), time(9), time(9, 5), time(12), time(12, 30), time(17, 30), time(23, 59)]
    assert [wording.clock_time(t) for t in times] == [
        "midnight",
        "12:30am",
        "9am",
        "9:05am",
        "12 noon",
        "12:30pm",
        "5:30pm",
        "11:59pm",
    ]


def test_midnight_belongs_to_the_day_that_it_ends():
    """“Tomorrow midnight” said of the coming night would send somebody a day too late, or let them come to a closed door."""
    late = Rules(week=tuple(WeeklyHours(day, Hours(time(9), time(0))) for day in (1, 3)))
    assert said(late, 2026, 11, 24, 12) == "Open now, closes midnight"
    day_and_night = Rules(week=tuple(WeeklyHours(day, Hours(time(0), time(0))) for day in (1, 2)))
    assert said(day_and_night, 2026, 11, 24, 12) == "Open now, closes tomorrow midnight"
    assert said(day_and_night, 2026, 11, 23, 22) == "Closed now, opens midnight"
    spells = (ClosedSpell(london(2026, 11, 24), london(2026, 11, 26)), ClosedSpell(london(2026, 11, 27, 9), london(2026, 11, 27, 12)))
    sentences = [line.sentence for line in wording.Opening(Rules(closures=spells), london(2026, 11, 23, 12)).closures]
    assert sentences == [
        "Closed from the start of Tuesday 24 November until the end of Wednesday 25 November.",
        "Closed from 9am on Friday 27 November until 12 noon on Friday 27 November.",
    ]


def test_the_timeline_carries_the_sentences_of_the_next_days():
    now = london(2026, 11, 24, 16, 30)
    minute = int(now.timestamp()) // 60
    assert wording.timeline_data(CAMPBELL_SQUARE, now).split(";")[:4] == [
        f"{minute}+Open now, closes 5pm",
        f"{minute + 30}-Closed now, opens tomorrow 9am",
        f"{minute + 450}-Closed now, opens 9am",
        f"{minute + 990}+Open now, closes 5pm",
    ]
    assert wording.timeline_data(CAMPBELL_SQUARE, now).endswith(wording.AFTER_TIMELINE)
