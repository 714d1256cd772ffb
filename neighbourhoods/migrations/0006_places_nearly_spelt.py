from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    """The groups of three letters in each place's name, so that one spelt nearly like it is found without reading all."""

    dependencies = [("delivery", "0001_extensions"), ("neighbourhoods", "0005_postcode_positions")]

    operations = [
        migrations.AddIndex("place", GinIndex(fields=["key", "name"], name="place_nearly_spelt", opclasses=["gin_trgm_ops", "gin_trgm_ops"])),
    ]
