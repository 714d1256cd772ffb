"""How what names somebody is silenced: a page comes down, a front page loses its section, any other row loses its words."""

from collections.abc import Callable

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.search import index

from .register import public_fields, silencers
from .spelling import Name
from .traces import Trace, scheduled_to_name, strings_in

TAKEN_OUT = "Words were taken out here."  # a trigger of the teams' history lets nothing else be written over it


def silence(trace: Trace, names: Callable[[str], bool], by, take_down: Callable[[Page], None]) -> None:
    """Take a row off the site, or the words of it that `names` holds for; `by` is who does it.

    `take_down` is how a page goes that is no site's front page.
    """
    row = trace.row
    if isinstance(row, Page):
        page = row.specific
        _clear_front_page(page, names, by) if page.sites_rooted_here.exists() else take_down(page)
    else:
        silencers().get(row._meta.label, take_out)(trace, by)


def cancel_schedules(name: Name, keep: set[str]) -> None:
    """What was scheduled to name them later is not published, but on pages that `keep` holds the keys of."""
    kept = [key.partition(":")[2] for key in keep if key.startswith("wagtailcore.page:")]
    Revision.objects.filter(pk__in=scheduled_to_name(name)).exclude(object_id__in=kept).update(approved_go_live_at=None)


def delete(trace: Trace, by) -> None:
    """For rows that are nothing but their words."""
    trace.row.delete()


def take_out(trace: Trace, by) -> None:
    """Empty the fields that name them; where the database wants words, say that some were taken out; where it wants others, delete the row."""
    row, fields = trace.row, [trace.row._meta.get_field(name) for name in trace.fields]
    for words in ({field.name: "" if field.blank else _instead(field) for field in fields}, {field.name: _instead(field) for field in fields}):
        try:
            with transaction.atomic():  # straight to the table: what else is wrong with a row must not keep the name up
                type(row)._base_manager.filter(pk=row.pk).update(**words)
        except IntegrityError:
            continue
        if isinstance(row, index.Indexed):
            index.insert_or_update_object(type(row)._base_manager.get(pk=row.pk))
        return
    row.delete()


def _instead(field: models.Field) -> str:
    words = slugify(TAKEN_OUT) if isinstance(field, models.SlugField) else TAKEN_OUT
    return words[: field.max_length]


def _clear_front_page(page: Page, names: Callable[[str], bool], by) -> None:
    """It stays up, without the sections and the words that name them."""
    for field in (field for model in (Page, type(page)) for field in public_fields(model)):
        value = getattr(page, field.name)
        if isinstance(field, StreamField):
            kept = [block for block in map(dict, value.raw_data) if not any(map(names, strings_in(block)))]
            setattr(page, field.name, field.to_python(kept))
        elif isinstance(value, str) and names(value):
            setattr(page, field.name, "" if field.blank else _instead(field))
    page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
