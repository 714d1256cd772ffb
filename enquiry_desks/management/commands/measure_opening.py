import time as stopwatch
from datetime import date, time

from django.core.management.base import BaseCommand

from enquiry_desks import opening
from enquiry_desks.opening import Hours, Rules, WeeklyHours
from policesite import clock

WEEK = tuple(WeeklyHours(day, Hours(opens, closes)) for day in range(5) for opens, closes in ((time(9), time(12)), (time(13), time(17))))
HOLIDAYS = {date(2026, 12, 25): "Christmas Day"}


class Command(BaseCommand):
    help = "What the state of many desks at one instant costs, in CPU milliseconds of this process, without the database."

    def add_arguments(self, parser):
        parser.add_argument("--desks", type=int, default=1000)

    def handle(self, *, desks: int, **options):
        rules = [Rules(week=WEEK, bank_holidays=HOLIDAYS) for _ in range(desks)]
        started = stopwatch.process_time()
        is_open = sum(opening.state(each, clock.now()).is_open for each in rules)
        spent = (stopwatch.process_time() - started) * 1000
        self.stdout.write(f"The state of {desks:,} desks at one instant: {spent:.1f} CPU ms ({is_open:,} open).")
