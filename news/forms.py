from django import forms
from django.core.exceptions import ValidationError
from wagtail.models import Page

from news.kinds import LINES, Outcome
from news.naming import pages_naming, pattern_of
from policesite import clock


class CloseForm(forms.Form):
    """What ends an appeal: how, when, and who is to be forgotten."""

    outcome = forms.ChoiceField(label="What happened?", widget=forms.RadioSelect)
    on = forms.DateField(label="On which day?", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    name = forms.CharField(
        label="Name of the person",
        max_length=80,
        required=False,
        help_text="Every page that names them comes down with this appeal. Leave it empty if nobody was named.",
    )
    keep = forms.MultipleChoiceField(
        label="Pages that name somebody else of the same name, and stay", required=False, widget=forms.CheckboxSelectMultiple
    )

    searched = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article, *args, **kwargs):
        super().__init__(*args, initial={"on": clock.today(), "name": article.person, "searched": article.person}, **kwargs)
        self.fields["outcome"].choices = [(outcome, Outcome(outcome).label) for kind, outcome in LINES if kind == article.kind]
        self.fields["keep"].choices = [(page.pk, f"{page.title} ({page.url})") for page in _naming(self["name"].value()) if page.pk != article.pk]
        if not self.fields["keep"].choices:
            del self.fields["keep"]

    def clean(self):
        """A name that was typed just now: show first which pages that takes down."""
        name, was_shown_for = self.cleaned_data.get("name"), self.cleaned_data.get("searched")
        if name and name != was_shown_for and "keep" in self.fields:
            self.data = self.data.copy()
            self.data["searched"] = name
            raise ValidationError("These pages name that person and would come down. Look at them, and press the button again.")
        return super().clean()

    def clean_on(self):
        if self.cleaned_data["on"] > clock.today():
            raise ValidationError("That day is still to come.")
        return self.cleaned_data["on"]

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        try:
            if name:
                pattern_of(name)
        except ValueError as error:
            raise ValidationError("Give the whole name, or leave it empty.") from error
        return name


def _naming(typed: str | None) -> list[Page]:
    try:
        return pages_naming((typed or "").replace("\x00", ""))
    except ValueError:
        return []
