from django.db import migrations

# Wagtail publishes through the form, a workflow, in bulk and by the schedule; only the database sees them all (docs/adr/0084).
# consent_problem says what staff_profiles/consent.py says: a test holds the two together.
CONSENT = """
CREATE FUNCTION consent_problem(name text, portrait bigint, reference text, until date, day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN coalesce(name, '') = '' AND NOT EXISTS (SELECT FROM images_siteimage WHERE id = portrait AND subject = 'staff') THEN NULL
        WHEN coalesce(reference, '') = '' THEN 'Consent is missing.'
        WHEN until < day THEN 'Consent ends before its day.'
    END
$$;

CREATE FUNCTION refuse_without_consent(title text, problem text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION 'Nothing was published, because of “%”. %', title, problem
            USING ERRCODE = 'check_violation', CONSTRAINT = 'profile_has_consent';
    END IF;
END $$;

CREATE FUNCTION refuse_live_profile_without_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_without_consent(
            page.title, consent_problem(own.display_name, own.portrait_id, own.consent_reference, own.consent_until, own.day))
        FROM wagtailcore_page page JOIN staff_profiles_staffprofilepage own ON own.page_ptr_id = page.id
        WHERE page.live AND page.id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
    RETURN NULL;
END $$;
CREATE TRIGGER live_profile_has_consent AFTER INSERT OR UPDATE ON staff_profiles_staffprofilepage
    FOR EACH ROW EXECUTE FUNCTION refuse_live_profile_without_consent('page_ptr_id');
-- A page's own row is written before its profile's: whether what was made live has consent can be told only at the end.
CREATE CONSTRAINT TRIGGER profile_made_live_has_consent AFTER UPDATE OF live ON wagtailcore_page DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.live AND NOT OLD.live) EXECUTE FUNCTION refuse_live_profile_without_consent('id');

CREATE FUNCTION refuse_scheduled_profile_without_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'staff_profiles' AND model = 'staffprofilepage') THEN
        PERFORM refuse_without_consent(NEW.content ->> 'title', consent_problem(
            NEW.content ->> 'display_name', (NEW.content ->> 'portrait')::bigint, NEW.content ->> 'consent_reference',
            (NEW.content ->> 'consent_until')::date, (NEW.content ->> 'day')::date));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER scheduled_profile_has_consent BEFORE INSERT OR UPDATE ON wagtailcore_revision
    FOR EACH ROW WHEN (NEW.approved_go_live_at IS NOT NULL) EXECUTE FUNCTION refuse_scheduled_profile_without_consent();
"""
NO_CONSENT = """
DROP TRIGGER scheduled_profile_has_consent ON wagtailcore_revision;
DROP TRIGGER profile_made_live_has_consent ON wagtailcore_page;
DROP TRIGGER live_profile_has_consent ON staff_profiles_staffprofilepage;
DROP FUNCTION refuse_scheduled_profile_without_consent;
DROP FUNCTION refuse_live_profile_without_consent;
DROP FUNCTION refuse_without_consent;
DROP FUNCTION consent_problem;
"""


class Migration(migrations.Migration):
    """A named or shown person without consent is neither live nor scheduled, whatever door was tried."""

    dependencies = [
        ("staff_profiles", "0003_profile_belongs_to_campaign_above"),
        ("images", "0002_rights"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunSQL(CONSENT, NO_CONSENT)]
