from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from policesite.delivery.asking import asks_if_useful
from policesite.forces.sites import site_of

from .models import NeutralAddress


@asks_if_useful
@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """How leaving quickly works and what it cannot do: true of the code, so its words are kept beside it and not in the CMS."""
    destination = site_of(request).quickexitsettings.destination_id
    name = NeutralAddress.objects.filter(address=destination).values_list("name", flat=True).first()
    return render(request, "quick_exit/leaving_this_site.html", {"destination": destination, "place": name or urlsplit(destination).hostname})
