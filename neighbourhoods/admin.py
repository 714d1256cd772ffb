"""The editors' screens: priorities, events, officers with their postings, Beat Buses."""

from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from policesite import clock

from .models import Event, Officer, Priority, Vehicle
from .patch import only_own
from .promise import Colour, Freshness


class OwnListView(generic.IndexView):
    """Lists, and exports, what belongs to the areas of whoever is looking."""

    def get_base_queryset(self):
        return only_own(super().get_base_queryset(), self.request.user)


class PriorityListView(OwnListView):
    """Says beside each open priority how long residents have waited for a word, and when that is too long."""

    def get_base_queryset(self):
        return super().get_base_queryset().with_last_word(clock.today())


def last_word(priority: Priority) -> str:
    if not priority.is_open:
        return ""
    fresh = Freshness(priority.last_word, clock.today())
    shape = {Colour.GREEN: "✓", Colour.AMBER: "▲", Colour.RED: "■"}[fresh.colour]
    return f"{shape} {fresh.word}: {fresh.days} days ago"


class OwnObject:
    """Finds a thing only where it belongs to an area of whoever asks: 404 otherwise."""

    def get_queryset(self):
        return only_own(super().get_queryset(), self.request.user)


class OwnEditView(OwnObject, generic.EditView):
    pass


class OwnDeleteView(OwnObject, generic.DeleteView):
    pass


class OwnHistoryView(history.HistoryView):
    def get_base_object_queryset(self):
        return only_own(super().get_base_object_queryset(), self.request.user)


class OwnUsageView(usage.UsageView):
    def get_base_object_queryset(self):
        return only_own(super().get_base_object_queryset(), self.request.user)


class OwnPatchViewSet(ModelViewSet):
    """Wagtail checks rights on the model; these views also check whose patch a thing is on."""

    index_view_class = OwnListView
    edit_view_class = OwnEditView
    delete_view_class = OwnDeleteView
    history_view_class = OwnHistoryView
    usage_view_class = OwnUsageView
    copy_view_enabled = False


class PriorityViewSet(OwnPatchViewSet):
    model = Priority
    icon = "list-ul"
    index_view_class = PriorityListView
    list_display = [
        "title",
        "neighbourhood",
        Column("last_word", label="Last word", accessor=last_word),
        "update_due",
        "closed_on",
        UpdatedAtColumn(),
    ]
    list_filter = ["neighbourhood", "update_due"]
    list_export = ["neighbourhood", "title", "agreed_on", "update_due", "closed_on", "outcome"]
    ordering = ["update_due"]


class EventViewSet(OwnPatchViewSet):
    model = Event
    icon = "calendar-alt"
    list_display = ["title", "neighbourhood", "starts", "status", UpdatedAtColumn()]
    list_filter = ["neighbourhood", "kind", "status"]
    list_export = ["neighbourhood", "kind", "title", "starts", "ends", "venue", "status"]
    ordering = ["-starts"]


class OfficerViewSet(ModelViewSet):
    model = Officer
    icon = "user"
    list_display = ["title", "collar_number", UpdatedAtColumn()]
    list_filter = ["rank"]
    ordering = ["name"]
    copy_view_enabled = False


class VehicleViewSet(ModelViewSet):
    model = Vehicle
    icon = "site"
    list_display = ["name", UpdatedAtColumn()]
    copy_view_enabled = False


class NeighbourhoodsGroup(ModelViewSetGroup):
    menu_label = "Neighbourhoods"
    menu_icon = "group"
    menu_order = 210
    items = (PriorityViewSet(), EventViewSet(), OfficerViewSet(), VehicleViewSet())
