"""Areas, people, priorities and events follow the feed, whatever state it is in, and never more than that."""

import json
from datetime import UTC, date, datetime, timedelta
from http.client import IncompleteRead

import pytest
from django.core.management import CommandError

from neighbourhoods.models import AreaMap, Boundary, Event, NeighbourhoodPage, Officer, Place, Postcode, Posting, Priority, PriorityUpdate
from policesite import clock
from tests.neighbourhoods.conftest import TODAY, event, officer, place, posting, priority, square

from .conftest import ring

SAM = {
    "name": "Sam Sample",
    "rank": "Sgt",
    "bio": "<p>I joined in 1997 &amp; stayed.<br />\n</p>",
    "contact_details": {"email": "sam@example.police.uk"},
}
JO = {"name": "Jo Sample", "rank": None, "bio": None, "contact_details": {}}
ISSUE = {"issue": "<p>Street drinking in Museum Square. It is loud.</p>", "issue-date": "2026-10-08T00:00:00", "action": None, "action-date": None}
DONE = {"action": "<p>We closed a house on West Street.</p>", "action-date": "2026-10-20T00:00:00"}
MEETING = {"title": "Drop In Beat Surgery", "description": None, "address": "Library, 17 Guildhall Lane", "type": None, "contact_details": {},
           "start_date": "2026-12-03T12:00:00", "end_date": "2026-12-03T14:00:00"}  # fmt: skip


def names(page):
    page = NeighbourhoodPage.objects.get(pk=page.pk)
    return [posting.officer.title for posting in page.team]


def test_a_feed_that_says_what_we_have_changes_nothing_and_asks_for_each_part_once(feed, county):
    out = feed.run()
    assert "Areas: 0 added, 0 changed, 0 removed, 2 unchanged." in out
    assert "Borders: 0 added, 0 changed, 0 removed, 2 unchanged." in out
    assert "Refused: 0." in out
    assert len(feed.served.asked) == len(set(feed.served.asked)) == 11
    assert feed.served.asked[0] == "https://api.test/api/northamptonshire/neighbourhoods"


def test_a_new_area_gets_its_page_its_border_its_map_and_its_postcodes(feed, county):
    feed.parts["neighbourhoods"].append({"id": "NN 03.a%", "name": "Fish &amp; Chips <b>Street</b>"})
    feed.parts["NN%2003.a%25/boundary"] = ring(-0.85, 52.25)
    feed.parts["NN%2003.a%25"] = {"description": "<h2>Here</h2><script>x()</script><p>It&rsquo;s home.</p>", "population": "8,103",
                                  "contact_details": {"telephone": "101", "email": "team3@example.police.uk"}, "centre": {"latitude": "52.3", "longitude": "-0.8"}}  # fmt: skip
    Postcode.objects.create(key="NN58AA", longitude=-0.8, latitude=52.3)
    place(county.force, "Weston Favell", county.heath).delete()
    weston = Place.objects.create(force=county.force, name="Weston", key="weston", source_key="test:1", longitude=-0.8, latitude=52.3)
    out = feed.run()
    page = NeighbourhoodPage.objects.get(code="NN 03.a%")
    assert (page.title, page.live, page.force, page.slug) == ("Fish & Chips Street", True, county.force, "fish-chips-street")
    assert (page.description, page.population, page.phone, page.email) == ("Here It’s home.", 8103, "101", "team3@example.police.uk")
    assert (page.longitude, page.latitude) == (-0.8, 52.3)
    assert Postcode.objects.get(pk="NN58AA").neighbourhood_id == page.pk
    assert list(weston.neighbourhoods.all()) == [page]
    assert AreaMap.objects.count() == 3
    assert "added: area NN 03.a% Fish & Chips Street" in out and "  1 postcodes and 1 places are in another area now" in out
    assert "1 added" not in feed.run()


def test_a_border_that_moves_takes_its_postcodes_with_it(feed, county):
    Postcode.objects.filter(pk="NN57LU").update(longitude=-0.96, latitude=52.3, neighbourhood=county.duston)
    feed.parts["NN01/boundary"] = ring(-0.97, 52.25, 0.09)
    out = feed.run()
    assert Postcode.objects.get(pk="NN57LU").neighbourhood_id == county.heath.pk
    assert Postcode.objects.get(pk="NN135YD").outside_force == "thames-valley"
    assert "Borders: 0 added, 1 changed, 0 removed, 1 unchanged" in out
    assert "NN01 and NN02 overlap by" in out


