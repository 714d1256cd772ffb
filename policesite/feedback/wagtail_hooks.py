import unicodedata

from django.db.models import Count, F, Q, Window
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from .models import Feedback, PageAnswer

_FORMULA = ("=", "+", "-", "−", "@")
_LINE = ("\t", "\r", "\n")
# The first letters of the kinds of characters that show nothing by themselves: marks, spaces, controls.
_UNSEEN = ("M", "Z", "C")


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe before what could start one.

    A program may pass over what cannot be seen, and read full-width signs as the plain ones: so does this.
    """
    seen = next((letter for letter in value if not unicodedata.category(letter).startswith(_UNSEEN)), "")
    return f"'{value}" if value.startswith(_LINE) or unicodedata.normalize("NFKC", seen).startswith(_FORMULA) else value


class SafeExport(IndexView):
    """What strangers wrote, listed and exported."""

    custom_value_preprocess = {**IndexView.custom_value_preprocess, str: {"csv": harmless, "xlsx": harmless}}


class ByPage(SafeExport):
    """With how many found the page of each answer useful, and how many did not."""

    def get_base_queryset(self):
        counts = {
            name: Window(Count("pk", filter=Q(is_useful=said)), partition_by=[F("site"), F("path")]) for name, said in (("yes", True), ("no", False))
        }
        return super().get_base_queryset().annotate(**counts)


class ReadOnlyPolicy(ModelPermissionPolicy):
    """What visitors wrote is read, never changed, whoever is asking."""

    def user_has_permission(self, user, action):
        return action in ("view", "inspect") and super().user_has_permission(user, "view")


class FeedbackViewSet(ModelViewSet):
    model = Feedback
    icon = "comment"
    menu_label = "Messages"
    permission_policy = ReadOnlyPolicy(Feedback)
    index_view_class = SafeExport
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["message"]
    list_display = ["__str__", "page", "sent_at"]
    list_export = ["sent_at", "page", "message", "name", "email"]
    export_filename = "feedback"
    list_filter = ["site", "sent_on"]
    inspect_view_fields = ["message", "page", "name", "email", "site", "sent_at"]
    search_fields = ["message", "page", "name"]
    search_backend_name = None


class PageAnswerViewSet(ModelViewSet):
    model = PageAnswer
    icon = "help"
    menu_label = "Is this page useful?"
    permission_policy = ReadOnlyPolicy(PageAnswer)
    index_view_class = ByPage
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["reason"]
    list_display = ["path", "is_useful", "reason", "sent_on", Column("yes", label="Yes in all"), Column("no", label="No in all")]
    list_export = ["path", "is_useful", "reason", "sent_on", "yes", "no"]
    export_filename = "is-this-page-useful"
    list_filter = ["site", "is_useful", "sent_on"]
    search_fields = ["path", "reason"]
    search_backend_name = None


class FeedbackGroup(ViewSetGroup):
    menu_label = "Feedback"
    menu_icon = "comment"
    menu_order = 160
    items = (FeedbackViewSet("feedback"), PageAnswerViewSet("page_answers"))


@hooks.register("register_admin_viewset")
def feedback():
    return FeedbackGroup()
