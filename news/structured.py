"""News as data for search engines (schema.org), saying just what the page says."""

from urllib.parse import urljoin


def news_article(page) -> dict:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": page.title, "description": page.summary, "url": page.full_url}
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
        data["dateModified"] = (page.changed_at or page.first_published_at).isoformat()
    if page.hero and page.hero.largest:
        data["image"] = [urljoin(page.full_url or "", page.hero.largest.url)]
    return data
