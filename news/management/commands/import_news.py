from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.importing.fetching import MOST_FEED, Place, claimed_place, fetch, fetch_claimed, place_of
from news.importing.pictures import Pictures
from news.importing.stories import read
from news.importing.writing import Writer
from news.models import NewsIndexPage
from policesite.importing.files import documents
from policesite.importing.report import Report, SourceError
from policesite.importing.report_file import empty_file, write
from policesite.importing.running import alone, chosen_force


class Command(BaseCommand):
    help = "Bring the news of an older site along, from RSS 2.0, Atom or WordPress's export. Safe to repeat and to interrupt: each story is whole or absent."

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="FEED_OR_FILE", help="the address of a feed, or a file")
        parser.add_argument("--dry-run", action="store_true", help="say what would change; change nothing, fetch no picture")
        parser.add_argument("--drafts", action="store_true", help="publish nothing")
        parser.add_argument("--report", metavar="FILE", type=Path, help="write all that an editor must look at into this file, as CSV")
        parser.add_argument("--host", help="where the older site is, as www.example.org or http://10.0.0.5:8080: pictures come from there alone")
        parser.add_argument("--police-force", metavar="CODE", help="for which force, where this site has several")
        parser.add_argument("--quiet", action="store_true", help="no progress bar")

    def handle(self, *, source: str, dry_run: bool, drafts: bool, host: str | None, police_force: str | None, report: Path | None, **options):
        said = Report(keeps_all=report is not None)
        try:
            file = report and empty_file(report)
            index = news_index(police_force)
            feed = read(document(source), said, source if place_of(source) else "")
        except SourceError as error:
            raise CommandError(f"{error} Nothing has been changed.") from error
        place = place_of_pictures(source, host, feed.host)
        older = feed.host if feed.host and not host else place.host if place else ""
        pictures = Pictures(place, None if dry_run else fetch if place and place.is_named else fetch_claimed)
        try:
            with alone(), self.told(said, file):
                writer = Writer(index, feed, older, pictures, said, drafts_only=drafts, is_dry_run=dry_run)
                for story in tqdm(feed.stories, desc="Stories", unit=" stories", disable=True if options["quiet"] else None):
                    writer.bring(story)
                writer.finish()
        except SourceError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as error:
            raise CommandError("Stopped. The stories so far are whole; run it again to go on.") from error
        if dry_run:
            self.stdout.write("This was a dry run: nothing has been changed.")

    @contextmanager
    def told(self, said: Report, file: Path | None):
        """At its end all that was done and found is told, and where it was stopped what came until then."""
        try:
            yield
        finally:
            if file:
                write(said, file)
            for line in said.lines(with_notes=file is None):
                self.stdout.write(line)
            if file:
                self.stdout.write(f"Look at: {len(said.notes):,} things, in {file}.")


def document(source: str) -> bytes:
    """The bytes of a feed. Raises SourceError where there are none."""
    if source.startswith(("http://", "https://")):
        return fetch(source, MOST_FEED)
    found = documents(Path(source))
    if len(found) != 1:
        raise SourceError(f"{source} holds {len(found)} files: name one.")
    return next(iter(found.values()))()


def place_of_pictures(source: str, named: str | None, claimed: str) -> Place | None:
    """Where pictures may come from: what the operator named, where the feed itself came from, or what a file claims. docs/adr/0088."""
    if named:
        place = place_of(named if "://" in named else f"https://{named}")
        if place is None:
            raise CommandError(f"{named} is no host: give it as www.example.org. Nothing has been changed.")
        return place
    return place_of(source) or claimed_place(claimed)


def news_index(police_force: str | None) -> NewsIndexPage:
    """Where the news of a force stands. Raises SourceError where it has no such page."""
    force = chosen_force(police_force)
    index = NewsIndexPage.objects.in_site(force.site).first()
    if index is None:
        raise SourceError(f"{force} has no page for news yet: make one first.")
    return index
