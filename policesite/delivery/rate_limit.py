"""How often one visitor may ask in a minute, counted for all workers together, without a cookie or a stored address.

A visitor is one of 65,536 slots: the first 16 bits of a keyed hash of what is asked for, the minute and the address. The
next minute puts them into another slot, so a row says neither who asked nor that the same person came back. The table
never has more rows than slots and needs no sweeping. Two visitors in one slot in one minute share a limit: rare and harmless.
"""

from datetime import datetime
from ipaddress import ip_address, ip_network

from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from policesite import clock

from .visitors import visitor_address

_COUNT = """
INSERT INTO delivery_askedthisminute AS held (slot, minute, times) VALUES (%s, %s, 1)
ON CONFLICT (slot) DO UPDATE SET
    times = CASE WHEN held.minute = EXCLUDED.minute THEN held.times + 1 ELSE 1 END,
    minute = EXCLUDED.minute
RETURNING times
"""


def asks_too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count this request for `what`, in one statement, and say whether its address has now asked more than `most` times this minute.

    0 is no limit, and nothing is counted.
    """
    if not most:
        return False
    minute = clock.now().replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [slot_of(what, minute, visitor_address(request)), minute])
        return cursor.fetchone()[0] > most


def slot_of(what: str, minute: datetime, address: str) -> int:
    """The slot of an address in one minute: nobody without the site's secret key can tell which it is."""
    return int.from_bytes(salted_hmac(what, f"{minute:%Y-%m-%dT%H:%M} {household(address)}").digest()[:2])


def household(address: str) -> str:
    """One IPv4 address, or the /64 that one IPv6 connection may choose its addresses from."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    known = getattr(known, "ipv4_mapped", None) or known
    return str(known) if known.version == 4 else str(ip_network((known, 64), strict=False))
