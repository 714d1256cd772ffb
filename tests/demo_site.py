"""The demonstration site, served for tests by the production server from a database of its own.

It is built once for a whole run, whichever of the parallel test processes comes first, and goes when the last of them
ends. Tests that use it look and never change anything: what must change something makes its own content.
"""

import fcntl
import json
import os
import signal
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postgres import drop_database
from tests.served import prepare, start

DATABASE = "policesite_demo_site"


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
    environment = prepare(place, DATABASE, "load_demo", FINDER_RATE_PER_MINUTE="600")  # every browser of the tests comes from one address
    server = start(place, environment)
    return {"address": environment["PUBLIC_ADDRESS"], "pid": server.pid}


def _tear_down(state: dict) -> None:
    os.killpg(state["pid"], signal.SIGTERM)
    drop_database(DATABASE)