def test_what_the_feed_does_not_know_stays_as_it_is(feed, county):
    NeighbourhoodPage.objects.filter(pk=county.heath.pk).update(
        description="Ours.", population=5, phone="01604 960000", longitude=-0.9, latitude=52.3
    )
    someone = officer(county.force, "Editor Written")
    posting(someone, county.heath, "named")
    kept = priority(county.heath)
    coming = event(county.heath)
    for broken in ("[", b"\xff\xfe\x00", {"not": "a list"}, None, [None, 3, {}, {"name": None}]):
        for part in ("NN01", "NN01/people", "NN01/priorities", "NN01/events"):
            feed.parts[part] = broken.encode() if isinstance(broken, str) else broken
        feed.run()
    for part in ("NN01", "NN01/people", "NN01/priorities", "NN01/events", "NN01/boundary"):
        del feed.parts[part]
    feed.run()
    page = NeighbourhoodPage.objects.get(pk=county.heath.pk)
    assert (page.title, page.description, page.population, page.phone, page.email) == (
        "Kings Heath",
        "Ours.",
        5,
        "01604 960000",
        "team@example.police.uk",
    )
    assert names(county.heath) == ["PC Editor Written"]
    assert Priority.objects.get().is_open and Event.objects.get().is_planned
    assert (kept.pk, coming.pk) == (Priority.objects.get().pk, Event.objects.get().pk)
    assert Boundary.objects.get(pk=county.heath.pk).geojson == square(-0.95, 52.25)


def test_an_officer_is_there_once_wherever_they_serve_and_gone_everywhere_at_once(feed, county):
    feed.parts["NN01/people"], feed.parts["NN02/people"] = [SAM, JO], [SAM]
    out = feed.run()
    sam = Officer.objects.get(name="Sam Sample")
    assert (sam.rank, sam.bio, sam.email) == ("sergeant", "I joined in 1997 & stayed.", "sam@example.police.uk")
    assert names(county.heath) == ["Sergeant Sam Sample", "Jo Sample"] and names(county.duston) == ["Sergeant Sam Sample"]
    assert "Officers: 2 added" in out and "Postings: 3 added" in out
    assert "Officers: 0 added, 0 changed, 0 removed, 3 unchanged" not in (again := feed.run()) and "2 unchanged" in again
    with clock.at(clock.now() + timedelta(days=3)):
        feed.parts["NN01/people"], feed.parts["NN02/people"] = [JO], [JO]
        out = feed.run()
        assert names(county.heath) == names(county.duston) == ["Jo Sample"]
    assert "removed: Sergeant Sam Sample from NN01, today" in out
    assert set(Posting.objects.filter(officer=sam).values_list("ends", flat=True)) == {TODAY + timedelta(days=3)}


def test_an_officer_who_came_and_went_on_one_day_leaves_no_posting_behind(feed, county):
    feed.parts["NN01/people"] = [SAM, JO]
    feed.run()
    feed.parts["NN01/people"] = [JO]
    feed.run()
    assert names(county.heath) == ["Jo Sample"]
    assert not Posting.objects.filter(officer__name="Sam Sample").exists()


def test_a_feed_that_names_nobody_blanks_no_page_unless_it_is_forced(feed, county):
    feed.parts["NN01/people"], feed.parts["NN01/priorities"], feed.parts["NN01/events"] = [SAM], [ISSUE], [MEETING]
    feed.run()
    feed.parts["NN01/people"], feed.parts["NN01/priorities"], feed.parts["NN01/events"] = [], [], []
    out = feed.run()
    assert names(county.heath) == ["Sergeant Sam Sample"] and Priority.objects.get().is_open and Event.objects.get().is_planned
    assert "names nobody for NN01 Kings Heath: its 1 officers stay" in out
    assert "no priority for NN01" in out and "no event for NN01" in out
    feed.run("--force")
    assert names(county.heath) == [] and not Priority.objects.get().is_open and Event.objects.get().status == "cancelled"


