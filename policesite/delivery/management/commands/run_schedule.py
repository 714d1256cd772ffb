import signal
import threading

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection

from policesite import clock
from policesite.delivery.daily import Daily
from policesite.delivery.schedule import run_due, take_lock


class Command(BaseCommand):
    help = "Publish and expire what is due, every few seconds, until stopped. One runner at a time: a second one waits."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="look once and end")
        parser.add_argument("--seconds", type=float, default=settings.SCHEDULE_SECONDS, help="seconds between two looks")

    def handle(self, *, once, seconds, **options):
        self.is_runner, self.trouble, self.failing, self.daily = False, "", set(), Daily()
        if once:
            return self.look()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())  # after the item in hand
        while not stop.is_set():
            self.look_and_survive()
            if self.is_runner and settings.RUNS_DAILY_COMMANDS:
                self.daily.look(clock.today())
            stop.wait(seconds)

    def look_and_survive(self):
        """Look once; when the database is away, say so once and try again at the next look."""
        try:
            self.look()
        except (OperationalError, InterfaceError):
            self.is_runner = False  # the lock went with the connection
            self.say_once("The database is away: the schedule tries again until it is back.")
            self.forget_connection()

    def look(self):
        self.is_runner = self.is_runner or take_lock()
        if not self.is_runner:
            return self.say_once("Another schedule is running: this one takes over when it ends.")
        self.say_once("")
        if changed := run_due(clock.now(), self.failing):
            self.stdout.write(f"The schedule published or expired {changed}.")

    def say_once(self, trouble):
        if trouble and trouble != self.trouble:
            self.stdout.write(trouble)
        self.trouble = trouble

    def forget_connection(self):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()  # it would give up after some minutes
