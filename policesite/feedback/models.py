from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Concat
from wagtail.models import Page, Site

LONGEST_PATH = 200


class Feedback(models.Model):
    """What a visitor told us about the site. Read by comms; nobody changes it."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="feedback")
    message = models.TextField()
    page = models.CharField(max_length=200, blank=True, help_text="The page it is about.")
    name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    sent_at = models.DateTimeField()
    sent_on = models.DateField(help_text="The day, in Northamptonshire.")
    digest = models.CharField(max_length=64, help_text="sha-256 of all that was written: the same words twice on one day are kept once.")

    class Meta:
        verbose_name_plural = "feedback"
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(fields=["site", "sent_on", "digest"], name="same_feedback_once_a_day"),
            models.CheckConstraint(condition=models.Q(message__regex=r"\S"), name="feedback_says_something"),
        ]

    def __str__(self):
        return f"{self.message[:60]}…" if len(self.message) > 60 else self.message


class PageAnswer(models.Model):
    """One visitor's yes or no to "Is this page useful?", with their reason, if they gave one. Nothing says who it was."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="None at the address of a form.")
    path = models.CharField(
        "address", max_length=LONGEST_PATH, db_index=True, help_text="Its address on the site, without what follows a question mark."
    )
    is_useful = models.BooleanField("useful")
    reason = models.TextField(blank=True)
    sent_on = models.DateField("day", help_text="In Northamptonshire. The time of day would say too much.")

    class Meta:
        verbose_name = "answer about a page"
        verbose_name_plural = "answers about pages"
        ordering = ["-sent_on", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(path__startswith="/"), name="answer_is_about_a_page")]

    def __str__(self):
        return f"{self.path}: {'useful' if self.is_useful else 'not useful'}"

    @property
    def said(self) -> str:
        return "Yes" if self.is_useful else "No"

    def add_reason(self, words: str) -> None:
        """Put `words` beneath those sent before, in one statement; the same again, from a second press of the button, change nothing."""
        first, next_one = (Value(text, models.TextField()) for text in (words, f"\n\n{words}"))
        row = PageAnswer.objects.filter(pk=self.pk).exclude(reason__endswith=words)
        row.update(reason=Case(When(reason="", then=first), default=Concat(F("reason"), next_one)))
