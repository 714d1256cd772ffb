"""Subheadings that can be linked to: the anchor of each, and the list of them for "On this page"."""

import html
import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.text import slugify

_SUBHEADING = re.compile(r"<h2(?:\s[^>]*)?>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True)
class Subheading:
    text: str
    anchor: str


def subheading(inner_html: str) -> Subheading:
    text = html.unescape(strip_tags(inner_html)).strip()
    return Subheading(text, slugify(text, allow_unicode=True) or "section")


def with_anchors(text: str) -> str:
    """The HTML of a text block, each h2 with its id."""
    return _SUBHEADING.sub(lambda match: f'<h2 id="{subheading(match[1]).anchor}">{match[1]}</h2>', text)


def subheadings(body) -> list[Subheading]:
    """Those of the text blocks of a body, in order, each anchor once."""
    sources = (block.value.source for block in body if block.block_type == "text")
    found = [subheading(match[1]) for source in sources for match in _SUBHEADING.finditer(source)]
    return list({each.anchor: each for each in found if each.text}.values())
