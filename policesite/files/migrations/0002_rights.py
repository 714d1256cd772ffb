from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant_on_collections


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant_on_collections(apps, role, "wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document")


class Migration(migrations.Migration):
    """Wagtail asks for its own model's rights, whichever model stands in for it."""

    dependencies = [("files", "0001_initial"), ("users", "0002_roles"), ("wagtaildocs", "0014_alter_document_file_size")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
