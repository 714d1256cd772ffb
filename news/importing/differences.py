"""What a changed story would change in its article, word by word, in a few lines."""

import re
from difflib import SequenceMatcher
from html import unescape

from news.models import NewsArticlePage
from policesite.delivery.templatetags.house import clock_time, full_date
from policesite.importing.plain_text import shortened

MOST_WORDS = 3_000  # compared; what follows is only said to differ
MOST_CHANGES = 5  # shown of one field
LONGEST = 80  # characters of one change
BESIDE = 3  # words of the text around a change


def words_of(page: NewsArticlePage) -> dict[str, str]:
    """What a reader reads of it, by field. Of pictures nothing: a dry run fetches none."""
    texts = [re.sub(r"<[^>]*>", " ", block["value"]) for block in page.body.raw_data if block["type"] == "text"]
    cells = [
        " ".join([*(column["heading"] for column in table["columns"]), *(words for row in table["rows"] for words in row["values"])])
        for table in (block["value"]["table"] for block in page.body.raw_data if block["type"] == "table")
    ]
    topics = ", ".join(sorted(topic.name for topic in page.topics.all()))
    moment = page.first_published_at or page.go_live_at
    return {
        "title": page.title,
        "summary": page.summary,
        "kind": page.kind,
        "date": f"{full_date(moment)}, {clock_time(moment)}" if moment else "",
        "topics": topics,
        "text": unescape(" ".join([*texts, *cells])),
    }


def all_of(page: NewsArticlePage) -> list:
    """Everything of it that an import writes, its pictures and links too."""
    return [words_of(page), page.hero_id, page.go_live_at, [(block["type"], block["value"]) for block in page.body.raw_data]]


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """A line for each field that differs: `text: they [-saw-] {+met+} him`."""
    found = [f"{name}: {_changes(before[name].split(), after[name].split())}" for name in before if before[name].split() != after[name].split()]
    return found or ["no word of it: a picture, a link or the layout"]


def _changes(old: list[str], new: list[str]) -> str:
    head, other = old[:MOST_WORDS], new[:MOST_WORDS]
    changed = [codes for codes in SequenceMatcher(None, head, other, autojunk=False).get_opcodes() if codes[0] != "equal"]
    shown = [_change(head, other, *codes[1:]) for codes in changed[:MOST_CHANGES]]
    if len(changed) > len(shown):
        shown.append(f"and {len(changed) - len(shown)} more")
    return " … ".join(shown) or "further down than is compared here"


def _change(old: list[str], new: list[str], start: int, end: int, new_start: int, new_end: int) -> str:
    gone, come = (shortened(" ".join(words), LONGEST) for words in (old[start:end], new[new_start:new_end]))
    marked = [*([f"[-{gone}-]"] if gone else []), *([f"{{+{come}+}}"] if come else [])]
    return " ".join([*old[max(0, start - BESIDE) : start], *marked, *old[end : end + BESIDE]])
