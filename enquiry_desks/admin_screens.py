"""The screens on which staff keep hours, closures and bank holidays. A desk manager sees and changes only their own desks.

Wagtail's views know rights over a kind of thing, not over one of them: every view here asks for the row as well.
"""

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from policesite import clock

from .closing import keep_promise, sentence_for, wait_for_turn
from .desk_services import ServiceHours
from .hours import BankHoliday, Closure, DayException, DeskManager, OpeningPeriod
from .models import EnquiryDeskPage


class DeskRowForm(WagtailAdminModelForm):
    """Offers, and accepts, only desks whose hours this person may change."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        desks = EnquiryDeskPage.objects.changeable_by(self.for_user).order_by("title")
        self.fields["desk"] = forms.ModelChoiceField(desks, initial=desks.first() if desks.count() == 1 else None)


HAS_BEGUN = "The desk has been closed by it, and the record keeps that. To open the desk, use “Open again” under “Desks now”."


class ClosureForm(DeskRowForm):
    """What a closure has already closed cannot be taken back: the part to come can."""

    def clean(self):
        cleaned, now = super().clean(), clock.now()
        begun = Closure.objects.filter(pk=self.instance.pk, starts__lte=now).first()
        if begun:
            stood_until = min(begun.ends or now, now).replace(second=0, microsecond=0)  # a form knows minutes
            for name, is_less in (
                ("desk", cleaned.get("desk") != begun.desk),
                ("starts", cleaned.get("starts", now) > begun.starts),
                ("ends", (cleaned.get("ends") or now) < stood_until),
            ):
                if is_less and name not in self.errors:
                    self.add_error(name, HAS_BEGUN)
        return cleaned

    def save(self, commit=True):
        self.instance.closed_by = self.instance.closed_by or self.for_user
        self.instance.confirmed_at = clock.now()
        return super().save(commit)


class DayExceptionForm(DeskRowForm):
    def save(self, commit=True):
        self.instance.told_at = clock.now()  # what is changed on the day itself was not promised
        return super().save(commit)


class OwnDesksOnly:
    """For any view of one row: refused unless the row is of a desk that this person may change."""

    def dispatch(self, request, *args, **kwargs):
        if "pk" in kwargs:
            desks = EnquiryDeskPage.objects.changeable_by(request.user)
            if not self.model.objects.filter(pk=kwargs["pk"], desk__in=desks).exists():
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class OwnDesksIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().filter(desk__in=EnquiryDeskPage.objects.changeable_by(self.request.user)).select_related("desk")


class TellsOfClashes:
    """Two people who save overlapping rows at the same moment: the second is told, as if the first had long been there."""

    def form_valid(self, form):
        try:
            with transaction.atomic():
                change_in_turn({form.cleaned_data["desk"], *desks_of(self.model, form.instance.pk)})
                return super().form_valid(form)
        except IntegrityError as error:
            form.add_error(None, sentence_for(self.model, error))
            return self.form_invalid(form)


def desks_of(model, pk: int | None) -> list[EnquiryDeskPage]:
    """Whose row it is in the database, whatever a form would make of it."""
    return [row.desk for row in model.objects.filter(pk=pk).select_related("desk")]


def change_in_turn(desks: Iterable[EnquiryDeskPage]) -> None:
    """Before rows of these desks are changed: wait for whoever else does so, and keep what was promised of today."""
    for desk in sorted(desks, key=lambda desk: desk.path):
        wait_for_turn(desk)
        keep_promise(desk)


class DeleteView(generic.DeleteView):
    def delete_action(self):
        with transaction.atomic():
            change_in_turn([self.object.desk])
            super().delete_action()


class ClosureDeleteView(DeleteView):
    def dispatch(self, request, *args, **kwargs):
        if self.object.starts <= clock.now():
            messages.error(request, HAS_BEGUN)
            return redirect("closures:edit", self.object.pk)
        return super().dispatch(request, *args, **kwargs)


class CreateView(TellsOfClashes, generic.CreateView):
    pass


class EditView(TellsOfClashes, generic.EditView):
    pass


class DeskRowsViewSet(ModelViewSet):
    """Rows that each belong to one desk."""

    index_view_class = OwnDesksIndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    copy_view_enabled = False
    form = DeskRowForm
    list_filter = ["desk"]

    def construct_view(self, view_class, **kwargs):
        return super().construct_view(type(view_class.__name__, (OwnDesksOnly, view_class), {}), **kwargs)

    def get_edit_handler(self):
        return ObjectList(self.panels, base_form_class=self.form).bind_to_model(self.model)


class ClosureViewSet(DeskRowsViewSet):
    model = Closure
    name = "closures"
    icon = "lock"
    delete_view_class = ClosureDeleteView
    form = ClosureForm
    list_display = ["reason", "desk", "starts", "ends", "closed_by"]
    panels = [FieldPanel("desk"), FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]), FieldPanel("reason"), FieldPanel("note")]


class DayExceptionViewSet(DeskRowsViewSet):
    model = DayException
    name = "different-days"
    icon = "calendar-alt"
    form = DayExceptionForm
    list_display = ["day", "desk", "opens", "closes", "reason"]
    panels = [FieldPanel("desk"), FieldPanel("day"), FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]), FieldPanel("reason")]


class OpeningPeriodViewSet(DeskRowsViewSet):
    model = OpeningPeriod
    name = "weekly-hours"
    icon = "time"
    list_display = ["weekday", "which", "desk", "opens", "closes", "valid_from", "valid_to"]
    panels = [
        FieldPanel("desk"),
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("which")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]


class ServiceHoursViewSet(DeskRowsViewSet):
    model = ServiceHours
    name = "service-hours"
    icon = "list-ul"
    list_display = ["service", "desk", "weekday", "opens", "closes"]
    panels = [FieldPanel("desk"), FieldPanel("service"), FieldPanel("weekday"), FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")])]


class BankHolidayViewSet(ModelViewSet):
    model = BankHoliday
    name = "bank-holidays"
    icon = "date"
    copy_view_enabled = False
    list_display = ["day", "title", "force"]
    list_filter = ["force"]
    panels = [FieldPanel("force"), FieldPanel("day"), FieldPanel("title")]


class DeskManagerViewSet(ModelViewSet):
    model = DeskManager
    name = "desk-managers"
    icon = "user"
    copy_view_enabled = False
    list_display = ["user", "desk"]
    list_filter = ["desk"]
    panels = [FieldPanel("desk"), FieldPanel("user")]


class EnquiryDesksGroup(ModelViewSetGroup):
    menu_label = "Enquiry desks"
    menu_icon = "site"
    menu_order = 250
    items = (ClosureViewSet, DayExceptionViewSet, OpeningPeriodViewSet, ServiceHoursViewSet, BankHolidayViewSet, DeskManagerViewSet)
