"""Every address of a site, and which of them tell a secret."""

import re
from html.parser import HTMLParser
from types import SimpleNamespace
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import URLPattern, URLResolver, get_resolver

from .embargoed import SECRETS

MOST = 400  # addresses: a crawl that meets more has gone astray


class Links(HTMLParser):
    """Whatever an element of a page leads to or loads."""

    def __init__(self, content: str):
        super().__init__()
        self.found = set()
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "poster", "action", "content") and value and re.match(r"^(/|\?|http://testserver/)", value):
                self.found.add(value)
            elif name == "srcset" and value:
                self.found |= set(re.findall(r"\S*/\S+", value))


def patterns(resolver=None, before="/") -> set[str]:
    """Every address of ours that has nothing to fill in, staff's apart: a surface that is added tomorrow is asked, too."""
    found = set()
    for each in (resolver or get_resolver()).url_patterns:
        step = str(each.pattern)
        if step.startswith(("admin", "_util", "^")) or "<" in step:
            continue
        if isinstance(each, URLResolver):
            found |= patterns(each, before + step)
        elif isinstance(each, URLPattern):
            found.add(before + step)
    return found


def starts() -> set[str]:
    fixed = patterns()
    asked = {f"{address}?q={words}" for address in fixed for words in ("vaxelg", "Quillfeathr", "zomb", "xanthoquist", "xanthoquis", "NN1")}
    feeds = {f"/news/feed/{form}/" for form in ("atom", "rss")}
    return {"/", "/news/", "/news/?q=zomb", "/news/?words=xanthoquist", "/films/", "/staff-recognition/", "/old-site/story"} | fixed | asked | feeds


def crawl(client) -> dict[str, SimpleNamespace]:
    """Every address that can be come to from `starts`, with what it answered: `.status`, `.body`, `.headers`."""
    queue, seen = sorted(starts()), {}
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        seen[address] = SimpleNamespace(status=answer.status_code, body=body, headers=answer.headers)
        queue += [link for link in links_of(address, answer, body) if link not in seen]
        assert len(seen) < MOST, sorted(seen)[:: MOST // 40]
    return seen


def links_of(address: str, answer, body: bytes) -> set[str]:
    kind = answer.headers.get("Content-Type", "")
    if "html" in kind:
        found = Links(body.decode()).found
    elif "xml" in kind:
        found = set(re.findall(r"http://testserver/[^<\"\s&]*", body.decode()))
    else:
        return set()
    inside = {urldefrag(urljoin(f"http://testserver{address}", link)).url for link in found}
    ours = {link.removeprefix("http://testserver") or "/" for link in inside if link.startswith("http://testserver")}
    return {link for link in ours if not link.startswith(("/admin", "/static")) and not (urlsplit(address).query and urlsplit(link).query)}


def telling(seen: dict) -> dict[str, list[str]]:
    """Which addresses tell which secrets, in their bytes or their headers."""
    told = {}
    for address, answer in seen.items():
        everything = answer.body.decode(errors="ignore").casefold() + str(answer.headers).casefold()
        said = [word for word in SECRETS if word in everything and word not in address.casefold()]
        if said:
            told[address] = said
    return told
