"""The five roles: what each may do, as CONTENT_MODEL has it."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from policesite.pages.models import ContentPage
from policesite.users import roles
from tests.conftest import colleague, publish


def person(role):
    return colleague(role, role.replace(" ", "-").lower(), password="pass")


@pytest.fixture
def advice(northants):
    return publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))


def test_there_are_five_roles_and_no_others(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ALL)


@pytest.mark.parametrize("role", roles.ALL)
def test_everyone_with_a_role_can_open_the_admin(client, northants, role):
    client.force_login(person(role))
    assert client.get("/admin/").status_code == 200


def test_nobody_else_can(client, northants):
    client.force_login(get_user_model().objects.create_user("visitor"))
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("role", "edits", "publishes"),
    [
        (roles.COMMS_OFFICER, True, False),
        (roles.COMMS_MANAGER, True, True),
        (roles.NEIGHBOURHOOD_OFFICER, False, False),
        (roles.DESK_MANAGER, False, False),
        (roles.ADMIN, False, False),
    ],
)
def test_who_edits_and_who_publishes_pages(advice, role, edits, publishes):
    may = advice.permissions_for_user(person(role))
    assert (may.can_edit(), may.can_publish()) == (edits, publishes)


@pytest.mark.parametrize("role", roles.ALL)
def test_only_an_admin_manages_users_and_the_force(client, northants, role):
    client.force_login(person(role))
    is_admin = role == roles.ADMIN
    for address in (reverse("wagtailusers_users:index"), reverse("wagtailsettings:edit", args=["forces", "force", northants.site.pk])):
        assert (client.get(address).status_code == 200) == is_admin


def test_every_right_that_a_migration_grants_is_a_real_one(db):
    """A misspelt codename would make a permission that nothing asks for."""
    known = {
        (ct, codename)
        for model in apps.get_models()
        for ct, codename in [
            *(
                (model._meta.app_label, f"{verb}_{model._meta.model_name}")
                for verb in ("add", "change", "delete", "view", *model._meta.default_permissions)
            ),
            *((model._meta.app_label, codename) for codename, _ in model._meta.permissions),
        ]
    }
    granted = Permission.objects.filter(group__isnull=False) | Permission.objects.filter(grouppagepermission__isnull=False)
    assert {tuple(row) for row in granted.values_list("content_type__app_label", "codename")} - known == set()
