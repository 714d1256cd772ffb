from wagtail.users.apps import WagtailUsersAppConfig


class UserScreensConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with ours in the place of those that would make anybody a superuser."""

    user_viewset = "policesite.users.accounts.AccountViewSet"
