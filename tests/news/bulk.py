"""Very much news, made in a second: rows copied from one article in SQL, as the CMS would have written them."""

from django.db import connection

from news.models import NewsArticlePage

_PAGES = """
INSERT INTO wagtailcore_page
SELECT (jsonb_populate_record(page, jsonb_build_object(
    'id', 1000000 + n,
    'path', substr(page.path, 1, length(page.path) - 4) || 'Y' || substr(a, n / 1296 %% 36 + 1, 1) || substr(a, n / 36 %% 36 + 1, 1) || substr(a, n %% 36 + 1, 1),
    'title', 'Story ' || n, 'draft_title', 'Story ' || n, 'slug', 'story-' || n,
    'url_path', regexp_replace(page.url_path, '[^/]+/$', 'story-' || n || '/'),
    'translation_key', gen_random_uuid(), 'latest_revision_id', NULL, 'live_revision_id', NULL,
    'first_published_at', page.first_published_at - n * interval '2 hours'))).*
FROM wagtailcore_page page, generate_series(1, %(count)s) n, (SELECT '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' a) alphabet
WHERE page.id = %(model)s
"""
_ARTICLES = """
INSERT INTO news_newsarticlepage
SELECT (jsonb_populate_record(article, jsonb_build_object(
    'page_ptr_id', 1000000 + n, 'kind', (ARRAY['story', 'appeal', 'court', 'statement'])[1 + n %% 4]))).*
FROM news_newsarticlepage article, generate_series(1, %(count)s) n WHERE article.page_ptr_id = %(model)s
"""
_CHOSEN = """
INSERT INTO news_newsarticlepage_{name}s (newsarticlepage_id, {column})
SELECT 1000000 + n, (%(keys)s::bigint[])[1 + n %% %(choices)s] FROM generate_series(1, %(count)s) n
"""
_NOTES = "INSERT INTO news_updatenote (page_id, kind, at, text) SELECT 1000000 + n, 'update', now() - n * interval '1 hour', 'More.' FROM generate_series(1, %(count)s, 10) n"


def copy_articles(model: NewsArticlePage, count: int, topics=(), areas=()) -> None:
    """`count` more like `model`, two hours apart and ever older, of four kinds, each about one of `topics` and one of `areas`."""
    given = {"model": model.pk, "count": count}
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")  # a busy machine takes longer over it than a page may
        cursor.execute(_PAGES, given)
        cursor.execute(_ARTICLES, given)
        for name, column, chosen in (("topic", "topic_id", topics), ("area", "neighbourhoodpage_id", areas)):
            if chosen:
                cursor.execute(_CHOSEN.format(name=name, column=column), given | {"keys": [row.pk for row in chosen], "choices": len(chosen)})
        cursor.execute(_NOTES, given)
        cursor.execute("UPDATE wagtailcore_page SET numchild = numchild + %(count)s WHERE id = (SELECT id FROM wagtailcore_page WHERE path = %(path)s)",
                       {"count": count, "path": model.path[:-4]})  # fmt: skip
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("wagtailcore_page", "news_newsarticlepage", "news_newsarticlepage_topics", "news_newsarticlepage_areas", "news_updatenote"):
            cursor.execute(f"ANALYZE {table}")
        cursor.execute("SET LOCAL statement_timeout = DEFAULT")
