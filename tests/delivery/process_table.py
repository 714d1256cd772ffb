"""Which processes of a checkout are running, read from the system's process table."""

import time
from pathlib import Path


def wait_until(happened, seconds=30):
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


def processes_of(checkout, word=""):
    """The ids of processes that work in `checkout` or name its database, with `word` in their command line."""
    return [pid for pid, folder, command in _processes() if word in command and (folder == checkout or f"{checkout}/.localdb" in command)]


def _processes():
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            yield int(entry.name), (entry / "cwd").readlink(), command
        except OSError:
            continue  # it has just ended, or is not ours to look at
