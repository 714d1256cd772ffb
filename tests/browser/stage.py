"""A stage for the exit: the demonstration site behind a small server of the test's own, and the world outside beside it.

The test chooses where the exit leads, may hold a page back half-way, cut off its files and delay the clean-up; and sees
what was asked for. "Elsewhere" is another origin, with a search page, a destination that arrives and one that never does.
"""

import contextlib
import http.client
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import urlsplit

PASSED_ON = ("Cookie", "Sec-Fetch-Site", "Origin", "User-Agent", "X-Consent", "Content-Type", "Range", "Sec-CH-UA")
KEPT_BACK = ("content-length", "transfer-encoding", "connection", "date", "server", "content-encoding")
ELSEWHERE = {
    "/search": "<title>Search results</title><body style='background:#fff'><h1>Search results</h1><a href='{site}/'>Police</a>",
    "/weather": "<title>Weather</title><body style='background:#9fd8b0'><h1>Weather</h1>",
}
ADDED = "/added.js"
HANGS = 25  # seconds, unless the stage is cleared before


class Stage:
    """Both servers, what they should do, and what happened."""

    def __init__(self, demo_site: str):
        self.demo = urlsplit(demo_site).netloc
        self.over = threading.Event()
        self.site_server = self._start(_Site, "127.0.0.1")
        self.world_server = self._start(_Elsewhere, "127.0.0.1")
        self.site = f"http://127.0.0.1:{self.site_server.server_port}"
        self.elsewhere = f"http://localhost:{self.world_server.server_port}"
        self.set()

    def set(
        self, destination: str = "/weather", stalls: bool = False, cut: str = "(?!)", leave_takes: float = 0, edit=None, script="", style=""
    ) -> None:
        """`stalls`: pages stop arriving in the middle of <main>. `cut`: what matches is never answered. `edit`: changes the HTML.

        `script` is added to every page, from a file as the policy demands; `style` can be asked for as /added.css.
        """
        self.destination = self.elsewhere + destination
        self.stalls, self.cut, self.leave_takes = stalls, re.compile(cut), leave_takes
        self.script, self.style = script, style
        self.edit = edit or (lambda html: html)
        self.asked, self.arrived, self.reports = [], [], []

    def left(self) -> list[SimpleNamespace]:
        return [request for request in self.asked if request.method == "POST" and urlsplit(request.path).path == "/leave/"]

    def clear(self) -> None:
        self.over.set()
        for server in (self.site_server, self.world_server):
            server.shutdown()
            server.server_close()

    def _start(self, handler, host: str) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer((host, 0), handler)
        server.daemon_threads, server.stage = True, self
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def handle(self):
        with contextlib.suppress(OSError):  # the browser goes away, as it should
            super().handle()

    @property
    def stage(self) -> Stage:
        return self.server.stage

    def answer(self, body: bytes, content_type="text/html; charset=utf-8", status=200, headers=()):
        self.send_response(status)
        for name, value in [*headers, ("Content-Type", content_type), ("Content-Length", str(len(body)))]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class _Elsewhere(_Handler):
    def do_GET(self):
        path = urlsplit(self.path).path
        self.stage.arrived.append(SimpleNamespace(path=path, headers=dict(self.headers)))
        if path == "/hang":
            self.stage.over.wait(HANGS)
            self.close_connection = True
        elif path in ELSEWHERE:
            script = f"<script>{self.stage.script}</script>" if path == "/search" else ""
            self.answer((ELSEWHERE[path].format(site=self.stage.site) + script).encode())
        else:
            self.answer(b"", status=404)


class _Site(_Handler):
    def do_GET(self):
        self.pass_on()

    do_POST = do_GET

    def pass_on(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.stage.asked.append(SimpleNamespace(method=self.command, path=self.path, headers=dict(self.headers)))
        if self.stage.cut.search(self.path):
            self.stage.over.wait(HANGS)
            self.close_connection = True
            return
        if self.path == "/report":
            self.stage.reports.append(json.loads(sent))
            return self.answer(b"", status=204)
        if self.path == ADDED:
            return self.answer(self.stage.script.encode(), "text/javascript")
        if self.path == "/added.css":
            return self.answer(self.stage.style.encode(), "text/css")
        if self.path.startswith("/leave/"):
            self.stage.over.wait(self.stage.leave_takes)
        status, headers, body = self.ask_demo(sent)
        kind = next((value for name, value in headers if name.lower() == "content-type"), "")
        headers = [(name, value) for name, value in headers if name.lower() not in (*KEPT_BACK, "content-type", "etag")]
        if kind.startswith("text/html"):
            body = self.as_staged(body.decode()).encode()
            if self.stage.stalls:
                return self.stall(body, headers)
        self.answer(body, kind, status, headers)

    def ask_demo(self, sent: bytes):
        connection = http.client.HTTPConnection(self.stage.demo, timeout=30)
        connection.request(self.command, self.path, sent or None, {name: self.headers[name] for name in PASSED_ON if name in self.headers})
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()

    def as_staged(self, html: str) -> str:
        html = re.sub(r'(data-exit=")[^"]*', rf"\g<1>{self.stage.destination}", html)
        html = re.sub(r'(href=")[^"]*(" rel="noreferrer nofollow" data-leave)', rf"\g<1>{self.stage.destination}\g<2>", html)
        if self.stage.script:
            html = html.replace("</head>", f'<script src="{ADDED}"></script></head>')
        return self.stage.edit(html)

    def stall(self, body: bytes, headers):
        """Send what comes before the end of <main>, and nothing more."""
        self.send_response(200)
        for name, value in [*headers, ("Content-Type", "text/html; charset=utf-8"), ("Connection", "close")]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: body.index(b"</main>")] + b" " * 4096)
        self.wfile.flush()
        self.close_connection = True
        self.stage.over.wait(HANGS)
