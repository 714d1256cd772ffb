"""One screen, one button: what will go, and why."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from neighbourhoods.models import Officer
from policesite.editing.holding import NotPossible
from policesite.images.labels import fate, tick_label

from .models import StaffProfilePage
from .removal import Traces, Why, remove_person, traces


class RemovalForm(forms.Form):
    """`traces` and `officers` are ticked from the start; `perhaps` is not: only somebody who looks knows."""

    why = forms.ChoiceField(choices=[(why.name, why.value) for why in Why], widget=forms.RadioSelect, label="Why")
    traces = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="What else names them, and goes",
        help_text="Beside each stands what happens to it. Untick what is about another.",
    )
    perhaps = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="What may be about them, and stays",
        help_text="It has the surname alone, or is a film or a file, which we can’t read. Tick what names or shows them: then that happens which stands beside it.",
    )
    officers = forms.ModelMultipleChoiceField(
        None, required=False, widget=forms.CheckboxSelectMultiple, label="Also take off their team’s page, from today"
    )

    def __init__(self, data, found: Traces):
        ticked = {"traces": [trace.key for trace in found.named], "officers": [officer.pk for officer in found.officers]}
        super().__init__(data, initial=ticked)
        self.fields["traces"].choices = [(trace.key, tick_label(trace.row, happens=fate(trace))) for trace in found.named]
        self.fields["perhaps"].choices = [(trace.key, tick_label(trace.row, happens=fate(trace))) for trace in found.perhaps]
        self.fields["officers"].queryset = Officer.objects.filter(pk__in=ticked["officers"])
        for name, rows in (("traces", found.named), ("perhaps", found.perhaps), ("officers", found.officers)):
            if not rows:
                del self.fields[name]

    @property
    def keys(self) -> list[str]:
        return [*self.cleaned_data.get("traces", ()), *self.cleaned_data.get("perhaps", ())]


@permission_required("pages.hold_pagestate", raise_exception=True)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    profile = get_object_or_404(StaffProfilePage, pk=pk).source
    if not profile.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    campaign = profile.get_parent()
    form = RemovalForm(request.POST or None, traces(profile))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            remove_person(profile, request.user, Why[said["why"]], form.keys, said.get("officers", ()))
        except NotPossible as why_not:
            messages.error(request, f"Nothing was removed. {why_not}")
        else:
            messages.success(request, "The person’s name, picture and words are gone from the site.")
            return redirect("staff_profiles-board", campaign.pk)
    return render(request, "staff_profiles/admin/remove.html", {"profile": profile, "campaign": campaign, "form": form})
