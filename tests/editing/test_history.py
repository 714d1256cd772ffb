"""What was done to a page can be read in its history."""

import pytest
from wagtail.models import PageLogEntry

from policesite.editing.holding import hold
from policesite.pages.models import ContentPage
from tests.conftest import publish


def test_the_history_of_a_held_page_says_why(admin_client, admin_user, northants):
    page = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    hold(page, admin_user, "A name is wrong.")
    assert "Taken down and held: A name is wrong." in admin_client.get(f"/admin/pages/{page.pk}/history/").content.decode()


@pytest.mark.parametrize(
    ("action", "data", "said"),
    [
        ("policesite.lift_hold", {"why": "Wrong."}, "Hold lifted (Wrong.)"),
        ("enquiry_desks.close", {"desk": "Corby", "ends": "", "reason": "Flood"}, "Closed Corby until further notice: Flood"),
        ("enquiry_desks.open_again", {"desk": "Corby", "reason": "Flood"}, "Opened Corby again, closed before: Flood"),
        ("enquiry_desks.confirm", {"desk": "Corby", "reason": "Flood"}, "Corby is still closed: Flood"),
        ("enquiry_desks.change_today", {"desk": "Corby", "hours": "Closed", "reason": "Flood"}, "Corby: Closed. Flood"),
    ],
)
def test_every_action_reads_as_a_sentence(action, data, said):
    assert PageLogEntry(action=action, data=data).message == said
