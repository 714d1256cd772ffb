import django.db.models.deletion
from django.db import migrations, models

# A row of another table is about a page: the trigger is told which of its columns names that page.
TRIGGERS = """
CREATE FUNCTION page_changed(page bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO pages_pagechange (page_id, at) SELECT page, statement_timestamp() WHERE page IS NOT NULL
    ON CONFLICT (page_id) DO UPDATE SET at = excluded.at WHERE pages_pagechange.at < excluded.at;
$$;
CREATE FUNCTION row_changes_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD IS DISTINCT FROM NEW THEN
        PERFORM page_changed((to_jsonb(OLD) ->> TG_ARGV[0])::bigint);
        PERFORM page_changed((to_jsonb(NEW) ->> TG_ARGV[0])::bigint);
    END IF;
    RETURN NULL;
END $$;
-- By the database itself: the triggers may write a row while Django is deleting what the page holds, after it has looked for what goes with it.
ALTER TABLE pages_pagechange ADD CONSTRAINT change_goes_with_its_page
    FOREIGN KEY (page_id) REFERENCES wagtailcore_page (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
"""
NO_TRIGGERS = """
ALTER TABLE pages_pagechange DROP CONSTRAINT change_goes_with_its_page;
DROP FUNCTION row_changes_page();
DROP FUNCTION page_changed(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("pages", "0005_pages_with_pages_beneath")]
    operations = [
        migrations.CreateModel(
            name="PageChange",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True,
                        related_name="change", serialize=False, to="wagtailcore.page",
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
    ]  # fmt: skip
