from django.db import migrations, models
from django.db.models.functions import Now

TOLD = ("neighbourhood_id", "kind", "title", "starts", "ends", "venue", "vehicle_id", "link", "is_step_free", "notes", "status", "change_note")
BEFORE, AFTER = (", ".join(f"{row}.{column}" for column in TOLD) for row in ("OLD", "NEW"))
COUNT = f"""
CREATE FUNCTION neighbourhoods_event_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.sequence := OLD.sequence + 1;
    NEW.changed_at := statement_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER event_changed BEFORE UPDATE ON neighbourhoods_event
    FOR EACH ROW WHEN (({BEFORE}) IS DISTINCT FROM ({AFTER})) EXECUTE FUNCTION neighbourhoods_event_changed();
"""
FORGET = """
DROP TRIGGER event_changed ON neighbourhoods_event;
DROP FUNCTION neighbourhoods_event_changed();
"""


class Migration(migrations.Migration):
    """Calendars are told of each change of substance, whichever door it comes through."""

    dependencies = [("neighbourhoods", "0009_corrections")]
    operations = [
        migrations.AddField("event", "sequence", models.PositiveIntegerField(db_default=0, editable=False)),
        migrations.AddField("event", "changed_at", models.DateTimeField(db_default=Now(), editable=False)),
        migrations.RunSQL(COUNT, FORGET),
    ]
