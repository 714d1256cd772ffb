from django.db import migrations

# Wagtail publishes through the form, a workflow, in bulk and by the schedule; only the database sees them all (docs/adr/0082).
# The kinds are kinds.ALWAYS_ENDS, the subjects SiteImage.SENSITIVE: a test holds them together.
FACES = """
CREATE FUNCTION refuse_face_of_nobody(title text, kind text, outcome text, hero bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF kind IN ('wanted', 'missing') AND outcome = 'open'
            AND EXISTS (SELECT FROM images_siteimage WHERE id = hero AND subject NOT IN ('custody', 'cctv', 'wanted', 'missing')) THEN
        RAISE EXCEPTION 'Nothing was published, because of “%”. Its picture is not said to be of a person, so nobody answers for it: '
            'open it under “Images”, and say whom it shows, who authorised it and the day it comes down.', title
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appeal_picture_of_person';
    END IF;
END $$;

CREATE FUNCTION refuse_live_face_of_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_face_of_nobody(title, NEW.kind, NEW.outcome, NEW.hero_id) FROM wagtailcore_page WHERE id = NEW.page_ptr_id AND live;
    RETURN NULL;
END $$;
CREATE TRIGGER live_appeal_has_picture_of_person AFTER INSERT OR UPDATE OF kind, outcome, hero_id ON news_newsarticlepage
    FOR EACH ROW WHEN (NEW.kind IN ('wanted', 'missing') AND NEW.hero_id IS NOT NULL) EXECUTE FUNCTION refuse_live_face_of_nobody();

CREATE FUNCTION refuse_face_of_nobody_made_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_face_of_nobody(NEW.title, kind, outcome, hero_id) FROM news_newsarticlepage WHERE page_ptr_id = NEW.id;
    RETURN NULL;
END $$;
-- A page's own row is written before its story's: what was made live can be looked at only at the end.
CREATE CONSTRAINT TRIGGER appeal_made_live_has_picture_of_person AFTER UPDATE OF live ON wagtailcore_page DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.live AND NOT OLD.live) EXECUTE FUNCTION refuse_face_of_nobody_made_live();

CREATE FUNCTION refuse_scheduled_face_of_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'news' AND model = 'newsarticlepage') THEN
        PERFORM refuse_face_of_nobody(
            NEW.content ->> 'title', NEW.content ->> 'kind', NEW.content ->> 'outcome', (NEW.content ->> 'hero')::bigint);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER scheduled_appeal_has_picture_of_person BEFORE INSERT OR UPDATE ON wagtailcore_revision
    FOR EACH ROW WHEN (NEW.approved_go_live_at IS NOT NULL) EXECUTE FUNCTION refuse_scheduled_face_of_nobody();
"""
NO_FACES = """
DROP TRIGGER scheduled_appeal_has_picture_of_person ON wagtailcore_revision;
DROP TRIGGER appeal_made_live_has_picture_of_person ON wagtailcore_page;
DROP TRIGGER live_appeal_has_picture_of_person ON news_newsarticlepage;
DROP FUNCTION refuse_scheduled_face_of_nobody;
DROP FUNCTION refuse_face_of_nobody_made_live;
DROP FUNCTION refuse_live_face_of_nobody;
DROP FUNCTION refuse_face_of_nobody;
"""


class Migration(migrations.Migration):
    """An appeal for somebody wanted or missing is neither live nor scheduled with a picture that nobody answers for."""

    dependencies = [
        ("news", "0008_origins_outlive_their_pages"),
        ("images", "0004_taken_down_files"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunSQL(FACES, NO_FACES)]
