"""What a feed tells: RSS 2.0, Atom (RFC 4287) and WordPress's export (WXR), read into one kind of story.

The XML comes from outside: entities are never expanded, and nothing outside the document is ever read.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from policesite.clock import LONDON
from policesite.importing.plain_text import plain
from policesite.importing.report import Report, SourceError

from .fetching import place_of
from .wordpress import as_html, without_shortcodes

MOST_STORIES = 20_000
LONGEST_KEY = 500
BASE = "{http://www.w3.org/XML/1998/namespace}base"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXCERPT = "{http://wordpress.org/export/1.2/excerpt/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}"
ANY_WORDPRESS = "{http://wordpress.org/export/"
_VERSION = re.compile(re.escape(ANY_WORDPRESS) + r"[\d.]+/")
WORDPRESS = "{http://wordpress.org/export/1.2/}"
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and a symbol that show nothing
NO_DAY = "0000-00-00 00:00:00"  # what WordPress writes for a post that has no day


@dataclass(frozen=True)
class Story:
    """One article as the older site tells it. `html` is as it came: nobody may show it before it is cleaned."""

    key: str
    title: str
    address: str = ""
    published: datetime | None = None
    html: str = ""
    summary: str = ""
    picture: str = ""
    picture_alt: str = ""
    topics: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()  # what stood in it that is not HTML


@dataclass
class Feed:
    """The stories of a document, newest last, the host of the site they come from, and the keys of those that its public may not read."""

    host: str = ""
    stories: list[Story] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def read(document: bytes, report: Report, address: str = "") -> Feed:
    """The stories in a document that came from `address`, where it has one. Raises SourceError, in a sentence, where it is not a feed that can be read."""
    root = _root(document)
    if root.tag == f"{ATOM}feed":
        came_from = address or _link(root, "self") or _link(root)
        base = _absolute(came_from, root.get(BASE) or "") or came_from
        stories = (_from_atom(entry, base, report) for entry in root.findall(f"{ATOM}entry"))
        feed = Feed(_host(_absolute(base, _link(root)) or base), [story for story in stories if story])
    elif root.tag == "rss" and (channel := root.find("channel")) is not None:
        feed = Feed(
            _host(_text(channel, "link")),
            _from_channel(channel, address or _text(channel, "link").strip(), report),
            [_text(item, "guid").strip() for item in channel.findall("item") if _why_hidden(item)],
        )
    else:
        raise SourceError("It is neither RSS 2.0, nor Atom, nor an export of WordPress.")
    if len(feed.stories) > MOST_STORIES:
        raise SourceError(f"It holds more than {MOST_STORIES:,} stories: split it.")
    unique = _unique(feed.stories, report)
    return Feed(feed.host, sorted(unique, key=lambda story: story.published or datetime.max.replace(tzinfo=UTC)), feed.hidden)


def _unique(stories: list[Story], report: Report) -> list[Story]:
    """The first of those with one key, which is the newer; another story that has it cannot be told from that one, so it is refused."""
    kept: dict[str, Story] = {}
    for story in stories:
        if kept.setdefault(story.key, story) != story:
            report.refuse("with the guid of a story before it, and so not to be told from that", story.title)
    return list(kept.values())


def _root(document: bytes) -> Element:
    try:
        return _of_this_version(ElementTree.fromstring(document))
    except DefusedXmlException as error:
        raise SourceError("It declares entities of its own, which a feed never needs and which can fill a machine's memory.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise SourceError(f"It is not whole XML: {error}.") from error


def _of_this_version(root: Element) -> Element:
    """An export of an older WordPress as one of today's: it differs in the names of its namespaces, and pages and drafts are told by them."""
    for element in root.iter():
        if element.tag.startswith(ANY_WORDPRESS):
            element.tag = _VERSION.sub(f"{ANY_WORDPRESS}1.2/", element.tag)
    return root


def _from_channel(channel: Element, base: str, report: Report) -> list[Story]:
    items = channel.findall("item")
    attachments = {_text(item, f"{WORDPRESS}post_id"): item for item in items if _text(item, f"{WORDPRESS}post_type") == "attachment"}
    found = (_from_item(item, attachments, base, report) for item in items if _is_news(item, report))
    return [story for story in found if story]


def _is_news(item: Element, report: Report) -> bool:
    """Whether it is a post. WordPress exports its pages, menus and much else in the same list."""
    kind = _text(item, f"{WORDPRESS}post_type")
    if kind not in ("", "post", "attachment"):
        report.refuse(f"WordPress {plain(kind, 40)}, which is no news: make it a page here by hand if it is wanted", plain(_text(item, "title"), 80))
    return kind in ("", "post")


def _from_item(item: Element, attachments: dict[str, Element], base: str, report: Report) -> Story | None:
    title, address = plain(_html(item.find("title")), 255), _absolute(base, _text(item, "link").strip())
    if why := _why_hidden(item):
        report.refuse(why, title or address)
        return None
    picture, alt = _picture_of_item(item, attachments)
    (content, description, excerpt), left_out = (_html(item.find(tag)) for tag in (CONTENT, "description", EXCERPT)), []
    if item.find(f"{WORDPRESS}post_type") is not None:  # as it is stored; in a feed WordPress has made HTML of it
        (content, left_out), (excerpt, _) = as_html(content), without_shortcodes(excerpt)
    return _story(
        report,
        key=_text(item, "guid").strip() or address,
        title=title,
        address=address,
        published=_moment(_utc(_text(item, f"{WORDPRESS}post_date_gmt")) or _text(item, "pubDate")),
        html=content or description,
        summary=plain(excerpt or (description if content else "")),
        picture=picture,
        picture_alt=alt,
        topics=tuple(dict.fromkeys(plain(each.text or "", 80) for each in item.findall("category"))),
        left_out=tuple(left_out),
    )


