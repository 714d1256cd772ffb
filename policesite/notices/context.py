from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from policesite.forces.context import site

from .models import SiteAlert


def notices(request: HttpRequest) -> dict:
    """What stands above every page: `alerts` (one statement, where a template asks), `beta`, and whether this is a demonstration."""
    found = site(request)["site"]
    return {
        "alerts": SimpleLazyObject(lambda: alerts_on(found, request.path)),
        "beta": SimpleLazyObject(lambda: found.betasettings if found and found.betasettings.is_showing else None),
        "demonstration": getattr(settings, "IS_DEMONSTRATION", False),
    }


def alerts_on(site, path: str) -> list[SiteAlert]:
    if not site or not site.force.pk:
        return []
    return [alert for alert in SiteAlert.objects.filter(force=site.force).showing() if alert.is_for(path)]
