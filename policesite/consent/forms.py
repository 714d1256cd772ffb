from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm


class ConsentSettingsForm(WagtailAdminModelForm):
    """What stands in the register asks again by itself when it changes; this is for everything else."""

    ask_again = forms.BooleanField(
        label="Ask everyone again",
        required=False,
        help_text="Every visitor sees the cookie banner once more, whatever they chose before. Until they answer, everything optional is off.",
    )

    def clean(self):
        if self.cleaned_data.get("ask_again"):
            self.instance.ask_everyone_again()
        return super().clean()
