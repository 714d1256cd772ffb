from django.db import migrations

from policesite.users.roles import ADMIN, grant

ADDRESSES = {
    "https://www.bbc.co.uk/weather": "BBC Weather",
    "https://www.metoffice.gov.uk/": "Met Office weather",
    "https://www.bbc.co.uk/food": "BBC Food",
    "https://www.nationalrail.co.uk/": "National Rail",
    "https://www.google.co.uk/": "Google",
}


def add_addresses(apps, schema_editor):
    model = apps.get_model("quick_exit", "NeutralAddress")
    model.objects.bulk_create(model(address=address, name=name) for address, name in ADDRESSES.items())


def grant_rights(apps, schema_editor):
    grant(apps, ADMIN, "quick_exit.change_quickexitsettings", *(f"quick_exit.{verb}_neutraladdress" for verb in ("add", "change", "delete")))


class Migration(migrations.Migration):
    dependencies = [("quick_exit", "0001_initial"), ("users", "0002_roles")]
    operations = [
        migrations.RunPython(add_addresses, migrations.RunPython.noop),
        migrations.RunPython(grant_rights, migrations.RunPython.noop),
    ]
