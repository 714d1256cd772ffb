from django.db import migrations

from policesite.users.roles import ADMIN, grant


def grant_rights(apps, schema_editor):
    grant(apps, ADMIN, "forces.change_force")


class Migration(migrations.Migration):
    dependencies = [("forces", "0001_initial"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
