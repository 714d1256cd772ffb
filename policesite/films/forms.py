from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class FilmVersionForm(WagtailAdminPageForm):
    """The form of a version: says so when the film has one in that language already, and when the film has changed."""

    is_same = forms.BooleanField(
        required=False,
        label="It says what the English film says now",
        help_text="Tick this once you have read both. Until then, where the English film has changed, the page says so to its readers.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"title", "summary", "seen"} & set(self.fields):
            self.fields[name].widget.attrs["dir"] = "auto"  # Urdu from the right, in the editor too

    def clean_language(self):
        code = self.cleaned_data["language"]
        others = self.parent_page.get_children().exclude(pk=self.instance.pk)
        if others.filter(slug=code).exists():
            raise ValidationError("This film has a page in that language already.")
        return code

    def save(self, commit=True):
        """A new version is made from the film as it is; later somebody compares the two: they say so, or a speaker has just read it all."""
        if (
            not self.instance.made_from
            or self.cleaned_data.get("is_same")
            or (self.instance.checked_by and {"checked_by", "checked_on"} & set(self.changed_data))
        ):
            self.instance.made_from = self.parent_page.specific.fingerprint
        return super().save(commit)
