from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from wagtail.models import Page

from .forms import HoldForm
from .holding import hold, lift


def _page_for(request: HttpRequest, page_id: int) -> Page:
    """The page, if it is one that this person may edit; else 404."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id).specific
    return page if page.permissions_for_user(request.user).can_edit() else get_object_or_404(Page.objects.none())


@permission_required("pages.hold_pagestate", raise_exception=True)
def hold_page(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_for(request, page_id)
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        hold(page, request.user, form.cleaned_data["why"])
        messages.success(request, f"“{page.title}” is down, and stays down until somebody else lifts the hold.")
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return render(request, "editing/hold.html", {"page": page, "form": form})


@require_POST
@permission_required("pages.lift_pagestate", raise_exception=True)
def lift_hold(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_for(request, page_id)
    if page.state.held_by_id == request.user.pk:
        messages.error(request, "You placed this hold, so somebody else must lift it.")
    else:
        lift(page, request.user)
        messages.success(request, f"The hold on “{page.title}” is lifted. It is not published yet.")
    return redirect("wagtailadmin_pages:edit", page.pk)
