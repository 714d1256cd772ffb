"""What the database refuses to publish, through whatever door. Here its refusal becomes a sentence for the person who tried."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks

CONSTRAINT = "page_is_held"  # what the trigger says (pages/migrations)
HELD = "This page is on hold, so it was not published. Somebody other than the person who holds it can lift the hold."


def refusal_in_words(error: Exception) -> str:
    """What to tell the editor; nothing where it is no refusal of ours.

    The hook `refusals` names the constraints of other rooms, whose own message is a sentence for editors.
    """
    said = getattr(error.__cause__, "diag", None) if isinstance(error, IntegrityError) else None
    if said and said.constraint_name == CONSTRAINT:
        return HELD
    return said.message_primary if said and said.constraint_name in {name for named in hooks.get_hooks("refusals") for name in named()} else ""


class explain_refusals:
    """In the admin, answer a publish that the database refused with a message and the page as it was."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        why = refusal_in_words(exception)
        if not why:
            return None
        messages.error(request, why)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # one of Wagtail's small windows: it goes where it is told
            return JsonResponse({"step": "success", "redirect": _screen_of(request)})
        return redirect(_screen_of(request))


def _screen_of(request: HttpRequest) -> str:
    """Where the person was; for an approval, which has no screen of its own, the page that was to be approved."""
    match = request.resolver_match
    return reverse("wagtailadmin_pages:edit", args=[match.kwargs["page_id"]]) if match.url_name == "workflow_action" else request.get_full_path()
