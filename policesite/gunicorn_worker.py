"""Gunicorn's worker, but for what it says and logs of a request that gets no answer from Django.

Gunicorn's own line in the log holds the visitor's address or what was asked for, a postcode perhaps; its own page has no exit.
"""

import traceback
from contextlib import suppress

from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import ThreadWorker

# Where the page for a failure fails itself, for want of its style sheet perhaps: never without the exit and the numbers.
BARE = """<!doctype html><html lang="en" data-exit="https://www.bbc.co.uk/weather"><head><meta charset="utf-8"><script>{exit}</script>
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sorry, there is a problem</title></head><body>
<p><a href="https://www.bbc.co.uk/weather" data-leave rel="noreferrer nofollow">Leave this site</a></p><h1>Sorry, there is a problem</h1>
<p>Try again in a few minutes. In an emergency call 999. At any other time call 101.</p></body></html>"""


class Worker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        """What cannot be read gets the site's 400; what fails outside Django its 500, and a line that says nothing of the request."""
        is_unreadable = isinstance(exc, ParseException)
        if not is_unreadable:
            self.log.error("A request failed outside Django: %s\n%s", type(exc).__name__, "".join(traceback.format_tb(exc.__traceback__)))
        with suppress(OSError):  # whoever asked may be gone
            client.sendall(_page(is_unreadable, _is_head(req or getattr(exc, "req", None))))


def _is_head(asked) -> bool:
    """Whether only the headers were asked for, where the request could be read so far. An unreadable line comes as text."""
    return getattr(asked, "method", None) == "HEAD"


def _page(is_unreadable: bool, is_head: bool) -> bytes:
    """The whole answer, headers too: the request never reaches Django, which would make them."""
    from policesite.delivery.security import headers_without_django  # only now: gunicorn reads this file before there are settings
    from policesite.pages.views import bad_request, server_error

    status, page = ("400 Bad Request", bad_request) if is_unreadable else ("500 Internal Server Error", server_error)
    body = _content(page)
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": len(body), "Connection": "close", **headers_without_django()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + (b"" if is_head else body)


def _content(page) -> bytes:
    from policesite.delivery.inline import source

    try:
        return page(None).content
    except Exception:  # whatever it is, there is nobody else left to answer
        return BARE.format(exit=source("quick-exit.js")).encode()
