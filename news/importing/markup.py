"""HTML from another system as blocks of ours: cleaned by nh3 first, then taken apart into text, pictures and tables.

What our vocabulary has no place for (frames, forms, styles, a film of another site) is left out and reported.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import nh3

from policesite.importing.plain_text import DEEPEST, not_too_deep

from .fetching import same_host

LONGEST = 500_000  # characters of HTML
TOO_LONG, TOO_DEEP = f"what follows its first {LONGEST:,} characters", f"what follows more than {DEEPEST} elements inside one another"
WIDEST, TALLEST = 20, 500  # columns and rows of a table
_BREAKS = {
    "p", "div", "section", "article", "blockquote", "figure", "address", "aside", "center", "dd", "details", "dl", "dt", "footer", "header", "hr",
    "main", "nav", "pre", "summary",
}  # fmt: skip
_KEPT = _BREAKS | {
    "a", "b", "strong", "br", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "img", "table", "caption", "tr", "th", "td",
}  # fmt: skip
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_LEFT_OUT = re.compile(r"<\s*(iframe|video|audio|object|embed|form)\b", re.IGNORECASE)
_DRAWING = re.compile(r"<svg\b[^<]*+(?:<(?!/?svg\b)[^<]*+)*+</svg\s*>", re.IGNORECASE)
_OWN_LINK = re.compile(r'<a href="(/[^"#]*)')
_NO_WORDS = re.compile(r'<a href="[^"]*">\s*</a>|<b>\s*</b>')
_SPACE = re.compile(r"\s+")
ITEM = "\0"  # begins an item of a list among the words of a cell; HTML holds no such character


@dataclass(frozen=True)
class Picture:
    address: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Table:
    caption: str
    rows: tuple[tuple[str, ...], ...]


def _words(part) -> str:
    if isinstance(part, Picture):
        return f"{part.alt} {part.caption}"
    return (
        " ".join((part.caption, *(cell for row in part.rows for cell in row)))
        if isinstance(part, Table)
        else unescape(re.sub(r"<[^<>]*>", " ", part))
    )


@dataclass
class Body:
    """The parts of a story in their order: strings are HTML for a text block. `left_out` names what had no place."""

    parts: list = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    own_links: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that a reader would read or hear."""
        return " ".join(" ".join(map(_words, self.parts)).split())

    @property
    def first_words(self) -> str:
        return next((words for part in self.parts if isinstance(part, str) and (words := re.sub(r"<[^<>]*>", " ", part).strip())), "")


