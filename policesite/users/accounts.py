"""The screens on which accounts are made and changed. Admins give roles; only a superuser makes or unmakes a superuser."""

from wagtail.users.views import users


class OwnRankOnly:
    """The tick that makes a superuser stays as it is, whatever the form is sent, when anybody else sends it."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
            form.fields["is_superuser"].help_text = "Only a superuser changes this."
        return form


class AccountCreateView(OwnRankOnly, users.CreateView):
    pass


class AccountEditView(OwnRankOnly, users.EditView):
    pass


class AccountViewSet(users.UserViewSet):
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
