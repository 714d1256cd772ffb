from pathlib import Path

from neighbourhoods.importing.place_rows import places, source_of
from neighbourhoods.importing.places import import_places
from neighbourhoods.importing.redrawing import redraw
from neighbourhoods.importing.statistics import READ_BY_THE_FINDER
from policesite.importing.report import Report
from policesite.importing.running import ImportCommand, chosen_force


class Command(ImportCommand):
    help = "Bring a force's towns and villages in line with GeoNames (GB.txt) or OS Open Names (its ZIP): CSV, gzip or ZIP."
    analyses = READ_BY_THE_FINDER

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--police-force", metavar="CODE", help="for which force, where this site has several")

    def read(self, report: Report, *, file: Path, police_force: str | None, **options):
        self.police_force = chosen_force(police_force)
        self.source = source_of(file)
        self.found = list({row.source_key: row for row in self.progress(places(file, report), "Places", unit=" places")}.values())

    def load(self, report: Report, *, force: bool, **options):
        import_places(self.police_force, self.found, self.source, report, force)
        if report.diff("places").is_change:
            report.details.append(f"{redraw(self.police_force):,} maps were drawn")
