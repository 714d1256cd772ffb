from wagtail import hooks
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from policesite.naming.silencing import delete

from .models import NeutralAddress


class NeutralAddressForm(WagtailAdminModelForm):
    """An address that is in use is not changed under the sites that lead to it: add another, and choose that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].disabled = bool(self.instance.pk)


class NeutralAddressViewSet(ModelViewSet):
    model = NeutralAddress
    icon = "logout"
    menu_label = "Quick exit addresses"
    add_to_settings_menu = True
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("address")], base_form_class=NeutralAddressForm)
    list_display = ["name", "address"]
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def neutral_addresses():
    return NeutralAddressViewSet("neutral_addresses")


@hooks.register("silence_rows")
def silence_addresses() -> dict:
    return {"quick_exit.NeutralAddress": delete}