def test_whom_an_editor_wrote_stays_until_the_feed_knows_them(feed, county):
    hers = officer(county.force, "Sam Sample", "sergeant", bio="Ours.", collar_number="12")
    posting(hers, county.heath, "named")
    other = officer(county.force, "Ana Lis")
    posting(other, county.heath)
    feed.parts["NN01/people"] = [JO]
    feed.run()
    assert names(county.heath) == ["Sergeant Sam Sample", "PC Ana Lis", "Jo Sample"]
    feed.parts["NN01/people"] = [JO, SAM]
    feed.run()
    hers.refresh_from_db()
    assert Officer.objects.count() == 3 and hers.collar_number == "12" and hers.email == "sam@example.police.uk"
    assert Posting.objects.get(officer=hers).role == "named"
    feed.parts["NN01/people"] = [JO]
    feed.run()
    assert names(county.heath) == ["PC Ana Lis", "Jo Sample"]


def test_priorities_keep_their_history_and_no_feed_rewrites_it(feed, county):
    old = ISSUE | {"issue-date": "2016-04-14T00:00:00", "issue": "Long ago."}
    feed.parts["NN01/priorities"] = [ISSUE, old, {"issue": None, "issue-date": "2026-10-08"}, {"issue": "When?", "issue-date": None}, ISSUE]
    out = feed.run()
    one = Priority.objects.get()
    assert (one.title, one.you_said, one.agreed_on) == (
        "Street drinking in Museum Square",
        "Street drinking in Museum Square. It is loud.",
        date(2026, 10, 8),
    )
    assert one.update_due == date(2027, 1, 6)
    assert "older than a year, left out: 0 added, 0 changed, 0 removed, 1 unchanged" in out
    for why in ("priorities: no text", "priorities: no date that can be read", "priorities: there twice"):
        assert f"1 × {why}" in out
    for _ in range(2):
        feed.parts["NN01/priorities"] = [ISSUE | DONE]
        feed.run()
    assert [(u.done_on, u.we_did, u.recorded_by) for u in PriorityUpdate.objects.all()] == [
        (date(2026, 10, 20), "We closed a house on West Street.", "Import")
    ]
    feed.parts["NN01/priorities"] = [ISSUE | DONE | {"action": "We closed two."}]
    feed.run()
    assert {u.we_did for u in PriorityUpdate.objects.all()} == {"We closed two.", "We closed a house on West Street."}
    feed.parts["NN01/priorities"] = [ISSUE | {"issue": "Another thing."}]
    feed.run()
    one.refresh_from_db()
    assert one.closed_on == TODAY and PriorityUpdate.objects.count() == 2
    feed.parts["NN01/priorities"] = [ISSUE | DONE]
    feed.run()
    one.refresh_from_db()
    assert one.is_open and PriorityUpdate.objects.count() == 2


def test_a_feeds_priorities_take_the_places_that_are_free_and_no_editors(feed, county):
    mine = priority(county.heath, place=2)
    feed.parts["NN01/priorities"] = [ISSUE | {"issue": f"Thing {n}.", "issue-date": f"2026-10-0{n}T00:00:00"} for n in range(1, 5)]
    out = feed.run()
    assert [(p.place, p.title) for p in Priority.objects.order_by("place")] == [(1, "Thing 4"), (2, mine.title), (3, "Thing 3")]
    assert "2 × priorities: the area's three places are taken" in out


def test_events_are_on_the_clock_of_the_county_and_one_that_is_gone_is_called_off(feed, county):
    summer = MEETING | {"title": "Summer", "start_date": "2027-07-01T12:00:00", "end_date": None}
    past = MEETING | {"title": "Past", "start_date": "2016-09-17T12:00:00", "end_date": "2016-09-17T14:00:00"}
    bad = [MEETING | {"start_date": when} for when in (None, "soon", "9999-12-31T23:59:59", "0001-01-01T00:00:00", 5)]
    feed.parts["NN01/events"] = [MEETING, summer, past, *bad, MEETING | {"title": "Nowhere", "address": None}]
    out = feed.run()
    found = {e.title: e for e in Event.objects.all()}
    assert set(found) == {"Drop In Beat Surgery", "Summer"}
    assert found["Drop In Beat Surgery"].starts == datetime(2026, 12, 3, 12, tzinfo=UTC) and found["Drop In Beat Surgery"].kind == "surgery"
    assert (found["Summer"].starts, found["Summer"].ends) == (datetime(2027, 7, 1, 11, tzinfo=UTC), datetime(2027, 7, 1, 12, tzinfo=UTC))
    assert "events: Say where it is." in out and "events: no start that can be read" in out
    feed.parts["NN01/events"] = [summer]
    feed.run()
    gone = Event.objects.get(title="Drop In Beat Surgery")
    assert (gone.status, gone.change_note) == ("cancelled", "It is no longer in the team's calendar.")
    feed.parts["NN01/events"] = [summer, MEETING]
    feed.run()
    assert Event.objects.filter(status="planned", change_note="").count() == 2


