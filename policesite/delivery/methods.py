"""Addresses that only take a form, and those that take none: somebody who meets one by hand gets a page, not an empty answer."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

from .staff_cookies import is_for_staff


def explain_not_allowed(get_response):
    """Fill a 405 on a public address with the site's own page. The headers stay the view's: Allow, no-store."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not is_for_staff(request):
            response.content = render_to_string("405.html", request=request)
        return response

    return middleware
