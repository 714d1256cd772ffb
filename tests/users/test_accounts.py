"""An admin gives roles, and can give nobody, nor themselves, more than a role."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from policesite.users import roles
from tests.conftest import colleague

User = get_user_model()
FORM = {"username": "sam", "first_name": "Sam", "last_name": "Lee", "email": "sam@example.com", "is_active": "on"}
PASSWORDS = {"password1": "brisk-otter-17", "password2": "brisk-otter-17"}


@pytest.fixture
def admin(db):
    return colleague(roles.ADMIN, "admin")


@pytest.fixture
def chief(db):
    return User.objects.create_superuser("chief", email="chief@example.com")


@pytest.fixture
def sam(db):
    return User.objects.create_user("sam")


def edit(client, user, **fields):
    return client.post(reverse("wagtailusers_users:edit", args=[user.pk]), FORM | fields)


def bulk(client, action, user, **fields):
    return client.post(reverse("wagtail_bulk_action", args=["users", "user", action]) + f"?id={user.pk}", fields)


def test_an_admin_makes_an_account_and_gives_it_a_role_but_no_more(client, admin):
    client.force_login(admin)
    assert "Only a superuser changes this." in client.get(reverse("wagtailusers_users:add")).content.decode()
    role = Group.objects.get(name=roles.COMMS_OFFICER)
    client.post(reverse("wagtailusers_users:add"), FORM | PASSWORDS | {"groups": role.pk, "is_superuser": "on"})
    made = User.objects.get(username="sam")
    assert (made.is_superuser, list(made.groups.all())) == (False, [role])


def test_an_admin_makes_nobody_a_superuser_themselves_least_of_all(client, admin, sam):
    client.force_login(admin)
    assert edit(client, sam, last_name="Renamed", is_superuser="on").status_code == 302
    edit(client, admin, username="admin", is_superuser="on")
    sam.refresh_from_db()
    assert sam.last_name == "Renamed"
    assert not User.objects.filter(is_superuser=True).exists()


def test_an_admin_cannot_touch_a_superuser_s_account(client, admin, chief):
    client.force_login(admin)
    before = User.objects.filter(pk=chief.pk).values().get()
    edit(client, chief, username="chief", **PASSWORDS)
    client.post(reverse("wagtailusers_users:delete", args=[chief.pk]))
    bulk(client, "delete", chief)
    bulk(client, "set_active_state", chief, mark_as_active="False")
    bulk(client, "assign_role", chief, role=Group.objects.get(name=roles.DESK_MANAGER).pk)
    assert User.objects.filter(pk=chief.pk).values().get() == before
    assert not chief.groups.exists()


def test_an_admin_still_looks_after_the_others_in_bulk(client, admin, sam):
    client.force_login(admin)
    bulk(client, "set_active_state", sam, mark_as_active="False")
    sam.refresh_from_db()
    assert not sam.is_active


def test_a_superuser_makes_and_unmakes_a_superuser(client, chief, sam):
    client.force_login(chief)
    for tick, expected in (({"is_superuser": "on"}, True), ({}, False)):
        assert edit(client, sam, **tick).status_code == 302
        sam.refresh_from_db()
        assert sam.is_superuser is expected
