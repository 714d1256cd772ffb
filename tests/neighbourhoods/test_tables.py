"""What the database itself refuses, whichever door it comes through."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from wagtail import hooks

from neighbourhoods.drawing import draw_maps
from neighbourhoods.loading import Point, load_boundaries, load_places, load_postcodes
from neighbourhoods.models import AreaMap, Event, NeighbourhoodPage, Officer, Place, Postcode, PriorityUpdate, Vehicle
from tests.neighbourhoods.conftest import area, event, officer, posting, priority, square


def refused(constraint, act, *args, **kwargs):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        act(*args, **kwargs)


def test_an_area_has_one_named_officer_at_a_time(county):
    first, second = officer(county.force), officer(county.force, "Ana Lis")
    posting(first, county.heath, "named", ends=date(2026, 6, 1))
    refused("one_named_officer_per_area", posting, second, county.heath, "named", starts=date(2026, 5, 31))
    posting(second, county.heath, "named", starts=date(2026, 6, 1))
    posting(first, county.duston, "named", starts=date(2026, 6, 1))
    posting(first, county.heath, "constable", starts=date(2026, 6, 1))


def test_a_posting_ends_after_it_starts_and_is_not_doubled(county):
    someone = officer(county.force)
    refused("posting_ends_after_it_starts", posting, someone, county.heath, ends=date(2026, 1, 5))
    posting(someone, county.heath)
    refused("one_posting_per_officer_and_area", posting, someone, county.heath, "pcso", starts=date(2026, 3, 1))


def test_an_area_has_three_open_priorities_at_most(county):
    for place in (1, 2, 3):
        priority(county.heath, place)
    refused("three_open_priorities_at_most", priority, county.heath, 3)
    refused("priority_in_one_of_three_places", priority, county.heath, 4)
    priority(county.heath, 3, closed_on=date(2026, 11, 1), outcome="Solved.")
    priority(county.duston, 3)


def test_a_priority_is_closed_only_with_an_outcome(county):
    refused("priority_closed_with_an_outcome", priority, county.heath, closed_on=date(2026, 11, 1))
    refused("priority_closed_with_an_outcome", priority, county.heath, outcome="Solved.")


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31), date(2100, 1, 2), date(9999, 12, 31)])
def test_no_priority_has_an_impossible_day(county, day):
    for field in ("agreed_on", "update_due"):
        refused("priority_days_are_possible", priority, county.heath, **{field: day})
    refused("priority_days_are_possible", priority, county.heath, closed_on=day, outcome="Solved.")
    one = priority(county.heath)
    refused("update_day_is_possible", one.updates.create, we_did="Two bikes seized.", done_on=day)


def test_no_event_has_an_impossible_day_or_lasts_longer_than_a_fortnight(county):
    for year in (1, 1999, 2100, 9999):
        at = datetime(year, 6, 1, 10, tzinfo=UTC)
        refused("event_days_are_possible", event, county.heath, starts=at, ends=at + timedelta(hours=1))
    start = datetime(2026, 11, 26, 10, tzinfo=UTC)
    refused("event_within_a_fortnight", event, county.heath, starts=start, ends=start + timedelta(days=14, seconds=1))
    event(county.heath, starts=start, ends=start + timedelta(days=14))


def test_what_was_done_can_be_added_to_but_never_changed_or_deleted(county):
    one = priority(county.heath)
    done = one.updates.create(we_did="Two bikes seized.", done_on=date(2026, 11, 2))
    refused("never changed or deleted", PriorityUpdate.objects.update, we_did="Twenty bikes seized.")
    refused("never changed or deleted", done.delete)
    with connection.cursor() as cursor:
        refused("never changed or deleted", cursor.execute, "DELETE FROM neighbourhoods_priorityupdate")
    one.updates.create(we_did="Correction: one bike seized.", done_on=date(2026, 11, 2))
    assert [update.we_did for update in one.updates.all()] == ["Correction: one bike seized.", "Two bikes seized."]


def test_a_beat_bus_is_in_one_place_at_a_time_unless_a_stop_is_off(county):
    bus, other = (Vehicle.objects.create(force=county.force, name=f"Beat Bus {n}") for n in (1, 2))
    stop = {"kind": "beat_bus", "vehicle": bus}
    event(county.heath, **stop)
    refused(
        "beat_bus_in_one_place",
        event,
        county.duston,
        starts=datetime(2026, 11, 26, 11, 59, tzinfo=UTC),
        ends=datetime(2026, 11, 26, 13, tzinfo=UTC),
        **stop,
    )
    event(county.duston, starts=datetime(2026, 11, 26, 12, tzinfo=UTC), ends=datetime(2026, 11, 26, 13, tzinfo=UTC), **stop)
    event(county.duston, kind="beat_bus", vehicle=other)
    event(county.duston, status="cancelled", change_note="Snow.", **stop)


def test_an_event_is_somewhere_ends_after_it_starts_and_has_a_bus_only_as_a_bus_stop(county):
    bus = Vehicle.objects.create(force=county.force, name="Beat Bus")
    refused("event_is_somewhere", event, county.heath, venue="")
    refused("event_ends_after_it_starts", event, county.heath, ends=datetime(2026, 11, 26, 10, tzinfo=UTC))
    refused("beat_bus_stop_has_a_bus", event, county.heath, kind="beat_bus")
    refused("beat_bus_stop_has_a_bus", event, county.heath, vehicle=bus)
    refused("changed_event_says_why", event, county.heath, status="cancelled")
    event(county.heath, kind="online", venue="")


def test_a_picture_needs_the_officers_consent(county, picture):
    refused("officer_agreed_to_photo", officer, county.force, photo=picture)
    with pytest.raises(ValidationError, match="agreed that their picture"):
        Officer(force=county.force, rank="pc", name="X", photo=picture).full_clean()


def test_a_code_is_one_area_of_a_force_and_another_force_may_use_it_too(county, elsewhere):
    with pytest.raises(ValidationError, match="one_neighbourhood_per_code"):
        area(county.index, county.force, "Again", "NN01", at=(3, 51))
    refused("one_neighbourhood_per_code", NeighbourhoodPage.objects.filter(pk=county.duston.pk).update, code="NN01")
    NeighbourhoodPage.objects.filter(pk=county.duston.pk).update(code="NN01", force=elsewhere.force)


def test_postcodes_are_loaded_in_the_area_that_covers_them_and_loading_again_moves_them(county):
    points = [Point("NN5 1AA", -0.9, 52.3), Point("nn5 2aa", -1.0, 52.3), Point("LE1 1AA", -1.1, 52.6, "leicestershire")]
    assert load_postcodes(points) == 3
    assert dict(Postcode.objects.filter(key__in=("NN51AA", "NN52AA")).values_list("key", "neighbourhood")) == {
        "NN51AA": county.heath.pk,
        "NN52AA": county.duston.pk,
    }
    assert Postcode.objects.get(key="LE11AA").outside_force == "leicestershire"
    assert Postcode.objects.position("LE11AA") == (-1.1, 52.6)
    load_boundaries({county.heath.pk: square(-1.05, 52.25), county.duston.pk: square(-0.95, 52.25)})
    load_postcodes(points)
    assert Postcode.objects.get(key="NN51AA").neighbourhood_id == county.duston.pk


def test_who_stands_below_learns_where_a_postcode_is_however_it_is_typed(county):
    load_postcodes([Point("NN5 1AA", -0.9, 52.3)])
    (locate,) = hooks.get_hooks("locate_postcode")
    assert locate(" nn5 1aa ") == (-0.9, 52.3)
    assert [locate(typed) for typed in ("NN5 7LU", "NN1 1ZZ", "NN5", "Kettering", "")] == [None] * 5  # the first came without a position


@pytest.mark.parametrize("position", [(-0.9, None), (181, 52), (52, -91), (float("nan"), 52), (0.0, float("inf"))])
def test_a_postcode_is_nowhere_impossible(county, position):
    refused("postcode_is_on_earth", Postcode.objects.create, key="NN11AA", longitude=position[0], latitude=position[1])


def test_a_boundary_without_ground_is_refused_with_the_areas_number(county):
    with pytest.raises(ValueError, match=f"Area {county.heath.pk}"):
        load_boundaries({county.heath.pk: {"type": "Polygon", "coordinates": []}})


def test_maps_are_drawn_anew_and_keep_their_address_while_nothing_changes(county):
    row = {"name": "Dallington", "source_key": "test:1", "longitude": -0.9, "latitude": 52.3, "population": 9000, "neighbourhoods": [county.heath.pk]}
    assert draw_maps(county.force) == 2
    before = set(AreaMap.objects.values_list("digest", flat=True))
    assert draw_maps(county.force) == 2
    assert set(AreaMap.objects.values_list("digest", flat=True)) == before
    load_places(county.force, [row, row])
    draw_maps(county.force)
    assert not set(AreaMap.objects.values_list("digest", flat=True)) & before
    assert Place.objects.get().on_county_map["anchor"] == "start"


def test_a_force_without_areas_has_no_maps_and_no_error(county, elsewhere):
    assert draw_maps(elsewhere.force) == 0
    assert not Event.objects.exists()
