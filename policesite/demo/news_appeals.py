"""How appeals and results live: examples that say that they are, about invented people."""

from datetime import timedelta

from news.closing import close
from policesite.editing.withdrawing import withdraw

from .writing import text

MISSING = {
    "slug": "example-missing-alex-larkspur",
    "title": "Have you seen Alex Larkspur? (example appeal)",
    "summary": "An example of an appeal for somebody missing. Alex has been found since, so nobody who visits the site sees this.",
    "days_ago": 6,
    "kind": "missing",
    "person": "Alex Larkspur",
    "reference": "EXAMPLE 26000 960777",
    "topics": ["appeals"],
    "areas": ["SCT142"],
    "body": [text("<p><b>This appeal is an example, and Alex is invented.</b> Alex was last seen at the bus station at 6pm.</p>")],
}

COURT = {
    "slug": "example-court-result-tool-thefts",
    "title": "Sentenced for stealing tools from vans (example result)",
    "summary": "An example of a court result: what the court decided, in plain words, and what it means for the people who were robbed.",
    "days_ago": 8,
    "hero": "crime-scene",
    "kind": "court",
    "stage": "concluded",
    "proceedings": "ended",
    "topics": ["crime-prevention"],
    "areas": ["SCT142"],
    "body": [
        text("""
        <p><b>This result is an example. The case, the court's decision and the people are invented.</b></p>
        <p>A man who took tools from eleven vans was sentenced at Northampton Crown Court to two years in prison. He had admitted all of
        the thefts. The court also ordered him to pay back part of what the tools cost.</p>
        <h2>How the case was made</h2>
        <p>Neighbours sent doorbell pictures, and two of the owners had marked their tools. Officers found nine sets in a lock-up and
        gave them back.</p>
        <h2>If it has happened to you</h2>
        <p>Tell us, even if it was weeks ago: one report may be the one that links the others.</p>
        """),
    ],
    "updates": [
        {"kind": "update", "days_ago": 7, "text": "All nine sets of tools in this example have been collected by their owners."},
        {"kind": "correction", "days_ago": 6, "text": "An earlier version said ten vans. It was eleven."},
    ],
}

WITHDRAWN = {
    "slug": "example-withdrawn-bike-thefts",
    "title": "Bike thefts near the station (example of a withdrawn story)",
    "summary": "An example of a story that was withdrawn: it stays at its address for the record, and is listed nowhere.",
    "days_ago": 30,
    "hero": "bike-marking",
    "topics": ["crime-prevention"],
    "body": [
        text("""
        <p><b>This story is an example. What it tells is invented.</b></p>
        <p>It said that bike thefts near the station had doubled in a month. Two reports had been counted twice, so that was wrong.</p>
        """),
    ],
}
WHY_WITHDRAWN = "The number of thefts in it was wrong, and nothing was left of the story without it."

APPEAL_STORIES = [MISSING, COURT, WITHDRAWN]


def live_on(stage, pages: dict) -> None:
    """What happens to appeals and stories later, done as an editor does it. `pages` by slug."""
    close(pages[MISSING["slug"]], "found", stage.today - timedelta(days=4), stage.editor)
    withdraw(pages[WITHDRAWN["slug"]], stage.editor, WHY_WITHDRAWN)
