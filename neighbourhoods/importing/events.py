"""Events, brought in line with a feed. One that is gone from it is called off, not deleted: calendars must learn of it."""

from neighbourhoods.models import Event, Vehicle
from policesite import clock
from policesite.importing.report import Report

from .entries import FEED, Meeting
from .saving import put, save

NO_LONGER = "It is no longer in the team's calendar."


def import_events(areas, report: Report, forced: bool) -> None:
    """`areas` are pairs of a page and its events, or None where the feed says nothing."""
    for page, meetings in areas:
        if meetings is not None:
            _bring_in_line(page, meetings, report, forced)


def _bring_in_line(page, meetings: list[Meeting], report: Report, forced: bool):
    rows = list(Event.objects.filter(neighbourhood=page))
    by_id = {row.public_id: row for row in rows}
    by_key = {row.source_key: row for row in rows if row.source_key}
    found = {meeting.key: by_id.get(meeting.public_id) or by_key.get(meeting.key) for meeting in meetings}
    _call_off_missing(page, rows, {row.pk for row in found.values() if row}, bool(meetings) or forced, report)
    for meeting in meetings:
        row = found[meeting.key]
        if row is None:
            _add(page, meeting, report)
        else:
            _change(page, row, meeting, report)


def _call_off_missing(page, rows, listed: set[int], is_said: bool, report: Report):
    ahead = [row for row in rows if row.ends > clock.now() and row.is_planned]
    gone = [row for row in ahead if row.source_key.startswith(FEED) and row.pk not in listed]
    if gone and not is_said:
        report.note(f"The feed has no event for {page.code} {page.title}: what is there stays. If that is right, use --force.")
        return
    for row in gone:
        row.status, row.change_note = Event.Status.CANCELLED, NO_LONGER
        if save(row, report, "events", row.title):
            report.count("events", "removed", f"event “{row.title}” of {page.code}: cancelled")


def _add(page, meeting: Meeting, report: Report):
    if meeting.ends <= clock.now():
        report.diff("events that are over, left out").unchanged += 1
        return
    row = Event(neighbourhood=page, source_key=meeting.key, **_values(page, meeting))
    if save(row, report, "events", f"{page.code} {meeting.title}"):
        report.count("events", "added", f"event “{row.title}” of {page.code}")


def _change(page, row: Event, meeting: Meeting, report: Report):
    values = _values(page, meeting)
    if not meeting.facts:
        del values["kind"]  # a guess, good enough for a new one
    changed = put(row, values)
    if row.change_note and (meeting.facts.get("status") == Event.Status.PLANNED or (row.change_note == NO_LONGER and not meeting.facts)):
        row.status, row.change_note = Event.Status.PLANNED, ""
        changed.append("on again")
    if changed and not save(row, report, "events", f"{page.code} {row.title}"):
        return
    report.count("events", "changed" if changed else "unchanged", f"event “{row.title}” of {page.code}: {', '.join(changed)}")


def _values(page, meeting: Meeting) -> dict:
    names = ("title", "kind", "starts", "ends", "venue", "notes")
    values = {name: getattr(meeting, name) for name in names} | meeting.facts
    if bus := values.pop("vehicle", ""):
        values["vehicle"], _ = Vehicle.objects.get_or_create(force=page.force, name=bus)
    return values
