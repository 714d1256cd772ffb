import django.contrib.postgres.fields
from django.db import migrations, models

LOOKS = [
    ("asks", "it may ask for somebody: decide whether they may still be named and shown"),
    ("case", "it may name somebody in a case: decide whether they may still be named"),
    ("harmed", "it may name somebody who died or was hurt: decide whether they may still be named"),
    ("named", "it gives somebody's name and age: decide whether they may still be named"),
    ("undated", "it has no date that can be right"),
    ("wordless", "it has no words"),
    ("outcome", "it tells of a case: see that its outcome, and who is named, is still right"),
    ("picture", "a picture could not be fetched: the next import tries again"),
    ("lacks", "a picture was not taken along"),
    ("undescribed", "a picture has no description, or another one than there"),
    ("left_out", "something in it had no place here, such as a film"),
]


class Migration(migrations.Migration):
    """What an import said that nobody has looked at yet is said again, and listed."""

    dependencies = [("news", "0010_days_that_readers_can_open")]
    operations = [
        migrations.AddField(
            "origin",
            "looks",
            django.contrib.postgres.fields.ArrayField(
                models.CharField(choices=LOOKS, max_length=12),
                blank=True,
                default=list,
                help_text="What an editor must look at: codes, and no words of the story.",
            ),
        ),
    ]
