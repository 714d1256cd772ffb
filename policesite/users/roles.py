"""The five roles, and the one way in which an app's migration gives a role its rights.

Rights are granted by each app for its own models, so that no app need know another's.
"""

COMMS_OFFICER = "Comms officer"
COMMS_MANAGER = "Comms manager"
NEIGHBOURHOOD_OFFICER = "Neighbourhood officer"
DESK_MANAGER = "Desk manager"
ADMIN = "Admin"

ALL = (COMMS_OFFICER, COMMS_MANAGER, NEIGHBOURHOOD_OFFICER, DESK_MANAGER, ADMIN)


def permission(apps, app_label: str, codename: str):
    """The permission `codename` ("change_closure") of a migration's historical `apps`, made if Django has not made it yet.

    Django makes its permissions after the last migration; a migration that hands one out may come before that.
    """
    model = codename.rpartition("_")[2]
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


def grant(apps, role: str, *rights: str) -> None:
    """Give `role` each of `rights`, as "app_label.codename", in a migration."""
    group = apps.get_model("auth", "Group").objects.get(name=role)
    group.permissions.add(*(permission(apps, *right.split(".")) for right in rights))


def grant_on_pages(apps, role: str, *codenames: str) -> None:
    """Give `role` rights such as "change_page" over every page of every site, in a migration."""
    group = apps.get_model("auth", "Group").objects.get(name=role)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    for codename in codenames:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=group, page=root, permission=permission(apps, "wagtailcore", codename)
        )


def grant_on_collections(apps, role: str, *rights: str) -> None:
    """Give `role` rights such as "images.add_siteimage" over every collection, in a migration."""
    group = apps.get_model("auth", "Group").objects.get(name=role)
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for right in rights:
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group, collection=root, permission=permission(apps, *right.split("."))
        )
