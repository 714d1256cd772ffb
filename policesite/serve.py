"""`make run`: set the database up, fill it, and serve the demonstration site until somebody stops it.

Two children do the work, gunicorn and the schedule. Both end with this process, however it ends; this one ends with
the process that started it. The private PostgreSQL stops when the last of them has gone (policesite/localdb.py).
"""

import argparse
import functools
import http.client
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from policesite import localdb
from policesite.delivery.processes import stop_with

CHECKOUT = Path(__file__).resolve().parents[1]
PATIENCE = 30  # seconds for the first page, and for the children to end
TERMINALS = [stream for stream in (0, 1, 2) if os.isatty(stream)]
LOOK_EVERY = 2  # seconds between two looks at the children and the database


class Stopped(Exception):
    """Why the site is not served, in one plain sentence."""


class Enough(BaseException):
    """Somebody asked us to stop."""


def main(arguments: list[str]) -> str | None:
    """Serve until asked to stop; None, or the sentence to end with (exit code 1)."""
    parser = argparse.ArgumentParser(prog="policesite.serve", description="Serve the demonstration site.")
    parser.add_argument("--port", default="8000")
    options = parser.parse_args(arguments)
    try:
        stop_on_signals()
        with listen_on(options.port) as door:
            set_environment(door)
            prepare()
            serve(door)
    except Stopped as why:
        return f"Stopped: {why}"
    except Enough:
        return None


def say(text: str):
    with suppress(OSError):  # the terminal may be gone
        print(text, flush=True)


say_once = functools.cache(say)


def stop_on_signals():
    """Heed Ctrl-C, a polite kill, a closed terminal and the death of our parent, once, whatever we are doing."""
    heeded = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as nohup asks
        heeded.append(signal.SIGHUP)

    def stop(*_):
        for number in heeded:
            signal.signal(number, signal.SIG_IGN)
        raise Enough

    for number in heeded:
        signal.signal(number, stop)
    stop_with(os.getppid())


def listen_on(port: str) -> socket.socket:
    """The socket that gunicorn will answer on: taken first, so that a port in use is known before any work is done."""
    if not (port.isdecimal() and 0 < int(port) < 65536):
        raise Stopped(f"PORT is {port}, and must be a number from 1 to 65535.")
    try:
        return socket.create_server(("127.0.0.1", int(port)))
    except PermissionError:
        raise Stopped(f"this account may not use port {port}: choose one above 1023, as in PORT=8123 make run.") from None
    except OSError:
        raise Stopped(f"port {port} is in use: stop what uses it, or choose another, as in PORT=8123 make run.") from None


def set_environment(door: socket.socket):
    """What this process and its children read as their settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "policesite.settings.demonstration")
    os.environ.setdefault("PUBLIC_ADDRESS", address_of(door))
    os.environ.pop("GUNICORN_CMD_ARGS", None)


def address_of(door: socket.socket) -> str:
    return f"http://127.0.0.1:{door.getsockname()[1]}"


# Setting up -------------------------------------------------------------------------------------------------


def prepare():
    """Database, tables, content and static files; a step that has nothing to do is quick."""
    for what, step in STEPS:
        say(what)
        explain_failure(step)


def explain_failure(step):
    """Run `step`; turn the failures that are not ours into one sentence."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError

    try:
        step()
    except (CommandError, ImproperlyConfigured) as error:
        raise Stopped(str(error)) from error
    except OSError as error:
        raise Stopped(disk_sentence(str(error))) from error
    except Exception as error:
        if not type(error).__module__.startswith(("django.db", "psycopg")):
            raise
        raise Stopped(disk_sentence(f"the database refuses: {str(error).strip().splitlines()[0]}")) from error


def disk_sentence(said: str) -> str:
    full = "No space left on device" in said
    return "the disk is full: make room and try again." if full else f"{said.rstrip('.')}."


def start_database():
    import django
    import psycopg

    django.setup()  # the settings start the private server when DATABASE_URL names none
    from django.db import connection

    connection.settings_dict["OPTIONS"].pop("options", None)  # five seconds a statement are for pages, not for setting up
    psycopg.connect(**connection.get_connection_params()).close()  # the pool would only say that it waited in vain


