"""The editors' screens: every campaign, the board of one, and the removal of a person."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from policesite import clock
from policesite.editing.holding import NotPossible

from . import scheduling
from .board import board
from .models import CampaignPage

staff_only = permission_required("wagtailadmin.access_admin", raise_exception=True)


def campaign_for(request: HttpRequest, pk: int) -> CampaignPage:
    """The campaign, if it is one that this person may edit or publish. Raises Http404, PermissionDenied."""
    campaign = get_object_or_404(CampaignPage, pk=pk)
    may = campaign.permissions_for_user(request.user)
    if not (may.can_edit() or may.can_publish()):
        raise PermissionDenied
    return campaign


@require_safe
@staff_only
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign that this person may work on, the latest first."""
    every = CampaignPage.objects.order_by("-starts", "-pk")
    mine = [campaign for campaign in every if campaign.permissions_for_user(request.user).can_edit()]
    return render(request, "staff_profiles/admin/campaigns.html", {"campaigns": mine, "today": clock.today()})


@require_safe
@staff_only
def show_board(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = campaign_for(request, pk)
    shown = board(campaign, clock.now())
    return render(
        request,
        "staff_profiles/admin/board.html",
        {"campaign": campaign, "board": shown, "may_schedule": campaign.permissions_for_user(request.user).can_publish()},
    )


@require_POST
@staff_only
def schedule_week(request: HttpRequest, pk: int) -> HttpResponse:
    """Schedules all that is ready, and says what is not."""
    campaign = campaign_for(request, pk)
    if not campaign.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    try:
        done = scheduling.schedule_week(campaign, request.user)
    except NotPossible as why_not:
        messages.error(request, f"Nothing was scheduled. {why_not}")
        return redirect("staff_profiles-board", pk)
    if done:
        messages.success(request, f"{len(done)} of this campaign’s profiles {'is' if len(done) == 1 else 'are'} scheduled now.")
    else:
        messages.warning(request, "There was nothing to schedule.")
    left = board(campaign, clock.now())
    if left.troubled:
        messages.warning(request, f"{len(left.troubled)} can’t be scheduled yet: the board says why.")
    return redirect("staff_profiles-board", pk)
