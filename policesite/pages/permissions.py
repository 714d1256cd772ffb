from wagtail.models import PagePermissionTester


class HeldPagePermissionTester(PagePermissionTester):
    """As Wagtail's, but nobody can publish or schedule a page on hold: the button is not there, and nothing is scheduled.

    Nor an alias, which goes live with the page that it is a copy of: Wagtail's publish fails on it.
    """

    def can_publish(self):
        return super().can_publish() and not self.page_is_held and not self.page.alias_of_id

    @property
    def page_is_held(self) -> bool:
        state = getattr(self.page, "state", None)
        return bool(state and state.held_at)
