"""Sessions and form tokens belong to staff addresses: a public page sets no cookie, whatever cookie it is sent."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware

STAFF_ADDRESSES = ("/admin/", "/_util/")


def is_for_staff(request: HttpRequest) -> bool:
    return request.path.startswith(STAFF_ADDRESSES)


class StaffSessions(SessionMiddleware):
    """As Django's, but an unreadable session cookie is left alone where nobody has asked for the session."""

    def process_response(self, request, response):
        return super().process_response(request, response) if is_for_staff(request) or request.session.accessed else response


class StaffTokens(CsrfViewMiddleware):
    """As Django's, but an unreadable token is not replaced on public pages: their forms have none (delivery/same_origin.py)."""

    def process_request(self, request):
        if is_for_staff(request):
            super().process_request(request)
