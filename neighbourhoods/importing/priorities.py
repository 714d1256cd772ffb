"""Priorities and what was done about them, brought in line with a feed. What stands in the history is only ever added to.

Feeds keep old priorities for years and say of none that it is closed. Those on which something was said or done in the
last year are open, the newest first, as far as there are places: an editor's priority never loses its place to one.
"""

from datetime import timedelta

from neighbourhoods.models import Priority, PriorityUpdate
from policesite import clock

from .entries import FEED, Issue
from .plain_text import plain
from .report import Report
from .saving import put, save

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
        free = PLACES - set(self.open)
        if _last_word(issue) <= self.today - STILL_OPEN:
            self.report.diff("priorities older than a year, left out").unchanged += 1
            return
        if not free:
            self.report.refuse("priorities: the area's three places are taken", what)
            return
        row = Priority(
            neighbourhood=self.page,
            place=min(free),
            title=issue.title,
            you_said=issue.said,
            agreed_on=issue.agreed_on,
            update_due=_last_word(issue) + DUE_AFTER,
            source_key=issue.key,
        )
        if save(row, self.report, "priorities", what):
            self.open[row.place] = row
            self._say_what_was_done(row, issue)
            self.report.count("priorities", "added", f"priority “{row.title}” of {self.page.code}")

    def _change(self, row: Priority, issue: Issue):
        changed = put(row, {"you_said": issue.said, "agreed_on": issue.agreed_on} | ({"title": issue.title} if issue.facts.get("title") else {}))
        if row.outcome == NO_LONGER and row.closed_on and row.place not in self.open:
            row.closed_on, row.outcome = None, ""
            changed.append("open again")
        if changed and not save(row, self.report, "priorities", f"{self.page.code} {row.title}"):
            return
        if row.is_open:
            self.open[row.place] = row
        if self._say_what_was_done(row, issue):
            changed.append("something done")
        self.report.count("priorities", "changed" if changed else "unchanged", f"priority “{row.title}” of {self.page.code}: {', '.join(changed)}")

    def _say_what_was_done(self, row: Priority, issue: Issue) -> bool:
        """Add what the feed says was done, unless it stands there. Without a day it is the day it was agreed: never fresher than it is."""
        if not issue.did or any(plain(update.we_did, 300) == issue.did and issue.did_on in (None, update.done_on) for update in row.updates.all()):
            return False
        done_on = issue.did_on or row.agreed_on
        update = PriorityUpdate(priority=row, we_did=issue.did, done_on=done_on, recorded_by="Import")
        if done_on > self.today:
            self.report.refuse("priorities: what was done is dated in the future", f"{self.page.code} {row.title}")
            return False
        if not save(update, self.report, "priorities", f"{self.page.code} {row.title}"):
            return False
        if row.is_open and row.update_due < done_on + DUE_AFTER:
            Priority.objects.filter(pk=row.pk).update(update_due=done_on + DUE_AFTER)
        return True


def _last_word(issue: Issue):
    return max(issue.agreed_on, issue.did_on or issue.agreed_on)
