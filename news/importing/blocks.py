"""The parts of a story as blocks of our vocabulary."""

from policesite.importing.plain_text import plain

from .markup import Body, Picture, Table
from .pictures import Pictures, beside


def blocks_of(body: Body, title: str, pictures: Pictures) -> list[dict]:
    """As a stream field stores them. A picture that cannot be had is left out, and `pictures` has said why."""
    made = (_block(part, title, pictures) for part in body.parts)
    return [block for block in made if block]


def _block(part, title: str, pictures: Pictures) -> dict | None:
    if isinstance(part, Picture):
        image = pictures.take(part.address, part.alt, title)
        return image and {"type": "image", "value": {"image": image.pk, "caption": plain(part.caption, 200), "description": beside(image, part.alt)}}
    if isinstance(part, Table):
        return {"type": "table", "value": {"caption": part.caption or title, "table": _typed_table(part)}}
    return {"type": "text", "value": part}


def _typed_table(table: Table) -> dict:
    """The value of a typed table: the first row is its head; an empty heading says which column it is."""
    head, *rows = table.rows
    columns = [{"type": "text", "heading": plain(words, 80) or f"Column {number}"} for number, words in enumerate(head, start=1)]
    return {"columns": columns, "rows": [{"values": [plain(words) for words in row]} for row in rows], "caption": ""}
