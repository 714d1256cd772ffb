import time

from django.core.management.base import BaseCommand, CommandError

from policesite.demo import loading


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration site. Run again it changes nothing; it never touches other content."

    def handle(self, **options):
        started = time.monotonic()
        try:
            is_new = loading.load(self.say)
        except loading.Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if is_new:
            self.say(f"The demonstration is ready, after {time.monotonic() - started:.0f} seconds.")
        else:
            self.say("The demonstration is already here; nothing to do.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
