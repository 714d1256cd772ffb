"""What an import did, or would do: counted, and each refusal with its reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

# How many examples of one reason are kept: a file may be wrong two million times in the same way.
EXAMPLES = 5
LONGEST = 400  # characters of a line
# An import that would drop more than this share of what stands is more likely a broken file than the truth.
MOST_DROPPED = 0.1


class SourceError(Exception):
    """A file or a feed that cannot be used as it is; says why in a sentence. Nothing has been changed."""


class SourceDown(SourceError):
    """A server that does not answer, however long it is waited for: no use in asking it for the next thing."""


@dataclass
class Diff:
    """How one kind of row came out."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def is_change(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __str__(self):
        words = ((self.added, "added"), (self.changed, "changed"), (self.removed, "removed"), (self.unchanged, "unchanged"))
        return ", ".join(f"{count:,} {word}" for count, word in words)


@dataclass(frozen=True)
class Line:
    """Something to look at, under a heading; `where` is the address at which that can be done."""

    heading: str
    said: str
    where: str = ""


@dataclass
class Report:
    """Everything an import says at its end. `details` names what changed, `notes` is what somebody should look at.

    Of refusals a few examples are kept, and all of them where `keeps_all`.
    """

    diffs: dict[str, Diff] = field(default_factory=dict)
    details: list[str] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    refusals: Counter = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    keeps_all: bool = False
    all_refused: list[Line] = field(default_factory=list)

    def diff(self, kind: str) -> Diff:
        return self.diffs.setdefault(kind, Diff())

    def count(self, kind: str, outcome: str, what: str = "") -> None:
        """Count a row as "added", "changed", "removed" or "unchanged"; name it where it is worth a line."""
        diff = self.diff(kind)
        setattr(diff, outcome, getattr(diff, outcome) + 1)
        if what and outcome != "unchanged":
            self.details.append(f"{outcome}: {what}")

    def refuse(self, why: str, what: str, where: str = "") -> None:
        self.refusals[why] += 1
        shown = self.examples.setdefault(why, [])
        if len(shown) < EXAMPLES:
            shown.append(_printable(what, 160))
        if self.keeps_all:
            self.all_refused.append(Line(why, _printable(what, LONGEST), where))

    def note(self, line: str, heading: str = "", where: str = "") -> None:
        self.notes.append(Line(heading, _printable(line, LONGEST), where))

    def to_look_at(self) -> list[Line]:
        """The notes by heading: what is alike can be done in one go."""
        headings = list(dict.fromkeys(line.heading for line in self.notes))
        return sorted(self.notes, key=lambda line: headings.index(line.heading))

    @property
    def refused(self) -> int:
        return self.refusals.total()

    @property
    def is_change(self) -> bool:
        return any(diff.is_change for diff in self.diffs.values())

    def lines(self, *, with_notes: bool = True) -> Iterator[str]:
        """The report as it is printed."""
        for kind, diff in self.diffs.items():
            yield f"{kind.capitalize()}: {diff}."
        yield from (f"  {_printable(line, LONGEST)}" for line in self.details)
        yield f"Refused: {self.refused:,}."
        for why, count in self.refusals.most_common():
            more = ", …" if count > EXAMPLES else ""
            yield f"  {count:,} × {why}: {', '.join(self.examples[why])}{more}"
        if with_notes:
            yield from (f"Look at: {line.said}{f' {line.where}' if line.where else ''}" for line in self.to_look_at())


def refuse_to_empty(kind: str, removed: int, stood: int, force: bool) -> None:
    """Raise SourceError where more than a tenth of the rows that stand would go, unless that is wanted."""
    if not force and stood and removed > stood * MOST_DROPPED:
        raise SourceError(
            f"This would remove {removed:,} of {stood:,} {kind}, more than a tenth. The file or the feed is probably incomplete; "
            "if it is right, run it again with --force."
        )


def _printable(text: str, limit: int = 80) -> str:
    """What came from outside, without line breaks and control characters that could forge or garble a line."""
    plain = "".join(c if c.isprintable() else "�" for c in str(text))
    return plain if len(plain) <= limit else f"{plain[:limit]}…"
