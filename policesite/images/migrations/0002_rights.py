from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant_on_collections


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant_on_collections(apps, role, "images.add_siteimage", "images.change_siteimage", "images.choose_siteimage")


class Migration(migrations.Migration):
    dependencies = [("images", "0001_initial"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
