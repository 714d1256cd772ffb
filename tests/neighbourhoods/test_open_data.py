"""Other programs read our teams in the shapes of data.police.uk."""

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from police_api import PoliceAPI

from neighbourhoods.models import Boundary, NeighbourhoodIndexPage, NeighbourhoodPage, Vehicle
from policesite import clock
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_desk, desks_page_of

from .conftest import NOW, area, event, officer, place, posting, priority

AREA = "/api/northamptonshire/NN01"
EXAMPLES = json.loads((Path(__file__).parent / "data" / "police_uk_examples.json").read_text(encoding="utf-8"))
OURS = {"id", "plain"}
ALL = {
    "/forces": "/api/forces",
    "/forces/{force}": "/api/forces/northamptonshire",
    "/{force}/neighbourhoods": "/api/northamptonshire/neighbourhoods",
    "/{force}/{id}": AREA,
    "/{force}/{id}/boundary": f"{AREA}/boundary",
    "/{force}/{id}/people": f"{AREA}/people",
    "/{force}/{id}/events": f"{AREA}/events",
    "/{force}/{id}/priorities": f"{AREA}/priorities",
    "/locate-neighbourhood": "/api/locate-neighbourhood?q=52.3,-0.9",
    "/neighbourhoods.geojson": "/api/neighbourhoods.geojson",
    "/neighbourhoods.csv": "/api/neighbourhoods.csv",
    "/enquiry-desks": "/api/enquiry-desks",
    "/openapi.json": "/api/openapi.json",
}


@pytest.fixture
def busy(county):
    """Kings Heath with one of everything."""
    page = county.heath
    desk = add_desk(desks_page_of(county), "Campbell Square")
    known = {"description": "North & south of the river.", "latitude": 52.3, "longitude": -0.00001, "nearest_desk": desk}
    NeighbourhoodPage.objects.filter(pk=page.pk).update(**known)
    page.refresh_from_db()
    posting(officer(county.force, "Ana Lis", "sergeant"), page, "sergeant")
    posting(officer(county.force, bio="Ask <me> about bikes.", email="dan@example.police.uk", collar_number="PC 12"), page, "named")
    posting(officer(county.force, "Gone Already"), page, ends=date(2026, 11, 24))
    first = priority(page, 1, title="Bikes & quads")
    first.updates.create(we_did="Two bikes seized.", done_on=date(2026, 11, 20))
    first.updates.create(we_did="Patrols at weekends.", done_on=date(2026, 11, 9))
    wrong = first.updates.create(we_did="One rider fined.", done_on=date(2026, 11, 8))
    first.updates.create(we_did="Two riders were fined on 4 November.", done_on=date(2026, 11, 4), corrects=wrong)
    priority(page, 2, title="Vans", agreed_on=date(2026, 1, 2), closed_on=date(2026, 5, 1), outcome="Thefts stopped.")
    bus = Vehicle.objects.create(force=county.force, name="Beat Bus North")
    event(page, "Bus at the shops", kind="beat_bus", vehicle=bus, notes="Bike marking.", is_step_free=True)
    event(page, "Drop-in", 28, status="cancelled", change_note="The hall has flooded.")
    event(page, "Last week", 17)
    event(page, "Long ago", starts=datetime(2026, 3, 1, 10, tzinfo=UTC), ends=datetime(2026, 3, 1, 11, tzinfo=UTC))
    return county


