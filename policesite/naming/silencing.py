"""How what names somebody is silenced: a story comes down, what serves people loses the words, and stays. docs/adr/0081 and 0098."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search import index

from policesite import clock

from .cutting import cut, instead_of
from .register import silencers
from .spelling import Name
from .traces import Trace, scheduled_to_name

NAMELESS = "A page that named somebody"


def silence(trace: Trace, names: Callable[[str], bool], by, take_down: Callable[[Page], None]) -> None:
    """Take a row off the site, or the words of it that `names` holds for; `by` is who does it.

    `take_down` is how a page goes that does not stay. The row is read afresh: what was silenced before may have changed it,
    or taken it along.
    """
    row = type(trace.row)._base_manager.filter(pk=trace.row.pk).first()
    if isinstance(row, Page):
        _silence_page(row.specific, names, by, take_down)
    elif row:
        silencers().get(row._meta.label, take_out)(replace(trace, row=row), by)


def _silence_page(page: Page, names: Callable[[str], bool], by, take_down: Callable[[Page], None]) -> None:
    if stays(page):
        take_words_out(page, names, by)
    elif page.alias_of_id:
        delete_page(page, by)
    else:
        delete_aliases(page, by)
        take_down(page)


def stays(page: Page) -> bool:
    """Whether a page that names somebody stays up without the words: nothing is public beneath one that comes down (docs/adr/0085)."""
    return getattr(page.specific, "stays_when_named", not page.is_leaf())


def fate(trace: Trace) -> str:
    """What happens to it once it is silenced, for an editor."""
    if isinstance(trace.row, Page):
        if stays(trace.row):
            return "It loses the words that name them, and stays up."
        return "It is deleted: an alias." if trace.row.alias_of_id else "It comes down, and is held until somebody has changed it."
    return "It is deleted." if silencers().get(trace.row._meta.label) is delete else "It loses these words."


def cancel_schedules(name: Name, keep: set[str]) -> None:
    """What was scheduled to name them later is not published, but on pages that `keep` holds the keys of."""
    kept = [key.partition(":")[2] for key in keep if key.startswith("wagtailcore.page:")]
    Revision.objects.filter(pk__in=scheduled_to_name(name)).exclude(object_id__in=kept).update(approved_go_live_at=None)


def delete(trace: Trace, by) -> None:
    """For rows that are nothing but their words."""
    trace.row.delete()


def delete_aliases(page: Page, by) -> None:
    """They show what `page` does, and would go on showing it, or become pages of their own."""
    for alias in page.aliases.all():
        delete_page(alias, by)


def delete_page(page: Page, by, label: str = NAMELESS) -> None:
    """With its aliases and all its versions; the record of it forgets the name and has this `label` instead."""
    delete_aliases(page, by)
    key = page.pk
    DeletePageAction(page, user=by).execute(skip_permission_checks=True)  # whoever may take down may delete
    forget_record(key, label)


def forget_record(page_pk: int, label: str) -> None:
    """What was logged of a page says what was done and by whom; no more what the page was called, or what somebody wrote about it."""
    PageLogEntry.objects.filter(page_id=page_pk).update(label=label, data={})


def take_out(trace: Trace, by) -> None:
    """Empty the fields that name them; where the database wants words, say that some were taken out; where it wants others, delete the row."""
    row, fields = trace.row, [trace.row._meta.get_field(name) for name in trace.fields]
    for words in ({field.name: "" if field.blank else instead_of(field) for field in fields}, {field.name: instead_of(field) for field in fields}):
        try:
            with transaction.atomic():  # straight to the table: what else is wrong with a row must not keep the name up
                type(row)._base_manager.filter(pk=row.pk).update(**words)
        except IntegrityError:
            continue
        if isinstance(row, index.Indexed):
            index.insert_or_update_object(type(row)._base_manager.get(pk=row.pk))
        return
    row.delete()


def take_words_out(page: Page, names: Callable[[str], bool], by) -> None:
    """The page stays as it is, live or not, and what is scheduled for it stays scheduled: the words are cut wherever one press could publish them."""
    if names(page.slug):
        move(page, f"{slugify(page._meta.verbose_name)}-{page.pk}")
    cut(page, names)
    page.draft_title = page.title if names(page.draft_title) else page.draft_title
    page.last_published_at = clock.now() if page.live else page.last_published_at
    page.save(clean=False)  # what else is wrong with it must not keep the name up
    for revision in _waiting(page):
        version = revision.as_object()
        version.slug, version.draft_title = page.slug, page.draft_title
        cut(version, names)
        Revision.objects.filter(pk=revision.pk).update(content=version.serializable_data(), object_str=str(version))
    log(instance=page, action="naming.take_words_out", user=by)
    for alias in page.aliases.all():
        take_words_out(alias.specific, names, by)


def _waiting(page: Page) -> Iterator[Revision]:
    """What may yet be published: the newest version, those scheduled, and one that waits for approval."""
    waits = Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False) | Q(task_states__status="in_progress")
    return page.revisions.filter(waits).distinct()


def move(page: Page, slug: str) -> None:
    """To an address without a name. Straight to the table: at commit, `save` would have a redirect written from the old one."""
    before, page.slug = page.url_path, slug
    page.url_path = f"{before.rstrip('/').rpartition('/')[0]}/{slug}/"
    Page.objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)
    page._update_descendant_url_paths(before, page.url_path)
