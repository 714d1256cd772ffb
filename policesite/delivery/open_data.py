"""Open data: anyone may read it from any page, ask whether it has changed, and is told in JSON what is wrong."""

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.csrf import csrf_exempt

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
ALLOW = "GET, HEAD, OPTIONS"
FOR_EVERYONE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Link": f'<{LICENCE}>; rel="license", </api/openapi.json>; rel="service-desc"',
}
PREFLIGHT = {
    "Allow": ALLOW,
    "Access-Control-Allow-Methods": ALLOW,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Refused(Exception):
    """What a view raises to answer with an error: a status, and a sentence that says what to put right."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


def open_data(view):
    """Answer GET and HEAD with what the view gives (a response, or data for JSON), and OPTIONS by itself.

    An ETag is the hash of what is sent. A 304 carries the same permissions as a 200: the browser asks for both.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return _for_everyone(HttpResponse(status=204, headers=PREFLIGHT))
        if request.method not in ("GET", "HEAD"):
            return refuse(405, "This address can only be read: use GET.")
        try:
            return _for_everyone(_if_changed(request, _response(view(request, *args, **kwargs))))
        except Refused as refused:
            return refuse(refused.status, str(refused))
        except Http404:
            return refuse(404, "There is nothing at this address.")

    answer.is_open_data = True
    return answer


def refuse(status: int, sentence: str) -> HttpResponse:
    """An error as JSON. Nothing keeps it: what is wrong now may be right in a minute, and it may repeat what was asked."""
    response = _for_everyone(_response({"error": sentence}))
    response.status_code = status
    response["Cache-Control"] = "no-store"
    if status == 405:
        response["Allow"] = ALLOW
    return response


def _response(data) -> HttpResponse:
    return data if isinstance(data, HttpResponse) else JsonResponse(data, safe=False, json_dumps_params={"ensure_ascii": False})


def _if_changed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if "no-store" in response.get("Cache-Control", ""):
        return response
    set_response_etag(response)
    return get_conditional_response(request, etag=response["ETag"], response=response)


def _for_everyone(response: HttpResponse) -> HttpResponse:
    for name, value in FOR_EVERYONE.items():
        response.headers[name] = value
    return response
