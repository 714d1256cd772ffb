from django.db import migrations

# What is written in halves ("anti-social", "cyber crime"), in one word each.
JOINED = r"""
CREATE FUNCTION search_joined(given text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('site_english', coalesce(string_agg(regexp_replace(found[1], '[[:space:]-]+', '', 'g'), ' '), ''))
    FROM regexp_matches(given, '\m((?:anti|cyber|non)[[:space:]]+[[:alpha:]]+|[[:alpha:]]+(?:-[[:alpha:]]+)+)', 'gi') AS found
$$;
UPDATE search_entry SET
    title = search_entry.title || setweight(search_joined(entry.title_text), 'A'),
    vector = search_entry.vector || setweight(search_joined(entry.title_text), 'A') || search_joined(entry.body_text)
FROM wagtailcore_page AS page JOIN wagtailsearch_indexentry AS entry
    ON entry.content_type_id = page.content_type_id AND entry.object_id = page.id::varchar(50)
WHERE page.id = search_entry.page_id AND search_joined(entry.title_text || ' ' || entry.body_text) <> '';
"""

# As before, and with names that other rooms know: as they are spelt, no typing mistakes, and otherwise what may have been meant.
NEAR = r"""
DROP FUNCTION search_near(integer, text[], text[], integer);
CREATE FUNCTION search_near(site integer, typed text[], phrases text[], names text[], most integer)
    RETURNS TABLE (word text, near text, is_promised boolean, is_name boolean) LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    RETURN QUERY
        WITH promised AS MATERIALIZED (
            SELECT DISTINCT lexeme AS word, (ts_lexize('english_stem', lexeme))[1] AS stem
            FROM unnest(phrases) AS phrase, unnest(to_tsvector('site_words', phrase)) WHERE lexeme ~ '^[a-z]{3,24}$'),
        named AS MATERIALIZED (
            SELECT DISTINCT lexeme AS word FROM unnest(names) AS name, unnest(to_tsvector('site_words', name)) WHERE lexeme ~ '^[a-z]{3,24}$'),
        unknown AS MATERIALIZED (
            SELECT each.word FROM unnest(typed) AS each (word), LATERAL (SELECT (ts_lexize('english_stem', each.word))[1] AS stem) AS its
            WHERE its.stem IS NOT NULL AND NOT EXISTS (SELECT FROM search_english WHERE stem = its.stem)
                AND NOT EXISTS (SELECT FROM search_word AS listed WHERE listed.site_id = site AND listed.stem = its.stem)
                AND NOT EXISTS (SELECT FROM promised WHERE promised.stem = its.stem)
                AND NOT EXISTS (SELECT FROM named WHERE named.word = each.word))
        SELECT unknown.word, listed.word, false, false FROM unknown CROSS JOIN LATERAL (
            SELECT each.word FROM search_word AS each WHERE each.site_id = site ORDER BY each.word <-> unknown.word LIMIT most) AS listed
        UNION ALL SELECT unknown.word, promised.word, true, false FROM unknown CROSS JOIN promised
        UNION ALL SELECT unknown.word, nearest.word, false, true FROM unknown CROSS JOIN LATERAL (
            SELECT named.word FROM named ORDER BY named.word <-> unknown.word LIMIT most) AS nearest;
END $$;
"""
NOT_NEAR = "DROP FUNCTION search_near(integer, text[], text[], text[], integer)"


class Migration(migrations.Migration):
    """A hyphen, a space or nothing between two halves of a word is one to search, and a village's name is no typing mistake."""

    dependencies = [("search", "0007_urgent_answers")]
    operations = [
        migrations.RunSQL(JOINED, "DROP FUNCTION search_joined"),
        migrations.RunSQL(NEAR, migrations.RunSQL.noop),
    ]
