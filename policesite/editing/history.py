"""How an action of ours reads in Wagtail's history of a page."""

from collections.abc import Callable

from wagtail.log_actions import LogFormatter


def told_by(label: str, sentence: Callable[[dict], str]) -> type[LogFormatter]:
    """A formatter whose sentence is made from what was logged: Wagtail's short form takes fixed words alone."""

    class Told(LogFormatter):
        def format_message(self, entry) -> str:
            try:
                return sentence(entry.data)
            except KeyError:  # the record was made to forget a name
                return label

    Told.label = label
    return Told
