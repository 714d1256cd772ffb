import django.db.models.deletion
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import migrations, models

# Nearly every page has "police" in it. To find those pages reads their rows; only the two hundred to be ranked need
# their vectors, which therefore lie apart. Rows are narrow when they are written; the update writes those that are there.
NARROW = """
ALTER TABLE search_entry SET (toast_tuple_target = 256);
UPDATE search_entry SET site_id = site_id;
"""
WIDE = "ALTER TABLE search_entry RESET (toast_tuple_target)"

# The planner does not know what it costs to fetch what lies apart, and would read every vector. Only the GIN indexes will do.
BY_GIN = """
ALTER FUNCTION search_likely(integer, tsquery, integer) SET enable_indexscan TO off;

CREATE FUNCTION search_holding(root integer, wanted text[], most integer) RETURNS TABLE (word text, page_id integer)
    LANGUAGE plpgsql STABLE ROWS 50 SET enable_seqscan TO off SET enable_indexscan TO off AS $$
BEGIN
    RETURN QUERY SELECT each.word, found.page_id FROM unnest(wanted) AS each (word) CROSS JOIN LATERAL (
        SELECT entry.page_id FROM search_entry AS entry
        WHERE entry.words @> ARRAY[each.word] AND entry.site_id IN (SELECT id FROM wagtailcore_site WHERE root_page_id = root)
        LIMIT most) AS found;
END $$;
"""
NOT_BY_GIN = """
ALTER FUNCTION search_likely(integer, tsquery, integer) RESET enable_indexscan;
DROP FUNCTION search_holding;
"""


class Migration(migrations.Migration):
    """What finding reads lies apart from what ranking reads, and words near a mistyped one are found by an index."""

    dependencies = [("search", "0003_rights")]
    operations = [
        migrations.RunSQL(NARROW, WIDE),
        migrations.RunSQL(BY_GIN, NOT_BY_GIN),
        migrations.RemoveIndex(model_name="word", name="word_by_trigrams"),
        migrations.AddIndex(model_name="word", index=GistIndex(OpClass("word", name="gist_trgm_ops(siglen=64)"), name="word_by_trigrams")),
        migrations.AlterField(
            model_name="entry",
            name="site",
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.site"),
        ),
        migrations.AlterField(
            model_name="word",
            name="site",
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.site"),
        ),
    ]
