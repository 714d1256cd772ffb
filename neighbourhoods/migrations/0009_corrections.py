import django.db.models.deletion
from django.db import migrations, models

OF_ONE_PRIORITY = """
CREATE FUNCTION neighbourhoods_correction_of_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM neighbourhoods_priorityupdate WHERE id = NEW.corrects_id AND priority_id = NEW.priority_id AND id <> NEW.id
    ) THEN
        RAISE EXCEPTION 'A correction puts right something that was done about the same priority.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'correction_of_its_own', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER correction_of_its_own BEFORE INSERT ON neighbourhoods_priorityupdate
    FOR EACH ROW EXECUTE FUNCTION neighbourhoods_correction_of_its_own();
"""
OF_ANY = """
DROP TRIGGER correction_of_its_own ON neighbourhoods_priorityupdate;
DROP FUNCTION neighbourhoods_correction_of_its_own();
"""


class Migration(migrations.Migration):
    """What was said wrongly stays; what puts it right names it."""

    dependencies = [("neighbourhoods", "0008_rank_not_given")]

    operations = [
        migrations.AddField(
            model_name="priorityupdate",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                help_text="What this puts right; it stays as it was written.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="neighbourhoods.priorityupdate",
            ),
        ),
        migrations.RunSQL(OF_ONE_PRIORITY, OF_ANY),
    ]