def make_tables():
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def load_content():
    """Fill an empty database; bring dates and addresses of a loaded demonstration up to today; leave anything else alone."""
    from policesite.demo import loading
    from policesite.forces.models import Force

    is_empty = not Force.objects.exists()
    if is_empty:
        say("  The database is empty. This takes about a minute, the first time only.")
    if is_empty or loading.is_loaded():
        try:
            loading.load(lambda text: say(f"  {text}"))
        except loading.Refused as why:
            raise Stopped(str(why)) from why


def collect_static_files():
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    manifest = settings.STATIC_ROOT / "staticfiles.json"  # written last
    sources = (storage.path(name) for finder in get_finders() for name, storage in finder.list([]))
    if not manifest.exists() or manifest.stat().st_mtime < max(os.stat(path).st_mtime for path in sources):
        call_command("collectstatic", verbosity=0, interactive=False)


STEPS = (
    ("Starting the database ...", start_database),
    ("Bringing its tables up to date ...", make_tables),
    ("Looking at its content ...", load_content),
    ("Collecting the static files ...", collect_static_files),
)


# Serving ----------------------------------------------------------------------------------------------------


def serve(door: socket.socket):
    leave_database()
    children = {}
    try:
        children["site"] = start_site(door)
        children["schedule"] = start_schedule()
        wait_for_first_page(door, children["site"])
        say(welcome(address_of(door)))
        while True:
            time.sleep(LOOK_EVERY)
            look_after(children)
    finally:
        say("Stopping ...")
        end(children.values())


def look_after(children: dict[str, subprocess.Popen]):
    """Start again what can be started again; raise Stopped when the site itself has gone."""
    if children["site"].poll() is not None:
        raise Stopped("the server ended by itself; what it said is above.")
    if children["schedule"].poll() is not None:
        children["schedule"] = start_schedule()
    revive_database()
    if has_lost(TERMINALS):
        raise Enough


def has_lost(terminals: list[int]) -> bool:
    """Whether one of them was closed: the kernel tells a session's first process alone, which may be a make that waits for us."""
    polled = select.poll()
    for terminal in terminals:
        polled.register(terminal, 0)
    return any(event & select.POLLHUP for _, event in polled.poll(0))


def start_site(door: socket.socket) -> subprocess.Popen:
    return start_child("-m", "gunicorn", "--config", "python:policesite.gunicorn_conf", "--bind", f"fd://{door.fileno()}", door=door)


def start_schedule() -> subprocess.Popen:
    return start_child("manage.py", "run_schedule")


def start_child(*command: str, door: socket.socket | None = None) -> subprocess.Popen:
    """A child in a process group of its own: Ctrl-C reaches this process alone, which then ends its children in turn."""
    passed = [door.fileno()] if door else ()
    stops_with_us = (sys.executable, "-m", "policesite.delivery.processes", str(os.getpid()))
    return subprocess.Popen([*stops_with_us, sys.executable, *command], cwd=CHECKOUT, process_group=0, pass_fds=passed, stdin=subprocess.DEVNULL)


def leave_database():
    """This process needs the database no more; the lock that keeps the private server up stays."""
    from django.db import connection

    connection.close()
    connection.close_pool()


def revive_database():
    """Bring the private server back when something killed it; pages seen before can do without it for a while."""
    try:
        if localdb.is_in_use():
            localdb.start(CHECKOUT)
    except localdb.DatabaseRefused as why:
        say_once(str(why))


def wait_for_first_page(door: socket.socket, site: subprocess.Popen):
    deadline = time.monotonic() + PATIENCE
    while site.poll() is None and time.monotonic() < deadline:
        asked = http.client.HTTPConnection(*door.getsockname(), timeout=PATIENCE)
        with closing(asked), suppress(OSError, http.client.HTTPException):
            asked.request("GET", "/")
            return asked.getresponse().read()
        time.sleep(0.2)
    raise Stopped("the server does not answer; what it said is above.")


def welcome(address: str) -> str:
    from policesite.demo.log_ins import LOG_INS, PASSWORD

    log_ins = "\n".join(f"  {name:<24} {role or 'everything'}" for name, role, *_ in LOG_INS)
    return f"""
The site is at   {address}/
Its admin is at  {address}/admin/

Log in to the admin as one of these, each with the password "{PASSWORD}":
{log_ins}

Ctrl-C stops it all."""


def end(children: Iterable[subprocess.Popen]):
    """Ask every child to end, then make it."""
    for child in children:
        with suppress(ProcessLookupError):
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
