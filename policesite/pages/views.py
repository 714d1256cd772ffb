from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from wagtail.views import serve as wagtail_serve

from policesite.delivery.asking import asks_if_useful
from policesite.delivery.open_data import refuse
from policesite.forces.sites import site_without_database

from .routing import route


@asks_if_useful
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """A page, found in our own way; the rest is Wagtail's."""
    request._wagtail_route_for_request = route(request, path)
    response = wagtail_serve(request, path)
    address = request._wagtail_route_for_request[0].own_address(request.GET)
    if address and response.status_code == 200:  # in a header: however it was reached, a page has one address
        response["Link"] = f'<{address}>; rel="canonical"'
    return response


def _error(status: int):
    def view(request: HttpRequest, exception=None) -> HttpResponse:
        return render(request, f"{status}.html", status=status)

    return view


forbidden, not_found = map(_error, (403, 404))


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """The name of the host may be what is wrong: this page asks for no Site by it."""
    return _without_request(400)


def server_error(request: HttpRequest | None) -> HttpResponse:
    """The database may be what failed: this page asks it nothing. Programs get a sentence as JSON.

    Without a request: what failed was outside Django (gunicorn_worker.py).
    """
    match = request and request.resolver_match
    if getattr(match and match.func, "is_open_data", False):
        return refuse(500, "Something went wrong at our end. Ask again in a minute.")
    return _without_request(500)


def _without_request(status: int) -> HttpResponse:
    """An error page that runs no context processor."""
    return HttpResponse(render_to_string(f"{status}.html", {"site": site_without_database()}), status=status)
