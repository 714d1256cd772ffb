"""Scheduling a whole week at once, and keeping what is scheduled true to its campaign."""

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Revision

from policesite import clock
from policesite.editing.holding import NotPossible

from .board import Entry, board, profiles_of
from .models import CampaignPage, StaffProfilePage
from .release import release_moment


@transaction.atomic
def schedule_week(campaign: CampaignPage, by) -> list[Entry]:
    """Schedule every profile that is ready, each for its own day; returns those.

    One that lacks something, or that `by` may not publish, stays a draft: the board says why. Raises NotPossible where
    the campaign itself is not published.
    """
    CampaignPage.objects.select_for_update().get(pk=campaign.pk)  # two editors at once: the second finds it done
    shown = board(campaign, clock.now())
    if shown.unseen:
        raise NotPossible(shown.unseen)
    ready = [entry for entry in shown.ready if entry.profile.permissions_for_user(by).can_publish()]
    for entry in ready:
        entry.profile.full_clean()  # works out the moment
        entry.profile.save_revision(user=by, log_action=True).publish(user=by)
    return ready


@transaction.atomic
def follow_campaign(campaign: CampaignPage) -> int:
    """Give what is scheduled the campaign's own hour, where that was changed afterwards; returns how many were."""
    moved = 0
    for revision in scheduled_of(campaign).select_for_update():
        page = revision.as_object()
        moment = release_moment(page.day, campaign.release_time)
        if moment != revision.approved_go_live_at:
            revision.content["go_live_at"] = moment.isoformat()
            revision.approved_go_live_at = moment
            revision.save()
            StaffProfilePage.objects.filter(pk=page.pk, live=False).update(go_live_at=moment)
            moved += 1
    return moved


def scheduled_of(campaign: CampaignPage) -> QuerySet[Revision]:
    return Revision.page_revisions.filter(
        object_id__in=[str(pk) for pk in profiles_of(campaign).values_list("pk", flat=True)], approved_go_live_at__isnull=False
    )
