"""Everything that a visitor can reach, followed from address to address."""

import re
from collections.abc import Iterator
from html import unescape

from django.db import connection

START = (
    "/", "/news/", "/sitemap.xml", "/robots.txt", "/news/feed/atom/", "/news/feed/rss/", "/search/", "/search/?q=missing", "/news/?kind=missing",
    "/neighbourhoods/kings-heath/", "/news/?area=kings-heath", "/neighbourhoods/events.ics", "/neighbourhoods/our-promise/", "/cookies/", "/feedback/",
    "/leaving-this-site/", "/api/forces", "/api/forces/northamptonshire", "/api/northamptonshire/neighbourhoods", "/api/enquiry-desks",
    "/api/neighbourhoods.csv", "/api/neighbourhoods.geojson",
)  # fmt: skip
ADDRESS = re.compile(r"""(?:href|src|action|srcset)="([^"]+)"|<(?:loc|link|id|guid)[^>]*>([^<]+)<|"(https?://testserver[^"]+)\"""")


def crawl(client, start=START) -> Iterator[tuple[str, bytes]]:
    """Every address that can be reached, with all that is answered there, the headers too."""
    waiting, seen = list(start), set()
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(("/static/", "/admin/", "/_util/")):
            continue
        seen.add(address)
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield address, content + str(dict(answer.headers)).encode()
        if not address.startswith("/media/"):
            waiting += {path for path in addresses_in(content.decode(errors="replace")) if path.startswith("/")}
        if answer.headers.get("Location"):
            waiting.append(answer.headers["Location"].removeprefix("http://testserver"))


def addresses_in(content: str) -> set[str]:
    found = (part for match in ADDRESS.findall(content) for part in "".join(match).split(","))
    return {unescape(part).split()[0].partition("#")[0].removeprefix("http://testserver") for part in found if part.strip()}


def holding(pages, *words: bytes) -> set[str]:
    return {address for address, content in pages if any(word in content.lower() for word in words)}


def settle() -> None:
    """Run what waits for the commit, which a test never comes to."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
