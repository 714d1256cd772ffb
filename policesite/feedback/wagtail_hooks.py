import unicodedata

from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from .by_page import answers_about, by_page
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
    """One row a page; most often found useless first. From each, the answers about it."""

    default_ordering = ("-no", "path")

    def get_base_queryset(self):
        return by_page(super().get_base_queryset())

    def get_edit_url(self, instance):
        return answers_about(instance)

    def get_list_buttons(self, instance):
        return []


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


class JudgedPageViewSet(ModelViewSet):
    model = PageAnswer
    icon = "help"
    menu_label = "Is this page useful?"
    permission_policy = ReadOnlyPolicy(PageAnswer)
    index_view_class = ByPage
    copy_view_enabled = False
    form_fields = ["reason"]
    list_display = [
        "path",
        Column("page_title", label="Title"),
        Column("yes", label="Yes", sort_key="yes"),
        Column("no", label="No", sort_key="no"),
        Column("latest", label="Latest reason"),
        DateColumn("sent_on", label="Last answer"),
    ]
    list_export = ["path", "page_title", "yes", "no", "latest", "sent_on"]
    export_headings = {"page_title": "Title", "yes": "Yes", "no": "No", "latest": "Latest reason", "sent_on": "Last answer"}
    export_filename = "useful-pages"
    list_filter = ["site", "sent_on"]
    search_fields = ["path"]
    search_backend_name = None


class PageAnswerViewSet(ModelViewSet):
    model = PageAnswer
    icon = "comment"
    menu_label = "Answers about pages"
    permission_policy = ReadOnlyPolicy(PageAnswer)
    index_view_class = SafeExport
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["reason"]
    list_display = ["path", Column("said", label="Useful", sort_key="is_useful"), "reason", "sent_on"]
    list_export = ["path", "said", "reason", "sent_on"]
    export_headings = {"said": "Useful"}
    export_filename = "is-this-page-useful"
    list_filter = ["site", "path", "is_useful", "sent_on"]
    inspect_view_fields = ["path", "said", "reason", "site", "sent_on"]
    search_fields = ["path", "reason"]
    search_backend_name = None


class FeedbackGroup(ViewSetGroup):
    menu_label = "Feedback"
    menu_icon = "comment"
    menu_order = 160
    items = (FeedbackViewSet("feedback"), JudgedPageViewSet("judged_pages"), PageAnswerViewSet("page_answers"))


@hooks.register("register_admin_viewset")
def feedback():
    return FeedbackGroup()


@hooks.register("private_words")
def what_visitors_told_us() -> dict[str, str]:
    """Read by comms alone, and gone when its time is over."""
    return {"feedback": "for staff alone"}
