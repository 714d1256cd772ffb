from django.db import migrations, models

REMEMBER = """
CREATE FUNCTION neighbourhoods_event_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> 'moved' THEN
        NEW.moved_from := NULL;
    ELSIF TG_OP = 'UPDATE' AND NEW.starts <> OLD.starts AND NEW.moved_from IS NOT DISTINCT FROM OLD.moved_from THEN
        NEW.moved_from := OLD.starts;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER event_moved BEFORE INSERT OR UPDATE ON neighbourhoods_event
    FOR EACH ROW EXECUTE FUNCTION neighbourhoods_event_moved();
"""
FORGET = """
DROP TRIGGER event_moved ON neighbourhoods_event;
DROP FUNCTION neighbourhoods_event_moved();
"""


class Migration(migrations.Migration):
    """Who moves an event writes its new time; when it was to start before is remembered for them."""

    dependencies = [("neighbourhoods", "0012_teams_change_pages")]
    operations = [
        migrations.AddField("event", "moved_from", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AlterField(
            "event",
            "status",
            models.CharField(
                choices=[("planned", "Planned"), ("cancelled", "Cancelled"), ("moved", "Moved")],
                default="planned",
                help_text="Moved to another time? Write the new time above too: readers are told both.",
                max_length=10,
            ),
        ),
        migrations.RunSQL(REMEMBER, FORGET),
    ]
