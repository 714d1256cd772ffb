from wagtail import hooks
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup

from policesite.delivery.read_only import ReadOnlyViewSet, SafeExport

from .by_page import answers_about, by_page
from .models import Feedback, PageAnswer


class CountsPages(WagtailPaginator):
    verbose_name, verbose_name_plural = "page judged", "pages judged"


class ByPage(SafeExport):
    """One row a page; most often found useless first. From each, the answers about it."""

    page_title = "Pages judged"
    verbose_name_plural = CountsPages.verbose_name_plural
    paginator_class = CountsPages
    default_ordering = ("-no", "path")

    def get_base_queryset(self):
        return by_page(super().get_base_queryset())

    def get_edit_url(self, instance):
        return answers_about(instance)

    def get_list_buttons(self, instance):
        return []


class FeedbackViewSet(ReadOnlyViewSet):
    model = Feedback
    icon = "comment"
    menu_label = "Messages"
    inspect_view_enabled = True
    list_display = ["__str__", "page", "sent_at"]
    list_export = ["sent_at", "page", "message", "name", "email"]
    export_filename = "feedback"
    list_filter = ["site", "sent_on"]
    inspect_view_fields = ["message", "page", "name", "email", "site", "sent_at"]
    search_fields = ["message", "page", "name"]


class JudgedPageViewSet(ReadOnlyViewSet):
    model = PageAnswer
    icon = "help"
    menu_label = "Pages judged"
    index_view_class = ByPage
    list_display = [
        "path",
        Column("page_title", label="Title"),
        Column("yes", label="Yes", sort_key="yes"),
        Column("no", label="No", sort_key="no"),
        Column("latest", label="Latest reason"),
        Column("sent_on", label="Last answer", sort_key="sent_on"),
    ]
    list_export = ["path", "page_title", "yes", "no", "latest", "sent_on"]
    export_headings = {"page_title": "Title", "yes": "Yes", "no": "No", "latest": "Latest reason", "sent_on": "Last answer"}
    export_filename = "pages-judged"
    list_filter = ["site", "sent_on"]
    search_fields = ["path"]


class PageAnswerViewSet(ReadOnlyViewSet):
    model = PageAnswer
    icon = "comment"
    menu_label = "Answers about pages"
    inspect_view_enabled = True
    list_display = ["path", Column("said", label="Useful", sort_key="is_useful"), "reason", "sent_on"]
    list_export = ["path", "said", "reason", "sent_on"]
    export_headings = {"said": "Useful"}
    export_filename = "is-this-page-useful"
    list_filter = ["site", "path", "is_useful", "sent_on"]
    inspect_view_fields = ["path", "said", "reason", "site", "sent_on"]
    search_fields = ["path", "reason"]


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
