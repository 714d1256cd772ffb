"""News as data for search engines (schema.org), saying just what the page says."""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.apps import apps
from wagtail.models import Site

NEWS_LASTS = timedelta(days=2)  # and a thousand at most, by the rules of news sitemaps
MOST_NEWS = 1000


def news_article(page) -> dict:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": page.title, "description": page.summary, "url": page.full_url}
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
        data["dateModified"] = (page.changed_at or page.first_published_at).isoformat()
    if page.hero and page.hero.shared:  # a search engine is another site, too
        data["image"] = [urljoin(page.full_url or "", page.hero.shared.url)]
    return data


def for_sitemap(site: Site, now: datetime) -> dict[int, dict]:
    """For the hook `sitemap_details`: the stories of the last two days, as news sitemaps want them, and when any last changed."""
    articles = apps.get_model("news", "NewsArticlePage").objects.in_site(site).listed(now).filter(first_published_at__gt=now - NEWS_LASTS)
    return {article.pk: {"news": {"at": article.first_published_at, "title": article.title}} for article in articles.newest_first()[:MOST_NEWS]}
