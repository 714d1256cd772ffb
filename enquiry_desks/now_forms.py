"""The two small forms of the phone screen, filled in so that the usual case is one tap away."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django import forms

from policesite import clock
from policesite.delivery.templatetags.house import clock_time

from . import opening
from .hours import refuse_closing_before_opening
from .wall_clock import DAY, local_date, midnight
from .wording import day_words

REASONS = ("Not enough staff today", "A fault in the building", "An emergency in the building", "Staff training", "Bad weather")
AN_HOUR, A_DAY, NOTICE, CHOSEN = "hour", "day", "notice", "chosen"


@dataclass(frozen=True)
class Ends:
    """Until when desks with these rules may be closed, as of `now`: an hour, a day, further notice."""

    rules: tuple[opening.Rules, ...]
    now: datetime

    @cached_property
    def day(self) -> date:
        """Today while a desk is or will be open today, else the day of the next opening."""
        spans = (next(opening.open_spans(rules, self.now), None) for rules in self.rules)
        return local_date(min((max(span[0], self.now) for span in spans if span), default=self.now))

    @property
    def choices(self) -> list[tuple[str, str]]:
        in_an_hour = self.moment(AN_HOUR)
        named = day_words(self.day, local_date(self.now))
        return [
            (A_DAY, f"All of {named}" if named else "For the rest of today"),
            (AN_HOUR, f"For an hour, until {clock_time(in_an_hour)}"),
            (NOTICE, "Until further notice: we ask you every 24 hours"),
            (CHOSEN, "Until the time below"),
        ]

    def moment(self, choice: str) -> datetime | None:
        if choice == AN_HOUR:
            return (self.now + timedelta(hours=1)).replace(second=0, microsecond=0)
        return midnight(self.day + DAY) if choice == A_DAY else None


class CloseForm(forms.Form):
    """Why, and until when."""

    reason = forms.ChoiceField(label="Why? Visitors read this", choices=[(reason, reason) for reason in REASONS])
    own_reason = forms.CharField(label="Or in your own words", max_length=80, required=False)
    until = forms.ChoiceField(label="Until when?", widget=forms.RadioSelect)
    chosen = forms.DateTimeField(label="Time", required=False, widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"))

    def __init__(self, *args, ends: Ends, **kwargs):
        super().__init__(*args, **kwargs)
        self.ends = ends
        self.fields["until"].choices = ends.choices
        self.fields["until"].initial = A_DAY

    def clean(self):
        cleaned = super().clean()
        chosen = cleaned.get("chosen")
        if cleaned.get("until") == CHOSEN and not chosen and "chosen" not in self.errors:
            self.add_error("chosen", "Give the day and the time when it opens again.")
        if cleaned.get("until") == CHOSEN and chosen and chosen <= clock.now():
            self.add_error("chosen", "That time has passed.")
        return cleaned

    @property
    def why(self) -> str:
        return self.cleaned_data["own_reason"].strip() or self.cleaned_data["reason"]

    @property
    def until_when(self) -> datetime | None:
        """None: until further notice."""
        choice = self.cleaned_data["until"]
        return self.cleaned_data["chosen"] if choice == CHOSEN else self.ends.moment(choice)


class TodayForm(forms.Form):
    """Other hours for today."""

    opens = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    closes = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    reason = forms.CharField(label="Why? Visitors read this", max_length=80, required=False)

    def clean(self):
        cleaned = super().clean()
        refuse_closing_before_opening(cleaned.get("opens"), cleaned.get("closes"))
        return cleaned
