"""Taking a page down at once, and keeping it down until somebody else says that it may come back."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from policesite import clock
from policesite.pages.models import PageState


class NotPossible(Exception):
    """Why a step was not taken, a hold or the closing of an appeal: a sentence for the person who tried."""


@transaction.atomic
def hold(page: Page, by, why: str) -> PageState:
    """Take `page` down, cancel everything scheduled for it, and refuse every publish until the hold is lifted.

    Raises NotPossible where it is held already, so that nobody takes a hold over from another, and for a site's front page.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if page.sites_rooted_here.exists():
        raise NotPossible("This is the front page of a site: without it nobody reaches the rest. Edit it, or take down the page it shows.")
    if is_held(page):
        raise NotPossible("This page is on hold already.")
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    if page.live:
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)  # whoever may hold may take down
    state, _ = PageState.objects.update_or_create(page_id=page.pk, defaults={"held_at": clock.now(), "held_by": by, "held_why": why})
    log(instance=page, action="policesite.hold", user=by, data={"why": why})
    return state


def is_held(page: Page) -> bool:
    return PageState.objects.filter(page_id=page.pk, held_at__isnull=False).exists()


def hold_until_edited(page: Page, by, why: str) -> None:
    """Hold `page`, which names somebody whose name must go: nobody can cut it out of another's text unseen. One that is held already stays so."""
    if not is_held(page):
        hold(page, by, f"{why}: the person’s name must come out of this page first.")


@transaction.atomic
def lift(page: Page, by) -> None:
    """Lift the hold on `page`. It stays unpublished: putting it back is a decision of its own.

    Raises NotPossible when there is none, and when `by` placed it: it takes another person.
    """
    state = PageState.objects.select_for_update().filter(page_id=page.pk, held_at__isnull=False).first()
    if state is None:
        raise NotPossible("This page is not on hold.")
    if state.held_by_id == by.pk:
        raise NotPossible("You placed this hold, so somebody else must lift it.")
    log(instance=page.specific, action="policesite.lift_hold", user=by, data={"why": state.held_why})
    state.held_at, state.held_by, state.held_why = None, None, ""
    state.save()