def told(client, what, address=AREA):
    answer = client.get(f"{address}/{what}" if what else address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def same_shape(ours, theirs):
    """Every key of theirs is there, of the same type where it says anything; the only others are those that we add."""
    if isinstance(theirs, list):
        assert isinstance(ours, list) and ours
        return [same_shape(one, theirs[0]) for one in ours]
    if not isinstance(theirs, dict):
        assert type(ours) is type(theirs) or ours is None or theirs is None
        return None
    assert set(ours) - OURS == set(theirs) - OURS
    return [same_shape(ours[key], theirs[key]) for key in theirs if key not in ("contact_details", "links")]


def test_each_answer_has_the_keys_and_types_of_data_police_uk(client, busy):
    for what in ("boundary", "people", "events", "priorities", ""):
        same_shape(told(client, what), EXAMPLES[what or "neighbourhood"])
    same_shape(told(client, "", "/api/forces"), EXAMPLES["forces"])
    same_shape(told(client, "", "/api/forces/northamptonshire"), EXAMPLES["force"])
    same_shape(told(client, "", "/api/northamptonshire/neighbourhoods"), EXAMPLES["neighbourhoods"])
    same_shape(told(client, "", "/api/locate-neighbourhood?q=52.3,-0.9"), EXAMPLES["locate"])


@pytest.mark.django_db(transaction=True)
def test_a_client_of_data_police_uk_works_by_changing_its_address(live_server, busy, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)  # the server is another thread, which this test's moment does not reach
    api = PoliceAPI(base_url=f"{live_server.url}/api/")
    (force,) = api.get_forces()
    assert (force.id, force.name, force.telephone) == ("northamptonshire", "Northamptonshire Police", "101")
    assert [one.name for one in force.neighbourhoods] == ["Duston", "Kings Heath"]
    heath = api.get_neighbourhood("northamptonshire", "NN01")
    assert [(one.rank, one.name) for one in heath.officers] == [("PC", "Daniel Whitlock"), ("Sergeant", "Ana Lis")]
    assert heath.boundary[0] == (52.25, -0.95) and heath.population == 0 and heath.centre["longitude"] == "-0.00001"
    assert [(one.title, one.start_date.hour) for one in heath.events][1:] == [("Bus at the shops", 10), ("Cancelled: Drop-in", 10)]
    assert (
        heath.priorities[0].action
        == "<p>Two bikes seized.</p>\n<p>Patrols at weekends.</p>\n<p>One rider fined.</p>\n<p>Two riders were fined on 4 November.</p>"
    )
    assert api.locate_neighbourhood(52.3, -0.9) == heath


def test_text_is_html_there_and_plain_in_our_own_key(client, busy):
    here = told(client, "")
    assert (here["description"], here["plain"]["description"]) == ("<p>North &amp; south of the river.</p>", "North & south of the river.")
    dan, ana = told(client, "people")
    assert (dan["bio"], dan["plain"]["bio"]) == ("<p>Ask &lt;me&gt; about bikes.</p>", "Ask <me> about bikes.")
    assert (dan["plain"]["role"], dan["plain"]["starts"], dan["contact_details"]) == ("named", "2026-01-05", {"email": "dan@example.police.uk"})
    assert (ana["bio"], ana["contact_details"]) == (None, {})
    now, then = told(client, "priorities")
    assert (now["issue-date"], now["action-date"]) == ("2026-11-02T00:00:00", "2026-11-20T00:00:00")
    assert (then["action"], then["action-date"]) == ("<p>Thefts stopped.</p>", "2026-05-01T00:00:00")
    *others, wrong, right = now["plain"]["updates"]
    assert [update["we_did"] for update in others] == ["Two bikes seized.", "Patrols at weekends."]
    assert (right["we_did"], right["corrects"]) == ("Two riders were fined on 4 November.", wrong["id"])
    assert {update["corrects"] for update in (*others, wrong)} == {None}


def test_even_our_own_failure_is_json_with_a_sentence(client, busy, monkeypatch):
    def fail(request):
        raise RuntimeError("LINE 1: SELECT …")

    monkeypatch.setattr("neighbourhoods.api.site_of", fail)
    client.raise_request_exception = False
    answer = client.get(f"{AREA}/people")
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (500, "application/json", "no-store")
    assert "at our end" in answer.json()["error"] and "SELECT" not in answer.content.decode()
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_rows_keep_their_ids_and_a_change_shows_at_once(client, busy):
    before = [one["id"] for one in told(client, "events")]
    assert before == [str(one.public_id) for one in busy.heath.events.order_by("starts")[1:]]
    busy.heath.events.filter(title="Bus at the shops").update(title="Bus at the church")
    after = told(client, "events")
    assert [one["id"] for one in after] == before and after[1]["title"] == "Bus at the church"


def test_an_officer_who_leaves_is_gone_at_midnight(client, busy):
    assert "Gone Already" not in client.get(f"{AREA}/people").content.decode()
    with clock.at(datetime(2026, 11, 23, 23, 59, tzinfo=UTC)):
        assert "Gone Already" in client.get(f"{AREA}/people").content.decode()


def test_an_event_in_summer_is_told_by_the_clock_and_in_utc(client, county):
    event(county.heath, starts=datetime(2027, 7, 1, 9, tzinfo=UTC), ends=datetime(2027, 7, 1, 11, tzinfo=UTC))
    (surgery,) = told(client, "events")
    assert (surgery["start_date"], surgery["plain"]["starts"]) == ("2027-07-01T10:00:00", "2027-07-01T09:00:00Z")


def test_all_areas_are_one_geojson_with_their_holes_and_one_table(client, county):
    outline = {
        "type": "Polygon",
        "coordinates": [county.heath.boundary.geojson["coordinates"][0], [[-0.91, 52.29], [-0.9, 52.29], [-0.9, 52.3], [-0.91, 52.29]]],
    }
    Boundary.objects.filter(pk=county.heath.pk).update(geojson=outline)
    Boundary.objects.filter(pk=county.duston.pk).delete()
    NeighbourhoodPage.objects.filter(pk=county.duston.pk).update(title='=HYPERLINK("http://x")')
    place(county.force, "Dallington", county.heath)
    answer = client.get("/api/neighbourhoods.geojson")
    heath, duston = sorted(answer.json()["features"], key=lambda feature: feature["id"])
    assert answer["Content-Type"] == "application/geo+json" and "Open Government Licence" in answer.json()["attribution"]
    assert (heath["geometry"], duston["geometry"]) == (outline, None)
    table = client.get("/api/neighbourhoods.csv")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table.content.decode()))}
    assert table["Content-Type"] == "text/csv; charset=utf-8" and rows["NN01"]["places"] == "Dallington"
    assert rows["NN02"]["name"].startswith("'=HYPERLINK")


