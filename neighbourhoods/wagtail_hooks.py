from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from policesite import clock
from policesite.images.models import SiteImage
from policesite.pages.public import only_public

from . import search_answers, views
from .admin import NeighbourhoodsGroup
from .models import NeighbourhoodPage, Postcode, Posting, Priority
from .patch import areas_for
from .postcodes import Kind, read
from .promise import Colour
from .promise_figures import standings


@hooks.register("register_admin_viewset")
def neighbourhoods_screens():
    return NeighbourhoodsGroup()


class PromisePanel(Component):
    """On the first screen after logging in: which of one's own areas are behind with a word to residents."""

    order = 60

    def render_html(self, parent_context):
        areas = only_public(areas_for(parent_context["request"].user))
        own = standings(areas, clock.now(), lambda area: area.url_path)
        behind = [one for one in own if one.freshness.colour != Colour.GREEN]
        shown = {"standings": own, "behind": behind, "update_url": reverse("priority:index")}
        return mark_safe(render_to_string("neighbourhoods/admin/promise_panel.html", shown))


@hooks.register("construct_homepage_panels")
def show_the_promise(request, panels):
    if request.user.has_perm("neighbourhoods.change_priority"):
        panels.append(PromisePanel())


@hooks.register("register_permissions")
def working_on_any_area():
    return Permission.objects.filter(content_type__app_label="neighbourhoods", codename="work_on_any_neighbourhoodpage")


@hooks.register("locate_postcode")
def where_a_postcode_is(typed: str) -> tuple[float, float] | None:
    """Longitude and latitude of a whole postcode that we have; for rooms below, such as the enquiry desks."""
    postcode = read(typed)
    return Postcode.objects.position(postcode.key) if postcode.kind is Kind.UNIT else None


hooks.register("answer_search", views.answer_postcode)
hooks.register("search_answers", search_answers.teams)
hooks.register("search_names", search_answers.names)


@hooks.register("is_publicly_used")
def shows_an_officer_on_duty(thing) -> bool:
    """An officer's picture is public while they are posted to an area that is."""
    if not isinstance(thing, SiteImage):
        return False
    postings = Posting.objects.on(clock.today()).filter(officer__photo=thing)
    return only_public(NeighbourhoodPage.objects.filter(pk__in=postings.values("neighbourhood"))).exists()


@hooks.register("before_delete_page")
def keep_an_area_with_a_history(request, page):
    """What a team said and did is never deleted, and so neither is its page, nor one above it."""
    if Priority.objects.filter(neighbourhood__path__startswith=page.path).exists():
        messages.error(request, f"“{page}” has priorities whose history must stay. Unpublish it instead.")
        return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_areas_with_a_history(request, action_type, objects, action):
    """The same, for several pages deleted at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)] if action_type == "delete" else []
    return next((answer for page in pages if (answer := keep_an_area_with_a_history(request, page))), None)


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    """And what names nobody but the officer whose it is: an officer may bear the name of somebody else. docs/adr/0081."""
    ground = ("Postcode", "Place", "Boundary", "AreaMap")
    own = ("name", "email", "phone", "collar_number")
    imported = ("Officer.source_key", "Event.source_key", "Priority.source_key")
    return {
        **{f"neighbourhoods.{model}": "places, from a gazetteer" for model in ground},
        **{f"neighbourhoods.Officer.{field}": "the officer’s own" for field in own},
        **{f"neighbourhoods.{field}": "what imports know a row by" for field in imported},
        "neighbourhoods.PriorityUpdate.recorded_by": "for staff alone",
    }
