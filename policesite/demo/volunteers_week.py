"""A week that is still being made, for the editors' board: a day that is ready, one that lacks consent, and days without anybody."""

from datetime import timedelta

from .writing import text

COMES_IN = timedelta(days=24)
LASTS = timedelta(days=4)

VOLUNTEERS_WEEK = {
    "slug": "volunteers-week",
    "title": "Our volunteers’ week",
    "summary": "Special constables, cadet leaders and people who give us an evening a week: five days, five of them.",
    "organisers": "",
    "hero": "village-green",
    "body": [text("<p>Nobody pays them, and they come anyway. From their first morning on we introduce one of them each day.</p>")],
}

SPECIAL = {
    "day": 0,
    "slug": "special-constable",
    "title": "A constable on Fridays",
    "name": "",
    "role": "Special constable",
    "department": "Special Constabulary",
    "portrait": None,
    "summary": "They have an ordinary job all week, and the full powers of a constable on Friday night.",
    "helps": "On the busiest night of the week there is another officer in town.",
    "pull_quote": "",
    "body": [text("<p>Specials train as constables do, wear the same uniform and do the same work, for at least 16 hours a month.</p>")],
}

SPEED_WATCH = {
    "day": 2,
    "slug": "community-speed-watch",
    "title": "Three neighbours and a hedge",
    "name": "Winifred Marsh",
    "role": "Community Speed Watch volunteer",
    "department": "Volunteers",
    "portrait": None,
    "summary": "Winifred counts cars at the edge of her village, and the letters that follow slow them down.",
    "helps": "The road past the school is slower than it was.",
    "pull_quote": "They wave. Then they brake.",
    "consent": "",
    "body": [text("<p>We stand where everybody can see us. That is the whole trick.</p>")],
}

DRAFTS = [SPECIAL, SPEED_WATCH]
