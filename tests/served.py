"""A site that is served for a test as in earnest: by the production server, over HTTP, from a database and folders of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tests.postgres import create_database, drop_database, manage, url_of

READY_WITHIN = 60  # seconds


def prepare(place: Path, database: str, *build: str, **more: str) -> dict[str, str]:
    """A fresh database, filled by the command `build`; answers with the environment that its server needs."""
    create_database(database)
    environment = {
        "DJANGO_SETTINGS_MODULE": "policesite.settings.demonstration",
        "DATABASE_URL": url_of(database),
        "MEDIA_ROOT": str(place / "media"),
        "STATIC_ROOT": str(place / "static"),
        "PUBLIC_ADDRESS": f"http://127.0.0.1:{free_port()}",
    } | more
    manage("collectstatic", "--noinput", "--verbosity=0", **environment)
    manage(*build, **environment)
    return environment


def start(place: Path, environment: dict[str, str]) -> subprocess.Popen:
    """The server, once it answers."""
    address = environment["PUBLIC_ADDRESS"]
    bind = address.removeprefix("http://")
    server = run(place, environment, "-m", "gunicorn", "--config", "policesite/gunicorn_conf.py", "--bind", bind)
    wait_for(address, place)
    return server


def run(place: Path, environment: dict[str, str], *command: str) -> subprocess.Popen:
    """A process of Python beside the test, with what it says in `server.log`."""
    with open(place / "server.log", "a") as log:
        return subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, env=os.environ | environment, start_new_session=True, stdout=log, stderr=subprocess.STDOUT
        )  # fmt: skip


@contextmanager
def served(place: Path, database: str, build: str, *, schedule: bool = False) -> Iterator[str]:
    """The address of a running site, filled by the Python statements `build`; with `schedule`, one that publishes what is due."""
    environment = prepare(place, database, "shell", "--command", build)
    running = []
    try:
        if schedule:
            running.append(run(place, environment, "manage.py", "run_schedule"))
        running.append(start(place, environment))
        yield environment["PUBLIC_ADDRESS"]
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)
        drop_database(database)


def wait_for(address: str, place: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        try:
            return urllib.request.urlopen(address + "/", timeout=10).close()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The site did not come up:\n{(place / 'server.log').read_text()[-4000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
