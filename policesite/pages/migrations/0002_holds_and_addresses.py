from django.db import migrations

# Wagtail publishes through several doors: the edit view, a workflow, the schedule, in bulk. Only the database sees them all.
HOLDS = """
CREATE FUNCTION refuse_to_publish_held_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.live AND EXISTS (SELECT 1 FROM pages_pagestate WHERE page_id = NEW.id AND held_at IS NOT NULL) THEN
        RAISE EXCEPTION 'Page % is on hold', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'page_is_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER held_pages_stay_unpublished BEFORE INSERT OR UPDATE OF live ON wagtailcore_page
    FOR EACH ROW EXECUTE FUNCTION refuse_to_publish_held_page();

CREATE FUNCTION refuse_to_hold_live_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The lock makes a publish and a hold at the same moment take turns.
    IF NEW.held_at IS NOT NULL AND (SELECT live FROM wagtailcore_page WHERE id = NEW.page_id FOR UPDATE) THEN
        RAISE EXCEPTION 'Page % is live: unpublish it before it is held', NEW.page_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'held_page_is_not_live';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER live_pages_are_not_held BEFORE INSERT OR UPDATE OF held_at ON pages_pagestate
    FOR EACH ROW EXECUTE FUNCTION refuse_to_hold_live_page();
"""
NO_HOLDS = """
DROP TRIGGER held_pages_stay_unpublished ON wagtailcore_page;
DROP FUNCTION refuse_to_publish_held_page;
DROP TRIGGER live_pages_are_not_held ON pages_pagestate;
DROP FUNCTION refuse_to_hold_live_page;
"""


class Migration(migrations.Migration):
    """The hold that no door goes round, and an index for finding a page by its whole address."""

    dependencies = [("pages", "0001_initial")]
    operations = [
        migrations.RunSQL(HOLDS, NO_HOLDS),
        migrations.RunSQL(
            "CREATE INDEX page_by_address ON wagtailcore_page (url_path text_pattern_ops)",
            "DROP INDEX page_by_address",
        ),
    ]
