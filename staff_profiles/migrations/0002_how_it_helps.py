import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("staff_profiles", "0001_initial")]
    operations = [
        migrations.AddField(
            "staffprofilepage",
            "helps",
            models.CharField(
                blank=True,
                help_text="One or two sentences, to whoever reads it: “you”.",
                max_length=300,
                verbose_name="how the role helps the public",
            ),
        ),
        migrations.AddField(
            "staffprofilepage",
            "vacancies_url",
            models.URLField(
                blank=True,
                validators=[django.core.validators.URLValidator(["https"])],
                help_text="The page of current vacancies in this role. Empty, or while that page is gone: the force’s page of all jobs.",
                verbose_name="where the role is advertised",
            ),
        ),
        migrations.CreateModel(
            "DeadVacancy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(unique=True)),
                ("since", models.DateTimeField(help_text="When it was first found dead.")),
                ("why", models.CharField(max_length=120)),
            ],
            options={"ordering": ["url"], "verbose_name": "dead link to a vacancy", "verbose_name_plural": "dead links to vacancies"},
        ),
    ]
