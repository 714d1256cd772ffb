from django.db import migrations

from policesite.users.roles import COMMS_MANAGER, COMMS_OFFICER, grant, grant_on_pages


def grant_rights(apps, schema_editor):
    grant_on_pages(apps, COMMS_OFFICER, "add_page", "change_page")
    grant_on_pages(apps, COMMS_MANAGER, "add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
    grant(apps, COMMS_OFFICER, "pages.hold_pagestate")
    grant(apps, COMMS_MANAGER, "pages.hold_pagestate", "pages.lift_pagestate")


def start_empty(apps, schema_editor):
    """Take away what Wagtail's own first migration leaves: a welcome page, its Site and two groups that we have roles for."""
    Page = apps.get_model("wagtailcore", "Page")
    if Page.objects.filter(depth__gt=1).count() != 1:
        return
    Page.objects.filter(depth=2, slug="home", title__startswith="Welcome to your new Wagtail").delete()
    Page.objects.filter(depth=1).update(numchild=0)
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()


class Migration(migrations.Migration):
    """What each role may do with pages, on a tree that starts empty."""

    dependencies = [("pages", "0002_holds_and_addresses"), ("users", "0002_roles")]
    operations = [migrations.RunPython(start_empty, migrations.RunPython.noop), migrations.RunPython(grant_rights, migrations.RunPython.noop)]
