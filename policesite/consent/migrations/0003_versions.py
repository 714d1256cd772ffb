from django.db import migrations

# An answer counts for the purpose as it was when it was given. The register may be changed by a migration, in the admin or by
# hand; only the database sees them all, so it is the database that gives a changed group its new version.
VERSIONS = """
CREATE FUNCTION consent_version() RETURNS jsonb LANGUAGE sql AS $$
    SELECT to_jsonb(to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
$$;

CREATE FUNCTION consent_ask_again(changed text) RETURNS void LANGUAGE sql AS $$
    UPDATE consent_consentsettings SET version_by_group = version_by_group || jsonb_build_object(changed, consent_version())
    WHERE EXISTS (SELECT 1 FROM cookie_consent_cookiegroup WHERE varname = changed AND NOT is_required)
$$;

CREATE FUNCTION consent_cookie_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM consent_ask_again(varname) FROM cookie_consent_cookiegroup WHERE id = NEW.cookiegroup_id;
    RETURN NULL;
END $$;
CREATE TRIGGER new_cookie_asks_again AFTER INSERT ON cookie_consent_cookie
    FOR EACH ROW EXECUTE FUNCTION consent_cookie_changed();
CREATE TRIGGER changed_cookie_asks_again AFTER UPDATE ON cookie_consent_cookie
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION consent_cookie_changed();

CREATE FUNCTION consent_group_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND (TG_OP = 'DELETE' OR NEW.varname <> OLD.varname OR NEW.is_required) THEN
        UPDATE consent_consentsettings SET version_by_group = version_by_group - OLD.varname;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM consent_ask_again(NEW.varname);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER new_group_asks_again AFTER INSERT OR DELETE ON cookie_consent_cookiegroup
    FOR EACH ROW EXECUTE FUNCTION consent_group_changed();
CREATE TRIGGER changed_group_asks_again AFTER UPDATE ON cookie_consent_cookiegroup
    FOR EACH ROW WHEN ((OLD.varname, OLD.description, OLD.is_required) IS DISTINCT FROM (NEW.varname, NEW.description, NEW.is_required))
    EXECUTE FUNCTION consent_group_changed();

-- Each site has its row from the start, so that no change of the register can pass it by.
CREATE FUNCTION consent_new_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO consent_consentsettings (site_id, version_by_group)
    SELECT NEW.id, jsonb_build_object('asked', consent_version()) || coalesce(jsonb_object_agg(varname, consent_version()), '{}')
    FROM cookie_consent_cookiegroup WHERE NOT is_required
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER site_asks_for_consent AFTER INSERT ON wagtailcore_site FOR EACH ROW EXECUTE FUNCTION consent_new_site();
INSERT INTO consent_consentsettings (site_id, version_by_group)
    SELECT site.id, (SELECT jsonb_build_object('asked', consent_version()) || coalesce(jsonb_object_agg(varname, consent_version()), '{}')
        FROM cookie_consent_cookiegroup WHERE NOT is_required)
    FROM wagtailcore_site AS site;
"""
NO_VERSIONS = """
DROP TRIGGER site_asks_for_consent ON wagtailcore_site;
DROP TRIGGER new_group_asks_again ON cookie_consent_cookiegroup;
DROP TRIGGER changed_group_asks_again ON cookie_consent_cookiegroup;
DROP TRIGGER new_cookie_asks_again ON cookie_consent_cookie;
DROP TRIGGER changed_cookie_asks_again ON cookie_consent_cookie;
DROP FUNCTION consent_new_site, consent_group_changed, consent_cookie_changed, consent_ask_again, consent_version;
"""


class Migration(migrations.Migration):
    dependencies = [("consent", "0002_register"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]
    operations = [migrations.RunSQL(VERSIONS, NO_VERSIONS)]
