from django.db import migrations

from policesite.users.roles import ADMIN, COMMS_MANAGER, COMMS_OFFICER, grant


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant(apps, role, *(f"search.{verb}_promotedanswer" for verb in ("view", "add", "change", "delete")))
    for role in (COMMS_OFFICER, COMMS_MANAGER, ADMIN):
        grant(apps, role, "search.view_fruitlesssearch")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_listed_words"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
