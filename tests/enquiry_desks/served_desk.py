"""One desk on a site of its own, for a test that serves it for real. Run by Django's shell, in the database that is to be served."""

from datetime import time

from django.utils.timezone import now

from enquiry_desks.hours import DeskManager
from policesite.users.roles import DESK_MANAGER
from tests.conftest import build_site
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of
from tests.enquiry_desks.test_admin_screens import person
from tests.pages.test_home import show


def build() -> None:
    """Open at every minute of every day; named on the home page; looked after by the one desk manager."""
    place = build_site("northamptonshire", "127.0.0.1", default=True)
    desk = add_desk(desks_page_of(place))
    add_hours(desk, range(7), time(0), time(0), valid_from=now().date().replace(day=1))
    show(place.home, ("contact", {"page": desk}))
    DeskManager.objects.create(desk=desk, user=person(DESK_MANAGER))
