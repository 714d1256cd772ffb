"""What machines read: the sitemap, robots.txt, security.txt, and whether the site lives."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection

from policesite import clock
from policesite.pages.models import ContentPage, PageState
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_desk, desks_page_of

PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(client, **extra) -> list[str]:
    answer = client.get("/sitemap.xml", **extra)
    assert answer["Content-Type"] == "application/xml"
    return [place.text for place in ElementTree.fromstring(answer.content).iter(PLACE)]


def page(parent, title, **fields):
    return publish(parent, ContentPage(title=title, slug=title.lower(), summary=title, **fields))


def test_the_sitemap_has_every_listed_page_of_its_own_site(client, northants, elsewhere):
    page(page(northants.home, "Advice"), "Bikes")
    page(northants.home, "Draft").unpublish()
    PageState.objects.create(page=page(northants.home, "Withdrawn"), withdrawn_at=clock.now(), withdrawn_why="Wrong.")
    page(northants.home, "Expired", expire_at=clock.now() + timedelta(hours=1))
    page(elsewhere.home, "Theirs")
    with clock.at(clock.now() + timedelta(hours=1)):
        assert addresses(client) == ["http://testserver/", "http://testserver/advice/", "http://testserver/advice/bikes/"]
        assert addresses(client, SERVER_NAME="elsewhere.test") == ["http://elsewhere.test/", "http://elsewhere.test/theirs/"]


def test_a_desk_that_has_moved_is_told_to_machines_at_its_new_address_alone(client, northants):
    desks = desks_page_of(northants)
    new = add_desk(desks, title="Campbell Square")
    old = add_desk(desks, title="The Guildhall", moves_to=new, moves_on=clock.today())
    waiting = add_desk(desks, title="The Annexe", moves_to=new, moves_on=clock.today() + timedelta(days=2))
    answer = client.get(old.url)
    assert (answer.status_code, "Link" in answer) == (301, False)
    found = addresses(client)
    assert (old.full_url in found, new.full_url in found, waiting.full_url in found) == (False, True, True)
    new.unpublish()  # nobody is sent to what is not there
    assert old.full_url in addresses(client)


@pytest.mark.parametrize("count", [5, 60])
def test_the_sitemap_asks_the_database_the_same_however_much_there_is(client, northants, count, django_assert_num_queries):
    for number in range(count):
        page(northants.home, f"Page{number}")
    with django_assert_num_queries(6):
        assert len(addresses(client)) == count + 1


def test_robots_are_told_where_the_sitemap_is_and_what_is_not_for_them(client, northants):
    content = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in content
    assert "Disallow: /admin/\n" in content
    assert "Disallow: /search/\n" in content


def test_security_txt_names_a_way_to_reach_us_and_has_not_expired(client, northants):
    fields = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert fields["Contact"] == "http://testserver/feedback/"
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=30) < expires - clock.now() < timedelta(days=366)


def test_an_admin_says_where_to_report_a_security_problem(client, northants):
    for contact in ("mailto:security@northants.example", "https://northants.example/contact-us/#security"):
        northants.force.security_contact = contact
        northants.force.full_clean()
        northants.force.save()
        assert f"Contact: {contact}\n" in client.get("/.well-known/security.txt").content.decode()


@pytest.mark.parametrize(
    "contact",
    [
        "security@northants.example",
        "http://northants.example/",
        "/contact-us/",
        "mailto:",
        "mailto:a b@x.test",
        "https://x.test/\nContact: x",
        "https://x.test\n",
    ],
)
def test_what_is_no_way_to_report_one_is_refused_by_the_screen_and_the_database(northants, contact):
    northants.force.security_contact = contact
    with pytest.raises(ValidationError, match="mailto: and an email address"):
        northants.force.full_clean()
    with pytest.raises(IntegrityError):
        northants.force.save()


def test_a_process_lives_without_a_database_but_is_not_ready(client, northants, monkeypatch):
    assert client.get("/healthz/ready").status_code == 200

    def dead(*args, **kwargs):
        raise DatabaseError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", dead)
        assert client.get("/healthz/live").status_code == 200
        answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.content) == (503, b"no database")
    assert answer["Cache-Control"] == "no-store"


def test_health_needs_no_host_name_of_a_site(client, db):
    assert client.get("/healthz/live").status_code == 200
    assert client.get("/healthz/ready").status_code == 200
