"""Taking a person off the whole site: consent was withdrawn, or they have left. docs/adr/0054."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from neighbourhoods.models import Officer, Posting
from policesite import clock
from policesite.editing.holding import hold
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down

from .models import StaffProfilePage

NAMELESS = "A staff profile that was removed"


class Why(StrEnum):
    """Chosen, never typed: what is typed may name the person again."""

    WITHDRAWN = "Consent was withdrawn"
    LEFT = "The person has left"


@dataclass(frozen=True)
class Traces:
    """What else on the site tells of the person. `pages` hold their name; `film` may show them; `officers` bear the same name."""

    pages: list[Page]
    film: Page | None
    officers: list[Officer]

    @property
    def others(self) -> list[Page]:
        return [*self.pages, self.film] if self.film else self.pages


def traces(profile: StaffProfilePage) -> Traces:
    """Everything but the profile itself. A name counts wherever it stands in what is published of a page, or in its draft."""
    name = profile.display_name.strip()
    if not name:
        return Traces([], film_of(profile, []), [])
    spellings = {name, name.replace("’", "'"), name.replace("'", "’")}
    named = [page.specific_deferred for page in pages_saying(spellings).exclude(pk=profile.pk)]
    officers = Officer.objects.filter(name__iexact=name, postings__in=Posting.objects.on(clock.today())).distinct()
    return Traces(named, film_of(profile, named), list(officers))


def pages_saying(words: Iterable[str]) -> QuerySet[Page]:
    """Pages that may still be taken down, whose live or latest revision holds one of `words`."""
    pages = Page.objects.filter(Q(state__isnull=True) | Q(state__held_at__isnull=True), depth__gt=2)
    pages = pages.annotate(latest=Cast("latest_revision__content", TextField()), shown=Cast("live_revision__content", TextField()))
    said = Q()
    for spelling in words:
        said |= Q(latest__icontains=spelling) | Q(shown__icontains=spelling) | Q(title__icontains=spelling)
    return pages.filter(said).order_by("path")


def film_of(profile: StaffProfilePage, named: list[Page]) -> Page | None:
    film = profile.film
    return film if film and film.pk not in {page.pk for page in named} else None


@transaction.atomic
def remove_person(profile: StaffProfilePage, by, why: Why, pages: Iterable[Page] = (), officers: Iterable[Officer] = ()) -> None:
    """Take the face, name and words of `profile` off the site and out of the CMS, for good.

    The profile is deleted with all its revisions, its pictures are taken down wherever they are shown; `pages` are taken
    down and held until somebody has edited them; `officers` leave their team pages today.
    """
    campaign, day, key = profile.get_parent().specific, profile.day, profile.pk
    pictures = faces(profile)
    for page in pages:
        hold(page, by, f"{why}: the person’s name must come out of this page first.")
    for officer in officers:
        end_postings(officer)
    DeletePageAction(profile, user=by).execute(skip_permission_checks=True)  # whoever may take down may remove
    PageLogEntry.objects.filter(page_id=key).update(label=NAMELESS, data={})
    for picture in pictures:
        take_down(picture, by)
    log(instance=campaign, action="staff_profiles.remove", user=by, data={"why": str(why), "day": day.isoformat()})


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
