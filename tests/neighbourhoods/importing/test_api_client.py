"""The client speaks real HTTP: an address with odd letters in it, a busy server, an answer without an end."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

import pytest

from neighbourhoods.importing import api
from policesite.importing.report import SourceDown, SourceError


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        status, headers, body = self.server.answers.get(unquote(self.path), [(404, {}, b"")]).pop(0)
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextmanager
def serving(answers):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.answers, server.asked = answers, []
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def test_the_client_waits_for_a_busy_server_and_names_an_area_whatever_its_id(monkeypatch):
    monkeypatch.setattr(api, "MOST_ANSWER", 1000)
    fine = (200, {}, json.dumps({"name": "Café"}).encode())
    busy, cut = (429, {"Retry-After": "2"}, b""), (200, {"Content-Length": "500"}, b'{"name": "Ca')
    answers = {
        "/api/kent/A %2F.ü/people": [busy, cut, fine],
        "/api/kent/big": [(200, {}, b"[" + b"1," * 600 + b"1]")] * 3,
        "/api/kent/no": [(403, {}, b"")] * 3,
    }
    waits, said = [], []
    with serving(answers) as server:
        client = api.Api(f"http://127.0.0.1:{server.server_port}/api/", "kent", sleep=waits.append, say=said.append)
        assert client.part("A %2F.ü", "people") == {"name": "Café"}
        assert client.part("unknown", "people") is None
        for part, why in (("big", "larger than this import takes"), ("no", "answered 403")):
            with pytest.raises(SourceError, match=why):
                client.part(part, "details")
        assert server.asked[0] == "/api/kent/A%20%252F.%C3%BC/people"
    assert [wait for wait in waits if wait >= 1] == [2, 2]
    assert [sentence.partition(": ")[2] for sentence in said] == [
        "it answered 429. Asking again in 2 seconds.",
        "the answer was cut off half-way. Asking again in 2 seconds.",
    ]
    waits.clear()
    with pytest.raises(SourceDown, match="could not be read"):
        client.part("gone", "people")
    assert [wait for wait in waits if wait >= 1] == [1, 2, 4, 8, 16, 32]  # a minute, and none after the last try
