import hashlib
import json

from django.db import migrations, models


def made_from_the_film_above(apps, schema_editor):
    """Nobody knows better of the versions that are there: each was made from the film as it stands."""
    for version in apps.get_model("films", "FilmVersionPage").objects.select_related("film"):
        film = version.film
        texts = (text.replace("\r\n", "\n").strip() for text in (film.title, film.summary, film.captions, film.seen))
        version.made_from = hashlib.sha256(json.dumps([film.video_id, *texts]).encode()).hexdigest()
        version.save(update_fields=["made_from"])


class Migration(migrations.Migration):
    dependencies = [("films", "0003_rights")]
    operations = [
        migrations.AddField("filmversionpage", "made_from", models.CharField(blank=True, editable=False, max_length=64)),
        migrations.RunPython(made_from_the_film_above, migrations.RunPython.noop),
    ]
