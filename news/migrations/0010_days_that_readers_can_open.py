from django.db import migrations

# Wagtail's own column, written by its forms, its importers and ours. news/finding.py reads months from 1990 to 2999.
REPAIR = """
UPDATE wagtailcore_page SET first_published_at = coalesce(last_published_at, now())
    WHERE first_published_at < '1990-01-01T00:00:00Z' OR first_published_at >= '3000-01-01T00:00:00Z';
"""
DAYS = """
ALTER TABLE wagtailcore_page ADD CONSTRAINT first_published_in_our_time
    CHECK (first_published_at >= '1990-01-01T00:00:00Z' AND first_published_at < '3000-01-01T00:00:00Z');
"""
ANY_DAY = "ALTER TABLE wagtailcore_page DROP CONSTRAINT first_published_in_our_time"


class Migration(migrations.Migration):
    """One story from the year 500 took the list of all the news down: no page is older than the month archive reaches."""

    dependencies = [("news", "0009_a_face_has_somebody_who_answers"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]
    operations = [
        migrations.RunSQL(REPAIR, migrations.RunSQL.noop),
        migrations.RunSQL(DAYS, ANY_DAY),
    ]
