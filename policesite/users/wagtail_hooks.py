from django.core.exceptions import PermissionDenied
from wagtail import hooks

from .models import User


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def leave_superusers_alone(request, user):
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied("Only a superuser changes the account of a superuser.")


@hooks.register("before_bulk_action")
def leave_superusers_alone_in_bulk(request, action_type, objects, action):
    for chosen in objects:
        if isinstance(chosen, User):
            leave_superusers_alone(request, chosen)


@hooks.register("private_words")
def who_works_here() -> dict[str, str]:
    return {"users": "for staff alone"}
