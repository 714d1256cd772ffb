"""What every template may use: inline head scripts, and times and dates in the house style."""

import json
from datetime import date, datetime, time

from django import template
from django.utils import timezone
from django.utils.dates import MONTHS_ALT, WEEKDAYS
from django.utils.safestring import mark_safe

from policesite.clock import LONDON
from policesite.delivery import inline
from policesite.delivery.asking import is_asked_at

register = template.Library()
register.filter("asks_if_useful", is_asked_at)
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&"}


@register.simple_tag
def inline_script(name: str) -> str:
    """A head script, exactly the bytes that the Content-Security-Policy has the hash of."""
    return mark_safe(f"<script>{inline.source(name)}</script>")


@register.filter
def data_for(page, site) -> dict | list[dict]:
    """What search engines read of a page, as one of the site on which it stands."""
    return page.structured_data(site)


@register.filter
def json_ld(data: dict) -> str:
    """Data for a script element of JSON-LD: no text of an editor's can end the element."""
    return mark_safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


@register.filter
def clock_time(value: datetime | time | None) -> str:
    """9am, 5:30pm, 12 noon, midnight."""
    if value is None:
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = value.astimezone(LONDON)
    if (value.hour, value.minute) in ((12, 0), (0, 0)):
        return "12 noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


@register.filter
def long_date(value: date | None) -> str:
    """Thursday 26 November."""
    return f"{WEEKDAYS[_local(value).weekday()]} {_day_and_month(value)}" if value else ""


@register.filter
def full_date(value: date | None) -> str:
    """26 November 2026."""
    return f"{_day_and_month(value)} {_local(value).year}" if value else ""


def _day_and_month(value) -> str:
    """The month in the form that goes with a day, which in Polish is another one, in the language of the page."""
    return f"{_local(value).day} {MONTHS_ALT[_local(value).month]}"


def _local(value):
    return value.astimezone(LONDON) if isinstance(value, datetime) and timezone.is_aware(value) else value
