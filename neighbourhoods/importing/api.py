"""The client of data.police.uk's API, or of one in its shape: never faster than it allows, patient when it is busy."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import quote

from policesite.importing.files import MEGABYTE
from policesite.importing.report import SourceDown, SourceError

from .documents import parsed

A_SECOND = 15  # requests; the public API answers 429 above it
MOST_ANSWER = 16 * MEGABYTE
TRIES = 7
BROKEN_TRIES = 3  # of an answer that comes and is not whole
LONGEST_WAIT = 60  # seconds
TIMEOUT = 30  # seconds
PARTS = {"details": "", "boundary": "/boundary", "people": "/people", "priorities": "/priorities", "events": "/events"}


class _Later(Exception):
    """Worth asking again; `asked` is what the answer's Retry-After said."""

    def __init__(self, why: str, asked: str | None = None):
        super().__init__(why)
        self.asked = asked


def fetch(address: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of an address. Raises OSError or HTTPException where nothing came."""
    request = urllib.request.Request(address, headers={"Accept": "application/json", "User-Agent": "policesite import"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read(MOST_ANSWER + 1)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {name.lower(): value for name, value in error.headers.items()}, b""


@dataclass
class Api:
    """A base address such as https://data.police.uk/api. `say` is told why it waits. Give `fetch`, `sleep` and `clock` only in tests."""

    base: str
    force: str
    fetch: Callable = fetch
    sleep: Callable = time.sleep
    clock: Callable = time.monotonic
    say: Callable[[str], None] = lambda sentence: None
    last: float = field(default=float("-inf"), init=False)

    def listing(self):
        """The list of the force's neighbourhoods. Raises SourceError where there is none."""
        found = self._get(f"{quote(self.force, safe='')}/neighbourhoods")
        if found is None:
            raise SourceError(f"{self.base} knows no force {self.force!r}.")
        return found

    def part(self, code: str, part: str):
        """One part of what it says of a neighbourhood; None where it has none."""
        return self._get(f"{quote(self.force, safe='')}/{quote(code, safe='')}{PARTS[part]}")

    def _get(self, path: str):
        """The JSON at a path, or None for a 404. Busy, down or cut off: waited for and asked again, some times."""
        address = f"{self.base.rstrip('/')}/{path}"
        trouble: SourceError = SourceDown(f"{address} could not be read.")
        for attempt in range(TRIES):
            try:
                return self._once(address)
            except _Later as later:
                trouble = SourceDown(f"{address} could not be read: {later}.")
                if attempt + 1 < TRIES:
                    self._wait(_patience(later.asked, 2.0**attempt), trouble)
            except SourceError as broken:
                trouble = broken
                if attempt + 1 >= BROKEN_TRIES:
                    break
        raise trouble

    def _wait(self, seconds: float, trouble: SourceError):
        self.say(f"{trouble} Asking again in {seconds:.0f} seconds.")
        self.sleep(seconds)

    def _once(self, address: str):
        self._take_a_turn()
        try:
            status, headers, body = self.fetch(address)
        except (OSError, HTTPException) as error:
            raise _Later(str(error) or type(error).__name__) from error
        if status == 404:
            return None
        if status == 429 or status >= 500:
            raise _Later(f"it answered {status}", headers.get("retry-after"))
        if status != 200:
            raise SourceError(f"{address} answered {status}.")
        return parsed(_whole(body, headers), address)

    def _take_a_turn(self):
        """Wait until a fifteenth of a second has gone since the last request."""
        pause = self.last + 1 / A_SECOND - self.clock()
        if pause > 0:
            self.sleep(pause)
        self.last = self.clock()


def _whole(body: bytes, headers: dict[str, str]) -> bytes:
    if len(body) > MOST_ANSWER:
        raise SourceError("the answer is larger than this import takes")
    length = headers.get("content-length", "")
    if length.isdigit() and len(body) < int(length):
        raise _Later("the answer was cut off half-way")
    return body


def _patience(asked: str | None, usual: float) -> float:
    """Seconds to wait: as many as the answer asked for, else longer each time; a minute at the most."""
    seconds = float(asked) if asked and asked.strip().isdigit() else usual
    return min(max(seconds, 0.5), LONGEST_WAIT)
