"""What kinds of news there are, and how an appeal lives: the words of the field, in one place."""

from dataclasses import dataclass
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


class Proceedings(TextChoices):
    """Under the Contempt of Court Act 1981 they are active from an arrest, a warrant or a charge until the end of the case."""

    NONE = "", "None"
    ACTIVE = "active", "Active: somebody has been arrested or charged"
    ENDED = "ended", "Ended"


class Outcome(TextChoices):
    OPEN = "open", "Still open"
    FOUND = "found", "Found"
    ARRESTED = "arrested", "Arrested"
    CLOSED = "closed", "Closed"


ACTIVE_STAGES = (Stage.ARRESTED, Stage.CHARGED, Stage.IN_COURT)
ASKS_FOR_HELP = (Kind.APPEAL, Kind.WANTED, Kind.MISSING)
OPEN_APPEALS = "open-appeals"  # in an address, where a kind may stand: every appeal that still asks, whichever kind it is of
ALWAYS_ENDS = (Kind.WANTED, Kind.MISSING)  # a person's name and face never stay up for want of anyone to take them down
APPEAL_LASTS = timedelta(days=28)  # where the editor names no other end


@dataclass(frozen=True)
class Ways:
    """How to answer an appeal, in wording that is the same on every page. `urgent` goes on with 999, `otherwise` with 101."""

    heading: str
    urgent: str
    otherwise: str
    is_anonymous: bool = True  # by Crimestoppers, who take reports of crimes: not of somebody missing


WAYS = {
    Kind.APPEAL: Ways("Know something?", "If somebody is in danger now, call", "If you saw something, or have pictures of it, call"),
    Kind.WANTED: Ways("Have you seen them?", "Do not approach them. Call", "If you know where they may be, call"),
    Kind.MISSING: Ways("Have you seen them?", "If you can see them now, or think they are in danger, call", "If you know anything else, call", False),
}

# What stays when an appeal is over: nothing that says who it was.
LINES = {
    (Kind.MISSING, Outcome.FOUND): (
        "Missing person found",
        "Somebody whom we asked you to help us find has been found. Thank you to everyone who looked.",
    ),
    (Kind.WANTED, Outcome.ARRESTED): (
        "Wanted person arrested",
        "Somebody whom we asked you to help us find has been arrested. Thank you to everyone who called.",
    ),
    (Kind.APPEAL, Outcome.FOUND): ("Appeal over: person identified", "We know now whom we asked you about. Thank you to everyone who called."),
    (Kind.APPEAL, Outcome.ARRESTED): ("Appeal over: arrest made", "Somebody has been arrested in this case. Thank you to everyone who called."),
    (Kind.MISSING, Outcome.CLOSED): ("Appeal closed", "We no longer ask for help with this. Thank you to everyone who looked."),
    (Kind.WANTED, Outcome.CLOSED): ("Appeal closed", "We no longer ask for help with this. Thank you to everyone who called."),
    (Kind.APPEAL, Outcome.CLOSED): ("Appeal closed", "We no longer ask for help with this. Thank you to everyone who called."),
}
