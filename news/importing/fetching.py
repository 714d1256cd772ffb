"""Files of the older site: from its own place and no other, in bounds. docs/adr/0088."""

import http.client
import io
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from policesite.importing.files import MEGABYTE, unpacked
from policesite.importing.report import SourceError

MOST_FEED = 64 * MEGABYTE
MOST_PICTURE = 10 * MEGABYTE
TIMEOUT = 20  # seconds without a byte
LONGEST = 90  # seconds for the whole of a file
GLOBAL_UNICAST, NAT64 = IPv6Network("2000::/3"), IPv6Network("64:ff9b::/96")  # RFC 4291, RFC 6052
AS_IT_IS = "%/:;=@?!$&'()*+,~[]|^"  # in a path or a query; what is percent-encoded already stays so
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
        scheme, host, port = parts.scheme, ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    return Place(scheme, host, port or USUAL_PORTS[scheme]) if scheme in USUAL_PORTS and host else None


def ascii_host(host: str) -> str:
    """A host as it is asked for: "bücher.example" is xn--bcher-kva.example. Raises ValueError where it is none."""
    return host.lower().rstrip(".").encode("idna").decode()


def encoded(address: str) -> str:
    """An address as a browser asks for it: spaces and accents in it are percent-encoded. Raises ValueError where it is none."""
    parts = urlsplit(address.strip())
    host, port = ascii_host(parts.hostname or ""), f":{parts.port}" if parts.port else ""
    site = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    return urlunsplit((parts.scheme, site, quote(parts.path, safe=AS_IT_IS), quote(parts.query, safe=AS_IT_IS), ""))


def claimed_place(host: str) -> Place | None:
    """What a document says of itself is worth the open web over https, and nothing behind our own walls."""
    return Place("https", host.lower(), 443, is_named=False) if host else None


def same_host(address: str, host: str) -> bool:
    """Whether an address is on a host, with or without "www."."""
    found = place_of(address)
    other = place_of(f"https://{host}")
    return bool(found and other) and found.host.removeprefix("www.") == other.host.removeprefix("www.")


class _StayThere(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where it stays at the place that was asked, and never from https down to http."""

    def redirect_request(self, request, answer, code, message, headers, address):
        asked = place_of(request.full_url)
        there = asked.address_there(address) if asked else ""
        if not there:
            raise urllib.error.URLError("it leads to another site")
        return super().redirect_request(request, answer, code, message, headers, there)


class _InTime(io.RawIOBase):
    """What comes through a socket until a moment of the monotonic clock: a server that drips holds nobody up."""

    def __init__(self, stream, sock, until: float):
        self.stream, self.sock, self.until = stream, sock, until

    def readable(self):
        return True

    def readinto(self, buffer):
        self.sock.settimeout(time_left(self.until))
        return self.stream.readinto1(buffer)

    def close(self):
        self.stream.close()
        super().close()


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock, *args, until: float, **options):
        super().__init__(sock, *args, **options)
        self.fp = io.BufferedReader(_InTime(self.fp, sock, until))


class _Plain(http.client.HTTPConnection):
    """Ends at `until`; where `is_wary`, says nothing to an address that is not of the open web, whatever name it goes by."""

    until: float
    is_wary: bool

    def connect(self):
        self.timeout = time_left(self.until)
        super().connect()
        if self.is_wary and not is_open(self.sock.getpeername()[0]):
            self.close()
            raise OSError("it is not on the open web")

    def response_class(self, sock, *args, **options):
        return _Answer(sock, *args, until=self.until, **options)


class _Secure(http.client.HTTPSConnection, _Plain):
    """Speaks of TLS only once `_Plain` has connected."""


class _Opener(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """The one way out, for http and https alike: a redirect from one to the other finds the same guard."""

    def __init__(self, until: float, is_wary: bool):
        super().__init__()
        self.until, self.is_wary = until, is_wary

    def http_open(self, request):
        return self.do_open(partial(self._connection, _Plain), request)

    def https_open(self, request):
        return self.do_open(partial(self._connection, _Secure), request)

    def _connection(self, kind: type[_Plain], host: str, **options) -> _Plain:
        connection = kind(host, **options)
        connection.until, connection.is_wary = self.until, self.is_wary
        return connection


def time_left(until: float) -> float:
    """Seconds to wait for the next byte. Raises TimeoutError, in words, when the whole has taken too long."""
    if (left := until - time.monotonic()) <= 0:
        raise TimeoutError("it took too long")
    return min(TIMEOUT, left)


def is_open(address: str) -> bool:
    """Whether an IP address is one of the open web: no loopback, private, link-local or reserved one, nor a way round to one (RFC 3056, 6052)."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (IPv4Address(int(found) & 0xFFFFFFFF) if found in NAT64 else None)
        return is_open(str(inner)) if inner else found in GLOBAL_UNICAST and found.is_global
    return found.is_global and not found.is_multicast


def fetch(address: str, most: int, is_claimed: bool = False) -> bytes:
    """What is at an address, at most `most` bytes, also when it is unpacked from a gzip. Raises SourceError, in a sentence, for anything else than the whole of it.

    One that is only claimed is asked past a proxy, which would answer for everything.
    """
    until = time.monotonic() + LONGEST
    handlers = [_StayThere, _Opener(until, is_claimed), *([urllib.request.ProxyHandler({})] if is_claimed else [])]
    try:
        request = urllib.request.Request(encoded(address), headers={"User-Agent": "policesite import"})
        with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT) as answer:
            body, is_cut_off = answer.read(most + 1), bool(answer.length)
    except urllib.error.HTTPError as error:
        with error:
            raise SourceError(f"{address} answered {error.code}.") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "reason", None) or error if time.monotonic() < until else "it took too long"  # cut off then, it fails in many ways
        raise SourceError(f"{address} could not be fetched: {why}.") from error
    if len(body) > most:
        raise SourceError(f"{address} is larger than this import takes.")
    if is_cut_off:
        raise SourceError(f"{address} was cut off.")
    return unpacked(body, address, most)


fetch_claimed = partial(fetch, is_claimed=True)
