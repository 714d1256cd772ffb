from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from enquiry_desks.importing import SHIPPED, import_bank_holidays
from policesite.forces.models import Force


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
