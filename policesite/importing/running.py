"""What every import command shares: its options, one transaction, one import at a time, and the report at the end."""

from collections.abc import Iterable
from contextlib import contextmanager, suppress

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, OperationalError, connection, transaction
from django.db.models import Model
from tqdm import tqdm

from policesite.forces.models import Force

from .report import Report, SourceError

# Any number that no other advisory lock of ours has.
LOCK = 41_975


class ImportCommand(BaseCommand):
    """A command that imports. Its `load` writes and fills the report; it is undone if it fails, is stopped or only tries.

    `analyses` names the models whose statistics the database takes anew afterwards: with last week's it would plan badly.
    """

    analyses: tuple[type[Model], ...] = ()

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--force", action="store_true", help="remove rows even if they are more than a tenth, or a feed is empty")
        parser.add_argument("--quiet", action="store_true", help="no progress bar")

    def load(self, report: Report, **options) -> None:
        raise NotImplementedError

    def handle(self, *, dry_run: bool, quiet: bool, **options):
        self.is_quiet, self.is_dry_run = quiet, dry_run
        report = Report()
        try:
            self.read(report, **options)
            with one_import(dry_run, self.analyses):
                self.load(report, **options)
        except SourceError as error:
            raise CommandError(f"{error} Nothing has been changed.") from error
        except OperationalError as error:
            raise CommandError(f"The database could not do it: {error} Nothing has been changed.") from error
        except KeyboardInterrupt as error:
            raise CommandError("Stopped. Nothing has been changed.") from error
        for line in report.lines():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("This was a dry run: nothing has been changed.")

    def read(self, report: Report, **options) -> None:
        """Fetch what takes long, before the transaction is opened."""

    def progress(self, things, what: str, **more):
        """The things again, with a bar on a terminal and nothing in a log."""
        return tqdm(things, desc=what, disable=True if self.is_quiet else None, **more)


@contextmanager
def one_import(dry_run: bool, analyses: Iterable[type[Model]] = ()):
    """A transaction for an import: no other import beside it, no time limit on its statements, undone after a dry run."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                raise SourceError("Another import is running.")
            cursor.execute("SET LOCAL statement_timeout = 0")
        yield
        with connection.cursor() as cursor:
            for model in analyses:
                cursor.execute(f"ANALYZE {model._meta.db_table}")
        if dry_run:
            transaction.set_rollback(True)


@contextmanager
def alone():
    """For an import of many transactions: no other import beside it, for as long as this lasts or the connection does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise SourceError("Another import is running. Nothing has been changed.")
    try:
        yield
    finally:
        with suppress(Error), connection.cursor() as cursor:  # a connection that is lost has let go of it
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def chosen_force(code: str | None) -> Force:
    """The force to import for: the one named, or the only one there is."""
    forces = list(Force.objects.select_related("site").order_by("code"))
    if code:
        forces = [force for force in forces if force.code == code]
    if len(forces) == 1:
        return forces[0]
    raise SourceError(f"There is no force {code!r} here." if code else "Say for which force, with --police-force CODE.")
