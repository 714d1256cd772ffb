from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from policesite.editing.history import told_by

from . import removal_screen, views
from .models import CampaignPage, StaffProfilePage


@hooks.register("refusals")
def refusals_told_to_editors() -> list[str]:
    """Constraints of migrations/0004, whose message is a sentence."""
    return ["profile_has_consent"]


@hooks.register("daily_commands")
def look_after_links_to_vacancies() -> list[str]:
    return ["check_vacancies"]


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("campaigns/", views.campaigns, name="staff_profiles-campaigns"),
        path("campaigns/<int:pk>/", views.show_board, name="staff_profiles-board"),
        path("campaigns/<int:pk>/schedule/", views.schedule_week, name="staff_profiles-schedule"),
        path("campaigns/remove/<int:pk>/", removal_screen.remove, name="staff_profiles-remove"),
    ]


class ForThoseWhoMakeCampaigns(MenuItem):
    def is_shown(self, request):
        return any(campaign.permissions_for_user(request.user).can_edit() for campaign in CampaignPage.objects.all()[:1])


@hooks.register("register_admin_menu_item")
def campaigns_menu():
    return ForThoseWhoMakeCampaigns("Campaigns", reverse("staff_profiles-campaigns"), icon_name="date", order=230)


@hooks.register("register_page_header_buttons")
def buttons(page, user, view_name, next_url=None):
    campaign = page if isinstance(page, CampaignPage) else page.campaign if isinstance(page, StaffProfilePage) else None
    if campaign and campaign.permissions_for_user(user).can_edit():
        yield Button("Board of the campaign", reverse("staff_profiles-board", args=[campaign.pk]), icon_name="date", priority=63)
    if isinstance(page, StaffProfilePage) and page.pk and user.has_perm("pages.hold_pagestate"):
        yield Button("Remove this person", reverse("staff_profiles-remove", args=[page.pk]), icon_name="bin", priority=64)


@hooks.register("register_log_actions")
def what_is_logged(actions):
    removed = told_by("Remove a person", lambda data: f"A profile was removed with the person’s name, picture and words: {data['why']}")
    actions.register_action("staff_profiles.remove")(removed)


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    return {"staff_profiles.DeadVacancy": "for staff alone", "staff_profiles.StaffProfilePage.consent_reference": "for staff alone"}
