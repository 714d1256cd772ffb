from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from .models import Feedback


class ReadOnlyPolicy(ModelPermissionPolicy):
    """What visitors wrote is read, never changed, whoever is asking."""

    def user_has_permission(self, user, action):
        return action in ("view", "inspect") and super().user_has_permission(user, "view")


class FeedbackViewSet(ModelViewSet):
    model = Feedback
    icon = "comment"
    menu_label = "Feedback"
    menu_order = 160
    add_to_admin_menu = True
    permission_policy = ReadOnlyPolicy(Feedback)
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["message"]
    list_display = ["__str__", "page", "sent_at"]
    list_filter = ["site", "sent_on"]
    inspect_view_fields = ["message", "page", "name", "email", "site", "sent_at"]
    search_fields = ["message", "page", "name"]
    search_backend_name = None


@hooks.register("register_admin_viewset")
def feedback():
    return FeedbackViewSet("feedback")
