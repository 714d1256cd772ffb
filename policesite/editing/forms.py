from datetime import datetime, timedelta

from django import forms

from policesite import clock

TEN_YEARS = timedelta(days=3653)


class HoldForm(forms.Form):
    why = forms.CharField(
        max_length=200, label="Why", help_text="For the record, and for the person who will be asked to lift the hold. The public does not see it."
    )


class MomentHere(forms.DateTimeField):
    """A minute on clocks here. One that comes twice in October is the first of the two; one that March skips comes an hour later."""

    def to_python(self, value) -> datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            return error.params["datetime"].replace(tzinfo=clock.LONDON)


class RehearsalForm(forms.Form):
    """A minute to come, on clocks here."""

    moment = MomentHere(
        label="Day and time",
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "Give a day and a time, for example 26 November 2026 at 7am."},
    )

    @staticmethod
    def earliest() -> datetime:
        """This minute: what has been cannot be rehearsed, because what was there then may be gone."""
        return clock.now().replace(second=0, microsecond=0)

    @staticmethod
    def latest() -> datetime:
        return clock.now() + TEN_YEARS

    def clean_moment(self) -> datetime:
        moment = self.cleaned_data["moment"]
        if not self.earliest() <= moment <= self.latest():
            raise forms.ValidationError("Choose a minute between now and ten years from now.")
        return moment


class WithdrawForm(forms.Form):
    why = forms.CharField(
        max_length=200,
        label="Why",
        help_text="Everyone can read it, on the page itself. A whole sentence, for example: The court has ended the case against this person.",
    )
