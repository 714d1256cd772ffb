"""What never reaches Django is answered with the site's own page, and the log learns neither who asked nor for what."""

import logging
import socket
from types import SimpleNamespace

import pytest
from gunicorn.http.errors import InvalidHeaderName, InvalidRequestLine, LimitRequestLine

from policesite.gunicorn_worker import Worker

ASKED = "/neighbourhoods/find/?q=NN5 7LU"


def answer_to(error, method="GET") -> str:
    worker = Worker.__new__(Worker)
    worker.log = logging.getLogger("gunicorn.error")
    here, there = socket.socketpair()
    with here, there:
        worker.handle_error(SimpleNamespace(uri=ASKED, method=method), here, ("203.0.113.9", 4711), error)
        here.close()
        return b"".join(iter(lambda: there.recv(65536), b"")).decode()


@pytest.mark.parametrize("error", [InvalidRequestLine(f"GET {ASKED} HTTP/1.1"), InvalidHeaderName("NN5 7LU"), LimitRequestLine(9000, 4094)])
def test_what_cannot_be_read_gets_the_sites_page_and_no_line_in_the_log(error, caplog):
    answer = answer_to(error)
    assert answer.startswith("HTTP/1.1 400") and "data-leave" in answer and "7LU" not in answer
    assert not caplog.records


def test_what_fails_outside_django_is_logged_by_its_kind_alone(caplog):
    answer = answer_to(RuntimeError(ASKED))
    assert answer.startswith("HTTP/1.1 500") and "data-leave" in answer
    assert "RuntimeError" in caplog.text
    assert "7LU" not in caplog.text and "203.0.113.9" not in caplog.text


def test_who_asks_for_the_headers_alone_gets_the_headers_alone():
    for error in (InvalidHeaderName("NN5 7LU"), RuntimeError(ASKED)):
        headers, _, body = answer_to(error, "HEAD").partition("\r\n\r\n")
        assert "Content-Length: " in headers and body == ""


def test_somebody_who_has_gone_is_no_error(caplog):
    worker = Worker.__new__(Worker)
    here, there = socket.socketpair()
    there.close()
    here.close()
    worker.handle_error(None, here, ("", 0), InvalidRequestLine("x"))
    assert not caplog.records


def test_where_the_page_for_it_fails_too_the_exit_and_the_numbers_are_still_there(monkeypatch):
    monkeypatch.setattr("policesite.pages.views.render_to_string", lambda *arguments, **named: 1 / 0)
    answer = answer_to(RuntimeError(ASKED))
    assert answer.startswith("HTTP/1.1 500") and "data-leave" in answer and "Escape" in answer and "999" in answer and "7LU" not in answer
