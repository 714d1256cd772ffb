from django.db import migrations

# A new site asks for everything from one moment on, so its versions are one: three that differ by a millionth of a second say no
# more, and are bytes in every page.
NEW_SITE = """
CREATE OR REPLACE FUNCTION consent_new_site() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE version jsonb := {version};
BEGIN
    INSERT INTO consent_consentsettings (site_id, version_by_group)
    SELECT NEW.id, jsonb_build_object('asked', {once}) || coalesce(jsonb_object_agg(varname, {once}), '{{}}')
    FROM cookie_consent_cookiegroup WHERE NOT is_required
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
"""
ONCE = NEW_SITE.format(version="consent_version()", once="version")
EACH = NEW_SITE.format(version="'null'", once="consent_version()")


class Migration(migrations.Migration):
    dependencies = [("consent", "0004_captions")]
    operations = [migrations.RunSQL(ONCE, EACH)]
