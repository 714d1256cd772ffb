"""In the admin, under “Reports”: what imports brought and nobody has looked at since. docs/adr/0100."""

import django_filters
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.base import PageReportView
from wagtail.permissions import page_permission_policy

from news.looks import Look
from news.models import NewsArticlePage, Origin
from policesite.delivery.read_only import SafeExport

TITLE = "Brought from the older site"
MAY = ["change", "publish"]


class BroughtFilterSet(WagtailFilterSet):
    look = django_filters.ChoiceFilter(choices=Look.choices, label="What to look at", method="with_look")

    class Meta:
        model = NewsArticlePage
        fields = []

    def with_look(self, queryset, name, value):
        return queryset.filter(origin__looks__contains=[value])


class BroughtStories(PageReportView):
    page_title = TITLE
    header_icon = "download"
    filterset_class = BroughtFilterSet
    index_url_name = "news-brought"
    index_results_url_name = "news-brought-results"
    results_template_name = "news/brought_results.html"
    any_permission_required = MAY
    list_export = ["title", "origin.to_look_at", "status_string", "latest_revision_created_at"]
    export_headings = {"origin.to_look_at": "To look at", "status_string": "Status", "latest_revision_created_at": "Updated"}
    custom_value_preprocess = SafeExport.custom_value_preprocess

    def get_queryset(self):
        mine = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        waiting = NewsArticlePage.objects.filter(origin__in=Origin.objects.waiting(), pk__in=mine.values("pk"))
        self.queryset = waiting.select_related("origin").annotate_approved_schedule().prefetch_workflow_states().order_by("title", "pk")
        return super().get_queryset()


class BroughtMenuItem(MenuItem):
    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, MAY)


@hooks.register("register_reports_menu_item")
def in_the_menu():
    return BroughtMenuItem(TITLE, reverse("news-brought"), name="news-brought", icon_name="download", order=1050)


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("reports/brought/", BroughtStories.as_view(), name="news-brought"),
        path("reports/brought/results/", BroughtStories.as_view(results_only=True), name="news-brought-results"),
    ]
