"""What no screen of the CMS sends, but a program may: a clear 400, where Wagtail takes it for its own and fails over it.

Wagtail reads the parts of a page's body, the ids of a bulk action and the like without asking whether they are any.
"""

import logging
from traceback import walk_tb

from django.http import HttpRequest, HttpResponse

from policesite.delivery.staff_cookies import is_for_staff
from policesite.pages.views import bad_request

log = logging.getLogger(__name__)
# Where what was sent becomes values: a form's widget, and a number that the database is asked for.
READS = {"value_from_datadict", "get_prep_value"}


class refuse_unreadable:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Each row of a form has fields: more rows than fields would only keep us busy making empty ones."""
        if request.method != "POST" or not is_for_staff(request):
            return None
        counts = [value for name, value in request.POST.items() if name.endswith("-TOTAL_FORMS")]
        most = len(request.POST)
        return bad_request(request) if any(count.isdecimal() and (len(count) > 6 or int(count) > most) for count in counts) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_for_staff(request) or not _was_reading(exception):
            return None
        log.warning("%s got what no screen sends: %s", request.resolver_match.view_name, type(exception).__name__)
        return bad_request(request)


def _was_reading(exception: Exception) -> bool:
    return any(frame.f_code.co_name in READS for frame, _ in walk_tb(exception.__traceback__))
