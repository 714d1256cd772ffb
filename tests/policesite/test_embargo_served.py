"""An embargo on a site that is served for real: read by the clock on the wall, while the schedule runs beside the server as it does in production."""

import json
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta

import pytest

from policesite import clock
from tests.conftest import build_site
from tests.served import served

from .embargoed import SECRETS, surfaces, waiting_for

AHEAD = timedelta(seconds=25)  # for the server to start and to be read before the moment
WITHIN = timedelta(seconds=30)


def build(place: str) -> None:
    """Run by Django's shell, in the database that is to be served; says in a file what waits and until when."""
    northants = build_site("northamptonshire", "127.0.0.1", default=True)
    secret = waiting_for(clock.now() + AHEAD, northants)
    pictures = [picture.file.url for picture in secret.pictures]
    known = {"moment": secret.moment.isoformat(), "surfaces": surfaces(secret.pages), "files": secret.files, "pictures": pictures}
    with open(place, "w") as file:
        json.dump(known, file)


@pytest.fixture
def site(tmp_path_factory, worker_id):
    place = tmp_path_factory.mktemp("embargo")
    told = place / "embargo.json"
    statements = f"from tests.policesite.test_embargo_served import build; build({str(told)!r})"
    with served(place, f"policesite_embargo_{worker_id}", statements, schedule=True) as address:
        yield address, json.loads(told.read_text())


def read(address: str) -> tuple[int, str]:
    """The status and, in small letters, all that was said."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, (answer.read().decode(errors="ignore") + str(answer.headers)).casefold()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(errors="ignore").casefold()


def tells(site: str, surface: str) -> bool:
    status, said = read(site + surface)
    return status == 200 and any(word in said.replace(surface, "") for word in SECRETS)


def test_by_the_clock_on_the_wall_nothing_is_out_before_the_moment_and_everything_within_half_a_minute(site):
    address, known = site
    moment, asked = datetime.fromisoformat(known["moment"]), [*known["surfaces"], "/search/?q=found"]
    early = 0
    while clock.now() < moment - timedelta(seconds=1):
        for surface in [*asked, *known["files"], *known["pictures"]]:
            told = tells(address, surface)
            if clock.now() < moment:
                early += 1
                assert not told, surface
        time.sleep(1)
    assert early >= len(asked), "The site took so long to start that nobody looked before the moment."
    waiting = set(asked)
    while waiting and clock.now() < moment + WITHIN:
        waiting -= {surface for surface in waiting if tells(address, surface)}
        time.sleep(0.2)
    assert not waiting
    assert {read(address + file)[0] for file in known["files"]} == {200}
    assert {read(address + picture)[0] for picture in known["pictures"]} == {404}, "an original is for staff alone"
