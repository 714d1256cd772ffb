from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from policesite.delivery.coming import Changes
from policesite.forces.models import Force
from policesite.naming.silencing import delete

from .models import SiteAlert

RAISE_EMERGENCY = "notices.raise_emergency"


class SiteAlertForm(WagtailAdminModelForm):
    """An emergency is raised by those whose role it is; others do not see it among the levels. The only force is chosen already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user and not self.for_user.has_perm(RAISE_EMERGENCY):
            level = self.fields["level"]
            level.choices = [choice for choice in level.choices if choice[0] != SiteAlert.Level.EMERGENCY]
        forces = list(Force.objects.all()[:2])
        if len(forces) == 1:
            self.fields["force"].initial = forces[0]


class SiteAlertEditView(generic.EditView):
    def get_object(self, queryset=None):
        alert = super().get_object(queryset)
        if alert.level == SiteAlert.Level.EMERGENCY and not self.request.user.has_perm(RAISE_EMERGENCY):
            raise PermissionDenied("Only a comms manager changes an emergency alert.")
        return alert


class SiteAlertViewSet(ModelViewSet):
    model = SiteAlert
    icon = "warning"
    menu_label = "Site alerts"
    menu_order = 150
    add_to_admin_menu = True
    edit_view_class = SiteAlertEditView
    edit_handler = ObjectList(SiteAlert.panels, base_form_class=SiteAlertForm)
    list_display = ["heading", "level", "scope", "starts", "ends"]
    list_filter = ["level", "scope"]
    search_fields = ["heading", "text"]
    search_backend_name = None
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def site_alerts():
    return SiteAlertViewSet("site_alerts")


@hooks.register("silence_rows")
def silence_alerts() -> dict:
    return {"notices.SiteAlert": delete}


@hooks.register("coming_changes")
def alerts_that_come_and_go() -> list[Changes]:
    alerts = SiteAlert.objects.all()
    return [
        Changes(alerts, "starts", lambda alert: f"the alert “{alert}” is shown"),
        Changes(alerts, "ends", lambda alert: f"the alert “{alert}” ends"),
    ]
