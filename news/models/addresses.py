from django.db import models
from django.utils.crypto import salted_hmac

from .articles import NewsArticlePage


class FormerAddress(models.Model):
    """Where an article once stood, as a digest: a shared link still finds it, and the name in that link is kept nowhere."""

    article = models.ForeignKey(NewsArticlePage, on_delete=models.CASCADE, related_name="former_addresses")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self):
        return f"A former address of article {self.article_id}"


def digest_of(index_pk: int, slug: str) -> str:
    """What stands for `slug` below the news index: nobody without the site's secret key can try names on it."""
    return salted_hmac("news.former_address", f"{index_pk}/{slug}", algorithm="sha256").hexdigest()
