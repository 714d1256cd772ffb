"""All that a report says as a file for a spreadsheet: a terminal scrolls, and forgets."""

import csv
from pathlib import Path

from policesite.delivery.spreadsheet import harmless

from .report import Report, SourceError

HEAD = ("What", "In words", "Where")


def empty_file(path: Path) -> Path:
    """A file that can be written to later, once there is something to say. Raises SourceError where there can't be one."""
    try:
        path.write_text("", encoding="utf-8")
    except OSError as error:
        raise SourceError(f"The report can't be written to {path}: {error.strerror}.") from error
    return path


def write(report: Report, path: Path) -> None:
    """A row for each thing to look at and each refusal, by heading; no cell is a formula."""
    lines = [*report.to_look_at(), *sorted(report.all_refused, key=lambda line: line.heading)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        rows.writerows([harmless(cell) for cell in (line.heading, line.said, line.where)] for line in lines)
