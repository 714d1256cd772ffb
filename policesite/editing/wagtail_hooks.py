from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from policesite.pages.models import PageState

from . import rehearsal_views, setting_changes, views  # noqa: F401  setting_changes registers its own hooks
from .history import told_by


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("holds/<int:page_id>/", views.hold_page, name="editing-hold-page"),
        path("holds/<int:page_id>/lift/", views.lift_hold, name="editing-lift-hold"),
        path("rehearse/", rehearsal_views.choose, name="editing-choose-minute"),
        path("rehearse/<str:stamp>/", rehearsal_views.walk, name="editing-rehearse"),
        path("rehearse/<str:stamp>/<path:path>", rehearsal_views.walk, name="editing-rehearse-page"),
        path("withdrawals/<int:page_id>/", views.withdraw_page, name="editing-withdraw-page"),
        path("withdrawals/<int:page_id>/reinstate/", views.reinstate_page, name="editing-reinstate-page"),
    ]


class ForThoseWhoMayRehearse(MenuItem):
    def is_shown(self, request):
        return rehearsal_views.may_rehearse(request.user)


@hooks.register("register_admin_menu_item")
def rehearsal_item():
    return ForThoseWhoMayRehearse("Rehearse the day", reverse("editing-choose-minute"), icon_name="view", order=250)


@hooks.register("register_page_header_buttons")
def hold_button(page, user, view_name, next_url=None):
    if page.depth > 1 and user.has_perm("pages.hold_pagestate"):
        yield Button("Take down and hold", reverse("editing-hold-page", args=[page.pk]), icon_name="no-view", priority=62)
        if page.live:
            yield Button("Withdraw", reverse("editing-withdraw-page", args=[page.pk]), icon_name="undo", priority=63)


@hooks.register("register_log_actions")
def what_is_logged(actions):
    actions.register_action("policesite.hold")(told_by("Hold", lambda data: f"Taken down and held: {data['why']}"))
    actions.register_action("policesite.withdraw")(told_by("Withdraw", lambda data: f"Withdrawn: {data['why']}"))
    actions.register_action("policesite.reinstate")(told_by("Reinstate", lambda data: f"No longer withdrawn ({data['why']})"))
    actions.register_action("policesite.lift_hold")(told_by("Lift hold", lambda data: f"Hold lifted ({data['why']})"))


@hooks.register("before_bulk_action")
def publish_no_alias(request, action_type, objects, action):
    """An alias is left out (pages/permissions.py), and the person told why; the other pages are published."""
    if action_type != "publish":
        return None
    left_out = action.get_actionable_objects()[1]["items_with_no_access"]
    aliases = [page for page in left_out if getattr(page, "alias_of", None)]
    for alias in aliases:
        messages.warning(request, f"“{alias}” was not published by itself: it is an alias, and goes live with “{alias.alias_of}”.")
    return redirect(action.next_url) if aliases and not objects else None


@hooks.register("before_edit_page")
def say_that_it_is_held(request, page):
    """Editors of a held page see why there is no publish button."""
    state = PageState.objects.filter(page_id=page.pk, held_at__isnull=False).select_related("held_by").first()
    if state and request.method == "GET":
        messages.warning(
            request, f"On hold since {state.held_at:%d %B %Y}, by {state.held_by}: {state.held_why} You can edit it; nobody can publish it."
        )
