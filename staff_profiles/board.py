"""What stands on each day of a campaign, and what is still missing: for the editors' board, and for what schedules the week.

A profile is judged by what would be published of it: its latest revision.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from .models import CampaignPage, DeadVacancy, StaffProfilePage
from .release import days_between, release_moment


class State(StrEnum):
    """Where a profile stands, in the words of the board."""

    LIVE = "On the site"
    SCHEDULED = "Scheduled"
    DRAFT = "Draft"
    LATE = "Late: its hour has passed"
    HELD = "Taken down and held"
    ENDED = "Over: consent has ended"


@dataclass
class Entry:
    """A profile on the board. `profile` is the latest revision; `scheduled` when one goes live; `problems` forbid scheduling, `notes` don't."""

    profile: StaffProfilePage
    state: State
    goes_live: datetime
    scheduled: datetime | None = None
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        """Whether the week's one action may schedule it: nothing is missing, and its hour is still to come."""
        waits = self.state == State.DRAFT or (self.state == State.SCHEDULED and self.scheduled != self.goes_live)
        return waits and not self.problems


@dataclass(frozen=True)
class BoardDay:
    """A day of the campaign: a gap where nothing stands on it. `others` are profiles of other campaigns that come out on it."""

    date: date
    entries: list[Entry]
    others: list[StaffProfilePage]

    @property
    def is_gap(self) -> bool:
        return not self.entries


@dataclass(frozen=True)
class Board:
    """Every day of a campaign, and beside them the profiles whose day is not one of its. `unseen`: why nobody will see any of it."""

    days: list[BoardDay]
    astray: list[Entry]
    unseen: str = ""

    @property
    def entries(self) -> list[Entry]:
        return [entry for day in self.days for entry in day.entries] + self.astray

    @property
    def ready(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_ready]

    @property
    def gaps(self) -> list[date]:
        return [day.date for day in self.days if day.is_gap]

    @property
    def troubled(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.problems]


def board(campaign: CampaignPage, now: datetime) -> Board:
    """The board of `campaign` at the moment `now`."""
    entries = [entry_of(page, campaign, now) for page in profiles_of(campaign).select_related("state").order_by("day", "pk")]
    tell_clashes(entries)
    tell_dead_links(entries)
    week = days_between(campaign.starts, campaign.ends)
    others = list(StaffProfilePage.objects.descendant_of(campaign.get_parent()).not_child_of(campaign).filter(day__in=week))
    days = [BoardDay(day, [e for e in entries if e.profile.day == day], [page for page in others if page.day == day]) for day in week]
    astray = [entry for entry in entries if entry.profile.day not in week]
    for entry in astray:
        entry.problems.append("Its day is not one of this campaign’s.")
    return Board(days, astray, unseen(campaign, entries, now))


def unseen(campaign: CampaignPage, entries: list[Entry], now: datetime) -> str:
    """Why the public will not see the profiles, in a sentence: a campaign that is not public keeps those beneath it back."""
    if CampaignPage.objects.public(now).filter(pk=campaign.pk).exists():
        return ""
    state = getattr(campaign, "state", None)
    if state and state.held_at:
        return "This campaign was taken down and held: until it is back, nobody sees a profile of it. Somebody else must lift the hold first."
    opens = campaign.revisions.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at", flat=True).first()
    if opens is None:
        return "This campaign is not published: until it is, nobody sees a profile of it. Publish the campaign first."
    is_in_time = all(opens <= entry.goes_live for entry in entries)
    return "" if is_in_time else "This campaign is scheduled for later than its first profile: until then, nobody sees it."


def profiles_of(campaign: CampaignPage) -> QuerySet[StaffProfilePage]:
    """By where they stand: a draft that has never been published may not know its campaign yet."""
    return StaffProfilePage.objects.child_of(campaign)


def entry_of(page: StaffProfilePage, campaign: CampaignPage, now: datetime) -> Entry:
    latest = page.get_latest_revision_as_object()
    latest.campaign = campaign
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at", flat=True).first()
    goes_live = release_moment(latest.day, campaign.release_time)
    entry = Entry(latest, state_of(page, scheduled, goes_live, now), goes_live, scheduled)
    if entry.state != State.HELD:
        entry.problems += filter(None, [latest.consent_problem, *unfinished(latest)])
    entry.notes += notes_on(page, entry)
    return entry


def state_of(page: StaffProfilePage, scheduled: datetime | None, goes_live: datetime, now: datetime) -> State:
    """`page` as it is stored, not as its latest revision has it."""
    held = getattr(page, "state", None)
    if held and held.held_at:
        return State.HELD
    if page.expire_at and page.expire_at <= now:
        return State.ENDED
    if page.live:
        return State.LIVE
    if scheduled:
        return State.SCHEDULED
    return State.DRAFT if goes_live > now else State.LATE


def unfinished(profile: StaffProfilePage) -> list[str]:
    """What the form would refuse to publish, and a page with nothing to read."""
    try:
        profile.clean_fields(exclude=["slug", "path", "depth", "url_path", "draft_title"])
    except ValidationError as error:
        names = ", ".join(str(profile._meta.get_field(name).verbose_name) for name in error.message_dict)
        return [f"Not finished: {names}."]
    return [] if profile.body or profile.spoken else ["There is nothing to read yet."]


def notes_on(page: StaffProfilePage, entry: Entry) -> list[str]:
    notes = []
    if entry.state == State.LIVE and page.has_unpublished_changes:
        notes.append("It has changes that are not published.")
    if entry.state == State.SCHEDULED and entry.scheduled != entry.goes_live:
        notes.append("It is scheduled for another hour than the campaign’s: schedule it again.")
    if page.workflow_in_progress:
        notes.append("It waits for approval.")
    return notes


def tell_clashes(entries: list[Entry]) -> None:
    """Two profiles on one day: the database keeps what is stored apart, but a draft may ask for a day that is taken."""
    taken = Counter(entry.profile.day for entry in entries)
    for entry in entries:
        if taken[entry.profile.day] > 1:
            entry.problems.append("Another profile has the same day.")


def tell_dead_links(entries: list[Entry]) -> None:
    dead = set(DeadVacancy.objects.values_list("url", flat=True))
    for entry in entries:
        if entry.profile.vacancies_url in dead:
            entry.notes.append("Its link to vacancies is dead: readers are given the page of all jobs.")
