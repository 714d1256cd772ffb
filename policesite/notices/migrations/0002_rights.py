from django.db import migrations

from policesite.users.roles import ADMIN, COMMS_MANAGER, COMMS_OFFICER, grant


def grant_rights(apps, schema_editor):
    grant(apps, COMMS_OFFICER, "notices.add_sitealert", "notices.change_sitealert")
    grant(apps, COMMS_MANAGER, *(f"notices.{verb}_sitealert" for verb in ("add", "change", "delete")))
    grant(apps, ADMIN, "notices.change_betasettings")
    alerts = apps.get_model("contenttypes", "ContentType").objects.get(app_label="notices", model="sitealert")
    raise_emergency, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=alerts, codename="raise_emergency", defaults={"name": "Can raise an emergency alert"}
    )
    apps.get_model("auth", "Group").objects.get(name=COMMS_MANAGER).permissions.add(raise_emergency)


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
