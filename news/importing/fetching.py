"""Files of the older site: from its own host and no other, in bounds."""

import urllib.error
import urllib.request
from http.client import HTTPException
from urllib.parse import urlsplit

from policesite.importing.files import MEGABYTE
from policesite.importing.report import SourceError

MOST_FEED = 64 * MEGABYTE
MOST_PICTURE = 10 * MEGABYTE
TIMEOUT = 20  # seconds


def same_host(address: str, host: str) -> bool:
    """Whether an address is on a host, with or without "www."."""
    try:
        parts = urlsplit(address)
        found = (parts.hostname or "").lower()
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and found.removeprefix("www.") == host.lower().removeprefix("www.")


class _StayOnHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where it stays on the host that was asked."""

    def redirect_request(self, request, answer, code, message, headers, address):
        if not same_host(address, urlsplit(request.full_url).hostname or ""):
            raise urllib.error.URLError("it leads to another site")
        return super().redirect_request(request, answer, code, message, headers, address)


def fetch(address: str, most: int) -> bytes:
    """What is at an address, at most `most` bytes. Raises SourceError, in a sentence, for anything else than the whole of it."""
    request = urllib.request.Request(address, headers={"User-Agent": "policesite import"})
    try:
        with urllib.request.build_opener(_StayOnHost).open(request, timeout=TIMEOUT) as answer:
            body = answer.read(most + 1)
    except urllib.error.HTTPError as error:
        with error:
            raise SourceError(f"{address} answered {error.code}.") from error
    except (OSError, HTTPException, ValueError) as error:
        raise SourceError(f"{address} could not be fetched: {getattr(error, 'reason', None) or error}.") from error
    if len(body) > most:
        raise SourceError(f"{address} is larger than this import takes.")
    return body
