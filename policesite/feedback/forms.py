import hashlib
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from policesite import clock
from policesite.danger.spotting import sounds_like_an_emergency

from . import cautions
from .models import Feedback

LONGEST = 2000
# Line feeds and tabs belong in a message; other control and direction-changing characters can only mislead whoever reads it.
_INVISIBLE = {"Cc", "Cf", "Cs"}
ON_ONE_LINE = "Write this on one line, without special characters"
EMAIL = "Write an email address in the form name@example.com"
NO_NULL = {"null_characters_not_allowed": ON_ONE_LINE}  # instead of Django's words


def plain(text: str) -> str:
    """The text without control characters, bidirectional overrides and surrogates; joiners stay, Urdu and Bengali need them."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t\u200c\u200d" or unicodedata.category(c) not in _INVISIBLE)
    return "".join(kept).strip()


def one_line(value: str) -> None:
    if any(unicodedata.category(c) == "Cc" for c in value):
        raise ValidationError(ON_ONE_LINE)


class MessageField(forms.CharField):
    """Words of several lines. A null character, which no keyboard has, is left out like any other that nobody sees."""

    def to_python(self, value):
        return super().to_python(value.replace("\0", "") if isinstance(value, str) else value)


class MessageForm(forms.Form):
    """Somebody's own words. The labels and errors are read out in the error summary: each says what to do."""

    message = MessageField(
        label="What would you like to tell us about this website?",
        help_text=format_lazy(
            _("Please leave out anything personal, such as bank or National Insurance numbers. Up to {longest} characters."), longest=f"{LONGEST:,}"
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off", "dir": "auto"}),
        error_messages={
            "required": _("Write what you would like to tell us"),
            "max_length": format_lazy(_("Write at most {longest} characters. You can send the rest separately"), longest=f"{LONGEST:,}"),
        },
    )
    # People do not see this field; programs that fill in every field do.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))

    def clean_message(self) -> str:
        message = plain(self.cleaned_data["message"])
        if not message:
            raise ValidationError(self.fields["message"].error_messages["required"])
        if cautions.is_mostly_links(message):
            raise ValidationError(format_lazy(_("Write at most {most} web addresses"), most=cautions.MAX_URLS))
        return message

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    @property
    def errors_in_order(self) -> list[tuple[str, str]]:
        """For the error summary: the id of each field that needs attention, and what to do there."""
        return [(self[name].id_for_label, self.errors[name][0]) for name in self.fields if name in self.errors]

    def cautions(self) -> list[str]:
        """What the visitor should think about before this is sent: "emergency", "card", "insurance"."""
        text = self.cleaned_data["message"]
        found = {
            "emergency": sounds_like_an_emergency(text),
            "card": cautions.has_card_number(text),
            "insurance": cautions.has_national_insurance_number(text),
        }
        return [name for name, is_there in found.items() if is_there]


class FeedbackForm(MessageForm):
    """About the site: perhaps a page of it, and who would like an answer."""

    page = forms.CharField(
        label="Which page is it about? (optional)", max_length=200, required=False, validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=NO_NULL | {"max_length": "Write the page’s name or address in at most 200 characters"},
    )  # fmt: skip
    name = forms.CharField(
        label="Your name (optional)", max_length=80, required=False, validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=NO_NULL | {"max_length": "Write your name in at most 80 characters"},
    )  # fmt: skip
    email = forms.EmailField(
        label="Your email address, if you would like an answer (optional)", required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": EMAIL, "null_characters_not_allowed": EMAIL},
    )  # fmt: skip
    field_order = ["message", "page", "name", "email"]

    def keep(self, site) -> None:
        """Store it; the same words again on the same day, from a second press of the button, change nothing."""
        written = {name: self.cleaned_data[name] for name in ("message", "page", "name", "email")}
        digest = hashlib.sha256("\0".join(written.values()).encode()).hexdigest()
        row = Feedback(site=site, sent_at=clock.now(), sent_on=clock.today(), digest=digest, **written)
        Feedback.objects.bulk_create([row], ignore_conflicts=True)


class ReasonForm(MessageForm):
    """Why a page is useful or not, after somebody has said which."""

    to = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, *args, useful: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["message"].label = _("What was useful about it?") if useful else _("What was wrong or missing?")
