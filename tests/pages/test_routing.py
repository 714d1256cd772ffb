"""From an address to a page."""

import pytest

from policesite.pages.models import ContentPage
from tests.conftest import publish


@pytest.fixture
def deep(northants):
    """A page four steps below the home page."""
    page = northants.home
    for slug in ("one", "two", "three", "four"):
        page = publish(page, ContentPage(title=slug.title(), slug=slug, summary=f"Page {slug}."))
    return page


def test_a_deep_page_says_where_it_stands(client, deep):
    content = client.get("/one/two/three/four/").content.decode()
    for address in ('href="/"', 'href="/one/"', 'href="/one/two/"', 'href="/one/two/three/"'):
        assert address in content


def test_depth_costs_no_statements(client, deep, django_assert_num_queries):
    client.get("/one/two/three/four/")
    with django_assert_num_queries(CONTENT_PAGE_QUERIES):
        client.get("/one/two/three/four/")
    with django_assert_num_queries(CONTENT_PAGE_QUERIES):
        client.get("/one/")


@pytest.mark.parametrize("address", ["/one/two/nothing/", "/nothing/", "/two/", "/one/four/", "/one//two/", "/ONE/"])
def test_an_address_with_a_step_that_is_not_there_is_not_found(client, deep, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/one/%00/", "/%ff/", "/" + "a/" * 400, "/one/?page=%00", "/" + "x" * 5000 + "/"])
def test_a_hostile_address_is_not_found_and_nothing_breaks(client, deep, address):
    assert client.get(address).status_code in (200, 400, 404)


def test_each_site_answers_with_its_own_pages(client, northants, elsewhere):
    publish(northants.home, ContentPage(title="Here", slug="here", summary="Ours."))
    publish(elsewhere.home, ContentPage(title="There", slug="there", summary="Theirs."))
    assert client.get("/here/").status_code == 200
    assert client.get("/there/").status_code == 404
    assert client.get("/there/", headers={"host": "elsewhere.test"}).status_code == 200
    assert client.get("/here/", headers={"host": "elsewhere.test"}).status_code == 404


CONTENT_PAGE_QUERIES = 4  # the Site with its settings, the way to the page, the page, alerts
