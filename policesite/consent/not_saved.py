"""The answer when a choice could not be kept and there is no script to say so: it asks the database nothing."""

import re

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from policesite.forces.sites import site_without_database

_NAME = re.compile(r"^[-\w]{1,32}$", re.ASCII)


def not_saved(request: HttpRequest) -> HttpResponse:
    """503 with the same choice in a form, so that trying again is one press."""
    kept = [(name, value) for name, value in request.POST.items() if _NAME.match(name) and value in ("yes", "no")]
    return HttpResponse(render_to_string("consent/not_saved.html", {"kept": kept, "site": site_without_database()}), status=503)
