"""A private PostgreSQL for one checkout, so that `make run` and `make test` need nothing set up.

It answers on a unix socket inside `.localdb/`, never on a TCP port, and keeps PostgreSQL's full crash safety.
Every process that uses it holds a shared lock on `users.lock`. A watcher waits for the exclusive lock, which it
gets when the last user has gone, however that one went, and then stops the server. The watcher holds a lock of
its own, so that whoever comes or leaves can see that it was killed, and start another.
"""

import atexit
import fcntl
import functools
import hashlib
import os
import pwd
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from policesite import postgres_programs

LONGEST_BASE = 70  # bytes; a socket's whole path may have 107, on some systems 103
PORT = "5432"  # only a part of the socket's file name; PGPORT must not change it
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_directories": ".",  # relative to the data folder: no spaces or commas to quote
    "unix_socket_permissions": "0700",
    "port": PORT,
    "timezone": "UTC",
    "max_connections": "100",
    "log_min_error_statement": "panic",  # a statement that failed may hold a postcode or a search word
}


_user_locks = {}  # held open for as long as this process lives

# Arguments: the descriptor of the watcher's own lock, the users' lock file, the account (0: this one), pg_ctl's
# command. Its own lock is let go first: whoever waits for the users' lock must find it free.
_WATCHER = """
import fcntl, os, subprocess, sys
watching, path, account, *stop = sys.argv[1:]
if os.fork():
    os._exit(0)
os.setsid()
lock = open(path, "a")
fcntl.flock(lock, fcntl.LOCK_EX)
if os.path.exists(path) and os.path.samestat(os.stat(path), os.fstat(lock.fileno())):
    who = {"user": int(account)} if int(account) else {}
    if subprocess.run([*stop, "-m", "fast"], **who).returncode:
        subprocess.run([*stop, "-m", "immediate"], **who)
os.close(int(watching))
"""


class DatabaseRefused(SystemExit):
    """No private database; the message is one plain sentence, shown without a traceback (exit code 1)."""


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL: ourselves, or, since it refuses root, an account with fewer rights."""

    uid: int
    drop: dict  # for subprocess: nothing, or the account to change to

    def reaches(self, path):
        """Whether the account may enter `path`; ourselves always may."""
        return not self.drop or all(p.stat().st_mode & 0o001 for p in (path, *path.parents) if p.exists())


def ensure(root, name="policesite"):
    """Have the checkout's server running; return Django's DATABASES["default"] for the database `name`.

    Called again in the same process it costs nothing. Raises DatabaseRefused with one sentence.
    """
    return dict(_ensure_once(Path(root).resolve(), name))


@functools.cache
def _ensure_once(root, name):
    return start(root, name)


def start(root, name="policesite"):
    """As `ensure`, but always looks: brings back a server that was killed while this process lived on."""
    base = None
    try:
        account = _account()
        base = _base(Path(root).resolve(), account)
        newcomer = _join(base)
        with _locked(base / "start.lock"):
            programs = _programs_for(account, base)
            data = _data_folder(programs, account, base)
            _start_server(programs, account, data)
            _watch(programs, account, base, data)
            _create_database(data, name)
        if newcomer:
            atexit.register(_watch_as_we_leave, programs, account, base, data)
    except OSError as error:
        raise DatabaseRefused(_sentence(error.strerror or str(error), error.filename or base)) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": "postgres",
        "HOST": str(data),
        "PORT": PORT,
    }


def is_in_use() -> bool:
    """Whether this process uses a private server."""
    return bool(_user_locks)


def _account():
    if os.geteuid() != 0:
        return Account(os.geteuid(), {})
    accounts = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = accounts.get("postgres") or accounts["nobody"]
    return Account(entry.pw_uid, {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []})


def _base(root, account):
    """The folder of locks and data: in the checkout, or, where that cannot be reached or is too long, in /var/tmp."""
    base = root / ".localdb"
    if not account.reaches(root) or len(os.fsencode(base)) > LONGEST_BASE:
        base = Path("/var/tmp") / f"localdb-{hashlib.sha256(os.fsencode(base)).hexdigest()[:12]}"
    if not base.is_symlink() and not base.exists():
        base.mkdir(exist_ok=True)
        base.chmod(0o711)  # whatever the umask: the account that runs PostgreSQL must get through
    owner = base.lstat().st_uid
    if base.is_symlink() or owner != os.geteuid():
        raise DatabaseRefused(f"The folder {base} belongs to {_name_of(owner)}: remove it, or run as that account.")
    return base


def _name_of(uid):
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"account {uid}"


def _join(base):
    """Become a user of the server; True the first time."""
    if base in _user_locks:
        return False
    lock = open(base / "users.lock", "a")  # noqa: SIM115 - held for as long as we live
    fcntl.flock(lock, fcntl.LOCK_SH)  # waits while a watcher is stopping the server
    _user_locks[base] = lock
    return True


@contextmanager
def _locked(path):
    with open(path, "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _programs_for(account, base):
    """The folder of PostgreSQL's programs; a copy, when the account that runs them would not reach them."""
    folder = postgres_programs.find()
    if not folder:
        raise DatabaseRefused(
            "No PostgreSQL programs were found: install the packages of requirements.lock or the system's postgresql, "
            "or set DATABASE_URL to a server of your own."
        )
    return folder if account.reaches(folder) else postgres_programs.copy(folder, base, account.uid)


