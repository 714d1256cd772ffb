"""Our importer reads our own open data and finds nothing to change; another force's site takes all of it over."""

import json

import pytest
from django.core.management import call_command

from neighbourhoods.importing import api
from neighbourhoods.models import Boundary, Event, NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Posting, Priority, PriorityUpdate, Vehicle
from policesite.demo.areas import build_areas
from tests.conftest import publish
from tests.neighbourhoods.conftest import event, officer, posting, priority
from tests.neighbourhoods.test_open_data import busy

__all__ = ["busy"]
KINDS = (NeighbourhoodPage, Boundary, Officer, Posting, Priority, PriorityUpdate, Event, Vehicle)


@pytest.fixture
def read_ourselves(client, monkeypatch, capsys):
    """Imports from our own API, which the test client stands in for, and gives what was printed."""

    def fetch(address):
        answer = client.get(address.removeprefix("https://our.test"))
        return answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content

    init = api.Api.__init__
    monkeypatch.setattr(api.Api, "__init__", lambda self, base, force, say: init(self, base, force, fetch=fetch, sleep=lambda seconds: None))

    def run(*options):
        call_command("import_neighbourhoods", "https://our.test/api", *options)
        return capsys.readouterr().out

    return run


def everything():
    return {kind.__name__: list(kind.objects.order_by("pk").values()) for kind in KINDS}


def changes(out):
    return [line for line in out.splitlines() if line.lstrip().startswith(("added:", "changed:", "removed:"))]


def test_our_own_open_data_changes_nothing(read_ourselves, busy, client):
    priority(busy.duston, title="A <b> & *three* “stars”", you_said='He  said:\n\nh2. no & "yes":https://example.org <now>')
    posting(officer(busy.force, "Ana & Lis", "", bio="*Bold* &amp; <quiet>  â€™"), busy.duston)
    event(busy.duston, "A: B & <C>", notes="p. one &lt; two", status="moved", change_note="To Friday.")
    before = everything()
    out = read_ourselves()
    assert changes(out) == [] and "Refused: 0." in out
    assert everything() == before
    assert "Officers: 0 added, 0 changed, 0 removed, 3 unchanged" in out and "Priorities: 0 added, 0 changed, 0 removed, 3 unchanged" in out


def test_the_whole_demonstration_changes_nothing_either_way(read_ourselves, northants, client, tmp_path, capsys):
    index = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
    build_areas(index)
    before = everything()
    out = read_ourselves()
    assert changes(out) == [] and "Refused: 0." in out
    assert "Borders: 0 added, 0 changed, 0 removed, 16 unchanged" in out
    file = tmp_path / "neighbourhoods.geojson"
    file.write_bytes(client.get("/api/neighbourhoods.geojson").content)
    call_command("import_neighbourhoods", str(file))
    assert "Borders: 0 added, 0 changed, 0 removed, 16 unchanged" in capsys.readouterr().out
    assert everything() == before
    lost = json.loads(file.read_text())
    whole = next(feature for feature in lost["features"] if feature["geometry"]["type"] == "Polygon" and len(feature["geometry"]["coordinates"]) > 1)
    whole["geometry"]["coordinates"][1:] = []
    file.write_text(json.dumps(lost))
    call_command("import_neighbourhoods", str(file), "--dry-run")
    assert "Borders: 0 added, 1 changed, 0 removed, 15 unchanged" in capsys.readouterr().out


def test_what_we_publish_rebuilds_a_site_that_lost_it(busy, client, tmp_path, capsys):
    kept = {
        what: client.get(f"/api/northamptonshire/{what}").content
        for what in ("neighbourhoods", *(f"{code}/{part}" for code in ("NN01", "NN02") for part in ("boundary", "people", "priorities", "events")))
    }
    for what, content in kept.items():
        (tmp_path / f"{what.replace('/', '_')}.json").write_bytes(content)
    facts = {Posting: ("officer__name", "officer__rank", "officer__bio", "officer__email", "officer__collar_number", "role", "starts"),
             Priority: ("place", "title", "you_said", "agreed_on", "next_step", "update_due", "closed_on", "outcome"),
             Event: ("kind", "title", "starts", "ends", "venue", "vehicle__name", "is_step_free", "notes", "status", "change_note", "moved_from")}  # fmt: skip
    gone = {Posting: {"officer__name": "Gone Already"}, Priority: {}, Event: {"ends__lt": "2026-11-24T12:10Z"}}
    before = {kind: sorted(map(str, kind.objects.exclude(**gone[kind] or {"pk": 0}).values_list(*names))) for kind, names in facts.items()}
    Event.objects.all().delete()
    Vehicle.objects.all().delete()
    Officer.objects.all().delete()
    NeighbourhoodPage.objects.filter(pk=busy.heath.pk).update(code="OLD")  # a history cannot be deleted: the feed's area is a new one
    call_command("import_neighbourhoods", str(tmp_path), "--force")
    for kind, names in facts.items():
        assert sorted(map(str, kind.objects.filter(neighbourhood__code="NN01").values_list(*names))) == before[kind]
    told = PriorityUpdate.objects.filter(priority__neighbourhood__code="NN01").values_list("we_did", "corrects__we_did")
    assert list(told) == [
        ("Two bikes seized.", None),
        ("Patrols at weekends.", None),
        ("One rider fined.", None),
        ("Two riders were fined on 4 November.", "One rider fined."),  # dated before the one that it puts right
    ]
    call_command("import_neighbourhoods", str(tmp_path))
    assert changes(capsys.readouterr().out.rpartition("Areas:")[2]) == []
