from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, DESK_MANAGER, grant

EVERY_DESK = "enquiry_desks.edit_every_enquirydeskpage"


def all_rights_over(*models):
    return [f"enquiry_desks.{verb}_{model}" for model in models for verb in ("add", "change", "delete")]


def grant_rights(apps, schema_editor):
    grant(apps, COMMS_OFFICER, EVERY_DESK, *all_rights_over("closure"))
    hours = all_rights_over("closure", "dayexception", "openingperiod", "servicehours")
    grant(apps, COMMS_MANAGER, EVERY_DESK, *hours, *all_rights_over("bankholiday", "deskmanager"))
    grant(apps, DESK_MANAGER, *hours)


class Migration(migrations.Migration):
    """Comms close any desk; a desk manager keeps the hours of their own, which the admin's screens see to."""

    dependencies = [("enquiry_desks", "0001_initial"), ("users", "0002_roles")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
