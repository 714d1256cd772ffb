from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class Redirects(RedirectMiddleware):
    """Wagtail's redirects: it looks up in the database each address that was not found, with its query.

    An answer that nobody may keep is to a question that nobody may keep, so it is looked up nowhere.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if "no-store" in response.get("Cache-Control", ""):
            return response
        return super().process_response(request, response)
