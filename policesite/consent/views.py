from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from policesite.delivery.asking import asks_if_useful
from policesite.delivery.same_origin import same_origin
from policesite.forces.sites import site_of

from . import choices, register
from .models import ConsentProof, ConsentSettings
from .not_saved import not_saved


@asks_if_useful
@require_safe
@never_cache
def cookies(request: HttpRequest) -> HttpResponse:
    """The cookies notice, and the choices as this browser remembers them."""
    consent = site_of(request).consentsettings
    known = choices.remembered(request, consent)
    saved = None if "saved" not in request.GET else len(known) == len(consent.optional_groups)
    return _page(request, known, saved=saved)


@same_origin
@require_POST
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Save the whole choice: 204 to our script, 303 to a form, 400 where a purpose has no answer, 503 where nothing was saved."""
    try:
        return _choose(request)
    except DatabaseError:
        return HttpResponse(status=503) if _is_script(request) else not_saved(request)


def _choose(request: HttpRequest) -> HttpResponse:
    consent: ConsentSettings = site_of(request).consentsettings
    given = choices.chosen(request.POST, consent.optional_groups)
    missing = [name for name in consent.optional_groups if name not in given]
    if missing:
        return HttpResponse(status=400) if _is_script(request) else _page(request, given, missing=missing, status=400)
    response = HttpResponse(status=204) if _is_script(request) else _see_other(request)
    register.expire_optional_cookies(request, response, [name for name, answer in given.items() if answer == choices.NO])
    method = ConsentProof.Method.BANNER if "all" in request.POST else ConsentProof.Method.PAGE
    choices.keep_proof(given, consent, method)
    choices.remember(response, given, consent)
    return response


def _page(request, given, *, missing=(), saved=None, status=200) -> HttpResponse:
    groups = register.groups()
    for group in groups:
        group.answer = given.get(group.varname, "")
        group.error = f"Choose whether to allow {group.name.lower()}" if group.varname in missing else ""
    context = {"groups": groups, "errors": [(f"{group.varname}-yes", group.error) for group in groups if group.error], "saved": saved}
    return render(request, "consent/cookies.html", context, status=status)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Consent") == "1"


def _see_other(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        wanted = "/cookies/?saved"
    return HttpResponseRedirect(wanted, status=303)
