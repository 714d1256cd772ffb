"""A page left open keeps telling the truth: the script says at each moment what the server would."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from enquiry_desks.opening import ClosedSpell, Hours, Rules, WeeklyHours
from enquiry_desks.wording import AFTER_TIMELINE, Opening
from policesite.clock import LONDON

SCRIPT = Path(settings.BASE_DIR) / "static" / "js" / "opening.js"
WEEKDAYS = tuple(WeeklyHours(day, Hours(time(9), time(17))) for day in range(5))
SATURDAY_NIGHT = datetime(2026, 10, 24, 20, tzinfo=LONDON)  # the clocks go back
CLOSED_ON_TUESDAY = ClosedSpell(datetime(2026, 10, 27, 12, tzinfo=LONDON), datetime(2026, 10, 27, 14, tzinfo=LONDON), "Alarm test")
RULES = Rules(WEEKDAYS, closures=(CLOSED_ON_TUESDAY,))


@pytest.fixture
def left_open(page):
    """The pill as the server wrote it on Saturday night, on a page that was then left open."""
    page.clock.install(time=SATURDAY_NIGHT)
    page.set_content(render_to_string("enquiry_desks/opening_pill.html", {"opening": Opening(RULES, SATURDAY_NIGHT)}))
    page.add_script_tag(path=SCRIPT, type="module")
    return page


@pytest.mark.parametrize("later", [timedelta(hours=n) for n in (0, 3, 4, 12, 28, 36.75, 37, 44.99, 45, 61, 64, 65.98, 66, 94)])
def test_it_says_what_the_server_would_say(left_open, later):
    moment = (SATURDAY_NIGHT.astimezone(UTC) + later).astimezone(LONDON)
    left_open.clock.fast_forward(int(later.total_seconds() * 1000))
    left_open.clock.run_for(30_000)
    pill, truth = left_open.locator(".pill"), Opening(RULES, moment + timedelta(seconds=30))
    assert pill.text_content() == truth.sentence
    assert ("pill--open" in pill.get_attribute("class")) == truth.is_open


def test_after_the_days_it_knows_of_it_asks_to_be_loaded_again_instead_of_guessing(left_open):
    left_open.clock.fast_forward(5 * 24 * 60 * 60 * 1000)
    left_open.clock.run_for(30_000)
    assert left_open.locator(".pill").text_content() == AFTER_TIMELINE


def test_an_old_copy_is_said_again_as_of_this_minute(left_open):
    as_of = left_open.locator("[data-as-of]")
    assert as_of.text_content() == "as of 8pm, Saturday 24 October"
    left_open.clock.fast_forward(37 * 60 * 60 * 1000 + 7 * 60 * 1000)
    left_open.clock.run_for(30_000)
    assert as_of.text_content() == "as of 8:07am, Monday 26 October"


def test_today_is_marked_again_after_midnight(page):
    page.clock.install(time=SATURDAY_NIGHT)
    week = Opening(RULES, SATURDAY_NIGHT).week
    rows = [render_to_string("enquiry_desks/day_row.html", {"line": line, "dates": True}) for line in week]
    page.set_content(f"<table>{''.join(rows)}</table>")
    page.add_script_tag(path=SCRIPT, type="module")
    today = page.locator(".is-today th")
    assert today.text_content() == "Saturday 24 October (today)"
    page.clock.fast_forward(5 * 60 * 60 * 1000)
    page.clock.run_for(30_000)
    assert today.all_text_contents() == ["Sunday 25 October (today)"]
    assert page.get_by_text("(today)").count() == 1
