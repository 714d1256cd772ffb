from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, NEIGHBOURHOOD_OFFICER, grant

OWN = [f"neighbourhoods.{verb}_{model}" for model in ("priority", "event") for verb in ("add", "change")]
ALL = [f"neighbourhoods.{verb}_{model}" for model in ("officer", "vehicle") for verb in ("add", "change", "delete")]


def grant_rights(apps, schema_editor):
    """An officer's rights follow their posting (patch.py); communications may work on every area."""
    grant(apps, NEIGHBOURHOOD_OFFICER, *OWN, "neighbourhoods.delete_event")
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant(apps, role, *OWN, "neighbourhoods.delete_event", *ALL, "neighbourhoods.work_on_any_neighbourhoodpage")


class Migration(migrations.Migration):
    dependencies = [("neighbourhoods", "0002_history_stays"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
