"""Follow every link of a site, as a search engine would, and keep what each page said."""

import re
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

LINKS = {"href", "src", "action", "poster"}


@dataclass
class Seen:
    """One address: what it answered, what it links to, and the anchors that it has."""

    status: int
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    found_on: str = ""


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.anchors = [], set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in LINKS:
                self.links.append((value or "").strip())
            elif name == "srcset":
                self.links += re.findall(r"\S*/\S+", value)
            elif name == "id":
                self.anchors.add(value)


def fetch(address: str, found_on: str = "") -> Seen:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            seen = Seen(answer.status, found_on=found_on)
            if answer.headers.get_content_type() == "text/html":
                reader = _Reader()
                reader.feed(answer.read().decode())
                seen.links, seen.anchors = reader.links, reader.anchors
            return seen
    except urllib.error.HTTPError as error:
        return Seen(error.code, found_on=found_on)


def crawl(site: str) -> dict[str, Seen]:
    """Every address on `site` that a link leads to. From an address with a question in it, only plain ones are followed."""
    seen: dict[str, Seen] = {}
    queue = deque([(site + "/", "")])
    while queue:
        address, found_on = queue.popleft()
        if address in seen:
            continue
        seen[address] = fetch(address, found_on)
        for link in seen[address].links:
            target = urldefrag(urljoin(address, link)).url
            if target.startswith(site + "/") and not (urlsplit(address).query and urlsplit(target).query):
                queue.append((target, address))
    return seen
