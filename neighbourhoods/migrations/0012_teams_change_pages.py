from django.db import migrations

TABLES = ("priority", "event", "posting")
FOLLOW = (
    "".join(
        f"CREATE TRIGGER changes_page AFTER INSERT OR UPDATE OR DELETE ON neighbourhoods_{table} "
        "FOR EACH ROW EXECUTE FUNCTION row_changes_page('neighbourhood_id');"
        for table in TABLES
    )
    + """
CREATE FUNCTION neighbourhoods_word_changes_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM page_changed(neighbourhood_id) FROM neighbourhoods_priority WHERE id = NEW.priority_id;
    RETURN NULL;
END $$;
CREATE TRIGGER changes_page AFTER INSERT OR UPDATE ON neighbourhoods_priorityupdate
    FOR EACH ROW EXECUTE FUNCTION neighbourhoods_word_changes_page();
CREATE FUNCTION neighbourhoods_officer_changes_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM page_changed(neighbourhood_id) FROM neighbourhoods_posting WHERE officer_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER changes_page AFTER UPDATE ON neighbourhoods_officer
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION neighbourhoods_officer_changes_page();
"""
)
LEAVE = (
    "".join(f"DROP TRIGGER changes_page ON neighbourhoods_{table};" for table in (*TABLES, "priorityupdate", "officer"))
    + """
DROP FUNCTION neighbourhoods_word_changes_page();
DROP FUNCTION neighbourhoods_officer_changes_page();
"""
)


class Migration(migrations.Migration):
    """A team's page has changed when its priorities, what was done about them, its events or its officers have."""

    dependencies = [("neighbourhoods", "0011_words_may_be_taken_out"), ("pages", "0006_page_changes")]
    operations = [migrations.RunSQL(FOLLOW, LEAVE)]
