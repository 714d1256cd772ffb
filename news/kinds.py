"""What kinds of news there are, and how an appeal lives: the words of the field, in one place."""

from datetime import timedelta

from django.db.models import TextChoices


class Kind(TextChoices):
    STORY = "story", "Story"
    APPEAL = "appeal", "Appeal"
    WANTED = "wanted", "Wanted"
    MISSING = "missing", "Missing"
    COURT = "court", "In court"
    STATEMENT = "statement", "Statement"
    EVENT = "event", "Event"
    CAMPAIGN = "campaign", "Campaign"


class Stage(TextChoices):
    NONE = "", "Does not apply"
    INVESTIGATING = "investigating", "We are investigating"
    ARRESTED = "arrested", "Somebody has been arrested"
    CHARGED = "charged", "Somebody has been charged"
    IN_COURT = "in_court", "The case is in court"
    CONCLUDED = "concluded", "The case is concluded"


class Outcome(TextChoices):
    OPEN = "open", "Still open"
    FOUND = "found", "Found"
    ARRESTED = "arrested", "Arrested"
    CLOSED = "closed", "Closed"


ASKS_FOR_HELP = (Kind.APPEAL, Kind.WANTED, Kind.MISSING)
ALWAYS_ENDS = (Kind.WANTED, Kind.MISSING)  # a person's name and face never stay up for want of anyone to take them down
APPEAL_LASTS = timedelta(days=28)  # where the editor names no other end
