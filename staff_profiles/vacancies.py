"""Whether the pages that profiles link to for vacancies are still there.

We look, on the editors' side and at a time of our choosing; a visitor's browser asks nobody before the link is followed.
"""

import socket
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, build_opener

from policesite import clock

from .models import DeadVacancy, StaffProfilePage

SECONDS = 10  # to wait for an answer
GONE = (404, 410)


class Answer(NamedTuple):
    """What an address said: dead or not, and why; `is_dead` is None where it can't be told now."""

    is_dead: bool | None
    why: str = ""


def ask(url: str) -> Answer:
    """Dead only where its host says that the page is not there, or where there is no such host. A busy or strict host proves nothing."""
    try:
        with build_opener().open(Request(url, headers={"User-Agent": "policesite link check"}), timeout=SECONDS):
            return Answer(False)
    except HTTPError as error:
        return Answer(True if error.code in GONE else None, f"It answers {error.code}.")
    except URLError as error:
        is_nowhere = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        return Answer(True if is_nowhere else None, "There is no such host." if is_nowhere else "It does not answer.")
    except (OSError, ValueError):
        return Answer(None, "It does not answer.")


def check(answer_of: Callable[[str], Answer] = ask) -> Iterator[tuple[str, Answer]]:
    """Ask every address that a profile links to, and keep which are dead; what can't be told now stays as it was."""
    urls = set(StaffProfilePage.objects.exclude(vacancies_url="").values_list("vacancies_url", flat=True))
    DeadVacancy.objects.exclude(url__in=urls).delete()
    for url in sorted(urls):
        answer = answer_of(url)
        if answer.is_dead:
            DeadVacancy.objects.get_or_create(url=url, defaults={"since": clock.now(), "why": answer.why})
        elif answer.is_dead is False:
            DeadVacancy.objects.filter(url=url).delete()
        yield url, answer
