from django.db import migrations

TABLES = ("openingperiod", "dayexception", "closure", "servicehours")
FOLLOW = "".join(
    f"CREATE TRIGGER changes_page AFTER INSERT OR UPDATE OR DELETE ON enquiry_desks_{table} FOR EACH ROW EXECUTE FUNCTION row_changes_page('desk_id');"
    for table in TABLES
)
LEAVE = "".join(f"DROP TRIGGER changes_page ON enquiry_desks_{table};" for table in TABLES)


class Migration(migrations.Migration):
    """A desk's page has changed when its hours have, or a closure of it."""

    dependencies = [("enquiry_desks", "0005_promise_of_a_day"), ("pages", "0006_page_changes")]
    operations = [migrations.RunSQL(FOLLOW, LEAVE)]
