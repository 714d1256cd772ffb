"""Files of the older site: from its own place and no other, in bounds. docs/adr/0088."""

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from policesite.importing.files import MEGABYTE
from policesite.importing.report import SourceError

MOST_FEED = 64 * MEGABYTE
MOST_PICTURE = 10 * MEGABYTE
TIMEOUT = 20  # seconds
USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Place:
    """Where pictures may come from. `is_named`: an operator named it or the feed came from there; else a file only claims it."""

    scheme: str
    host: str
    port: int
    is_named: bool = True

    def address_there(self, address: str) -> str:
        """The address as it may be asked for: over https where the place has it. "" for one that is somewhere else."""
        other = place_of(address)
        if other is None or other._site != self._site:
            return ""
        return f"https:{address[5:]}" if self.scheme == "https" and other.scheme == "http" else address

    @property
    def _site(self) -> tuple[str, int]:
        """With or without "www.", http or https on their usual ports: one site."""
        return self.host.removeprefix("www."), 0 if self.port == USUAL_PORTS[self.scheme] else self.port


def place_of(address: str) -> Place | None:
    """The place of an address of the web; None for any other."""
    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme, (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return None
    return Place(scheme, host, port or USUAL_PORTS[scheme]) if scheme in USUAL_PORTS and host else None


def claimed_place(host: str) -> Place | None:
    """What a document says of itself is worth the open web over https, and nothing behind our own walls."""
    return Place("https", host.lower(), 443, is_named=False) if host else None


def same_host(address: str, host: str) -> bool:
    """Whether an address is on a host, with or without "www."."""
    found = place_of(address)
    return bool(found and host) and found.host.removeprefix("www.") == host.lower().removeprefix("www.")


class _StayThere(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where it stays at the place that was asked."""

    def redirect_request(self, request, answer, code, message, headers, address):
        asked = place_of(request.full_url)
        if not (asked and asked.address_there(address)):
            raise urllib.error.URLError("it leads to another site")
        return super().redirect_request(request, answer, code, message, headers, address)


class _OpenWeb(http.client.HTTPSConnection):
    """Says nothing to an address that is not of the open web, whatever name it goes by."""

    def connect(self):
        super().connect()
        if not is_open(self.sock.getpeername()[0]):
            self.close()
            raise OSError("it is not on the open web")


class _OpenWebHandler(urllib.request.HTTPSHandler):
    def https_open(self, request):
        return self.do_open(_OpenWeb, request)


def is_open(address: str) -> bool:
    """Whether an IP address is one of the open web: no loopback, private, link-local or reserved one."""
    found = ip_address(address.partition("%")[0])
    return ((found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found).is_global


def fetch(address: str, most: int, handlers=()) -> bytes:
    """What is at an address, at most `most` bytes. Raises SourceError, in a sentence, for anything else than the whole of it."""
    request = urllib.request.Request(address, headers={"User-Agent": "policesite import"})
    try:
        with urllib.request.build_opener(_StayThere, *handlers).open(request, timeout=TIMEOUT) as answer:
            body = answer.read(most + 1)
    except urllib.error.HTTPError as error:
        with error:
            raise SourceError(f"{address} answered {error.code}.") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SourceError(f"{address} could not be fetched: {getattr(error, 'reason', None) or error}.") from error
    if len(body) > most:
        raise SourceError(f"{address} is larger than this import takes.")
    return body


# Past a proxy, which would answer for everything.
fetch_claimed = partial(fetch, handlers=(_OpenWebHandler, urllib.request.ProxyHandler({})))
