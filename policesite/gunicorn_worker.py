"""Gunicorn's worker, but for what it says and logs of a request that gets no answer from Django.

Gunicorn's own line in the log holds the visitor's address or what was asked for, a postcode perhaps; its own page has no exit.
"""

import traceback
from contextlib import suppress

from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        """What cannot be read gets the site's 400; what fails outside Django its 500, and a line that says nothing of the request."""
        is_unreadable = isinstance(exc, ParseException)
        if not is_unreadable:
            self.log.error("A request failed outside Django: %s\n%s", type(exc).__name__, "".join(traceback.format_tb(exc.__traceback__)))
        with suppress(OSError):  # whoever asked may be gone
            client.sendall(_page(is_unreadable))


def _page(is_unreadable: bool) -> bytes:
    """The whole answer, headers too: the request never reaches Django, which would make them."""
    from policesite.delivery.security import headers_without_django  # only now: gunicorn reads this file before there are settings
    from policesite.pages.views import bad_request, server_error

    status, page = ("400 Bad Request", bad_request) if is_unreadable else ("500 Internal Server Error", server_error)
    body = page(None).content
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": len(body), "Connection": "close", **headers_without_django()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + body
