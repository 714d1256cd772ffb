from django.db import migrations


class Migration(migrations.Migration):
    """The few pages that have others beneath them: whether one of those above is hidden is asked of every page that is shown."""

    dependencies = [("pages", "0004_approval")]
    operations = [
        migrations.RunSQL(
            "CREATE INDEX page_with_pages_beneath ON wagtailcore_page (path) WHERE numchild > 0",
            "DROP INDEX page_with_pages_beneath",
        )
    ]
