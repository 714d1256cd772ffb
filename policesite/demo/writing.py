"""Short names for the blocks of a body, so that the words of a page read as words."""

from policesite.blocks.body import BodyBlock

TALK_TO_US = ["101", "online", "crimestoppers"]


def text(html: str) -> tuple:
    return "text", " ".join(html.split())


def quote(words: str, name: str, role: str = "") -> tuple:
    return "quote", {"text": words, "name": name, "role": role}


def details(summary: str, html: str) -> tuple:
    return "details", {"summary": summary, "text": " ".join(html.split())}


def contact(heading: str = "Know something?", channels=TALK_TO_US, reference: str = "") -> tuple:
    return "contact", {"heading": heading, "channels": list(channels), "reference": reference}


def picture(name: str, caption: str = "") -> tuple:
    """The picture is named here and found by `Stage.body`."""
    return "image", {"image": name, "caption": caption}


def table(caption: str, headings: list[str], rows: list[list[str]]) -> tuple:
    raw = {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in rows],
    }
    return "table", BodyBlock().child_blocks["table"].to_python({"caption": caption, "table": raw})