def test_what_a_feed_has_under_our_own_ids_is_ours_and_changes_only_where_it_differs(feed, county):
    someone = officer(county.force, "Ana Lis", bio="Loves  a <quiet> park & you.")
    posting(someone, county.heath, "named")
    mine, coming = priority(county.heath), event(county.heath, status="moved", change_note="To Friday.")
    mine.updates.create(we_did="Two bikes seized.", done_on=TODAY)
    for row in (someone, mine, coming):
        row.refresh_from_db()
    feed.parts["NN01/people"] = [
        {
            "id": str(someone.public_id),
            "name": "Ana Lis",
            "rank": "PC",
            "bio": "<p>Loves  a &lt;quiet&gt; park &amp; you.</p>",
            "plain": {"role": "named"},
        }
    ]
    feed.parts["NN01/priorities"] = [
        {
            "id": str(mine.public_id),
            "issue": mine.you_said,
            "issue-date": "2026-11-02T00:00:00",
            "action": "Two bikes seized.",
            "action-date": "2026-11-24T00:00:00",
        }
    ]
    feed.parts["NN01/events"] = [
        {
            "id": str(coming.public_id),
            "title": coming.title,
            "address": coming.venue,
            "type": "surgery",
            "start_date": "2026-11-26T10:00:00",
            "end_date": "2026-11-26T12:00:00",
        }
    ]
    out = feed.run()
    assert "added:" not in out and "changed:" not in out and "removed:" not in out
    feed.parts["NN01/people"][0] |= {"name": "Ana Lis-Reed", "plain": {"role": "constable"}}
    out = feed.run()
    assert "changed: officer PC Ana Lis-Reed: name" in out and "PC Ana Lis-Reed in NN01 is neighbourhood officer" in out
    someone.refresh_from_db()
    assert (Officer.objects.count(), someone.name, someone.source_key) == (1, "Ana Lis-Reed", "")


def test_a_dry_run_says_everything_and_does_nothing(feed, county):
    feed.parts["NN01/people"], feed.parts["NN01/boundary"] = [SAM], ring(-0.96, 52.25)
    feed.parts["neighbourhoods"].append({"id": "NN03", "name": "New"})
    out = feed.run("--dry-run")
    assert "Areas: 1 added" in out and "Officers: 1 added" in out and "Borders: 0 added, 1 changed" in out and "dry run" in out
    assert not Officer.objects.exists() and NeighbourhoodPage.objects.count() == 2 and not AreaMap.objects.exists()


def test_a_list_that_lost_its_areas_unpublishes_none_unless_it_is_forced(feed, county):
    del feed.parts["neighbourhoods"][1]
    with pytest.raises(CommandError, match="remove 1 of 2 areas"):
        feed.run()
    priority(county.duston)
    feed.run("--force")
    assert not NeighbourhoodPage.objects.get(pk=county.duston.pk).live
    for nothing in ([], {}, None, [{"id": None}], "x"):
        feed.parts["neighbourhoods"] = nothing
        with pytest.raises(CommandError, match="Nothing has been changed"):
            feed.run()
    assert NeighbourhoodPage.objects.get(pk=county.heath.pk).live


