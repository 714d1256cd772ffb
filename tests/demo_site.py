"""The demonstration site, served for tests by the production server from a database of its own.

It is built once for a whole run, whichever of the parallel test processes comes first, and goes when the last of them
ends. Tests that use it look and never change anything: what must change something makes its own content.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.postgres import create_database, drop_database, manage, url_of

DATABASE = "policesite_demo_site"
READY_WITHIN = 60  # seconds


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory, request) -> str:
    """The address of the running demonstration site, without a slash at its end."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        shared = shared.parent  # each parallel process has a folder of its own inside it
    place = shared / "demo-site"
    place.mkdir(exist_ok=True)
    with _alone(place) as state:
        if not state:
            state |= _build(place)
        state["users"] = state.get("users", 0) + 1
    yield state["address"]
    with _alone(place) as state:
        state["users"] -= 1
        if not state["users"]:
            _tear_down(state)
            state.clear()


@contextmanager
def _alone(place: Path):
    """What the processes know of the site, one of them at a time."""
    with open(place / "lock", "a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        file = place / "state.json"
        state = json.loads(file.read_text()) if file.exists() else {}
        yield state
        file.write_text(json.dumps(state))


def _build(place: Path) -> dict:
    create_database(DATABASE)
    port = _free_port()
    environment = {
        "DJANGO_SETTINGS_MODULE": "policesite.settings.demonstration",
        "DATABASE_URL": url_of(DATABASE),
        "MEDIA_ROOT": str(place / "media"),
        "STATIC_ROOT": str(place / "static"),
        "PUBLIC_ADDRESS": f"http://127.0.0.1:{port}",
        "FINDER_RATE_PER_MINUTE": "600",  # every browser of the tests comes from one address
    }
    manage("collectstatic", "--noinput", "--verbosity=0", **environment)
    manage("load_demo", **environment)
    log = open(place / "server.log", "w")  # noqa: SIM115  the server writes to it
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "policesite/gunicorn_conf.py", "--bind", f"127.0.0.1:{port}"],
        cwd=settings.BASE_DIR, env=os.environ | environment, start_new_session=True, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    _wait_for(environment["PUBLIC_ADDRESS"], place)
    return {"address": environment["PUBLIC_ADDRESS"], "pid": server.pid}


def _wait_for(address: str, place: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        try:
            return urllib.request.urlopen(address + "/", timeout=10).close()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The demonstration site did not come up:\n{(place / 'server.log').read_text()[-4000:]}")


def _tear_down(state: dict) -> None:
    os.killpg(state["pid"], signal.SIGTERM)
    drop_database(DATABASE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
