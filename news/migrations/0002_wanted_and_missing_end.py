from django.db import migrations

# The kind stands in our table and the end in Wagtail's, so a CHECK cannot see both. Asked at the end of the
# transaction, since the two rows are written one after the other.
TRIGGERS = """
CREATE FUNCTION refuse_endless_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
BEGIN
    IF EXISTS (
        SELECT 1 FROM news_newsarticlepage article JOIN wagtailcore_page page ON page.id = article.page_ptr_id
        WHERE page.id = changed AND page.live AND page.expire_at IS NULL AND article.kind IN ('wanted', 'missing')
    ) THEN
        RAISE EXCEPTION 'Article % is about somebody wanted or missing and has no end', changed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'wanted_and_missing_end';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER wanted_and_missing_end AFTER INSERT OR UPDATE OF kind ON news_newsarticlepage
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind IN ('wanted', 'missing'))
    EXECUTE FUNCTION refuse_endless_appeal('page_ptr_id');
CREATE CONSTRAINT TRIGGER wanted_and_missing_end AFTER UPDATE OF live, expire_at ON wagtailcore_page
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live AND NEW.expire_at IS NULL)
    EXECUTE FUNCTION refuse_endless_appeal('id');
"""
NO_TRIGGERS = """
DROP TRIGGER wanted_and_missing_end ON wagtailcore_page;
DROP TRIGGER wanted_and_missing_end ON news_newsarticlepage;
DROP FUNCTION refuse_endless_appeal;
"""


class Migration(migrations.Migration):
    """Nobody's name and face stay up for want of an end."""

    dependencies = [("news", "0001_initial")]
    operations = [migrations.RunSQL(TRIGGERS, NO_TRIGGERS)]
