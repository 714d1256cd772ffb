"""News as data for search engines (schema.org), saying just what the page says."""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.apps import apps
from wagtail.models import Site

from policesite.forces.structured import organization

NEWS_LASTS = timedelta(days=2)  # and a thousand at most, by the rules of news sitemaps
MOST_NEWS = 1000


def news_article(page, site: Site) -> dict:
    force = organization(site)
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": page.title, "description": page.summary, "url": page.full_url}
    data |= {"author": force, "publisher": force}
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
        data["dateModified"] = (page.changed_at or page.first_published_at).isoformat()
    if page.hero and page.hero.shared:  # a search engine is another site, too
        data["image"] = [urljoin(page.full_url or "", page.hero.shared.url)]
    return data


def for_sitemap(site: Site, now: datetime) -> dict[int, dict]:
    """For the hook `sitemap_details`: when each story last told readers something new, and those of the last two days as news sitemaps want them."""
    articles = apps.get_model("news", "NewsArticlePage").objects.in_site(site).listed(now).filter(first_published_at__isnull=False)
    rows = list(articles.newest_first().with_last_change(now).values("pk", "title", "first_published_at", "changed"))
    recent = [row for row in rows if row["first_published_at"] > now - NEWS_LASTS][:MOST_NEWS]
    news = {row["pk"]: {"news": {"at": row["first_published_at"], "title": row["title"]}} for row in recent}
    return {row["pk"]: {"changed": row["changed"]} | news.get(row["pk"], {}) for row in rows}
