from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant_on_collections


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant_on_collections(apps, role, "files.add_sitedocument", "files.change_sitedocument", "files.choose_sitedocument")


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
