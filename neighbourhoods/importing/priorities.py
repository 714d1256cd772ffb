"""Priorities and what was done about them, brought in line with a feed. What stands in the history is only ever added to.

Feeds keep old priorities for years and say of none that it is closed. Those on which something was said or done in the
last year are open, the newest first, as far as there are places: an editor's priority never loses its place to one.
"""

from datetime import timedelta

from neighbourhoods.models import Priority, PriorityUpdate
from policesite import clock
from policesite.importing.report import Report

from .entries import FEED, Deed, Issue
from .saving import put, reads_alike, save

STILL_OPEN = timedelta(days=365)
DUE_AFTER = timedelta(days=90)  # the guarantee: an update within three months
NO_LONGER = "It is no longer on the team's list."
PLACES = set(Priority.Place.values)


def import_priorities(areas, report: Report, forced: bool) -> None:
    """`areas` are pairs of a page and its priorities, or None where the feed says nothing."""
    for page, issues in areas:
        if issues is not None:
            _Area(page, report).bring_in_line(issues, forced)


class _Area:
    def __init__(self, page, report: Report):
        self.page, self.report, self.today = page, report, clock.today()
        rows = list(Priority.objects.filter(neighbourhood=page).prefetch_related("updates"))
        self.by_id = {row.public_id: row for row in rows}
        self.by_key = {row.source_key: row for row in rows if row.source_key}
        self.open = {row.place: row for row in rows if row.is_open}

    def bring_in_line(self, issues: list[Issue], forced: bool):
        found = {issue.key: self.by_id.get(issue.public_id) or self.by_key.get(issue.key) for issue in issues}
        self._close_missing({row.pk for row in found.values() if row}, bool(issues), forced)
        for issue in sorted(issues, key=_last_word, reverse=True):
            row = found[issue.key]
            if row is None:
                self._add(issue)
            else:
                self._change(row, issue)

    def _close_missing(self, listed: set[int], is_said: bool, forced: bool):
        gone = [row for row in self.open.values() if row.source_key.startswith(FEED) and row.pk not in listed]
        if gone and not is_said and not forced:
            self.report.note(f"The feed has no priority for {self.page.code} {self.page.title}: what is there stays. If that is right, use --force.")
            return
        for row in gone:
            row.closed_on, row.outcome = self.today, NO_LONGER
            if save(row, self.report, "priorities", row.title):
                del self.open[row.place]
                self.report.count("priorities", "removed", f"priority “{row.title}” of {self.page.code}: closed")

    def _add(self, issue: Issue):
        what = f"{self.page.code} {issue.title}"
        place = self._place(issue)
        if not issue.facts and _last_word(issue) <= self.today - STILL_OPEN:
            self.report.diff("priorities older than a year, left out").unchanged += 1
            return
        if place is None:
            self.report.refuse("priorities: the area's three places are taken", what)
            return
        values = {"title": issue.title, "you_said": issue.said, "agreed_on": issue.agreed_on, "update_due": _last_word(issue) + DUE_AFTER}
        row = Priority(neighbourhood=self.page, source_key=issue.key, **values | issue.facts | {"place": place})
        if save(row, self.report, "priorities", what):
            if row.is_open:
                self.open[row.place] = row
            self._say_what_was_done(row, issue)
            self.report.count("priorities", "added", f"priority “{row.title}” of {self.page.code}")

    def _place(self, issue: Issue) -> int | None:
        """The place that the feed says, where it is free, else the first that is; a closed one needs none."""
        wanted = issue.facts.get("place", 1)
        free = PLACES if issue.facts.get("closed_on") else PLACES - set(self.open)
        return wanted if wanted in free else min(free, default=None)

    def _change(self, row: Priority, issue: Issue):
        facts = {name: value for name, value in issue.facts.items() if name != "place"}
        changed = put(row, {"you_said": issue.said, "agreed_on": issue.agreed_on} | facts)
        if row.outcome == NO_LONGER and row.closed_on and not facts.get("closed_on") and row.place not in self.open:
            row.closed_on, row.outcome = None, ""
            changed.append("open again")
        if changed and not save(row, self.report, "priorities", f"{self.page.code} {row.title}"):
            return
        self._keep_places(row)
        if self._say_what_was_done(row, issue):
            changed.append("something done")
        self.report.count("priorities", "changed" if changed else "unchanged", f"priority “{row.title}” of {self.page.code}: {', '.join(changed)}")

    def _keep_places(self, row: Priority):
        if row.is_open:
            self.open[row.place] = row
        elif self.open.get(row.place) is row:
            del self.open[row.place]

    def _say_what_was_done(self, row: Priority, issue: Issue) -> bool:
        """Add what the feed says was done, unless it stands there. Returns whether there was anything."""
        known, written, rows = {}, [], list(row.updates.all())
        for deed in _corrections_last(issue.done):
            standing = _standing(deed, rows)
            update = standing or self._write(row, deed, known.get(deed.corrects))
            if update and not standing:
                written.append(update.done_on)
            if update and deed.public_id:
                known[deed.public_id] = update
        if written and row.is_open and "update_due" not in issue.facts and row.update_due < max(written) + DUE_AFTER:
            Priority.objects.filter(pk=row.pk).update(update_due=max(written) + DUE_AFTER)
        return bool(written)

    def _write(self, row: Priority, deed: Deed, corrects: PriorityUpdate | None) -> PriorityUpdate | None:
        """Without a day it was done on the day it was agreed: never fresher than it is."""
        done_on = deed.day or row.agreed_on
        if done_on > self.today:
            self.report.refuse("priorities: what was done is dated in the future", f"{self.page.code} {row.title}")
            return None
        update = PriorityUpdate(priority=row, we_did=deed.text, done_on=done_on, corrects=corrects, recorded_by="Import")
        return update if save(update, self.report, "priorities", f"{self.page.code} {row.title}") else None


def _standing(deed: Deed, rows: list[PriorityUpdate]) -> PriorityUpdate | None:
    """The row that says it already: the one of its id, else one that reads like it."""
    alike = (row for row in rows if deed.day in (None, row.done_on) and reads_alike(row.we_did, deed.text))
    return next((row for row in rows if row.public_id == deed.public_id), None) or next(alike, None)


def _corrections_last(done: tuple[Deed, ...]) -> list[Deed]:
    """In the order given, and each after the one that it puts right. Deeds that put each other right stay as they came."""
    ordered, waiting = [], list(done)
    while waiting:
        ids = {deed.public_id for deed in waiting if deed.public_id}
        ready = [deed for deed in waiting if deed.corrects not in ids] or waiting
        ordered += ready
        waiting = [deed for deed in waiting if deed not in ready]
    return ordered


def _last_word(issue: Issue):
    return max(issue.agreed_on, *(deed.day for deed in issue.done if deed.day), issue.agreed_on)
