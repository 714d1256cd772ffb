from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from enquiry_desks.importing import SHIPPED, forces_short_of_holidays, import_bank_holidays
from policesite.delivery.templatetags.house import full_date
from policesite.forces.models import Force

SOURCE = "https://www.gov.uk/bank-holidays.json"


class Command(BaseCommand):
    help = "Add the bank holidays of England and Wales that are missing, from gov.uk's file (the shipped one, or one given)."

    def add_arguments(self, parser):
        parser.add_argument("path", nargs="?", type=Path, default=SHIPPED)
        parser.add_argument("--division", default="england-and-wales")

    def handle(self, *, path: Path, division: str, **options):
        for force in Force.objects.all():
            try:
                added = import_bank_holidays(force, path, division)
            except (OSError, ValueError) as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"{force}: {added} bank holidays added.")
        for force in forces_short_of_holidays():
            known = f"after {full_date(force.last_holiday)}" if force.last_holiday else "at all"
            self.stderr.write(self.style.WARNING(f"{force} has no bank holidays {known}. Get {SOURCE} and give its path to this command."))
