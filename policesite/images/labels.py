"""What an editor ticks to have a row kept, or taken off the site: pictures are seen."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.html import format_html
from wagtail.models import Page, ReferenceIndex

from policesite.naming import silencing
from policesite.naming.traces import Trace, described, key_of

from .models import SiteImage
from .taking_down import is_of_them


def shown_by(thing: models.Model, but: models.Model | None = None) -> list[models.Model]:
    """The pages and other records that show a picture or hand out a file, without `but`."""
    places = ReferenceIndex.get_references_to(thing).values_list("base_content_type", "object_id").distinct().order_by("object_id")
    holders = (ContentType.objects.get_for_id(kind).model_class()._base_manager.filter(pk=pk).first() for kind, pk in places)
    return [holder for holder in holders if holder and not (but and key_of(holder) == key_of(but))]


def fate(trace: Trace) -> str:
    """What happens to a row that is silenced, for an editor."""
    return "It is taken down for good." if isinstance(trace.row, SiteImage) and is_of_them(trace) else silencing.fate(trace)


def tick_label(row: models.Model, but: models.Model | None = None, happens: str = ""):
    """The label of a box beside `row`: with where else it is shown than on `but`, and what `happens` to it."""
    words = described(row)
    places = "" if isinstance(row, Page) else ", ".join(str(holder) for holder in shown_by(row, but))
    words = f"{words}. Also shown by: {places}" if places else words
    files = row.sources.get("jpeg") if isinstance(row, SiteImage) else None
    said = format_html("<span>{}<br>{}</span>", words, happens) if happens else format_html("<span>{}</span>", words)
    return format_html('<img src="{}" alt="{}" width="160" class="w-mr-4">{}', files[0].url, row.alt, said) if files else said