def _data_folder(programs, account, base):
    major = postgres_programs.major_version(programs)
    data = base / f"data-{major}"
    if not data.exists():
        half = Path(tempfile.mkdtemp(dir=base))
        os.chown(half, account.uid, -1)
        # Sorting by code point, the same on every machine: PostgreSQL's own from 17 on, before that the system's.
        locale = ["--locale-provider=builtin"] if major >= 17 else []
        try:
            _call(account, programs / "initdb", "-D", half, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  *locale, "--locale=C.UTF-8")  # fmt: skip
            half.rename(data)  # a half-made folder is never used
        finally:
            shutil.rmtree(half, ignore_errors=True)
    return data


def _call(account, *command, log=None):
    """Run one of PostgreSQL's programs quietly; its last complaint becomes our sentence."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_", "LANG"))}
    with tempfile.TemporaryFile() as output:  # a pipe would stay open in the server
        done = subprocess.run(command, check=False, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                              env=environ | {"LC_ALL": "C.UTF-8"}, **account.drop)  # fmt: skip
        if done.returncode:
            output.seek(0)
            said = output.read() + (log.read_bytes()[-4000:] if log and log.exists() else b"")
            raise DatabaseRefused(_sentence(said.decode(errors="replace"), log))


def _sentence(said, place):
    """One plain sentence for what PostgreSQL or the system said."""
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return "The disk is full: the private PostgreSQL needs about 100 MB to start, so make room and try again."
    if "Read-only file system" in said or "Permission denied" in said:
        return f"The private PostgreSQL may not write or read where it must ({place}): look at the folder's owner and rights."
    complaints = re.findall(r"(?:FATAL|PANIC|error): +(.+)", said) or said.split("\n")[-1:]
    return f"The private PostgreSQL would not start: {complaints[-1].strip().rstrip('.')} ({place})."


def _start_server(programs, account, data):
    if _answers(data):
        return
    log = data / "server.log"
    options = " ".join(shlex.quote(f"--{key}={value}") for key, value in SETTINGS.items())
    for attempt in range(5):
        log.unlink(missing_ok=True)
        try:
            return _call(account, programs / "pg_ctl", "-D", data, "-l", log, "-w", "-t", "60", "-s", "-o", options, "start",
                         log=log)  # fmt: skip
        except DatabaseRefused as refused:
            # A killed server's last processes may need a moment to go; nothing else is cured by waiting.
            if attempt == 4 or not re.search("shared memory|lock file", str(refused)):
                raise
            time.sleep(1)


def _connect(data):
    return psycopg.connect(host=str(data), port=PORT, user="postgres", dbname="postgres", autocommit=True, connect_timeout=10)


def _answers(data):
    try:
        _connect(data).close()
    except psycopg.OperationalError:
        return False
    return True


def _watch(programs, account, base, data):
    """Start the watcher unless one holds its lock."""
    with open(base / "watcher.lock", "a") as watching:
        try:
            fcntl.flock(watching, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        stop = [programs / "pg_ctl", "-D", data, "-s", "-t", "60", "stop"]
        subprocess.run(
            [sys.executable, "-SIc", _WATCHER, str(watching.fileno()), base / "users.lock",
             str(account.drop.get("user", 0)), *stop],
            pass_fds=[watching.fileno()], cwd="/", check=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


def _watch_as_we_leave(*place):
    with suppress(OSError):  # the folder may be gone
        _watch(*place)  # the last to leave must not leave a server whose watcher was killed


def _create_database(data, name):
    try:
        with _connect(data) as connection:
            if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
                connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    except psycopg.Error as error:
        raise DatabaseRefused(_sentence(f"error: {error}", data)) from error
