from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION neighbourhoods_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    %s
    RAISE EXCEPTION 'What was said and done is never changed or deleted: add a new update.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'history_stays', TABLE = TG_TABLE_NAME;
END $$;
"""
# policesite.naming.cutting.TAKEN_OUT
BUT = """
    IF TG_OP = 'UPDATE' AND NEW.we_did = 'Words were taken out here.' AND to_jsonb(NEW) - 'we_did' = to_jsonb(OLD) - 'we_did' THEN
        RETURN NEW;
    END IF;"""


class Migration(migrations.Migration):
    """What a team did stays as it was written, until it names somebody who may no longer be named."""

    dependencies = [("neighbourhoods", "0010_events_tell_calendars")]
    operations = [migrations.RunSQL(FUNCTION % BUT, FUNCTION % "")]
