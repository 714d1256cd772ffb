"""Taking a person off the whole site: consent was withdrawn, or they have left. docs/adr/0054."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from neighbourhoods.models import Officer, Posting
from policesite import clock
from policesite.editing.holding import hold
from policesite.files.models import files_on
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down
from policesite.naming.silencing import cancel_schedules, silence
from policesite.naming.spelling import Name, is_long_enough
from policesite.naming.traces import Found, Trace, find, key_of
from policesite.pages.models import PageState

from .models import StaffProfilePage

NAMELESS = "A staff profile that was removed"


class Why(StrEnum):
    """Chosen, never typed: what is typed may name the person again."""

    WITHDRAWN = "Consent was withdrawn"
    LEFT = "The person has left"


@dataclass(frozen=True)
class Traces:
    """What else on the site tells of the person: `named` holds their name, `perhaps` may be about them, `officers` bear the name."""

    name: Name | None
    named: list[Trace]
    perhaps: list[Trace]
    officers: list[Officer]


def traces(profile: StaffProfilePage) -> Traces:
    """Everything but the profile itself, its pictures and what is on hold already. In drafts, too: they may be published yet.

    Only somebody who has seen the film or read the files knows whether the person is in them.
    """
    name = Name(profile.display_name) if is_long_enough(profile.display_name) else None
    found = find(name, drafts=True) if name else Found([], [])
    known = {key_of(profile), *map(key_of, faces(profile)), *(f"wagtailcore.page:{pk}" for pk in _held())}
    named = [trace for trace in found.named if trace.key not in known]
    known |= {trace.key for trace in named}
    unseen = [*([profile.film] if profile.film else []), *files_on([profile, *(trace.row for trace in named)])]
    perhaps = {trace.key: trace for trace in (*found.nearly, *(Trace(row, frozenset()) for row in unseen)) if trace.key not in known}
    return Traces(name, named, list(perhaps.values()), officers_called(name) if name else [])


def _held():
    return PageState.objects.filter(held_at__isnull=False).values_list("page", flat=True)


def officers_called(name: Name) -> list[Officer]:
    on_duty = Officer.objects.filter(name__regex=name.candidates, postings__in=Posting.objects.on(clock.today())).distinct()
    return [officer for officer in on_duty if name.is_in(officer.name)]


@transaction.atomic
def remove_person(profile: StaffProfilePage, by, why: Why, keys: Iterable[str] = (), officers: Iterable[Officer] = ()) -> None:
    """Take the face, name and words of `profile` off the site and out of the CMS, for good.

    The profile is deleted with all its revisions, its pictures are taken down wherever they are shown. Of its traces those
    with these `keys` are silenced: pages are taken down and held until somebody has edited them, other rows lose their
    words. `officers` leave their team pages today.
    """
    campaign, day, key = profile.get_parent().specific, profile.day, profile.pk
    pictures = faces(profile)
    _silence(traces(profile), set(keys), by, why)
    for officer in officers:
        end_postings(officer)
    DeletePageAction(profile, user=by).execute(skip_permission_checks=True)  # whoever may take down may remove
    PageLogEntry.objects.filter(page_id=key).update(label=NAMELESS, data={})
    for picture in pictures:
        take_down(picture, by)
    log(instance=campaign, action="staff_profiles.remove", user=by, data={"why": str(why), "day": day.isoformat()})


def _silence(found: Traces, keys: set[str], by, why: Why) -> None:
    def hold_until_edited(page: Page) -> None:
        hold(page, by, f"{why}: the person’s name must come out of this page first.")

    for trace in found.named:
        if trace.key in keys:
            silence(trace, found.name.is_in, by, hold_until_edited)
    for trace in found.perhaps:
        if trace.key in keys:
            silence(trace, found.name.is_nearly_in if found.name else bool, by, hold_until_edited)
    if found.name:
        cancel_schedules(found.name, {trace.key for trace in found.named} - keys)


def faces(profile: StaffProfilePage) -> list[SiteImage]:
    """The portrait, and every picture of staff in any revision's body: scenes are nobody's face."""
    found = {profile.portrait_id}
    for revision in profile.revisions.all():
        page = revision.as_object()
        found |= {page.portrait_id} | {block.value["image"].pk for block in page.body if block.block_type == "image" and block.value["image"]}
    return [picture for picture in SiteImage.objects.filter(pk__in=found - {None}) if is_face(picture, profile)]


def is_face(picture: SiteImage, profile: StaffProfilePage) -> bool:
    return picture.pk == profile.portrait_id or picture.subject == SiteImage.Subject.STAFF


def end_postings(officer: Officer) -> None:
    today = clock.today()
    now = Posting.objects.filter(officer=officer).on(today)
    now.filter(starts=today).delete()  # a posting ends after it has started
    now.update(ends=today)
