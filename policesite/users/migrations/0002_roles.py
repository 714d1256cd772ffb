from django.db import migrations

from policesite.users import roles


def make_roles(apps, schema_editor):
    for name in roles.ALL:
        apps.get_model("auth", "Group").objects.get_or_create(name=name)
        roles.grant(apps, name, "wagtailadmin.access_admin")
    roles.grant(
        apps,
        roles.ADMIN,
        *(
            f"{model[0]}.{verb}_{model[1]}"
            for model in (("users", "user"), ("auth", "group"), ("wagtailcore", "site"))
            for verb in ("add", "change", "delete")
        ),
    )


class Migration(migrations.Migration):
    """The five roles. Each app gives them the rights over its own models."""

    dependencies = [
        ("users", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
