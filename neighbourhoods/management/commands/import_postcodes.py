from pathlib import Path

from neighbourhoods.importing.locating import area_locator, placed
from neighbourhoods.importing.postcode_rows import chunks
from neighbourhoods.importing.redrawing import redraw_everything
from neighbourhoods.importing.staging import Staging
from neighbourhoods.importing.statistics import READ_BY_THE_FINDER
from neighbourhoods.models import Boundary
from policesite.forces.models import Force
from policesite.importing.report import Report, SourceError, refuse_to_empty
from policesite.importing.running import ImportCommand


class Command(ImportCommand):
    help = "Replace the postcodes by those of OS Code-Point Open, ONSPD or NSPL (CSV, gzip or ZIP), each with the area or the force it lies in."
    analyses = READ_BY_THE_FINDER

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--draw-maps", action="store_true", help="draw every map again afterwards, with the streets of the new postcodes")

    def load(self, report: Report, *, files: list[Path], force: bool, draw_maps: bool, **options):
        if not Boundary.objects.exists():
            raise SourceError("No area has a boundary yet: run import_neighbourhoods first.")
        staging = Staging()
        self._fill(staging, files, report)
        if doubled := staging.finish():
            report.note(f"{doubled:,} rows named a postcode again; the last one was kept.")
        report.diffs["postcodes"] = diff = staging.compare()
        refuse_to_empty("postcodes", diff.removed, diff.removed + diff.changed + diff.unchanged, force)
        if not diff.added + diff.changed + diff.unchanged:
            raise SourceError("There is not one postcode that can be used in it.")
        if self.is_dry_run or not diff.is_change:
            return staging.discard()
        staging.swap()
        if draw_maps:
            report.details.append(f"{redraw_everything():,} maps were drawn")

    def _fill(self, staging: Staging, files: list[Path], report: Report):
        """Chunk by chunk, so that two million postcodes are never in memory together."""
        locator, own = area_locator(), set(Force.objects.values_list("code", flat=True))
        nowhere = 0
        with self.progress(None, "Postcodes", unit=" postcodes", unit_scale=True) as bar:
            for chunk in chunks(files, report):
                forces = ["" if force in own else force for force in chunk.forces]
                rows = list(placed(chunk.keys, chunk.longitudes, chunk.latitudes, forces, locator))
                nowhere += sum(row[1] is None and force in own for row, force in zip(rows, chunk.forces, strict=True))
                staging.fill(rows)
                bar.update(len(rows))
        if nowhere:
            report.note(f"{nowhere:,} postcodes are in one of our forces by their codes, and in none of its areas.")
