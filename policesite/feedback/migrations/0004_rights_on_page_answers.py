from django.db import migrations

from policesite.users.roles import ADMIN, COMMS_MANAGER, COMMS_OFFICER, grant


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER, ADMIN):
        grant(apps, role, "feedback.view_pageanswer")


class Migration(migrations.Migration):
    dependencies = [("feedback", "0003_page_answers"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
