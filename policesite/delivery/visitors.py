"""Which address a visitor comes from. It is worked with while the request lasts, and never logged or stored."""

from django.conf import settings
from django.http import HttpRequest


def visitor_address(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies was called from; the connection's own where there is none.

    Each proxy adds its caller to the right end of X-Forwarded-For. What stands further left than settings.TRUSTED_PROXIES
    entries was written by the visitor, who may have written anything.
    """
    said = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    chain = [*(address.strip() for address in said if address.strip()), request.META.get("REMOTE_ADDR", "")]
    return chain[-1 - min(settings.TRUSTED_PROXIES, len(chain) - 1)]
