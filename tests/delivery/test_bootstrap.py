"""Setting a fresh clone up: the second time takes a moment, and each failure is one plain sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policesite import bootstrap

CODE = Path(__file__).parents[2]


def refusal(function, *arguments):
    with pytest.raises(bootstrap.NotReady) as refused:
        function(*arguments)
    sentence = str(refused.value)
    assert "\n" not in sentence and sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 2), (3, 10, 13)])
def test_a_python_too_old_is_refused_with_what_to_do(version):
    assert f"this is Python {version[0]}.{version[1]}, and the site needs 3.11" in refusal(bootstrap.check_python, version)


@pytest.mark.parametrize("version", [(3, 11, 2), (3, 13, 0)])
def test_debians_python_and_newer_ones_will_do(version):
    bootstrap.check_python(version)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "the disk is full"),
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)': /simple/django/\n"
            "ERROR: No matching distribution found for django==5.2.19",
            "the package registry is out of reach",
        ),
        (
            "E: Failed to fetch http://mirror.example/chromium.deb  Temporary failure resolving",
            "the package registry is out of reach",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "nothing was installed"),
        ("[Errno 13] Permission denied: '/srv/site/.venv'", "may not be written to"),
        ("Collecting nothing\nERROR: something nobody expected\nbye", "ERROR: something nobody expected."),
        ("", "did not say why."),
    ],
)
def test_each_failure_of_a_program_becomes_one_sentence(said, sentence):
    command = [sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"]
    assert sentence in refusal(bootstrap.run, command)


def start(folder, **environ):
    """Run the script in a checkout of its own, and answer what it said and how it ended."""
    script = folder / "policesite/bootstrap.py"
    return subprocess.run(
        [sys.executable, script, ".venv"], check=False, capture_output=True, text=True, env=os.environ | environ
    )  # fmt: skip


@pytest.fixture
def checkout(tmp_path):
    """A checkout with a space in its name that needs one package, which no registry has."""
    folder = tmp_path / "a checkout"
    (folder / "policesite").mkdir(parents=True)
    (folder / "policesite/bootstrap.py").write_bytes((CODE / "policesite/bootstrap.py").read_bytes())
    (folder / "requirements.lock").write_text("# nothing yet\n")
    return folder


def test_a_registry_out_of_reach_stops_the_start_and_the_next_one_begins_afresh(checkout):
    (checkout / "requirements.lock").write_text(f"Django==5.2.8 --hash=sha256:{'0' * 64}\n")
    nowhere = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
    }
    ended = start(checkout, **nowhere)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [f"Stopped: {bootstrap.sentence_for('connection broken')}"]
    assert not (checkout / ".venv" / bootstrap.STAMP).exists()


def test_the_second_start_leaves_the_environment_as_it_is_until_the_lock_file_changes(checkout):
    python = checkout / ".venv/bin/python"
    assert start(checkout).returncode == 0
    (checkout / ".venv/kept").touch()
    assert start(checkout).stdout == ""
    assert (checkout / ".venv/kept").exists()
    (checkout / "requirements.lock").write_text("# changed\n")
    assert "Making the virtual environment" in start(checkout).stdout
    assert python.exists() and not (checkout / ".venv/kept").exists()


def test_an_environment_of_the_developers_own_is_left_alone(checkout, tmp_path):
    (checkout / ".venv").symlink_to(tmp_path)
    assert start(checkout).stdout == ""
    assert not (tmp_path / bootstrap.STAMP).exists()


def test_a_named_chromium_that_is_not_there_is_an_error(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert "CHROMIUM names /nowhere/chromium" in refusal(bootstrap.find_chromium)


def test_without_chromium_or_the_right_to_install_it_the_tests_stop_instead_of_skipping(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    assert "the browser tests need Chromium" in refusal(bootstrap.find_or_install_chromium)


def test_as_root_chromium_is_installed_from_debian(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0)
    ran = []
    monkeypatch.setattr(bootstrap, "run", ran.append)
    bootstrap.find_or_install_chromium()
    assert [command[:2] for command in ran] == [["apt-get", "update"], ["apt-get", "install"]]


def test_the_project_names_no_registry_and_no_place_on_one_machine():
    for name in ("Makefile", "policesite/bootstrap.py", "requirements.lock", "pyproject.toml", ".ci/run"):
        text = (CODE / name).read_text()
        assert not [word for word in ("http://", "https://", "index-url", "find-links", "/root", "/home") if word in text], name
