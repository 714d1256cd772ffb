"""The whole public site as it will be at a coming minute: what is due by then is done, the page is made, and all of it is taken back.

There is no second set of rules to keep: the schedule that publishes and expires for the public is the one that runs
here, inside a transaction that is never committed (docs/adr/0080).
"""

import copy
import re
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.exception import convert_exception_to_response
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from policesite import clock
from policesite.delivery import inline
from policesite.delivery.schedule import run_due
from policesite.pages.redirects import Redirects

# Links and forms of a page lead to the same minute; files and the CMS itself are not part of what is rehearsed.
_LINK = re.compile(rb'(\s(?:href|action)=")/(?!/|(?:static|media|admin)/)')
NOT_REHEARSED = ("/static/", "/media/", "/admin/")
# An answer may not be cached half-way, and nobody is known: every visitor gets the same bytes.
_LEFT_OUT = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_COOKIE")


@dataclass
class Rehearsal:
    """What a visitor will get, and what the schedule could not do by then."""

    response: HttpResponse
    failed: set[str] = field(default_factory=set)


def rehearse(request: HttpRequest, address: str, moment: datetime) -> Rehearsal:
    """Answer `address` ("/news/") as of `moment`. Nothing stays: neither what was published nor what a form sent."""
    failed: set[str] = set()
    with clock.at(moment), transaction.atomic():
        run_due(moment, failed)
        response = _site(_as_a_visitor(request, address))
        transaction.set_rollback(True)
    return Rehearsal(response, failed)


def _as_a_visitor(request: HttpRequest, address: str) -> HttpRequest:
    visitor = copy.copy(request)
    visitor.path = visitor.path_info = address
    visitor.META = {name: value for name, value in request.META.items() if name not in _LEFT_OUT} | {"PATH_INFO": address}
    visitor.COOKIES = {}
    visitor.user = AnonymousUser()
    vars(visitor).pop("_wagtail_site", None)
    return visitor


def _answer(request: HttpRequest) -> HttpResponse:
    view, positional, named = request.resolver_match = resolve(request.path_info)
    response = view(request, *positional, **named)
    return response.render() if hasattr(response, "render") else response


_site = Redirects(convert_exception_to_response(_answer))


def as_shown_to_staff(content: bytes, root: str) -> bytes:
    """`content` (HTML) with its links and forms leading to addresses below `root` ("/admin/rehearse/…/"), and without the exit: the CMS never loads it."""
    content = content.replace(f"<script>{inline.source('quick-exit.js')}</script>".encode(), b"", 1)
    return _LINK.sub(rb"\1" + root.encode(), content)


def location_into(location: str, root: str) -> str:
    """Where a redirect of the rehearsed page leads: to the same minute, where it stays on the site."""
    return root + location[1:] if location.startswith("/") and not location.startswith("//") else location
