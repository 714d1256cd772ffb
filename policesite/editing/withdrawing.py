"""Withdrawing a page: it stays at its address, with a banner that says why, and leaves lists, feeds, search and the sitemap."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from policesite import clock
from policesite.pages.models import PageState

from .holding import NotPossible


@transaction.atomic
def withdraw(page: Page, by, why: str) -> PageState:
    """Withdraw `page` for the reason `why`, which everyone can read.

    Raises NotPossible where it is not live, is withdrawn already, or is a site's front page.
    """
    page = Page.objects.select_for_update().get(pk=page.pk)
    if not page.live:
        raise NotPossible("This page is not published, so there is nothing to withdraw.")
    if page.sites_rooted_here.exists():
        raise NotPossible("This is the front page of a site: it can be edited, not withdrawn.")
    if PageState.objects.filter(page_id=page.pk, withdrawn_at__isnull=False).exists():
        raise NotPossible("This page is withdrawn already.")
    state, _ = PageState.objects.update_or_create(page_id=page.pk, defaults={"withdrawn_at": clock.now(), "withdrawn_why": why})
    log(instance=page.specific, action="policesite.withdraw", user=by, data={"why": why})
    return state


@transaction.atomic
def reinstate(page: Page, by) -> None:
    """Undo a withdrawal. Raises NotPossible where there is none."""
    state = PageState.objects.select_for_update().filter(page_id=page.pk, withdrawn_at__isnull=False).first()
    if state is None:
        raise NotPossible("This page is not withdrawn.")
    log(instance=page.specific, action="policesite.reinstate", user=by, data={"why": state.withdrawn_why})
    state.withdrawn_at, state.withdrawn_why = None, ""
    state.save()
