from pathlib import Path

from django.db import migrations

STEMS = Path(__file__).parent.parent / "english" / "stems.txt"

# A table without a model: what is in it is part of the code, and nothing empties it (tests do empty the tables of models).
ENGLISH = "CREATE TABLE search_english (stem text PRIMARY KEY, is_name boolean NOT NULL)"

# Known: English, or on a listed page, or promised an answer; or one that search passes over anyway ("the" has no stem).
NEAR = r"""
DROP FUNCTION search_near(integer, text[], integer);
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
NOT_NEAR = r"""
DROP FUNCTION search_near(integer, text[], integer);
CREATE FUNCTION search_near(site integer, typed text[], most integer) RETURNS TABLE (word text, near text)
    LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    -- Unknown: no word of the list has its stem, and it is not one that search passes over anyway ("the" has an empty stem).
    RETURN QUERY SELECT unknown.word, listed.word FROM unnest(typed) AS unknown (word)
        CROSS JOIN LATERAL (
            SELECT each.word FROM search_word AS each WHERE each.site_id = site AND each.word % unknown.word
            ORDER BY similarity(each.word, unknown.word) DESC LIMIT most) AS listed
        WHERE ts_lexize('english_stem', unknown.word) <> '{}' AND NOT EXISTS (
            SELECT FROM search_word AS each WHERE each.site_id = site AND each.stem = (ts_lexize('english_stem', unknown.word))[1]);
END $$;
"""


def fill(apps, schema_editor):
    """A capital marks a stem that is (also) somebody's name or a place's."""
    stems = STEMS.read_text("ascii").split()
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_english (stem, is_name) SELECT * FROM unnest(%s::text[], %s::boolean[])",
            [[stem.lower() for stem in stems], [stem[0].isupper() for stem in stems]],
        )
        cursor.execute("ANALYZE search_english")


class Migration(migrations.Migration):
    """A word that is English is no typing mistake, whether or not a page has it; and what an editor's answer is for may be mistyped, too."""

    dependencies = [("search", "0004_narrow_entries")]
    operations = [
        migrations.RunSQL(ENGLISH, "DROP TABLE search_english"),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(NEAR, NOT_NEAR),
    ]
