from django.contrib.auth.models import Permission
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from policesite.delivery.coming import Changes
from policesite.delivery.schedule import Item
from policesite.editing.history import told_by

from . import now_screen
from .admin_screens import EnquiryDesksGroup
from .hours import Closure
from .importing import forces_short_of_holidays
from .models import EnquiryDeskPage
from .record import desks_behind, write_ledger
from .structured import leading_on
from .wall_clock import local_date


@hooks.register("register_admin_viewset")
def hours_of_desks():
    return EnquiryDesksGroup()


@hooks.register("register_permissions")
def right_over_every_desk():
    return Permission.objects.filter(content_type__app_label="enquiry_desks", codename="edit_every_enquirydeskpage")


@hooks.register("sitemap_details")
def desks_that_lead_on(site, now):
    leading = leading_on(EnquiryDeskPage.objects.in_site(site).listed(now), now)
    return {desk: {"leads_to": other} for desk, other in leading.items()}


@hooks.register("register_admin_urls")
def phone_screen():
    return [
        path("desks-now/", now_screen.show, name="enquiry_desks-now"),
        path("desks-now/close-all/", now_screen.close_all, name="enquiry_desks-close-all"),
        path("desks-now/<int:pk>/close/", now_screen.close, name="enquiry_desks-close"),
        path("desks-now/<int:pk>/change-today/", now_screen.change_today, name="enquiry_desks-change-today"),
        path("desks-now/<int:pk>/open-again/", now_screen.open_again, name="enquiry_desks-open-again"),
        path("desks-now/<int:pk>/confirm/", now_screen.confirm, name="enquiry_desks-confirm"),
    ]


@hooks.register("due_items")
def days_to_write(now):
    """Once a day is over, what each desk promised and kept of it goes into the ledger."""
    today = local_date(now)
    if desks_behind(EnquiryDeskPage.objects.all(), today).exists():
        yield Item("write the record of the desks", lambda: bool(write_ledger(EnquiryDeskPage.objects.all(), today)))


class ForThoseWhoMayClose(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("enquiry_desks.add_closure")


@hooks.register("register_admin_menu_item")
def desks_now():
    return ForThoseWhoMayClose("Desks now", reverse("enquiry_desks-now"), icon_name="lock", order=240)


class DesksNowPanel(Component):
    """On the first screen after logging in: each own desk in a line, what waits to be confirmed, and what runs out."""

    order = 50

    def render_html(self, parent_context):
        user = parent_context["request"].user
        shown = {"cards": now_screen.cards_for(user), "forces": forces_short_of_holidays() if user.has_perm("enquiry_desks.add_bankholiday") else []}
        return mark_safe(render_to_string("enquiry_desks/admin/now_panel.html", shown))


@hooks.register("construct_homepage_panels")
def show_desks_first(request, panels):
    if request.user.has_perm("enquiry_desks.add_closure"):
        panels.append(DesksNowPanel())


@hooks.register("register_log_actions")
def what_is_logged(actions):
    actions.register_action("enquiry_desks.close")(told_by("Close", lambda data: f"Closed {data['desk']} {until(data)}: {data['reason']}"))
    actions.register_action("enquiry_desks.open_again")(
        told_by("Open again", lambda data: f"Opened {data['desk']} again, closed before: {data['reason']}")
    )
    actions.register_action("enquiry_desks.confirm")(told_by("Confirm closure", lambda data: f"{data['desk']} is still closed: {data['reason']}"))
    actions.register_action("enquiry_desks.change_today")(told_by("Change today", lambda data: f"{data['desk']}: {data['hours']}. {data['reason']}"))


def until(data: dict) -> str:
    return f"until {data['ends']}" if data["ends"] else "until further notice"


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    return {"enquiry_desks.DayPromise": "hours alone"}


@hooks.register("coming_changes")
def closures_to_come() -> list[Changes]:
    closures = Closure.objects.filter(desk__live=True).select_related("desk")
    return [
        Changes(closures, "starts", lambda closure: f"“{closure.desk}” closes: {closure.reason}"),
        Changes(closures, "ends", lambda closure: f"“{closure.desk}” is no longer closed: {closure.reason}"),
    ]
