"""What an editor must look at in a story that an import brought: kept with it until somebody has saved it."""

from django.db.models import TextChoices


class Look(TextChoices):
    ASKS = "asks", "it may ask for somebody: decide whether they may still be named and shown"
    CASE = "case", "it may name somebody in a case: decide whether they may still be named"
    HARMED = "harmed", "it may name somebody who died or was hurt: decide whether they may still be named"
    NAMED = "named", "it gives somebody's name and age: decide whether they may still be named"
    UNDATED = "undated", "it has no date that can be right"
    WORDLESS = "wordless", "it has no words"
    OUTCOME = "outcome", "it tells of a case: see that its outcome, and who is named, is still right"
    PICTURE = "picture", "a picture could not be fetched: the next import tries again"
    LACKS = "lacks", "a picture was not taken along"
    UNDESCRIBED = "undescribed", "a picture has no description, or another one than there"
    LEFT_OUT = "left_out", "something in it had no place here, such as a film"


# For these it waits as a draft.
HOLDS = (Look.ASKS, Look.CASE, Look.HARMED, Look.NAMED, Look.UNDATED, Look.WORDLESS)
