"""Make this checkout ready to run, on a machine that has only Python: `python3 policesite/bootstrap.py .venv`.

Runs before anything is installed, so it may import nothing but the standard library, and must be readable by a
Python that is too old, to be able to say so. Whatever goes wrong is told in one plain sentence, with exit code 1.
"""

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
CHECKOUT = Path(__file__).resolve().parent.parent
LOCK_FILE = CHECKOUT / "requirements.lock"
STAMP = "made-from"  # the file in a virtual environment that says what it was made from
# The programs with which the exit is tried by real keys, and Debian's packages of them.
REAL_KEYS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "ffmpeg": "ffmpeg", "firefox-esr": "firefox-esr"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NotReady(Exception):
    """One plain sentence that says what is missing and what to do."""


def main(arguments):
    try:
        check_python(sys.version_info)
        make_environment(CHECKOUT / arguments[0])
        if "--browser" in arguments:
            find_or_install_chromium()
            install_what_real_keys_need()
    except NotReady as error:
        return f"Stopped: {error}"
    except OSError as error:
        return f"Stopped: {sentence_for(f'{error.filename}: {error.strerror}')}"
    except KeyboardInterrupt:
        return "Stopped: interrupted. The next start begins afresh."
    return None


def say(text):
    print(text, flush=True)


def check_python(version):
    if tuple(version[:2]) < OLDEST_PYTHON:
        raise NotReady(
            f"this is Python {version[0]}.{version[1]}, and the site needs 3.11 or newer: if you have one, name it, as in make run PYTHON=python3.13."
        )


# The virtual environment ------------------------------------------------------------------------------------


def make_environment(folder):
    """A virtual environment with exactly the packages of requirements.lock; at once when it is there already."""
    if folder.is_symlink():
        return  # a developer's own: not ours to rebuild
    with open(LOCK_FILE, "rb") as lock_file:
        fcntl.flock(lock_file, fcntl.LOCK_EX)  # `make run` and `make test` may start together
        wanted = what_it_is_made_from(lock_file.read())
        if is_made_from(folder, wanted):
            return
        say(f"Making the virtual environment {folder.name} ...")
        remove(folder)
        create(folder)
        install_packages(folder)
        (folder / STAMP).write_text(wanted)


def what_it_is_made_from(lock):
    python = f"{sys.version.split()[0]} at {os.path.realpath(sys.executable)}"
    return f"Python {python}, requirements.lock {hashlib.sha256(lock).hexdigest()}\n"


def is_made_from(folder, wanted):
    stamp = folder / STAMP
    return stamp.is_file() and stamp.read_text() == wanted and os.access(folder / "bin" / "python", os.X_OK)


def remove(folder):
    if folder.exists():
        shutil.rmtree(folder)


def create(folder):
    """Make an empty environment with pip, whichever way this Python offers."""
    if not has("ensurepip") and not has("pip"):
        install_from_debian("python3-venv", why="this Python comes without its venv package")
        importlib.invalidate_caches()
    if has("ensurepip"):
        run([sys.executable, "-m", "venv", str(folder)])
    else:
        run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
        run([sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet", "pip"])


def has(module):
    return importlib.util.find_spec(module) is not None


def install_packages(folder):
    say("Installing the packages of requirements.lock (a minute or two, the first time only) ...")
    options = ("--quiet", "--progress-bar=off", "--retries=2", "--disable-pip-version-check", "--require-hashes")
    run([str(folder / "bin" / "python"), "-m", "pip", "install", *options, "--requirement", str(LOCK_FILE)])


def run(command):
    """Run `command` without showing what it prints; what it complains of becomes our sentence."""
    environment = dict(os.environ, PIP_USER="0", PIP_NO_INPUT="1", DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise NotReady(sentence_for(done.stdout.decode(errors="replace")))


# Chromium, for the browser tests ----------------------------------------------------------------------------


def find_chromium():
    """The path of a Chromium that is installed, or None. CHROMIUM names one; a wrong name is an error."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            raise NotReady(f"CHROMIUM names {named}, which is not a program that can be run.")
        return shutil.which(named)
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def find_or_install_chromium():
    if not find_chromium():
        install_from_debian("chromium", why="the browser tests need Chromium, and none was found")


def install_what_real_keys_need():
    """The programs that press real keys and film the screen. Without them those tests say loudly that they did not run."""
    missing = " ".join(package for program, package in REAL_KEYS.items() if not shutil.which(program))
    if not missing:
        return
    try:
        install_from_debian(missing, why="the exit is tried with real keys")
    except NotReady as error:
        say(f"The tests with real keys will not run: {error}")


def install_from_debian(package, why):
    """Install one or more of Debian's packages where that may be done: as root, or with sudo that asks for no password."""
    or_else = ", or set CHROMIUM to the path of one," if package == "chromium" else ""
    cure = f"install Debian's package {package}{or_else} and try again."
    if not shutil.which("apt-get"):
        raise NotReady(f"{why}: {cure}")
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not may_sudo():
        raise NotReady(f"{why}, and this account may not install it: {cure}")
    say(f"Installing Debian's package {package}, because {why} ...")
    run([*sudo, "apt-get", "update", "-q"])
    run([*sudo, "apt-get", "install", "-q", "-y", "--no-install-recommends", *package.split()])


def may_sudo():
    return bool(shutil.which("sudo")) and not subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL)


# One sentence for each failure ------------------------------------------------------------------------------

FAILURES = {
    r"No space left on device|Disk quota exceeded|not have enough free space": (
        "the disk is full: the site and its packages need about 1 GB, so make room and try again."
    ),
    r"DO NOT MATCH THE HASHES": ("a package is not the one that requirements.lock names, so nothing was installed: look into it before you go on."),
    r"connection broken|Connection ?(refused|reset|timed out)|ProxyError|Max retries|timed out|Temporary failure"
    r"|Name or service not known|Could not resolve|Failed to fetch|Unable to (connect|fetch)": (
        "the package registry is out of reach: look at the network, or at the settings of pip or apt, and try again."
    ),
    r"Permission denied|Read-only file system": ("the folder of the site may not be written to: look at its owner and rights."),
}


def sentence_for(said):
    """One plain sentence for what a program printed as it failed."""
    for pattern, sentence in FAILURES.items():
        if re.search(pattern, said):
            return sentence
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["a program failed and did not say why"]
    errors = [line for line in lines if line.lower().startswith(("error", "e:"))]
    return (errors or lines)[-1].rstrip(".") + "."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
