import time

import brotli
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from policesite import clock


class Command(BaseCommand):
    help = "What each kind of page costs in a warm process: database statements, CPU milliseconds of this process, bytes of HTML."

    def add_arguments(self, parser):
        parser.add_argument("--times", type=int, default=20, help="how often each page is asked for; the middle time counts")

    def handle(self, *, times, **options):
        pages = one_of_each_kind()
        if not pages:
            raise CommandError("There are no pages to measure: `make demo` loads some.")
        visitor = Client(SERVER_NAME="127.0.0.1")
        self.stdout.write(f"{'kind of page':<28}{'statements':>10}{'CPU ms':>9}{'HTML':>9}{'brotli':>8}  address")
        for page in pages:
            self.stdout.write(f"{page._meta.verbose_name:<28}{measured(visitor, page.url, times)}  {page.url}")


def one_of_each_kind() -> list[Page]:
    """The newest public page of each type on the default site."""
    site = Site.objects.get(is_default_site=True)
    pages = Page.objects.live().public().descendant_of(site.root_page, inclusive=True).filter(first_published_at__lte=clock.now())
    newest = pages.order_by("content_type_id", "-first_published_at").distinct("content_type_id")
    return sorted(newest.specific(), key=lambda page: page.url)


def measured(visitor: Client, address: str, times: int) -> str:
    visitor.get(address)  # warms templates and caches
    with CaptureQueriesContext(connection) as statements:
        answer = visitor.get(address)
    if answer.status_code != 200:
        return f"{answer.status_code:>10}{'':>26}"
    html = answer.content
    return f"{len(statements):>10}{milliseconds(visitor, address, times):>9.1f}{len(html):>9,}{len(brotli.compress(html)):>8,}"


def milliseconds(visitor: Client, address: str, times: int) -> float:
    spent = []
    for _ in range(times):
        started = time.process_time()
        visitor.get(address)
        spent.append(time.process_time() - started)
    return sorted(spent)[times // 2] * 1000