def test_the_largest_part_of_an_area_in_parts_is_its_ring(client, county):
    small, large = ([[[x, 52.0], [x + size, 52.0], [x, 52 + size], [x, 52.0]]] for x, size in ((-1, 0.01), (0, 0.5)))
    Boundary.objects.filter(pk=county.heath.pk).update(geojson={"type": "MultiPolygon", "coordinates": [small, large]})
    assert told(client, "boundary")[1] == {"latitude": "52.0", "longitude": "0.5"}
    Boundary.objects.filter(pk=county.heath.pk).delete()
    assert told(client, "boundary") == []


ODD = ["A.1-b_2", "Kings Heath 1", "100%", "a%20b", "ñ€", "..", "neighbourhood?", "x" * 40]


def test_an_id_may_hold_dots_spaces_and_percent_signs(client, county):
    for code in ODD:
        NeighbourhoodPage.objects.filter(pk=county.heath.pk).update(code=code)
        assert told(client, "", f"/api/northamptonshire/{quote(code, safe='')}")["id"] == code


WRONG = {
    "/api/northamptonshire/NN99": 404,
    "/api/northamptonshire/NN99/people": 404,
    "/api/leicestershire/NN01": 404,
    "/api/leicestershire/neighbourhoods": 404,
    "/api/forces/leicestershire": 404,
    "/api/forces/": 404,
    "/api/": 404,
    "/api/v2/pages/": 404,
    "/api/northamptonshire/%ff/people": 404,
    "/api/northamptonshire/%00/people": 400,
    "/api/northamptonshire/' OR 1=1--/events": 404,
    f"/api/northamptonshire/{'x' * 5000}": 404,
}


def test_what_is_not_there_is_said_in_a_sentence(client, county):
    for address, status in WRONG.items():
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/json"), address
        assert answer.json()["error"].endswith(".") and answer["Access-Control-Allow-Origin"] == "*"


def test_anyone_may_read_from_any_page_and_nobody_may_write(client, busy):
    for address in ALL.values():
        check_methods(client, address)


