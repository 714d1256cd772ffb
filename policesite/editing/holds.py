"""A held page can't be published through any door: the database refuses. Here that refusal becomes a sentence."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

CONSTRAINT = "page_is_held"  # what the trigger says (pages/migrations)


def is_refusal_of_hold(error: IntegrityError) -> bool:
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) == CONSTRAINT


class explain_held_pages:
    """In the admin, answer a publish that the hold refused with a message and the page as it was."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not (isinstance(exception, IntegrityError) and is_refusal_of_hold(exception)):
            return None
        messages.error(request, "This page is on hold, so it was not published. Somebody other than the person who holds it can lift the hold.")
        return redirect(request.get_full_path())
