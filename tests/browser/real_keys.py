"""Real keys in a real window: Xvfb for a screen, openbox for a window manager, xdotool for fingers, ffmpeg for eyes.

Playwright turns the browser's cache of whole pages off, and its keys never reach the browser's own shortcuts, such as
Escape for Stop. What is said here of Back is said by frames recorded from the screen.
"""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

NEEDS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "ffmpeg": "ffmpeg"}  # the program, and Debian's package of it
SIZE = (1024, 700)
RATE = 30  # frames a second
SMALL = 4  # each frame is kept at a quarter of its width and height
YELLOW = (227, 245, 59)  # the exit button: wherever a page of ours shows, it shows


def missing(*browsers: str) -> list[str]:
    return [package for program, package in {**NEEDS, **{name: name for name in browsers}}.items() if not shutil.which(program)]


class Screen:
    """A virtual screen with a window manager. Programs started on it end with it."""

    def __init__(self, folder: Path):
        self.folder, self.programs = folder, []
        ready, written = os.pipe()
        self.start("Xvfb", "-displayfd", str(written), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", pass_fds=[written])
        os.close(written)
        with os.fdopen(ready) as number:
            self.display = f":{number.readline().strip()}"
        self.start("openbox")

    def start(self, *command: str, **options) -> subprocess.Popen:
        env = os.environ | {"DISPLAY": getattr(self, "display", ""), "HOME": str(self.folder)}
        log = (self.folder / f"{Path(command[0]).name}.log").open("w")
        # A run that is killed takes the screen with it, and with the screen everything that is shown on it.
        held = ("setpriv", "--pdeathsig", "TERM") if shutil.which("setpriv") else ()
        with log:
            program = subprocess.Popen(
                [*held, *command], env=env, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True, **options
            )
        self.programs.append(program)
        return program

    def close(self) -> None:
        for program in reversed(self.programs):
            end(program)

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=os.environ | {"DISPLAY": self.display}, capture_output=True, text=True, timeout=20)
        return done.stdout.strip()

    def press(self, key: str) -> None:
        """To the window that wait_for_window found, which is seen to have the keyboard: on a busy machine it may have lost it."""
        deadline = time.monotonic() + 20
        while self.xdotool("getactivewindow") != self.window:
            assert time.monotonic() < deadline, f"The window never got the keyboard back, to be given {key}."
            self.xdotool("windowactivate", self.window)
            time.sleep(0.2)
        self.xdotool("key", "--clearmodifiers", key)

    def title(self) -> str:
        return self.xdotool("getwindowname", self.window)

    def wait_for_window(self, said: str, seconds: float = 90) -> None:
        """Until a window says `said` in its title; it then has the keyboard. Browsers take their time on a busy machine."""
        deadline = time.monotonic() + seconds
        while not (found := self.xdotool("search", "--onlyvisible", "--name", said)):
            ended = [program.args[0] for program in self.programs if program.poll() is not None]
            assert time.monotonic() < deadline, f"No window ever said “{said}”. Programs that ended: {ended or 'none'}."
            time.sleep(0.2)
        self.window = found.splitlines()[0]
        self.xdotool("windowactivate", "--sync", self.window)

    def look(self) -> Image.Image:
        """What is on the screen now."""
        seen = ImageGrab.grab(xdisplay=self.display)
        return seen.resize((SIZE[0] // SMALL, SIZE[1] // SMALL), Image.Resampling.NEAREST)

    def wait_for(self, said: str, seconds: float = 20) -> None:
        """Until the window's title says `said`."""
        deadline = time.monotonic() + seconds
        while said not in self.title():
            assert time.monotonic() < deadline, f"The window says “{self.title()}”, and never said “{said}”."
            time.sleep(0.1)

    def record(self, name: str) -> "Recording":
        return Recording(self, self.folder / f"{name}.rgb")


class Recording:
    """Frames of the screen while a `with` block runs; `frames` afterwards."""

    def __init__(self, screen: Screen, file: Path):
        self.screen, self.file = screen, file

    def __enter__(self):
        size = f"{SIZE[0]}x{SIZE[1]}"
        self.camera = self.screen.start(
            "ffmpeg", "-y", "-loglevel", "error", "-f", "x11grab", "-draw_mouse", "0", "-framerate", str(RATE), "-video_size", size,
            "-i", self.screen.display, "-vf", f"scale=iw/{SMALL}:ih/{SMALL}:flags=neighbor", "-f", "rawvideo", "-pix_fmt", "rgb24", str(self.file),
        )  # fmt: skip
        self._until_it_films()
        return self

    def _until_it_films(self) -> None:
        deadline = time.monotonic() + 10
        while not (self.file.exists() and self.file.stat().st_size):
            assert time.monotonic() < deadline, "The recording did not start."
            time.sleep(0.05)

    def __exit__(self, *_):
        time.sleep(0.3)
        self.camera.send_signal(signal.SIGINT)
        self.camera.wait(10)

    @property
    def frames(self) -> list[Image.Image]:
        size = (SIZE[0] // SMALL, SIZE[1] // SMALL)
        taken, length = self.file.read_bytes(), size[0] * size[1] * 3
        return [Image.frombytes("RGB", size, taken[start : start + length]) for start in range(0, len(taken) - length + 1, length)]

    def keep(self, frame: int, name: str) -> Path:
        file = self.screen.folder / f"{name}.png"
        self.frames[frame].save(file)
        return file


def shows_the_site(frame: Image.Image) -> bool:
    """Whether the yellow button is anywhere on the screen: five small pixels of it are 80 real ones."""
    off = [band.point(lambda value, wanted=wanted: 255 if abs(value - wanted) < 6 else 0) for band, wanted in zip(frame.split(), YELLOW, strict=True)]
    both = ImageChops.multiply(ImageChops.multiply(off[0], off[1]), off[2])
    return both.histogram()[255] >= 5


def end(program: subprocess.Popen) -> None:
    if program.poll() is None:
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait(5)


def chromium(screen: Screen, path: str, address: str) -> None:
    """Headed, as a person starts it: the cache of whole pages is on."""
    profile = screen.folder / "chromium"
    screen.start(
        path, "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-background-networking", "--disable-sync",
        "--disable-component-update", "--disable-dev-shm-usage", "--password-store=basic", "--lang=en-GB", f"--user-data-dir={profile}",
        f"--window-size={SIZE[0]},{SIZE[1]}", "--window-position=0,0", address,
    )  # fmt: skip


QUIET = {
    "browser.aboutwelcome.enabled": False, "browser.shell.checkDefaultBrowser": False, "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False, "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "toolkit.telemetry.enabled": False, "toolkit.telemetry.reportingpolicy.firstRun": False, "app.update.enabled": False, "app.normandy.enabled": False,
    "extensions.update.enabled": False, "browser.safebrowsing.malware.enabled": False, "browser.safebrowsing.phishing.enabled": False,
    "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False, "browser.region.update.enabled": False,
    "browser.search.update": False, "services.settings.server": "http://127.0.0.1:9/", "browser.urlbar.suggest.searches": False,
    "browser.tabs.warnOnClose": False, "trailhead.firstrun.didSeeAboutWelcome": True, "termsofuse.bypassNotification": True,
    "dom.disable_beforeunload": False, "browser.translations.automaticallyPopup": False, "sidebar.verticalTabs": False,
}  # fmt: skip


def firefox(screen: Screen, path: str, address: str) -> None:
    profile = screen.folder / "firefox"
    profile.mkdir()
    written = {True: "true", False: "false"}
    lines = [
        f'user_pref("{name}", {written[value] if isinstance(value, bool) else repr(value).replace(chr(39), chr(34))});'
        for name, value in QUIET.items()
    ]
    (profile / "user.js").write_text("\n".join(lines))
    screen.start(path, "--no-remote", "--profile", str(profile), "--width", str(SIZE[0]), "--height", str(SIZE[1]), address)
