from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """When search read each note. The schedule has it read, once, every note that was there before."""

    dependencies = [("news", "0006_news_by_date")]
    operations = [
        migrations.AddField("updatenote", "found_at", models.DateTimeField(null=True, editable=False)),
        migrations.AddIndex("updatenote", models.Index(fields=["at"], name="note_unread", condition=Q(found_at=None) | Q(found_at__lt=F("at")))),
    ]
