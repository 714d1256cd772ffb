from django.db import migrations

REFUSE = """
CREATE FUNCTION neighbourhoods_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was said and done is never changed or deleted: add a new update.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'history_stays', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER history_stays BEFORE UPDATE OR DELETE ON neighbourhoods_priorityupdate
    FOR EACH ROW EXECUTE FUNCTION neighbourhoods_history_stays();
"""
ALLOW = """
DROP TRIGGER history_stays ON neighbourhoods_priorityupdate;
DROP FUNCTION neighbourhoods_history_stays();
"""


class Migration(migrations.Migration):
    """What a team did is written once."""

    dependencies = [("neighbourhoods", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