def test_a_draft_that_somebody_is_writing_is_not_published_by_an_import(feed, county):
    draft = NeighbourhoodPage.objects.get(pk=county.heath.pk)
    draft.save_revision().publish()
    draft = NeighbourhoodPage.objects.get(pk=county.heath.pk)
    draft.summary = "Not ready."
    draft.save_revision()
    feed.parts["NN01"]["description"] = "From the feed."
    feed.run()
    page = NeighbourhoodPage.objects.get(pk=county.heath.pk)
    latest = page.get_latest_revision_as_object()
    assert (page.summary, page.description, page.has_unpublished_changes) == ("Who looks after Kings Heath.", "From the feed.", True)
    assert (latest.summary, latest.description) == ("Not ready.", "From the feed.")


def test_a_busy_api_is_waited_for_and_never_asked_more_than_fifteen_times_a_second(feed, county):
    feed.served.trouble = [(429, {"retry-after": "3"}, b""), (503, {}, b""), IncompleteRead(b"["), (200, {"content-length": "99"}, b"[]"), TimeoutError("slow"), None,
                           (200, {}, b'{"name": "Kin'), None, (429, {"retry-after": "99999"}, b"")]  # fmt: skip
    out = feed.run()
    assert "2 unchanged" in out and "Refused: 0." in out
    assert feed.time.waits[:5] == [3, 2, 4, 8, 16] and max(feed.time.waits) == 60
    assert len(feed.served.asked) <= 15 * feed.time.now + 1
    short = [wait for wait in feed.time.waits if wait < 0.5]
    assert short and all(abs(wait - 1 / 15) < 1e-9 for wait in short)


def test_an_api_that_stays_down_changes_nothing(feed, county):
    feed.parts["NN01/people"] = [SAM]
    feed.served.trouble = [None, None, None] + [(500, {}, b"")] * 100
    with pytest.raises(CommandError, match=r"could not be read: it answered 500.*Nothing has been changed"):
        feed.run()
    assert not Officer.objects.exists()


@pytest.mark.parametrize(
    ("boundary", "why"),
    [
        ([{"latitude": "-0.9", "longitude": "52.3"}] * 4, "latitude and longitude look swapped"),
        ([{"latitude": "NaN", "longitude": "-0.9"}] * 4, "a corner has no coordinates"),
        ([{"latitude": None, "longitude": None}] * 4, "a corner has no coordinates"),
        ([{"latitude": "1e309", "longitude": "-0.9"}] * 4, "a corner has no coordinates"),
        ([{"latitude": "95", "longitude": "-0.9"}] * 4, "a corner is not in the United Kingdom"),
        ([{"latitude": "52.3", "longitude": "-0.9"}] * 4, "This boundary encloses nothing."),
        ([], "a ring has fewer than three corners"),
        ("x", "it is not a list of corners"),
        ([1, 2, 3], "it is not a list of corners"),
        ({"type": "Point", "coordinates": [1, 2]}, "neither a Polygon nor a MultiPolygon"),
        ({"type": "Polygon", "coordinates": [1]}, "not made of rings"),
    ],
)
def test_a_border_that_cannot_be_is_refused_and_the_old_one_stays(feed, county, boundary, why):
    feed.parts["NN01/boundary"] = boundary
    out = feed.run()
    assert f"1 × boundary: {why}" in out or (why in out and "Refused: 1." in out)
    assert Boundary.objects.get(pk=county.heath.pk).geojson == square(-0.95, 52.25)


def test_the_same_json_in_a_folder_says_the_same(feed, county, tmp_path):
    names_ = {
        "neighbourhoods": "neighbourhoods.json",
        "NN01/boundary": "NN01_boundary.json",
        "NN01": "neighbourhood_NN01.json",
        "NN01/people": "NN01/people.json",
        "NN02/boundary": "boundary_NN02.json",
    }
    feed.parts["NN01/people"] = [SAM]
    for part, name in names_.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(feed.parts[part]))
    out = feed.run(source=tmp_path)
    assert names(county.heath) == ["Sergeant Sam Sample"] and not feed.served.asked
    assert "Borders: 0 added, 0 changed, 0 removed, 2 unchanged" in out and "Refused: 0." in out
    (tmp_path / "NN01_boundary.json").write_text("[{")
    assert "boundary could not be read, what we have stays: NN01" in feed.run(source=tmp_path)
    (tmp_path / "neighbourhoods.json").unlink()
    with pytest.raises(CommandError, match=r"no neighbourhoods\.json"):
        feed.run(source=tmp_path)
