import hashlib

import django.db.models.deletion
from django.db import migrations, models


def digest_keys(apps, schema_editor):
    """As news.models.origin.key_of does it now."""
    for origin in apps.get_model("news", "Origin").objects.iterator():
        origin.key = hashlib.sha256(origin.key.encode("utf-8", "replace")).hexdigest()
        origin.save(update_fields=["key"])


class Migration(migrations.Migration):
    """A story that was deleted here does not come back, and what it was called is not kept for that."""

    dependencies = [("news", "0007_notes_are_found_once_told")]
    operations = [
        migrations.AlterField(
            "origin",
            "page",
            models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="origin", to="news.newsarticlepage"),
        ),
        migrations.RunPython(digest_keys, migrations.RunPython.noop),
        migrations.AlterField(
            "origin",
            "key",
            models.CharField(help_text="SHA-256 of the story's guid or id on the older site, which may name somebody.", max_length=64),
        ),
    ]
