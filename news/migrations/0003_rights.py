from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant


def grant_rights(apps, schema_editor):
    grant(apps, COMMS_OFFICER, "news.add_topic", "news.change_topic")
    grant(apps, COMMS_MANAGER, "news.add_topic", "news.change_topic", "news.delete_topic")


class Migration(migrations.Migration):
    """Comms keep the list of topics."""

    dependencies = [("news", "0002_wanted_and_missing_end"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
