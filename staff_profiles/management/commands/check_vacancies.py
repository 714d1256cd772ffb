from django.core.management.base import BaseCommand

from staff_profiles.vacancies import check

SAID = {True: "dead", False: "there", None: "unsure"}


class Command(BaseCommand):
    help = "Ask every page of vacancies that a profile links to whether it is there. Readers of a dead one are given the page of all jobs. The real site’s schedule runs it daily."

    def handle(self, **options):
        for url, answer in check():
            self.stdout.write(f"{SAID[answer.is_dead]}: {url} {answer.why}".rstrip())
