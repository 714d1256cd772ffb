"""A limit that holds for all workers together, and from which nobody can be told."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from policesite import clock
from policesite.delivery.models import AskedThisMinute
from policesite.delivery.rate_limit import asks_too_often, household, slot_of

NOON = datetime(2026, 11, 24, 12, 0, 30, tzinfo=UTC)


@pytest.fixture
def ask(db, rf):
    def answer(address="192.0.2.1", what="finder", most=2, at=NOON):
        with clock.at(at):
            return asks_too_often(rf.get("/", REMOTE_ADDR=address), what, most)

    return answer


def test_the_third_of_two_is_too_often_and_the_next_minute_begins_again(ask):
    assert [ask() for _ in range(4)] == [False, False, True, True]
    assert not ask(at=NOON + timedelta(minutes=1))


def test_another_address_and_another_form_have_shares_of_their_own(ask):
    assert [ask() for _ in range(3)][-1]
    assert not ask(address="192.0.2.2")
    assert not ask(what="feedback")


def test_zero_is_no_limit_and_costs_no_statement(ask, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not any(ask(most=0) for _ in range(100))


def test_a_count_is_one_statement(ask, django_assert_num_queries):
    with django_assert_num_queries(1):
        ask()


def test_a_row_says_neither_who_asked_nor_that_they_came_back(ask):
    ask(address="192.0.2.1")
    ask(address="192.0.2.1", at=NOON + timedelta(minutes=1))
    rows = list(AskedThisMinute.objects.values())
    assert len(rows) == 2 and all(row.keys() == {"slot", "minute", "times"} and row["slot"] < 2**16 for row in rows)
    assert rows[0]["slot"] != rows[1]["slot"]


def test_a_slot_that_an_earlier_minute_left_behind_starts_at_one(ask):
    AskedThisMinute.objects.create(slot=slot_of("finder", NOON.replace(second=0), "192.0.2.1"), minute=NOON - timedelta(days=1), times=99)
    assert not ask()
    assert AskedThisMinute.objects.get().times == 1


def test_nothing_of_it_goes_into_the_log_of_transactions(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'delivery_askedthisminute'")
        assert cursor.fetchone() == ("u",)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_one_connection_counts_as_one_however_many_addresses_it_may_choose_from(address, counted):
    assert household(address) == counted
