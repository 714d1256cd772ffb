from pathlib import Path
from urllib.parse import urlsplit

from neighbourhoods.importing import feed
from neighbourhoods.importing.api import Api
from neighbourhoods.importing.areas import Ground, import_areas
from neighbourhoods.importing.events import import_events
from neighbourhoods.importing.geometry_report import oddities
from neighbourhoods.importing.people import import_people
from neighbourhoods.importing.priorities import import_priorities
from neighbourhoods.importing.redrawing import redraw, relocate_places, relocate_postcodes
from neighbourhoods.importing.statistics import READ_BY_THE_FINDER
from neighbourhoods.models import Boundary
from policesite.importing.report import Report
from policesite.importing.running import ImportCommand, chosen_force


class Command(ImportCommand):
    help = (
        "Bring areas, borders, officers, priorities and events in line with a source: the base address of an API in the shape of data.police.uk "
        "(https://data.police.uk/api), a folder or ZIP of its JSON, its KML files, or our own GeoJSON."
    )
    analyses = READ_BY_THE_FINDER

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("source", metavar="SOURCE")
        parser.add_argument("--police-force", metavar="CODE", help="for which force, where this site has several")

    def read(self, report: Report, *, source: str, police_force: str | None, **options):
        """Everything is read before anything is written, so that no transaction waits for somebody else's server."""
        self.police_force = chosen_force(police_force)
        code = self.police_force.code
        if urlsplit(source).scheme in ("http", "https"):
            self.feed = feed.from_parts(Api(source, code, say=self.stderr.write), report, self._with_bar)
        else:
            self.feed = feed.from_path(Path(source), code, report, self._with_bar)

    def _with_bar(self, areas):
        return self.progress(areas, "Areas", unit=" areas")

    def load(self, report: Report, *, force: bool, **options):
        ground = import_areas(self.police_force, self.feed, report, force)
        pairs = [(ground.pages[area.code], area) for area in self.feed.areas if area.code in ground.pages]
        import_people(self.police_force, [(page, area.people) for page, area in pairs], report, force)
        import_priorities([(page, area.priorities) for page, area in pairs], report, force)
        import_events([(page, area.events) for page, area in pairs], report, force)
        if ground.is_changed:
            self._follow_the_ground(ground, report)

    def _follow_the_ground(self, ground: Ground, report: Report):
        """New borders: postcodes and places lie elsewhere, maps show something else, and some of it may be odd."""
        report.details.append(f"{relocate_postcodes():,} postcodes and {relocate_places(self.police_force):,} places are in another area now")
        report.details.append(f"{redraw(self.police_force):,} maps were drawn")
        codes = {page.pk: code for code, page in ground.pages.items() if page.live}
        for line in oddities({codes[row.pk]: row.geojson for row in Boundary.objects.filter(pk__in=codes)}):
            report.note(line)
