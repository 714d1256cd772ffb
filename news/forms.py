"""What an editor says to end an appeal."""

from django import forms
from django.core.exceptions import ValidationError

from news.closing import Told
from news.kinds import LINES, Outcome
from policesite import clock
from policesite.images.labels import fate, shown_by, tick_label
from policesite.naming.spelling import is_long_enough
from policesite.naming.traces import key_of


class CloseForm(forms.Form):
    """What ends an appeal: how, when, who is to be forgotten, and what of all that tells of them is about somebody else."""

    outcome = forms.ChoiceField(label="What happened?", widget=forms.RadioSelect)
    on = forms.DateField(label="On which day?", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    name = forms.CharField(
        label="Name of the person",
        max_length=80,
        required=False,
        help_text="Whatever names them goes with this appeal. Leave it empty if nobody was named.",
    )
    keep_pictures = forms.MultipleChoiceField(
        label="Pictures that other pages show as well",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="They go from everywhere. Tick one to keep it, if it shows only a place or a colleague.",
    )
    keep = forms.MultipleChoiceField(
        label="What else names that person",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Beside each stands what happens to it. Tick what is about somebody else of that name, and stays as it is.",
    )
    nearly = forms.MultipleChoiceField(
        label="What has the surname alone",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It stays as it is, since it may be about somebody else. Tick what is about this person: then that happens which stands beside it.",
    )
    files = forms.MultipleChoiceField(
        label="Files to download on these pages",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="We can’t read what is in them. Tick those that name or show the person: they are deleted.",
    )

    searched = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, article, *args, **kwargs):
        super().__init__(*args, initial={"on": clock.today(), "name": article.person, "searched": article.person}, **kwargs)
        self.fields["outcome"].choices = [(outcome, Outcome(outcome).label) for kind, outcome in LINES if kind == article.kind]
        told = Told(article, [(self["name"].value() or "").replace("\x00", ""), article.person])
        self.pictures = told.pictures
        self._offer("keep_pictures", [(picture, "") for picture in self.pictures if shown_by(picture, article)], article)
        self._offer("keep", [(trace.row, fate(trace)) for trace in told.person.named], article)
        self._offer("nearly", [(trace.row, fate(trace)) for trace in told.person.nearly], article)
        self._offer("files", [(file, "") for file in told.files], article)

    def _offer(self, name: str, rows: list[tuple], article) -> None:
        """Each row with what happens to it, where that is not the same for all."""
        self.fields[name].choices = [(key_of(row), tick_label(row, article, happens)) for row, happens in rows]
        if not rows:
            del self.fields[name]

    @property
    def kept(self) -> list[str]:
        """The keys of what stays although it names the person, or is shown by the appeal."""
        return [*self.cleaned_data.get("keep_pictures", ()), *self.cleaned_data.get("keep", ())]

    @property
    def also(self) -> list[str]:
        """The keys of what goes although it does not name the person in full."""
        return [*self.cleaned_data.get("nearly", ()), *self.cleaned_data.get("files", ())]

    def clean(self):
        """A name that was typed just now: show first what that takes down."""
        name, was_shown_for = self.cleaned_data.get("name"), self.cleaned_data.get("searched")
        if name and name != was_shown_for and {"keep", "nearly"} & self.fields.keys():
            self.data = self.data.copy()
            self.data["searched"] = name
            raise ValidationError("Below stands what names that person and would go. Look at it, and press the button again.")
        return super().clean()

    def clean_on(self):
        if self.cleaned_data["on"] > clock.today():
            raise ValidationError("That day is still to come.")
        return self.cleaned_data["on"]

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        if name and not is_long_enough(name):
            raise ValidationError("Give the whole name, or leave it empty.")
        return name