def check_methods(client, address):
    answer, head, asked = client.get(address), client.head(address), client.options(address)
    assert (answer.status_code, head.status_code, head.content, asked.status_code, asked["Allow"]) == (200, 200, b"", 204, "GET, HEAD, OPTIONS")
    for one in (answer, head, asked):
        assert one["Access-Control-Allow-Origin"] == "*" and "open-government-licence/version/3" in one["Link"]
    for method in (client.post, client.put, client.patch, client.delete):
        refused = method(address, b'{"a": NaN}', content_type="application/json") if method != client.delete else method(address)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS") and refused.json()["error"].endswith(".")


def test_what_has_not_changed_is_not_sent_again(client, busy):
    for address in {*ALL.values()} - {ALL["/locate-neighbourhood"]}:
        answer = client.get(address)
        again = client.get(address, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
        assert client.get(address, headers={"if-none-match": '"another"'}).status_code == 200


def resolved(schema, document):
    return {**schema, "components": document["components"]}


def test_the_description_is_openapi_and_true_of_every_answer(client, busy):
    document = client.get("/api/openapi.json").json()
    validate(document)
    assert (document["openapi"], set(document["paths"])) == ("3.1.0", set(ALL))
    for path, address in ALL.items():
        answer = client.get(address)
        ((media, content),) = document["paths"][path]["get"]["responses"]["200"]["content"].items()
        assert answer["Content-Type"].split(";")[0] == media
        if "json" in media:
            OAS31Validator(resolved(content["schema"], document)).validate(answer.json())
    error = resolved(document["components"]["schemas"]["Error"], document)
    OAS31Validator(error).validate(client.get("/api/northamptonshire/NN99").json())


def test_each_force_answers_for_itself_alone(client, busy, elsewhere):
    there = publish(elsewhere.home, NeighbourhoodIndexPage(title="Areas", slug="neighbourhoods", summary="Yours."))
    area(there, elsewhere.force, "Far Away", "NN01")
    host = {"host": "elsewhere.test"}
    assert client.get("/api/forces", headers=host).json() == [{"id": "elsewhere", "name": "Elsewhere Police"}]
    assert client.get("/api/elsewhere/NN01", headers=host).json()["name"] == "Far Away"
    assert client.get("/api/northamptonshire/NN01", headers=host).status_code == 404
    assert client.get("/api/elsewhere/NN01").status_code == 404
    assert [feature["properties"]["name"] for feature in told(client, "", "/api/neighbourhoods.geojson")["features"]] == ["Duston", "Kings Heath"]


def test_an_area_that_is_not_public_or_has_no_id_is_in_no_answer(client, busy):
    NeighbourhoodPage.objects.filter(pk=busy.duston.pk).update(code="")
    busy.heath.unpublish()
    assert told(client, "", "/api/northamptonshire/neighbourhoods") == [] == told(client, "", "/api/neighbourhoods.geojson")["features"]
    assert client.get(AREA).status_code == client.get("/api/locate-neighbourhood?q=52.3,-0.9").status_code == 404


STATEMENTS = {
    "/forces": 1,
    "/forces/{force}": 1,
    "/{force}/neighbourhoods": 2,
    "/{force}/{id}": 3,
    "/{force}/{id}/boundary": 3,
    "/{force}/{id}/people": 3,
}
STATEMENTS |= {
    "/{force}/{id}/events": 3,
    "/{force}/{id}/priorities": 4,
    "/locate-neighbourhood": 2,
    "/neighbourhoods.geojson": 2,
    "/neighbourhoods.csv": 2,
}


def test_an_answer_costs_as_many_statements_however_much_is_in_it(client, busy, django_assert_num_queries):
    def ask_for_all():
        client.get("/api/locate-neighbourhood?q=52.3,-0.9")
        for path, statements in STATEMENTS.items():
            with django_assert_num_queries(statements):
                client.get(ALL[path])

    ask_for_all()
    for number in range(12):
        area(busy.index, busy.force, f"Area {number}", f"X{number}", at=(-3.0 + number / 9, 54.0))
        posting(officer(busy.force, f"PC {number}"), busy.heath)
        event(busy.heath, f"Surgery {number}")
        closed = priority(busy.heath, 1, f"Past {number}", closed_on=date(2026, 2, 1), outcome="Done.")
        closed.updates.create(we_did="Done.", done_on=date(2026, 1, 20))
    ask_for_all()
