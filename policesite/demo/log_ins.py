"""The demonstration's log-ins, one for each role: known to everyone, and so never loaded anywhere but on a demonstration."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from policesite.users.roles import ADMIN, COMMS_MANAGER, COMMS_OFFICER, DESK_MANAGER, NEIGHBOURHOOD_OFFICER

PASSWORD = "night shift"
SUPERUSER = "superuser"

# (username, role, first name, surname): all invented.
LOG_INS = (
    ("comms-officer", COMMS_OFFICER, "Robin", "Example"),
    ("comms-manager", COMMS_MANAGER, "Alex", "Example"),
    ("neighbourhood-officer", NEIGHBOURHOOD_OFFICER, "Sam", "Example"),
    ("desk-manager", DESK_MANAGER, "Jo", "Example"),
    ("admin", ADMIN, "Chris", "Example"),
    (SUPERUSER, "", "Pat", "Example"),
)
USERNAMES = tuple(username for username, *_ in LOG_INS)


def username_of(role: str) -> str:
    return next(username for username, its_role, *_ in LOG_INS if its_role == role)


def load(stage) -> None:
    for username, role, first_name, last_name in LOG_INS:
        user = get_user_model().objects.create_user(
            username,
            f"{username}@northants.example",
            PASSWORD,
            first_name=first_name,
            last_name=last_name,
            is_superuser=username == SUPERUSER,
            is_staff=username == SUPERUSER,
        )
        user.groups.set(Group.objects.filter(name=role))
