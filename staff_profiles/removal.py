"""Taking a person off the whole site: consent was withdrawn, or they have left. docs/adr/0054."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import models, transaction
from wagtail.log_actions import log

from neighbourhoods.models import Officer, Posting
from policesite import clock
from policesite.editing.holding import hold_until_edited
from policesite.files.models import files_on
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down
from policesite.naming.person import Person
from policesite.naming.silencing import delete_page
from policesite.naming.spelling import Name
from policesite.naming.traces import Trace, key_of
from policesite.pages.models import PageState

from .models import StaffProfilePage

NAMELESS = "A staff profile that was removed"


class Why(StrEnum):
    """Chosen, never typed: what is typed may name the person again."""

    WITHDRAWN = "Consent was withdrawn"
    LEFT = "The person has left"


@dataclass(frozen=True)
class Traces:
    """What else on the site tells of the `person`: `unread` are films and files, `officers` bear the name."""

    person: Person
    unread: list[models.Model]
    officers: list[Officer]

    @property
    def named(self) -> list[Trace]:
        return self.person.named

    @property
    def perhaps(self) -> list[Trace]:
        """What may be about them: only somebody who has seen the film or read the file knows."""
        return self.person.unsure(self.unread)


def traces(profile: StaffProfilePage) -> Traces:
    """Everything but the profile itself, its pictures and what is on hold already. In drafts, too: they may be published yet."""
    known = {key_of(profile), *map(key_of, faces(profile)), *(f"wagtailcore.page:{pk}" for pk in _held())}
    person = Person([profile.display_name], but=known, drafts=True)
    known |= {trace.key for trace in (*person.named, *person.nearly)}
    unread = [*([profile.film] if profile.film else []), *files_on([profile, *(trace.row for trace in person.named)])]
    officers = [officer for name in person.names for officer in officers_called(name)]
    return Traces(person, [row for row in unread if key_of(row) not in known], officers)


def _held():
    return PageState.objects.filter(held_at__isnull=False).values_list("page", flat=True)


def officers_called(name: Name) -> list[Officer]:
    on_duty = Officer.objects.filter(name__regex=name.candidates, postings__in=Posting.objects.on(clock.today())).distinct()
    return [officer for officer in on_duty if name.is_in(officer.name)]


@transaction.atomic
def remove_person(profile: StaffProfilePage, by, why: Why, keys: Iterable[str] = (), officers: Iterable[Officer] = ()) -> None:
    """Take the face, name and words of `profile` off the site and out of the CMS, for good.

    The profile is deleted with all its revisions, its pictures are taken down wherever they are shown. Of its traces those
    with these `keys` are silenced: stories are taken down and held until somebody has edited them, anything else loses its
    words. `officers` leave their team pages today.
    """
    profile = profile.source
    pictures = faces(profile)
    found = traces(profile)
    found.person.silence(keys, by, lambda page: hold_until_edited(page, by, str(why)), found.unread)
    for officer in officers:
        end_postings(officer)
    campaign = profile.get_parent(update=True).specific
    delete_page(profile, by, NAMELESS)
    for picture in pictures:
        take_down(picture, by)
    log(instance=campaign, action="staff_profiles.remove", user=by, data={"why": str(why), "day": profile.day.isoformat()})


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
