"""What stands above a story: what the older site says in short, or else its first paragraph, which is then not said twice."""

import re

from policesite.importing.plain_text import plain, shortened

from .markup import Body, Table
from .stories import Story

SUMMARY = 200  # characters, as BasePage has it
_FIRST = re.compile(r"<p>((?:(?!</p>).)*)</p>", re.DOTALL)


def standfirst(story: Story, body: Body) -> tuple[str, list]:
    """The summary, and the parts of the story without the paragraph whose every word that is. A link keeps its paragraph."""
    place, part = next(((place, part) for place, part in enumerate(body.parts) if isinstance(part, str)), (0, ""))
    first = _FIRST.match(part)
    paragraph = plain(first[1]) if first else ""
    summary = shortened(story.summary or paragraph or plain(body.first_words) or story.title, SUMMARY)
    if not first or summary != paragraph or "<a " in first[1]:
        return summary, body.parts
    rest = part[first.end() :]
    return summary, [*body.parts[:place], *([rest] if rest else []), *body.parts[place + 1 :]]


def has_words(story: Story, body: Body) -> bool:
    return bool(story.summary) or any(isinstance(part, str | Table) for part in body.parts)
