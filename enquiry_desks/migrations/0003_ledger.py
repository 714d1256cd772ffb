from django.db import migrations

REFUSE = """
CREATE FUNCTION enquiry_desks_keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What a desk did on a day that is over is never changed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON enquiry_desks_dayrecord
FOR EACH ROW EXECUTE FUNCTION enquiry_desks_keep_ledger();
"""
ALLOW = """
DROP TRIGGER ledger_never_changes ON enquiry_desks_dayrecord;
DROP FUNCTION enquiry_desks_keep_ledger();
"""


class Migration(migrations.Migration):
    """The record of a day is written once. It goes only with its desk."""

    dependencies = [("enquiry_desks", "0002_rights")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
