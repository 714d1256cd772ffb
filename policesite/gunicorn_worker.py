"""Gunicorn's worker, but for its own error page: a request too long to read gets the site's page, with the exit on it."""

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        if isinstance(exc, LimitRequestLine | LimitRequestHeaders):
            client.sendall(_page())
        else:
            super().handle_error(req, client, addr, exc)


def _page() -> bytes:
    """The whole answer, headers too: the request never reaches Django, which would make them."""
    from policesite.delivery.security import headers_without_django  # only now: gunicorn reads this file before there are settings
    from policesite.pages.views import bad_request

    body = bad_request(None).content
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": len(body), "Connection": "close", **headers_without_django()}
    lines = ["HTTP/1.1 400 Bad Request", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + body
