"""Somebody whose name must go: under every name that they are known by, wherever the site tells of them."""

from collections.abc import Callable, Iterable

from django.db import models
from wagtail.models import Page

from .silencing import cancel_schedules, silence
from .spelling import Name, is_long_enough
from .traces import Trace, find, source_key


class Person:
    """What names somebody (`named`), and what has the surname alone (`nearly`), but for the rows whose keys are in `but`.

    Nobody can look for a name of three letters: such a one is passed over. With `drafts` what is not public counts, too.
    An alias is not told of apart: it goes with the page that it shows.
    """

    def __init__(self, names: Iterable[str], but: Iterable[str] = (), drafts: bool = False):
        self.names = [Name(name) for name in dict.fromkeys(names) if is_long_enough(name)]
        found = [find(name, drafts) for name in self.names]
        self.named = _without(set(but), [trace for each in found for trace in each.named])
        known = {*but, *(trace.key for trace in self.named)}
        self.nearly = _without(known, [trace for each in found for trace in each.nearly])

    def is_in(self, text: str) -> bool:
        return any(name.is_in(text) for name in self.names)

    def is_nearly_in(self, text: str) -> bool:
        return any(name.is_nearly_in(text) for name in self.names)

    def unsure(self, unread: Iterable[models.Model]) -> list[Trace]:
        """What may tell of them: what has the surname alone, and `unread`, rows that nobody can search, such as a film or a file."""
        return [*self.nearly, *(Trace(row, frozenset()) for row in unread)]

    def silence(self, keys: Iterable[str], by, take_down: Callable[[Page], None], unread: Iterable[models.Model] = ()) -> None:
        """Silence what has one of these `keys`, and cancel what was scheduled to name them, but on pages that stay.

        `unread` may have such a key as well.
        """
        keys = set(keys)
        for traces, names in ((self.named, self.is_in), (self.unsure(unread), self.is_nearly_in)):
            for trace in traces:
                if trace.key in keys:
                    silence(trace, names, by, take_down)
        for name in self.names:
            cancel_schedules(name, {trace.key for trace in self.named} - keys)


def _without(known: set[str], traces: list[Trace]) -> list[Trace]:
    """Each row once, with every field that one of the names was found in."""
    once: dict[str, Trace] = {}
    for trace in traces:
        if trace.key not in known:
            once[trace.key] = Trace(trace.row, trace.fields | (once[trace.key].fields if trace.key in once else frozenset()))
    return [trace for trace in once.values() if not (isinstance(trace.row, Page) and source_key(trace.row) in known | once.keys())]
