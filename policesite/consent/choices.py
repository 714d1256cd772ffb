"""A visitor's choices, between the form, the cookie and the proof. All of it is written at once, never merged with an older answer."""

import hashlib
from functools import cache

from cookie_consent.util import get_cookie_dict_from_request, set_cookie_dict_to_response
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from policesite import clock

from .models import ASKED, ConsentProof, ConsentSettings

YES, NO = "yes", "no"
DECLINED = settings.COOKIE_CONSENT_DECLINE
WORDING = ("components/cookie_banner.html", "consent/cookies.html")


def chosen(posted: QueryDict, groups: list[str]) -> dict[str, str]:
    """Yes or no for each group that the form answers, whatever else it sends; `all` answers for every one.

    A group that is answered in two ways, or with another word, has no answer.
    """
    said = {name: {*posted.getlist("all"), *posted.getlist(name)} for name in groups}
    return {name: answers.pop() for name, answers in said.items() if answers in ({YES}, {NO})}


def remembered(request: HttpRequest, consent: ConsentSettings) -> dict[str, str]:
    """What this browser's cookie answers to the questions as they stand now; nothing of it where they were asked anew."""
    said = get_cookie_dict_from_request(request)
    if said.get(ASKED) != consent.version_by_group.get(ASKED):
        return {}
    answers = {name: {DECLINED: NO, consent.version_by_group[name]: YES}.get(said.get(name)) for name in consent.optional_groups}
    return {name: answer for name, answer in answers.items() if answer}


def remember(response: HttpResponse, choices: dict[str, str], consent: ConsentSettings) -> None:
    versions = consent.version_by_group
    state = {name: versions[name] if answer == YES else DECLINED for name, answer in choices.items()}
    set_cookie_dict_to_response(response, state | {ASKED: versions[ASKED]})


def keep_proof(choices: dict[str, str], consent: ConsentSettings, method: str) -> ConsentProof:
    return ConsentProof.objects.create(
        site=consent.site,
        given_at=clock.now(),
        method=method,
        choices=choices,
        versions=consent.version_by_group,
        wording=wording_version(),
    )


@cache
def wording_version() -> str:
    """The first 12 hexadecimal digits of the sha-256 of what visitors are shown when they choose."""
    texts = ((settings.BASE_DIR / "templates" / name).read_bytes() for name in WORDING)
    return hashlib.sha256(b"".join(texts)).hexdigest()[:12]
