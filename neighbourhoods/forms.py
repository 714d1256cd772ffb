"""The forms behind the editors' screens: what may be chosen, and what is filled in for them."""

from datetime import date

from django import forms
from django.apps import apps
from django.db import connection, transaction
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput

from policesite import clock

from .patch import areas_for

NO_OVERLAPS = "one_named_officer_per_area, one_posting_per_officer_and_area"


class NeighbourhoodForm(WagtailAdminPageForm):
    """A new area belongs to the force of the site it is made in."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.force_id is None:
            site = self.parent_page.get_site()
            self.instance.force = getattr(site, "force", None)
            if self.instance.force is None:
                self.add_error(None, "Give this site its force first, in the settings.")
        return cleaned


class OwnForceForm(WagtailAdminModelForm):
    """Where there is one force, nobody is asked which."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = list(apps.get_model("forces", "Force").objects.all()[:2])
        if "force" in self.fields and len(choices) == 1:
            self.fields["force"].initial = choices[0]


class OfficerForm(OwnForceForm):
    """An officer with every posting: what the database would refuse is said beside the row that is at fault."""

    def is_valid(self):
        if not super().is_valid():
            return False
        rows = [row for row in self.formsets["postings"].forms if row.has_changed() or row.instance.pk]
        rows = [row for row in rows if not row.cleaned_data.get("DELETE")]
        for place, row in enumerate(rows):
            self._refuse_doubled(row, rows[:place])
            self._refuse_second_named(row)
        return not any(row.errors for row in rows)

    def save(self, commit=True):
        """Whichever row is saved first, the postings are compared once all of them are."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET CONSTRAINTS {NO_OVERLAPS} DEFERRED")
            officer = super().save(commit)
            cursor.execute(f"SET CONSTRAINTS {NO_OVERLAPS} IMMEDIATE")
        return officer

    def _refuse_doubled(self, row, earlier):
        if any(row.instance.overlaps(other.instance) for other in earlier):
            row.add_error("starts", "They are posted to this area at that time already. End that posting first.")

    def _refuse_second_named(self, row):
        posting = row.instance
        if posting.role != posting.Role.NAMED:
            return
        others = type(posting).objects.filter(neighbourhood=posting.neighbourhood_id, role=posting.role).exclude(officer=self.instance.pk)
        if any(posting.overlaps(other) for other in others):
            row.add_error("starts", "Another officer is the named officer of this area at that time. End that posting first.")


class OwnAreasForm(WagtailAdminModelForm):
    """Offers the areas that the editor may work on, and refuses every other."""

    class Meta:
        widgets = {"neighbourhood": forms.Select}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "neighbourhood" not in self.fields or self.for_user is None:
            return
        areas = areas_for(self.for_user).order_by("title")
        field = forms.ModelChoiceField(areas, label="Neighbourhood", initial=areas.first() if len(areas[:2]) == 1 else None)
        self.fields["neighbourhood"] = field


class PriorityForm(OwnAreasForm):
    """A priority, and one more thing that was done about it: what stands already cannot be changed here."""

    we_did = forms.CharField(label="We did", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    done_on = forms.DateField(label="On", required=False, widget=AdminDateInput)
    corrects = forms.ModelChoiceField(None, label="It puts right", required=False, empty_label="Nothing: it is new")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        updates = apps.get_model("neighbourhoods", "PriorityUpdate").objects
        self.fields["corrects"].queryset = updates.filter(priority=self.instance.pk)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("corrects") and not cleaned.get("we_did"):
            self.add_error("we_did", "Write what is right, in full.")
        if cleaned.get("done_on") and not cleaned.get("we_did"):
            self.add_error("we_did", "Say what you did on that day, or leave the day empty.")
        if cleaned.get("done_on") and cleaned["done_on"] > clock.today():
            self.add_error("done_on", "That day is still to come. Put what you plan under “Next step”.")
        if cleaned.get("we_did") and cleaned.get("agreed_on") and self._done_on() < cleaned["agreed_on"]:
            self.add_error("done_on", "That is before the day on which it became a priority.")
        return cleaned

    def save(self, commit=True):
        priority = super().save(commit)
        if commit and self.cleaned_data.get("we_did"):
            priority.updates.create(
                we_did=self.cleaned_data["we_did"],
                done_on=self._done_on(),
                corrects=self.cleaned_data.get("corrects"),
                recorded_by=self._who(),
            )
        return priority

    def _done_on(self) -> date:
        return self.cleaned_data.get("done_on") or clock.today()

    def _who(self) -> str:
        return (self.for_user.get_full_name() or self.for_user.get_username())[:150] if self.for_user else ""
