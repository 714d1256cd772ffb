"""The CMS's screens for rehearsing the day: choose a minute, then walk through the site as it will be."""

from datetime import UTC, datetime
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.permissions import page_permission_policy

from policesite import clock
from policesite.delivery.coming import coming_changes
from policesite.delivery.same_origin import same_origin

from .forms import RehearsalForm
from .rehearsal import NOT_REHEARSED, Rehearsal, as_shown_to_staff, location_into, rehearse

STAMP = "%Y%m%dT%H%MZ"  # a minute in UTC: an address must not be ambiguous when the clocks change
MOST_CHANGES = 20


def may_rehearse(user) -> bool:
    """Whoever may work on pages may see what is embargoed in them."""
    return page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"})


def for_those_who_may(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_rehearse(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_those_who_may
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Ask for the minute, and offer those at which something changes."""
    form = RehearsalForm(request.GET or None)
    if form.is_valid():
        return redirect("editing-rehearse", stamp_of(form.cleaned_data["moment"]))
    changes = [(moment, what, stamp_of(moment)) for moment, what in coming_changes(clock.now(), RehearsalForm.latest(), MOST_CHANGES)]
    return render(request, "editing/rehearse.html", {"form": form, "changes": changes})


@same_origin  # public forms have no token
@for_those_who_may
@require_http_methods(["GET", "HEAD", "POST"])
def walk(request: HttpRequest, stamp: str, path: str = "") -> HttpResponse:
    """Any public address as of the minute `stamp`; its links lead on through the same minute."""
    address = f"/{path}"
    if address.startswith(NOT_REHEARSED):
        raise Http404("Files and the CMS are not rehearsed.")
    moment = moment_of(stamp)
    rehearsal = rehearse(request, address, moment)
    root = reverse("editing-rehearse", args=[stamp])
    response = _shown(rehearsal, moment, root)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _shown(rehearsal: Rehearsal, moment: datetime, root: str) -> HttpResponse:
    """The answer without its cookies and headers, with a bar that says what it is."""
    answer = rehearsal.response
    content_type = answer.headers.get("Content-Type", "text/html")
    content = b"".join(answer) if answer.streaming else answer.content
    if content_type.startswith("text/html"):
        bar = render_to_string("editing/rehearsal_bar.html", {"moment": moment, "failed": sorted(rehearsal.failed)})
        content = as_shown_to_staff(content, root).replace(b"<body>", b"<body>" + bar.encode(), 1)
    shown = HttpResponse(content, content_type=content_type, status=answer.status_code)
    if "Location" in answer.headers:
        shown["Location"] = location_into(answer["Location"], root)
    return shown


def stamp_of(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):{STAMP}}"


def moment_of(stamp: str) -> datetime:
    """Raises Http404 for what is no minute, or none to come."""
    try:
        moment = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError as error:
        raise Http404("That is not a minute.") from error
    if not RehearsalForm.earliest() <= moment <= RehearsalForm.latest():
        raise Http404("Only the coming ten years can be rehearsed.")
    return moment
