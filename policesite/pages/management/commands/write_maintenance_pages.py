from pathlib import Path

from django.core.management.base import BaseCommand
from django.template.loader import render_to_string
from wagtail.models import Site

from policesite.delivery.security import headers_without_django
from policesite.forces.sites import fill_settings, site_without_database, with_settings

RETRY_AFTER = "300"  # seconds


class Command(BaseCommand):
    help = "Write the page that a web server shows while the site does not answer: one for each host name, and the headers it needs."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where to; made if it is not there")

    def handle(self, *, folder: Path, **options):
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / "default.html", page(site_without_database()))
        for site in with_settings():
            write(folder / f"{site.hostname}.html", page(fill_settings(site)))
        write(folder / "headers.conf", nginx_headers())


def page(site: Site) -> str:
    """The whole page, the exit in it with the site's own destination. It asks nobody about cookies: nothing could be saved."""
    site.consentsettings = None
    return render_to_string("503.html", {"site": site})


def nginx_headers() -> str:
    """The hash of the exit script is in here: pages and headers are written together, from the same source."""
    headers = {**headers_without_django(), "Retry-After": RETRY_AFTER}
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())


def write(file: Path, text: str) -> None:
    """In one step: a web server never reads half of it."""
    new = file.with_name(file.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)
