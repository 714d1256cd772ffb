"""Lists that staff read, export and never change, whoever is asking: what visitors wrote, chose or looked for."""

from datetime import datetime

from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from policesite.clock import LONDON
from policesite.delivery.spreadsheet import harmless


class ReadOnlyPolicy(ModelPermissionPolicy):
    def user_has_permission(self, user, action):
        return action in ("view", "inspect") and super().user_has_permission(user, "view")


def _to_the_minute(moment: datetime) -> datetime:
    """On a clock in Northamptonshire, as a spreadsheet can hold it: without its zone."""
    return moment.astimezone(LONDON).replace(second=0, microsecond=0, tzinfo=None)


class SafeExport(IndexView):
    """A list that may be exported: no cell is a formula, and every accent is read right."""

    custom_value_preprocess = {
        datetime: {"csv": lambda moment: f"{_to_the_minute(moment):%Y-%m-%d %H:%M}", "xlsx": _to_the_minute},
        **{kind: how for kind, how in IndexView.custom_value_preprocess.items() if kind is not datetime},
        str: {"csv": harmless, "xlsx": harmless},
    }

    def stream_csv(self, queryset):
        yield "\ufeff".encode()  # by which Excel knows that it is UTF-8
        yield from super().stream_csv(queryset)


class ReadOnlyViewSet(ModelViewSet):
    index_view_class = SafeExport
    copy_view_enabled = False
    exclude_form_fields = []  # Wagtail asks which, although no form is ever shown
    search_backend_name = None

    @property
    def permission_policy(self):
        return ReadOnlyPolicy(self.model)
