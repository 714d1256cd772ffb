"""A feed in the shape of data.police.uk, of the two areas of a small county, without any network."""

import json

import pytest
from django.core.management import call_command

from neighbourhoods.importing import api


def ring(west, south, size=0.1):
    east, north = round(west + size, 3), round(south + size, 3)
    return [{"latitude": str(y), "longitude": str(x)} for x, y in ((west, south), (east, south), (east, north), (west, north), (west, south))]


def feed_of_the_county():
    """What the API answers, by the end of its address. Change it in a test, then import it."""
    parts = {"neighbourhoods": [{"id": "NN01", "name": "Kings Heath"}, {"id": "NN02", "name": "Duston"}]}
    for code, west in (("NN01", -0.95), ("NN02", -1.05)):
        parts |= {f"{code}/boundary": ring(west, 52.25), f"{code}/people": [], f"{code}/priorities": [], f"{code}/events": []}
        parts[code] = {"id": code, "name": parts["neighbourhoods"][code == "NN02"]["name"], "population": "0", "contact_details": {}, "description": None,
                       "centre": {"latitude": None, "longitude": None}, "links": [], "locations": []}  # fmt: skip
    return parts


class Served:
    """Answers for `urllib`: a part by its address, or whatever `trouble` gives first."""

    def __init__(self, parts):
        self.parts, self.trouble, self.asked = parts, [], []

    def __call__(self, address):
        self.asked.append(address)
        if self.trouble:
            answer = self.trouble.pop(0)
            if isinstance(answer, Exception):
                raise answer
            if answer is not None:
                return answer
        path = address.removeprefix("https://api.test/api/northamptonshire/")
        if path not in self.parts:
            return 404, {}, b""
        found = self.parts[path]
        return 200, {}, found if isinstance(found, bytes) else json.dumps(found).encode()


class Time:
    """A clock that goes only while somebody waits."""

    def __init__(self):
        self.now, self.waits = 0.0, []

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.now += seconds

    def clock(self):
        return self.now


@pytest.fixture
def feed(county, monkeypatch, capsys):
    """`.parts` is what the feed says, `.run()` imports it and gives what was printed; `.served` and `.time` are behind it."""

    class Feed:
        parts = feed_of_the_county()
        served = Served(parts)
        time = Time()

        def run(self, *options, source="https://api.test/api"):
            call_command("import_neighbourhoods", str(source), *options)
            return capsys.readouterr().out

    made = Feed()
    monkeypatch.setattr(api.Api, "__init__", _with(made, api.Api.__init__))
    return made


def _with(feed, init):
    def start(self, base, force, say):
        init(self, base, force, fetch=feed.served, sleep=feed.time.sleep, clock=feed.time.clock)

    return start
