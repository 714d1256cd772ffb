from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant(apps, role, "films.add_videofile", "films.change_videofile", "films.view_videofile")
    grant(apps, COMMS_MANAGER, "films.delete_videofile")


class Migration(migrations.Migration):
    dependencies = [("films", "0002_version_of_the_film_above"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
