"""One screen, one button: what will go, and why."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.models import Page

from neighbourhoods.models import Officer
from policesite.editing.holding import NotPossible

from .models import StaffProfilePage
from .removal import Traces, Why, remove_person, traces


class RemovalForm(forms.Form):
    """`pages` and `officers` are ticked from the start, but for a film that does not say the name: only somebody who has seen it knows."""

    why = forms.ChoiceField(choices=[(why.name, why.value) for why in Why], widget=forms.RadioSelect, label="Why")
    pages = forms.ModelMultipleChoiceField(
        None, required=False, widget=forms.CheckboxSelectMultiple, label="Also take down and hold, until somebody has edited them"
    )
    officers = forms.ModelMultipleChoiceField(
        None, required=False, widget=forms.CheckboxSelectMultiple, label="Also take off their team’s page, from today"
    )

    def __init__(self, data, found: Traces):
        super().__init__(data, initial={"pages": [page.pk for page in found.pages], "officers": [officer.pk for officer in found.officers]})
        for name, model, rows in (("pages", Page, found.others), ("officers", Officer, found.officers)):
            if rows:
                self.fields[name].queryset = model.objects.filter(pk__in=[row.pk for row in rows])
            else:
                del self.fields[name]


@permission_required("pages.hold_pagestate", raise_exception=True)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    profile = get_object_or_404(StaffProfilePage, pk=pk)
    if not profile.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    campaign = profile.get_parent()
    form = RemovalForm(request.POST or None, traces(profile))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            remove_person(profile, request.user, Why[said["why"]], said.get("pages", ()), said.get("officers", ()))
        except NotPossible as why_not:
            messages.error(request, f"Nothing was removed. {why_not}")
        else:
            messages.success(request, "The person’s name, picture and words are gone from the site.")
            return redirect("staff_profiles-board", campaign.pk)
    return render(request, "staff_profiles/admin/remove.html", {"profile": profile, "campaign": campaign, "form": form})
