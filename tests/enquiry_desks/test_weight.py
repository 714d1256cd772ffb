"""The demonstration's desks, with three months of record, still fit a slow phone."""

import brotli
import pytest

from enquiry_desks.models import EnquiryDeskPage
from policesite.demo.desks import build_desks
from policesite.pages.models import ContentPage
from tests.conftest import publish

MOST_BYTES = 6 * 1024


@pytest.mark.usefixtures("tuesday_noon")
def test_no_page_of_a_desk_is_heavier_than_six_kilobytes(client, northants):
    contact = publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    build_desks(contact)
    kettering = EnquiryDeskPage.objects.get(slug="kettering")
    assert b"% of the last 90 days." in client.get(kettering.url).content
    for address in (kettering.url, kettering.get_parent().url):
        assert len(brotli.compress(client.get(address).content)) <= MOST_BYTES, address
