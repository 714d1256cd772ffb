"""Public forms carry no CSRF token: the page that holds them is the same bytes for everyone. This stands in its place."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.views.decorators.csrf import csrf_exempt


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that this very site sent the request. Every current browser sends one of the two headers on a POST."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site:
        return fetch_site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def same_origin(view):
    """Refuse with 403 a POST that another site sent, or that does not say where it comes from. Other methods pass."""

    @csrf_exempt
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not is_same_origin(request):
            raise PermissionDenied("The form was sent from another site.")
        return view(request, *args, **kwargs)

    return guarded
