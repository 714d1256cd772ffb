import django.db.models.deletion
from django.db import migrations, models

# As before, but for the phrases: which of them the public may see is asked of pages, by public.py.
NEAR = r"""
DROP FUNCTION search_near(integer, text[], integer);
CREATE FUNCTION search_near(site integer, typed text[], phrases text[], most integer) RETURNS TABLE (word text, near text, is_promised boolean)
    LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    RETURN QUERY
        WITH promised AS MATERIALIZED (
            SELECT DISTINCT lexeme AS word, (ts_lexize('english_stem', lexeme))[1] AS stem
            FROM unnest(phrases) AS phrase, unnest(to_tsvector('site_words', phrase)) WHERE lexeme ~ '^[a-z]{3,24}$'),
        unknown AS MATERIALIZED (
            SELECT each.word FROM unnest(typed) AS each (word), LATERAL (SELECT (ts_lexize('english_stem', each.word))[1] AS stem) AS its
            WHERE its.stem IS NOT NULL AND NOT EXISTS (SELECT FROM search_english WHERE stem = its.stem)
                AND NOT EXISTS (SELECT FROM search_word AS listed WHERE listed.site_id = site AND listed.stem = its.stem)
                AND NOT EXISTS (SELECT FROM promised WHERE promised.stem = its.stem))
        SELECT unknown.word, listed.word, false FROM unknown CROSS JOIN LATERAL (
            SELECT each.word FROM search_word AS each WHERE each.site_id = site ORDER BY each.word <-> unknown.word LIMIT most) AS listed
        UNION ALL SELECT unknown.word, promised.word, true FROM unknown CROSS JOIN promised;
END $$;
"""
NOT_NEAR = r"""
DROP FUNCTION search_near(integer, text[], text[], integer);
CREATE FUNCTION search_near(site integer, typed text[], most integer) RETURNS TABLE (word text, near text, is_promoted boolean)
    LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    RETURN QUERY
        WITH promoted AS MATERIALIZED (
            SELECT DISTINCT lexeme AS word, (ts_lexize('english_stem', lexeme))[1] AS stem
            FROM search_promotedanswer AS answer, unnest(to_tsvector('site_words', answer.words)) WHERE answer.site_id = site AND lexeme ~ '^[a-z]{3,24}$'),
        unknown AS MATERIALIZED (
            SELECT each.word FROM unnest(typed) AS each (word), LATERAL (SELECT (ts_lexize('english_stem', each.word))[1] AS stem) AS its
            WHERE its.stem IS NOT NULL AND NOT EXISTS (SELECT FROM search_english WHERE stem = its.stem)
                AND NOT EXISTS (SELECT FROM search_word AS listed WHERE listed.site_id = site AND listed.stem = its.stem)
                AND NOT EXISTS (SELECT FROM promoted WHERE promoted.stem = its.stem))
        SELECT unknown.word, listed.word, false FROM unknown CROSS JOIN LATERAL (
            SELECT each.word FROM search_word AS each WHERE each.site_id = site ORDER BY each.word <-> unknown.word LIMIT most) AS listed
        UNION ALL SELECT unknown.word, promoted.word, true FROM unknown CROSS JOIN promoted;
END $$;
"""


class Migration(migrations.Migration):
    """Of an answer whose page the public may not see, no word is suggested; and whose page is deleted, that goes, too.

    An answer whose page was deleted earlier can't be told from one that never led anywhere: it stays as it is.
    """

    dependencies = [("search", "0005_english"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]
    operations = [
        migrations.RunSQL(NEAR, NOT_NEAR),
        migrations.AlterField(
            model_name="promotedanswer",
            name="page",
            field=models.ForeignKey(
                blank=True,
                help_text="Where the answer leads. While the public may not see that page, nor is this answer shown; it goes with the page.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.page",
            ),
        ),
    ]
