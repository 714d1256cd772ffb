from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Site

from policesite import clock

MOST_LETTERS = 24  # of a word that spelling is corrected to


class EntryQuerySet(models.QuerySet):
    def of(self, site: Site):
        """The entries of one site, or of another that shows the very same pages."""
        return self.filter(site__root_page=site.root_page_id)


class Entry(models.Model):
    """What one listed page says. It goes, by triggers, the moment its page changes; `entries.learn` makes it anew."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="search_entry")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, db_index=False, related_name="+")
    title = SearchVectorField()
    vector = SearchVectorField(help_text="Title, summary and text, with Wagtail's weights.")
    words = ArrayField(models.TextField(), help_text="Its different words as written, for the word list.")

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="entry_by_stems"), GinIndex(fields=["words"], name="entry_by_words")]

    def __str__(self):
        return f"Entry of page {self.page_id}"


class Word(models.Model):
    """A word of at least one listed page: what a mistyped one is corrected to. Kept by triggers on Entry alone."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, db_index=False, related_name="+")
    word = models.TextField()
    stem = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "word"], name="word_listed_once")]
        indexes = [
            models.Index(fields=["site", "stem"], name="word_by_stem"),
            GistIndex(OpClass("word", name="gist_trgm_ops(siglen=64)"), name="word_by_trigrams"),
        ]

    def __str__(self):
        return self.word


class PromotedAnswer(models.Model):
    """What an editor puts above the results for certain words."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="promoted_answers")
    words = models.TextField(
        max_length=1000, help_text="What people type, one phrase a line: lost property. Endings don’t matter; nor do further words."
    )
    title = models.CharField(max_length=80, help_text="The answer in a few words: “Call 101 when it is not an emergency”.")
    text = models.CharField(max_length=300, blank=True)
    page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Where the answer leads. While the public may not see that page, nor is this answer shown; it goes with the page.",
    )
    link = models.URLField(blank=True, help_text="Or an address elsewhere, https://…")
    urgent = models.BooleanField(
        "for somebody who may be in danger", default=False, help_text="How to call 999 and 101 is shown above it, before any result."
    )
    often = models.BooleanField("show before anybody searches", default=False, help_text="Listed under “Often looked for”.")

    panels = [
        FieldPanel("site"),
        FieldPanel("words"),
        MultiFieldPanel([FieldPanel(name) for name in ("title", "text", "page", "link", "urgent", "often")], "The answer"),
    ]

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(words__regex=r"\w"), name="promoted_for_some_words", violation_error_message="Write at least one word."
            ),
            models.CheckConstraint(
                condition=Q(page__isnull=True) | Q(link=""),
                name="promoted_answer_leads_one_way",
                violation_error_message="Choose a page or write an address, not both.",
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="https://"),
                name="promoted_link_is_https",
                violation_error_message="An address elsewhere starts with https://",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        self.words = "\n".join(filter(None, (" ".join(line.split()) for line in self.words.splitlines())))
        if "\0" in self.words:
            raise ValidationError({"words": "It holds an invisible character. Please type it afresh."})


class FruitlessSearch(models.Model):
    """Words that found nothing, counted. The words themselves are kept only once they came on several days.

    Until then there is a keyed hash, which tells nobody what was typed. Nothing says who asked.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, editable=False)
    words = models.CharField(max_length=60, blank=True)
    times = models.PositiveIntegerField(default=1)
    days = models.PositiveIntegerField("on how many days", default=1)
    last_on = models.DateField("last on", default=clock.today)

    class Meta:
        verbose_name = "search that found nothing"
        verbose_name_plural = "searches that found nothing"
        ordering = ["-times", "words"]
        constraints = [models.UniqueConstraint(fields=["site", "digest"], name="fruitless_words_counted_once")]

    def __str__(self):
        return self.words
