from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from wagtail.models import Page

from .forms import HoldForm, WithdrawForm
from .holding import NotPossible, hold, lift
from .withdrawing import reinstate, withdraw


def _page_for(request: HttpRequest, page_id: int) -> Page:
    """The page, if it is one that this person may edit; else 404."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id).specific
    return page if page.permissions_for_user(request.user).can_edit() else get_object_or_404(Page.objects.none())


@permission_required("pages.hold_pagestate", raise_exception=True)
def hold_page(request: HttpRequest, page_id: int) -> HttpResponse:
    done = "“{}” is down, and stays down until somebody else lifts the hold."
    return _with_a_reason(request, page_id, HoldForm, hold, done, "editing/hold.html")


@require_POST
@permission_required("pages.lift_pagestate", raise_exception=True)
def lift_hold(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_for(request, page_id)
    _try(request, lambda: lift(page, request.user), f"The hold on “{page.title}” is lifted. It is not published yet.")
    return redirect("wagtailadmin_pages:edit", page.pk)


@permission_required("pages.hold_pagestate", raise_exception=True)
def withdraw_page(request: HttpRequest, page_id: int) -> HttpResponse:
    done = "“{}” is withdrawn: it says so at its address, and is listed nowhere."
    return _with_a_reason(request, page_id, WithdrawForm, withdraw, done, "editing/withdraw.html")


@require_POST
@permission_required("pages.lift_pagestate", raise_exception=True)
def reinstate_page(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_for(request, page_id)
    _try(request, lambda: reinstate(page, request.user), f"“{page.title}” is no longer withdrawn.")
    return redirect("wagtailadmin_pages:edit", page.pk)


def _with_a_reason(request: HttpRequest, page_id: int, form_class, step, done: str, template: str) -> HttpResponse:
    """Ask why, take the step, and go to the list that the page stood in."""
    page = _page_for(request, page_id)
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _try(request, lambda: step(page, request.user, form.cleaned_data["why"]), done.format(page.title))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return render(request, template, {"page": page, "form": form})


def _try(request: HttpRequest, action, done: str) -> None:
    try:
        action()
    except NotPossible as why_not:
        messages.error(request, str(why_not))
    else:
        messages.success(request, done)
