from cookie_consent.models import Cookie, CookieGroup
from wagtail import hooks
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from policesite.delivery.read_only import ReadOnlyViewSet

from . import register
from .models import ConsentProof

hooks.register("visitor_leaves", register.expire_optional_cookies)

ASKS_AGAIN = HelpPanel("Visitors who agreed to a purpose are asked again when its words change, and until then it is off for them.")


class WordsOnly(ModelPermissionPolicy):
    """Cookies come and go with the code that sets them; here their words are put right."""

    def user_has_permission(self, user, action):
        return action == "change" and super().user_has_permission(user, action)


class CookieForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].disabled = True


class PurposeViewSet(ModelViewSet):
    model = CookieGroup
    icon = "list-ul"
    menu_label = "Purposes"
    permission_policy = WordsOnly(CookieGroup)
    edit_handler = ObjectList([ASKS_AGAIN, FieldPanel("name"), FieldPanel("description")])
    list_display = ["name", "varname", "is_required"]
    copy_view_enabled = False


class CookieViewSet(ModelViewSet):
    model = Cookie
    icon = "list-ul"
    menu_label = "Cookies"
    permission_policy = WordsOnly(Cookie)
    edit_handler = ObjectList([ASKS_AGAIN, FieldPanel("name"), FieldPanel("description")], base_form_class=CookieForm)
    list_display = ["name", "cookiegroup", "description"]
    copy_view_enabled = False


class ConsentProofViewSet(ReadOnlyViewSet):
    model = ConsentProof
    icon = "check"
    menu_label = "Choices made"
    list_display = ["given_at", "method", "choices", "site"]
    list_filter = ["site", "method"]
    inspect_view_enabled = True


class ConsentViewSetGroup(ModelViewSetGroup):
    menu_label = "Cookies"
    menu_icon = "list-ul"
    menu_order = 900
    items = (PurposeViewSet("cookie_purposes"), CookieViewSet("cookies"), ConsentProofViewSet("consent_proofs"))


@hooks.register("register_admin_viewset")
def cookies():
    return ConsentViewSetGroup()


@hooks.register("private_words")
def what_no_visitor_wrote() -> dict[str, str]:
    settings = {"consent.ConsentSettings": "numbers of versions", "consent.ConsentProof": "choices and digests"}
    return settings | {
        "cookie_consent.LogItem": "not kept",
        "cookie_consent.CookieGroup.varname": "a key",
        "cookie_consent.Cookie": "named by the code",
    }
