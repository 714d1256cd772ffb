from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_http_methods

from policesite import clock
from policesite.delivery.same_origin import same_origin
from policesite.delivery.visitors import visitor_address
from policesite.forces.sites import site_of

from .forms import FeedbackForm

A_MINUTE = 10  # messages from one address


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """The form; 303 to the thanks when it is kept, 400 with what was typed when something needs attention, 429 for a flood."""
    site = site_of(request)
    if request.method != "POST":
        return render(request, "feedback/feedback.html", {"form": FeedbackForm(), "thanks": "thanks" in request.GET})
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return render(request, "feedback/feedback.html", {"form": form}, status=400)
    cautions = form.cautions()
    if cautions and set(cautions) != set(request.POST.getlist("understood")):
        return render(request, "feedback/feedback.html", {"form": form, "cautions": cautions}, status=400)
    if is_flood(request):
        return render(request, "feedback/feedback.html", {"form": form, "flood": True}, status=429)
    if not form.is_from_a_program:
        form.keep(site)
    return HttpResponseRedirect("/feedback/?thanks", status=303)


def is_flood(request: HttpRequest) -> bool:
    """Whether this address has sent more than its share this minute. Only a keyed hash is counted, in memory, for a minute."""
    who = salted_hmac("feedback", visitor_address(request)).hexdigest()
    key = f"feedback-{clock.now():%H%M}-{who}"
    cache.add(key, 0, timeout=60)
    return cache.incr(key) > A_MINUTE