def _why_hidden(item: Element) -> str:
    """Why the public of the older site may not read it: private, pending, a draft, in the bin, for a day to come, or locked."""
    if _text(item, f"{WORDPRESS}status") not in ("", "publish"):
        return "not published on the older site"
    return "behind a password on the older site" if _text(item, f"{WORDPRESS}post_password") else ""


def _picture_of_item(item: Element, attachments: dict[str, Element]) -> tuple[str, str]:
    """The address and the description of the picture that leads a story: WordPress's thumbnail, media:content or an enclosure."""
    chosen = attachments.get(_meta(item, "_thumbnail_id"))
    if chosen is not None:
        return _text(chosen, f"{WORDPRESS}attachment_url").strip(), plain(_meta(chosen, "_wp_attachment_image_alt"), 255)
    for each in (*item.findall(f"{MEDIA}content"), *item.findall("enclosure")):
        if each.get("medium") == "image" or (each.get("type") or "").startswith("image/"):
            return (each.get("url") or "").strip(), plain(_text(each, f"{MEDIA}description"), 255)
    return "", ""


def _meta(item: Element, key: str) -> str:
    pairs = ((_text(each, f"{WORDPRESS}meta_key"), _text(each, f"{WORDPRESS}meta_value")) for each in item.findall(f"{WORDPRESS}postmeta"))
    return next((value for name, value in pairs if name == key), "")


def _from_atom(entry: Element, base: str, report: Report) -> Story | None:
    content, summary = _markup(entry.find(f"{ATOM}content")), _markup(entry.find(f"{ATOM}summary"))
    address = _absolute(_absolute(base, entry.get(BASE) or "") or base, _link(entry))
    enclosed = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure" and (link.get("type") or "").startswith("image/")]
    return _story(
        report,
        key=_text(entry, f"{ATOM}id").strip() or address,
        title=plain(_markup(entry.find(f"{ATOM}title")), 255),
        address=address,
        published=_moment(_text(entry, f"{ATOM}published") or _text(entry, f"{ATOM}updated")),
        html=content or summary,
        summary=plain(summary if content else ""),
        picture=(enclosed[0].get("href") or "").strip() if enclosed else "",
        topics=tuple(dict.fromkeys(plain(each.get("label") or each.get("term") or "", 80) for each in entry.findall(f"{ATOM}category"))),
    )


def _story(report: Report, **facts) -> Story | None:
    """The story, or None with the reason on record: without a title or a key it cannot be kept."""
    if not any(unicodedata.category(letter)[0] in "LNPS" and letter not in BLANK for letter in facts["title"]):
        report.refuse("without a title", facts["address"] or facts["key"])
    elif not facts["key"] or len(facts["key"]) > LONGEST_KEY:
        report.refuse("without a guid, id or link by which it could be known again", facts["title"])
    else:
        return Story(**{**facts, "topics": tuple(filter(None, facts["topics"])), "picture": _absolute(facts["address"], facts["picture"])})
    return None


def _markup(element: Element | None) -> str:
    """The HTML of an Atom text construct: escaped in it, inside it as XHTML, or plain text. What is no text is none."""
    if element is None:
        return ""
    kind = (element.get("type") or "text").lower().partition(";")[0].strip()
    if kind in ("xhtml", "html", "text/html", "application/xhtml+xml"):
        return _html(element)
    return escape(element.text or "") if kind.partition("/")[0] == "text" else ""


def _html(element: Element | None) -> str:
    """The HTML in an element: escaped, as it should be, or as markup of its own, which many write all the same."""
    if element is None:
        return ""
    return _written(element) if len(element) else element.text or ""


def _written(element: Element) -> str:
    """The markup inside an element, without its namespaces and however deep it is."""
    pieces, ahead = [escape(element.text or "")], [*reversed(element)]
    while ahead:
        part = ahead.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        name = _local(part.tag)
        attributes = "".join(f' {_local(key)}="{escape(value)}"' for key, value in part.items())
        pieces.append(f"<{name}{attributes}>{escape(part.text or '')}")
        ahead += [escape(part.tail or ""), "" if name == "br" else f"</{name}>", *reversed(part)]  # "</br>" would be another line
    return "".join(pieces)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _link(element: Element, rel: str = "alternate") -> str:
    links = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]
    return (links[0].get("href") or "").strip() if links else ""


def _text(element: Element, tag: str) -> str:
    return element.findtext(tag) or ""


def _utc(text: str) -> str:
    """WordPress's date in Greenwich time, said as such; "" for its way of saying that there is none."""
    return f"{text.strip()}+00:00" if text.strip() and text.strip() != NO_DAY else ""


def _moment(text: str) -> datetime | None:
    """A date of RFC 822 or ISO 8601; without a zone it was written by clocks here. None for one that cannot be read."""
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = reader(text.strip())
            return (found if found.tzinfo else found.replace(tzinfo=LONDON)).astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return ""


def _host(address: str) -> str:
    place = place_of(address)
    return place.host if place else ""
