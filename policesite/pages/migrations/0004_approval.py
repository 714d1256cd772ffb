from django.db import migrations

from policesite.users.roles import COMMS_MANAGER

APPROVAL = "Comms manager's approval"


def let_managers_approve(apps, schema_editor):
    """What Wagtail's first migration has submitted to its Moderators, a group that we do not have, goes to the comms managers."""
    of_wagtail = {"name": "Moderators approval"}
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.get(**of_wagtail)
    task.groups.set([apps.get_model("auth", "Group").objects.get(name=COMMS_MANAGER)])
    workflow = apps.get_model("wagtailcore", "Workflow").objects.get(**of_wagtail)
    for row in (task, workflow):
        row.name = APPROVAL
        row.save()
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(page=root, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    """What a comms officer submits, on any page, a comms manager approves: then it is published."""

    dependencies = [("pages", "0003_rights")]
    operations = [migrations.RunPython(let_managers_approve, migrations.RunPython.noop)]
