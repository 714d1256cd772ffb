"""What a demonstration needs on a later day: whoever starts it weeks after it was loaded still finds a surgery to come
and a campaign that is running.
"""

from datetime import datetime, timedelta

from django.db import transaction

from neighbourhoods.models import Event, NeighbourhoodPage
from policesite import clock
from staff_profiles.models import CampaignPage, StaffProfilePage
from staff_profiles.release import release_moment

from . import recognition

# A multiple of the weeks in which the events were planned: two stops of one bus that were apart stay apart.
AGAIN_AFTER = timedelta(weeks=4)
KINDS = (Event.Kind.SURGERY, Event.Kind.BEAT_BUS)


@transaction.atomic
def renew() -> None:
    hold_events_again()
    hold_campaign_again()


def hold_events_again() -> int:
    """Where an area's last surgery or Beat Bus stop is over, hold it again. Returns how many were added."""
    now = clock.now()
    over = [event for area in NeighbourhoodPage.objects.all() for kind in KINDS if (event := last_if_over(area, kind, now))]
    for event in over:
        Event.objects.create(**held_again(event, now))
    return len(over)


def last_if_over(area: NeighbourhoodPage, kind: str, now: datetime) -> Event | None:
    last = Event.objects.filter(neighbourhood=area, kind=kind, status=Event.Status.PLANNED).order_by("starts").last()
    return last if last and last.starts <= now else None


def held_again(event: Event, now: datetime) -> dict:
    """The same event at the same time on the clock, the first time after `now`."""
    starts = event.starts.astimezone(clock.LONDON)
    while starts <= now:
        starts += AGAIN_AFTER
    same = ("neighbourhood", "kind", "title", "venue", "vehicle", "is_step_free", "notes")
    return {name: getattr(event, name) for name in same} | {"starts": starts, "ends": starts + (event.ends - event.starts)}


def hold_campaign_again() -> None:
    """Once the Response Week of Action is over, hold it this week: as many of its days gone as on the day of loading."""
    campaign = CampaignPage.objects.live().filter(slug=recognition.RESPONSE_WEEK["slug"], ends__lt=clock.today()).first()
    if not campaign:
        return
    later = recognition.first_day(clock.today()) - campaign.starts
    campaign.starts += later
    campaign.ends += later
    campaign.save_revision().publish()
    # The last first: each moves to a day that the one before it has left.
    for profile in StaffProfilePage.objects.child_of(campaign).order_by("-day"):
        appear_later(profile, later, campaign)


def appear_later(profile: StaffProfilePage, later: timedelta, campaign: CampaignPage) -> None:
    """Move the profile's day; what was on the site, or about to be, comes back at its hour. What was taken down stays so."""
    was_to_be_seen = profile.live or profile.approved_schedule
    if profile.live:
        profile.unpublish(log_action=False)
    profile.day += later
    profile.campaign = campaign
    profile.first_published_at = release_moment(profile.day, campaign.release_time)
    StaffProfilePage.objects.filter(pk=profile.pk).update(day=profile.day, first_published_at=profile.first_published_at)
    if was_to_be_seen:
        profile.save_revision().publish()
