from django.db import models

from .articles import NewsArticlePage


class Origin(models.Model):
    """Where an article was brought from, so that the next import knows it again and never writes over an editor's work."""

    page = models.OneToOneField(NewsArticlePage, on_delete=models.CASCADE, related_name="origin")
    index = models.ForeignKey("news.NewsIndexPage", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=500, help_text="The story's guid or id on the older site.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the story as it came.")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+", help_text="What the import wrote last."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "key"], name="story_brought_once")]

    def __str__(self):
        return self.key
