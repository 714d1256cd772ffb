from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_extensions")]

    operations = [
        migrations.CreateModel(
            name="AskedThisMinute",
            fields=[
                ("slot", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("minute", models.DateTimeField()),
                ("times", models.PositiveIntegerField()),
            ],
            options={"verbose_name_plural": "asked this minute"},
        ),
        # Nothing in it is worth a write to the log of transactions, nor a place in a replica.
        migrations.RunSQL("ALTER TABLE delivery_askedthisminute SET UNLOGGED", migrations.RunSQL.noop),
    ]