def body_of(html: str, address: str, host: str) -> Body:
    """The blocks of a story that stood at `address` on `host`. Links to that host lose it: redirects of ours answer them."""
    html, left_out = _in_bounds(html)
    clean = nh3.clean(
        html, tags=_KEPT, attributes={"a": {"href"}, "img": {"src", "data-src", "alt"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None
    )
    taken_apart = _Parts(address or (host and f"https://{host}/"), host)
    taken_apart.feed(clean)
    taken_apart.close()
    taken_apart.end_text()
    left_out |= {found.lower() for found in _LEFT_OUT.findall(html)} | taken_apart.left_out
    return Body(taken_apart.parts, sorted(left_out), _own_links(taken_apart.parts))


def _in_bounds(html: str) -> tuple[str, set[str]]:
    """No longer and no deeper than anything that somebody wrote, and what was left out of it."""
    short = _DRAWING.sub("", html[:LONGEST])
    shallow = not_too_deep(short)
    return shallow, {why for why, is_cut in ((TOO_LONG, len(html) > LONGEST), (TOO_DEEP, shallow != short)) if is_cut}


def _own_links(parts: list) -> list[str]:
    """The older site's own addresses to which the text links, with their queries: no others begin with a slash."""
    return sorted({unescape(found) for part in parts if isinstance(part, str) for found in _OWN_LINK.findall(part)})


class _Parts(HTMLParser):
    """Reads clean HTML from left to right. A nested list becomes part of the list around it."""

    def __init__(self, address: str, host: str):
        super().__init__(convert_charrefs=True)
        self.address, self.host = address, host
        self.parts, self.left_out = [], set()
        self.written: list[str] = []  # of the text block being made
        self.block = ""  # the element that is open in it: p, h2, h3 or li
        self.next_block = "p"
        self.inline: list[tuple[str, str]] = []  # what is open inside the block: the element, its opening tag
        self.lists: list[str] = []
        self.is_verbatim = False  # in a <pre>, where the end of a line is one
        self.caught: list[str] | None = None  # words that are no running text: a caption, a cell
        self.rows: list[list[str]] | None = None
        self.inner_tables = 0  # a table in a cell is words of that cell
        self.table_caption = ""

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "img":
            self.add_picture(attributes)
        elif self.caught is not None:
            self.catch(tag, attributes)
        elif tag in ("th", "td", "caption", "figcaption"):
            self.end_block()
            self.caught = []
        elif tag == "table":
            self.end_text()
            self.rows, self.table_caption = [], ""
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        else:
            self.start_running_text(tag, attributes)

    def catch(self, tag, attributes):
        """In a caption or a cell, which hold plain words: what stood apart stays apart."""
        self.inner_tables += tag == "table"
        if tag not in ("a", "b", "strong"):
            self.caught.append(ITEM if tag == "li" else " ")
        elif tag == "a" and (address := self.link(attributes.get("href") or "")):
            self.left_out.add(f"the link in a table or a caption to {address}")

    def end_caught(self, tag):
        if tag not in ("a", "b", "strong") and self.caught is not None:
            self.caught.append(" ")

    def start_running_text(self, tag, attributes):
        if tag in _HEADINGS or tag in _BREAKS:
            self.end_block()
            self.next_block = _HEADINGS.get(tag, "li" if self.lists else "p")
            self.is_verbatim = self.is_verbatim or tag == "pre"
        elif tag in ("ul", "ol"):
            self.end_block()
            if not self.lists:
                self.written.append(f"<{tag}>")
            self.lists.append(tag)
        elif tag == "li":
            self.end_block()
            self.next_block = "li" if self.lists else "p"
        elif tag == "br" and self.block:
            self.written.append("<br/>")
        elif tag in ("b", "strong"):
            self.open_inline("b", "<b>")
        elif tag == "a" and (address := self.link(attributes.get("href") or "")):
            self.open_inline("a", f'<a href="{escape(address)}">')

    def handle_endtag(self, tag):
        if self.inner_tables:
            self.inner_tables -= tag == "table"
            self.end_caught(tag)
        elif tag in ("th", "td") and self.caught is not None and self.rows:
            self.rows[-1].append(self.words())
        elif tag == "caption":
            self.table_caption = self.words()
        elif tag == "figcaption":
            self.caption_picture(self.words())
        elif tag == "table" and self.rows is not None:
            self.add_table()
        elif self.caught is not None:
            self.end_caught(tag)
        elif tag in _HEADINGS or tag in _BREAKS or tag == "li":
            self.end_block()
            self.next_block = "li" if self.lists and tag != "li" else "p"
            self.is_verbatim = self.is_verbatim and tag != "pre"
        elif tag in ("ul", "ol") and self.lists:
            self.end_block()
            outermost = self.lists.pop(0) if len(self.lists) == 1 else self.lists.pop() and ""
            self.written += [f"</{outermost}>"] if outermost else []
            self.next_block = "p"
        elif tag in ("b", "strong", "a"):
            self.close_inline("a" if tag == "a" else "b")

    def handle_data(self, data):
        lines = data.strip("\n").split("\n") if self.is_verbatim and self.caught is None else [data]
        for number, line in enumerate(lines):
            if number and self.block:
                self.written.append("<br/>")
            self.write(_SPACE.sub(" ", line))

    def write(self, text: str):
        if self.caught is not None:
            self.caught.append(text)
        elif self.block:
            self.written.append(escape(text, quote=False))
        elif text.strip():
            self.start_block()
            self.written.append(escape(text.lstrip(), quote=False))

    def start_block(self):
        self.block = self.next_block if self.next_block != "li" or self.lists else "p"
        if self.lists and self.block != "li":
            self.block = "li"  # a list holds nothing but its items
        self.written.append(f"<{self.block}>")
        self.written += [opening for _, opening in self.inline]

    def end_block(self):
        if self.block:
            self.written += [f"</{tag}>" for tag, _ in reversed(self.inline)] + [f"</{self.block}>"]
        self.block, self.next_block = "", "li" if self.lists else "p"

    def end_text(self):
        """Close the text block, if there is something in it; lists and inline elements go on in the next one."""
        self.end_block()
        self.written += [f"</{self.lists[0]}>"] if self.lists else []
        html = _NO_WORDS.sub("", "".join(self.written)).strip()
        if re.sub(r"<[^<>]*>", "", html).strip():
            self.parts.append(html)
        self.written = [f"<{self.lists[0]}>"] if self.lists else []

    def open_inline(self, tag: str, opening: str):
        if tag not in (open_tag for open_tag, _ in self.inline):
            self.inline.append((tag, opening))
            self.written += [opening] if self.block else []

    def close_inline(self, tag: str):
        """Close an element, and those that were opened inside it."""
        names = [name for name, _ in self.inline]
        if tag in names:
            closing = self.inline[names.index(tag) :]
            self.inline = self.inline[: names.index(tag)]
            self.written += [f"</{name}>" for name, _ in reversed(closing)] if self.block else []

    def link(self, href: str) -> str:
        if not href.strip():
            return ""  # nh3 took it away
        try:
            address = urljoin(self.address, href.strip())
            parts = urlsplit(address)
        except ValueError:
            return ""
        if same_host(address, self.host):
            return parts._replace(scheme="", netloc="", path=f"/{parts.path.lstrip('/')}").geturl()  # "//" would begin another site
        return address if parts.scheme in ("http", "https", "mailto", "tel") else ""

    def add_picture(self, attributes):
        """One whose address nh3 took away, or that is the story's own, is none; a page that loads late keeps it elsewhere."""
        self.end_text()
        source = (attributes.get("src") or "").strip() or (attributes.get("data-src") or "").strip()
        with suppress(ValueError):
            if source and (address := urljoin(self.address, source)) != self.address:
                self.parts.append(Picture(address, _SPACE.sub(" ", attributes.get("alt") or "").strip()))
                return
        self.left_out.add("a picture without an address")

    def caption_picture(self, words: str):
        if self.parts and isinstance(self.parts[-1], Picture) and words:
            self.parts[-1] = Picture(self.parts[-1].address, self.parts[-1].alt, words[:200])

    def add_table(self):
        width = min(WIDEST, max(map(len, self.rows), default=0))
        filled = [row for row in self.rows if any(row)]
        rows = tuple((*row[:width], *[""] * (width - len(row))) for row in filled[:TALLEST])
        if len(filled) > TALLEST or any(any(row[WIDEST:]) for row in filled):
            self.left_out.add(f"what a table holds beyond {WIDEST} columns and {TALLEST} rows")
        if rows:
            self.parts.append(Table(self.table_caption[:160], rows))
        self.rows = None

    def words(self) -> str:
        items = _SPACE.sub(" ", "".join(self.caught or [])).split(ITEM)
        self.caught = None
        return "; ".join(filter(None, map(str.strip, items)))
