"""`make run`: whatever ends it, nothing of it stays behind; and what stops it from starting is one plain sentence."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from policesite import serve
from tests.delivery.process_table import processes_of, wait_until

CODE = Path(__file__).parents[2]
COPIED = ("policesite", "news", "staff_profiles", "neighbourhoods", "enquiry_desks", "templates", "static", "manage.py")
NOTHING_TO_LOAD = """
class Refused(Exception):
    pass


def is_loaded():
    return False


def load(say):
    say("Nothing to load.")
"""


@pytest.fixture(scope="module")
def checkout():
    """A checkout of our own, with a private database of its own, that has no content and no static files to make."""
    with tempfile.TemporaryDirectory(prefix="a checkout ", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        for name in COPIED:
            copy = shutil.copytree if (CODE / name).is_dir() else shutil.copy
            copy(CODE / name, Path(folder, name))
        Path(folder, "policesite/demo/loading.py").write_text(NOTHING_TO_LOAD)
        Path(folder, "staticfiles").mkdir()
        Path(folder, "staticfiles/staticfiles.json").write_text(json.dumps({"version": "1.1", "paths": {}}))
        yield Path(folder)


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@pytest.fixture
def site(checkout, free_port, tmp_path):
    """The served site, under a shell as it is under make; the test ends it."""
    environ = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    output = tmp_path / "output"
    ours, theirs = os.openpty()
    with output.open("w") as written, open(theirs) as terminal:
        shell = subprocess.Popen(
            ["sh", "-c", '"$@"; :', "sh", sys.executable, "-m", "policesite.serve", "--port", str(free_port)],
            cwd=checkout, env=environ, stdin=terminal, stdout=written, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    wait_until(lambda: "Ctrl-C" in output.read_text() or shell.poll() is not None, seconds=120)
    shell.said, shell.port, shell.terminal = output.read_text(), free_port, open(ours, "rb", buffering=0)  # noqa: SIM115
    assert shell.poll() is None, shell.said
    yield shell
    shell.kill()
    shell.wait()
    shell.terminal.close()
    wait_until(lambda: not processes_of(checkout))


def answer_of(port):
    """What the site says, whatever it says: this checkout has no content and no static files."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with closing(asked):
        asked.request("GET", "/")
        return asked.getresponse().status


def server_of(checkout):
    """The serving process itself, which the shell started."""
    (pid,) = (pid for pid in processes_of(checkout, "-m policesite.serve") if Path(f"/proc/{pid}/comm").read_text().strip() != "sh")
    return pid


ENDINGS = {
    "Ctrl-C": lambda checkout, site: os.killpg(site.pid, signal.SIGINT),
    "a closed terminal": lambda checkout, site: site.terminal.close(),
    "a hang-up": lambda checkout, site: os.killpg(site.pid, signal.SIGHUP),
    "the server killed": lambda checkout, site: os.kill(server_of(checkout), signal.SIGKILL),
    "its parent killed": lambda checkout, site: site.kill(),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_however_it_ends_nothing_of_it_stays_behind(checkout, site, ending):
    ENDINGS[ending](checkout, site)
    wait_until(lambda: not processes_of(checkout))
    with pytest.raises(ConnectionRefusedError):
        answer_of(site.port)


def test_it_names_its_addresses_and_log_ins_and_brings_back_a_killed_database_and_schedule(checkout, site):
    assert f"http://127.0.0.1:{site.port}/admin/" in site.said
    assert "comms-officer" in site.said and "password" in site.said
    for word in ("run_schedule", "postgres -D"):
        (killed,) = processes_of(checkout, word)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda word=word, killed=killed: set(processes_of(checkout, word)) - {killed})
    assert answer_of(site.port)


def start(*options, **environ):
    return subprocess.run(
        [sys.executable, "-m", "policesite.serve", *options], cwd=CODE, check=False, capture_output=True, text=True, env=os.environ | environ
    )


def test_a_port_in_use_is_one_plain_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = start("--port", port)
    assert ended.returncode == 1
    assert ended.stderr == f"Stopped: port {port} is in use: stop what uses it, or choose another, as in PORT=8123 make run.\n"


@pytest.mark.parametrize(("before", "after"), [(["PORT="], []), ([], ["PORT="]), (["PORT= "], []), (["PORT=8000"], [])])
def test_an_empty_port_is_as_good_as_none(before, after):
    would_run = subprocess.run(["env", *before, "make", "--dry-run", "run", *after], cwd=CODE, check=True, capture_output=True, text=True).stdout
    assert '--port "8000"' in would_run


@pytest.mark.parametrize("port", ["", "0", "65536", "http", "-1", "80 80"])
def test_a_port_that_is_none_is_one_plain_sentence(port):
    with pytest.raises(serve.Stopped, match="must be a number from 1 to 65535"):
        serve.listen_on(port)


def test_a_database_that_refuses_is_one_plain_sentence(free_port):
    ended = start(
        "--port", str(free_port), DATABASE_URL="postgres://nobody@127.0.0.1:9/nothing", DJANGO_SETTINGS_MODULE="policesite.settings.demonstration"
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Stopped: the database refuses: ") and len(ended.stderr.splitlines()) == 1


def test_a_full_disk_is_one_plain_sentence():
    def fill():
        Path("/dev/full").write_text("x")

    with pytest.raises(serve.Stopped, match="the disk is full"):
        serve.explain_failure(fill)
