"""Short names for the blocks of a body, so that the words of a page read as words."""

import re

from policesite.blocks.body import BodyBlock

TALK_TO_US = ["101", "online", "crimestoppers"]


def typeset(words: str) -> str:
    """One line of text with typographic apostrophes, and telephone numbers that don't break."""
    one_line = " ".join(words.split())
    return re.sub(r"(?<=\d) (?=\d{3})", "\N{NO-BREAK SPACE}", re.sub(r"(?<=\w)'", "’", one_line))


def text(html: str) -> tuple:
    return "text", typeset(html)


def quote(words: str, name: str, role: str = "") -> tuple:
    return "quote", {"text": words, "name": name, "role": typeset(role)}


def details(summary: str, html: str) -> tuple:
    return "details", {"summary": typeset(summary), "text": typeset(html)}


def contact(heading: str = "Know something?", channels=TALK_TO_US, reference: str = "") -> tuple:
    return "contact", {"heading": typeset(heading), "channels": list(channels), "reference": reference}


def picture(name: str, caption: str = "") -> tuple:
    """The picture is named here and found by `Stage.fields`."""
    return "image", {"image": name, "caption": caption}


def film() -> tuple:
    """The film, which `Stage.fields` finds."""
    return "video", None


def table(caption: str, headings: list[str], rows: list[list[str]]) -> tuple:
    raw = {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": [typeset(cell) for cell in row]} for row in rows],
    }
    return "table", BodyBlock().child_blocks["table"].to_python({"caption": caption, "table": raw})
