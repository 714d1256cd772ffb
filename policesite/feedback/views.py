from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from policesite.delivery.rate_limit import asks_too_often
from policesite.delivery.same_origin import same_origin
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
    if asks_too_often(request, "feedback", A_MINUTE):
        return render(request, "feedback/feedback.html", {"form": form, "flood": True}, status=429)
    if not form.is_from_a_program:
        form.keep(site)
    return HttpResponseRedirect("/feedback/?thanks", status=303)
