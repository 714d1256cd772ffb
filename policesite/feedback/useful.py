""" "Is this page useful?": a yes or no in one press, then a reason for whoever likes to give one (docs/adr/0072).

The page that asks is the same for everyone. What the visitor comes to next knows their answer by a signed number,
so that no address says which page they read. It is in the language of the page that asked, which names itself in `lang`.
"""

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import resolve
from django.utils import translation
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, Site

from policesite import clock
from policesite.delivery.asking import is_asked_at
from policesite.delivery.caching import kept_by_nobody
from policesite.delivery.rate_limit import asks_too_often
from policesite.delivery.same_origin import same_origin
from policesite.forces.sites import site_of
from policesite.pages.public import public_pages

from .forms import ReasonForm
from .models import LONGEST_PATH, PageAnswer

A_MINUTE = 10  # answers, and as many reasons, from one address
AN_HOUR = 60 * 60  # seconds in which a reason may follow
_SALT = "is this page useful"


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def useful(request: HttpRequest) -> HttpResponse:
    """Take an answer, or its reason: 303 to the thanks, 400 for what can't be read or needs attention, 429 for a flood."""
    with translation.override(_language(request)):
        if request.method != "POST":
            return kept_by_nobody(_thanks(request))
        return kept_by_nobody(_take_reason(request) if "to" in request.POST else _take_answer(request))


def _language(request: HttpRequest) -> str:
    """A language of the site; English for any other word."""
    said = {**request.GET.dict(), **request.POST.dict()}.get("lang")
    return said if said in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _to_thanks(query: str) -> HttpResponse:
    language = translation.get_language()
    return HttpResponseRedirect(f"/useful/?{query}" + (f"&lang={language}" if language != settings.LANGUAGE_CODE else ""), status=303)


def _take_answer(request: HttpRequest) -> HttpResponse:
    site, path, said = site_of(request), request.POST.get("page", ""), {"yes", "no"}.intersection(request.POST)
    try:
        page = _page_at(site, path)
    except Http404:
        said = set()
    if len(said) != 1 or len(path) > LONGEST_PATH:
        return _page(request, {"unknown": True}, status=400)
    if asks_too_often(request, "useful", A_MINUTE):
        return _page(request, {"flood": True}, status=429)
    answer = PageAnswer.objects.create(site=site, page=page, path=path, is_useful="yes" in said, sent_on=clock.today())
    return _to_thanks(f"to={signing.dumps(answer.pk, salt=_SALT, compress=True)}")


def _page_at(site: Site, path: str) -> Page | None:
    """The public page at this address; None where a view stands in urls.py that shows one.

    Raises Http404 for an address where nobody is asked: nobody's words are kept as one.
    """
    found = resolve(path)
    page = None
    if found.url_name == "wagtail_serve":
        page = get_object_or_404(public_pages(site), url_path=site.root_page.url_path + path[1:]).specific
    if not is_asked_at(found) or (page and page.leads_to):
        raise Http404("No page asks there whether it is useful.")
    return page


def _thanks(request: HttpRequest) -> HttpResponse:
    """Thanks, and the form for a reason while there is an answer that it may belong to."""
    to = request.GET.get("to", "")
    answer = _answer(to, request)
    return _page(request, {"form": ReasonForm(initial={"to": to}, useful=answer.is_useful) if answer else None, "done": "done" in request.GET})


def _take_reason(request: HttpRequest) -> HttpResponse:
    answer = _answer(request.POST["to"], request)
    if answer is None:  # sent already, or hours later: what it belongs to can't be found again
        return _page(request, {"unknown": True}, status=400)
    form = ReasonForm(request.POST, useful=answer.is_useful)
    if not form.is_valid():
        return _page(request, {"form": form}, status=400)
    cautions = form.cautions()
    if cautions and set(cautions) != set(request.POST.getlist("understood")):
        return _page(request, {"form": form, "cautions": cautions}, status=400)
    if asks_too_often(request, "useful reason", A_MINUTE):
        return _page(request, {"form": form, "flood": True}, status=429)
    if not form.is_from_a_program:
        answer.add_reason(form.cleaned_data["message"])
    return _to_thanks("done")


def _answer(signed: str, request: HttpRequest) -> PageAnswer | None:
    """The answer that a signed number stands for, on this very site, given within the hour."""
    try:
        key = signing.loads(signed, salt=_SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        return None
    return PageAnswer.objects.filter(pk=key, site=site_of(request)).first()


def _page(request: HttpRequest, shown: dict, status: int = 200) -> HttpResponse:
    return render(request, "feedback/useful.html", shown, status=status)
