"""What WordPress stores is not yet HTML: paragraphs are blank lines, and captions and films are shortcodes in brackets."""

import re

from .fetching import place_of
from .markup import LONGEST, TOO_LONG

_BLOCK = "address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
# Every pattern here stops at the next of what it begins with, so that no text of brackets takes longer than its length.
_OPENS, _CLOSES = re.compile(rf"(<(?:{_BLOCK})\b[^<>]*>)", re.IGNORECASE), re.compile(rf"(</(?:{_BLOCK})\s*>)", re.IGNORECASE)
_IS_BLOCK = re.compile(rf"</?(?:{_BLOCK})\b", re.IGNORECASE)
_PRE = re.compile(r"(<pre\b[^<]*+(?:<(?!/?pre\b)[^<]*+)*+</pre\s*>)", re.IGNORECASE)
_NAME = r"[a-z][\w-]*"
_CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\[\]]*)\]([^\[]*+(?:\[(?!/?(?:wp_)?caption\b)[^\[]*+)*+)\[/(?:wp_)?caption\]")
_CAPTION_SAID = re.compile(r"\bcaption=(?:\"([^\"]*)\"|'([^']*)')")
_PICTURE = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
# Those that show something else instead: what they enclose is an address, no words.
_INSTEAD = (
    "audio|embed|gallery|playlist|video|youtube|vimeo|soundcloud|googlemaps|gravityform|contact-form-7|contact-form|instagram|twitter|facebook|tweet"
)
_WHOLE = re.compile(rf"(?<!\[)\[({_INSTEAD})\b[^\[\]]*\](?:[^\[]*\[/\1\])?")
# Any other with attributes or an end; "[sic]" and "[2024]" are words.
_ENDED = re.compile(rf"\[/({_NAME})\]")
_TAG = re.compile(rf"(?<!\[)\[/?({_NAME})((?:\s[^\[\]]*)?)/?\]")

# An address alone on its line is shown as what it leads to, in the older editor and in the newer one's embed block.
_ALONE = re.compile(r"^[ \t]*(?:<p>)?(https?://[^\s<>\"]+)(?:</p>)?[ \t\r]*$", re.MULTILINE)
_SHOWN_THERE = {
    "youtube.com": "youtube", "m.youtube.com": "youtube", "youtu.be": "youtube", "youtube-nocookie.com": "youtube", "vimeo.com": "vimeo",
    "player.vimeo.com": "vimeo", "dailymotion.com": "video", "dai.ly": "video", "tiktok.com": "video", "videopress.com": "video",
    "x.com": "twitter", "twitter.com": "twitter", "facebook.com": "facebook", "fb.watch": "video", "instagram.com": "instagram",
    "soundcloud.com": "soundcloud", "open.spotify.com": "audio", "flickr.com": "gallery",
}  # fmt: skip


def as_html(stored: str) -> tuple[str, list[str]]:
    """A stored post as HTML, and what was left out of it: the names of shortcodes, films, its end where it has none."""
    html, left_out = without_shortcodes(stored[:LONGEST])
    left_out += [TOO_LONG] if len(stored) > LONGEST else []
    return (html if "<!-- wp:" in html else in_paragraphs(html)), left_out  # the newer editor writes its paragraphs itself


def without_shortcodes(stored: str) -> tuple[str, list[str]]:
    """A caption goes with its picture; words between two tags stay; every other shortcode is left out."""
    left_out: list[str] = []
    ended = set(_ENDED.findall(stored))

    def drop(match) -> str:
        name, rest = match[1], match[2] if match.re is _TAG else "="
        if "=" not in rest and name not in ended:
            return match[0]
        left_out.append(f"[{name}]")
        return ""

    def drop_shown(match) -> str:
        site = _SHOWN_THERE.get(place.host.removeprefix("www.")) if (place := place_of(match[1])) else None
        left_out.extend([f"[{site}] {match[1]}"] if site else [])
        return "" if site else match[0]

    html = _TAG.sub(drop, _WHOLE.sub(drop, _CAPTION.sub(_figure, stored)))
    return _ALONE.sub(drop_shown, html), sorted(set(left_out))


def _figure(match) -> str:
    said = _CAPTION_SAID.search(match[1])
    picture = _PICTURE.match(match[2])
    words = (said[1] or said[2] or "") if said else picture[2] if picture else ""
    return f"\n\n<figure>{picture[1] if picture else match[2]}<figcaption>{words.strip()}</figcaption></figure>\n\n"


def in_paragraphs(text: str) -> str:
    """As WordPress does it when it shows a post (wpautop): a blank line ends a paragraph, any other line is a line."""
    parts = _PRE.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(part if number % 2 else _paragraphs(part) for number, part in enumerate(parts))


def _paragraphs(text: str) -> str:
    apart = _CLOSES.sub(r"\1\n\n", _OPENS.sub(r"\n\n\1", text))
    pieces = (piece.strip() for piece in re.split(r"\n\s*\n", apart))
    return "\n".join(piece if _IS_BLOCK.match(piece) else f"<p>{piece.replace(chr(10), '<br>')}</p>" for piece in pieces if piece)
