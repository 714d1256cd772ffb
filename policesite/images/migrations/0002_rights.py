from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant_on_collections


def grant_rights(apps, schema_editor):
    for role in (COMMS_OFFICER, COMMS_MANAGER):
        grant_on_collections(apps, role, "wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image")


class Migration(migrations.Migration):
    """Wagtail asks for its own model's rights, whichever model stands in for it."""

    dependencies = [("images", "0001_initial"), ("users", "0002_roles"), ("wagtailimages", "0027_image_description")]
    operations = [migrations.RunPython(grant_rights, migrations.RunPython.noop)]
