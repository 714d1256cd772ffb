import hashlib

from django.contrib.postgres.fields import ArrayField
from django.db import models

from news.kinds import Outcome
from news.looks import Look

from .articles import NewsArticlePage


class OriginQuerySet(models.QuerySet):
    def waiting(self):
        """Those of which there is something to look at, until somebody has saved the page."""
        return self.exclude(looks=[]).filter(page__latest_revision=models.F("revision"))


class Origin(models.Model):
    """Where an article was brought from, so that the next import knows it again and never writes over an editor's work.

    It outlives its page: a story that was deleted here is known still, and does not come back.
    """

    page = models.OneToOneField(NewsArticlePage, null=True, on_delete=models.SET_NULL, related_name="origin")
    index = models.ForeignKey("news.NewsIndexPage", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64, help_text="SHA-256 of the story's guid or id on the older site, which may name somebody.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the story as it came.")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+", help_text="What the import wrote last."
    )

    looks = ArrayField(
        models.CharField(max_length=12, choices=Look),
        default=list,
        blank=True,
        help_text="What an editor must look at: codes, and no words of the story.",
    )

    objects = OriginQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "key"], name="story_brought_once")]

    def __str__(self):
        return f"The origin of article {self.page_id}"

    @property
    def to_look_at(self) -> str:
        """In a sentence each."""
        return " ".join(f"{label[0].upper()}{label[1:]}." for label in (Look(code).label for code in self.looks))

    @property
    def why_left_alone(self) -> str:
        """What was decided here about the article, which no import may undo; "" where nothing was."""
        page = self.page
        if page is None:
            return "it was deleted here"
        state = getattr(page, "state", None)
        if state and state.held_at:
            return "it is on hold here"
        if page.outcome != Outcome.OPEN:
            return "its appeal is over here"
        if state and state.withdrawn_at:
            return "it was withdrawn here"
        if page.last_published_at and not page.live:
            return "it was taken down here"
        if page.latest_revision_id != self.revision_id:
            return "somebody has changed it here"
        return ""


def key_of(guid: str) -> str:
    """What a story is known by here. The guid itself is often an address with a name in it, which must not outlive an appeal."""
    return hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()
