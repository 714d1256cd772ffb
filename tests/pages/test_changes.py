"""The sitemap's lastmod: when what a page shows last changed, and no page beside it."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from enquiry_desks.models import Closure, EnquiryDesksPage, OpeningPeriod
from neighbourhoods.models import NeighbourhoodIndexPage, PriorityUpdate
from news.models import NewsArticlePage, UpdateNote
from policesite import clock
from policesite.pages.models import ContentPage, PageChange
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_hours, desk_page
from tests.films.making import films_of
from tests.neighbourhoods.conftest import area, event, officer, posting, priority
from tests.news.conftest import article, index  # noqa: F401  (a fixture)
from tests.pages.test_structured import data_in, page

IN = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OLD = datetime(2024, 3, 1, 9, tzinfo=clock.LONDON)


def lastmod(client) -> dict[str, str]:
    urls = ElementTree.fromstring(client.get("/sitemap.xml").content).iter(f"{IN}url")
    return {url.find(f"{IN}loc").text.removeprefix("http://testserver"): url.findtext(f"{IN}lastmod") for url in urls}


@pytest.fixture
def changes(client):
    """What a step changes in the sitemap: the addresses whose lastmod is later than before."""

    def of(step) -> set[str]:
        before = lastmod(client)
        step()
        after = lastmod(client)
        assert all(after[address] >= said for address, said in before.items() if said and address in after)
        return {address for address in before if after.get(address) != before[address]}

    return of


def test_a_list_has_changed_when_a_story_comes_and_so_has_the_front_door_that_shows_it(changes, northants, index):  # noqa: F811
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    assert changes(lambda: article(index, "Bikes found")) == {"/", "/news/"}
    assert changes(lambda: publish(northants.home, ContentPage(title="Privacy", slug="privacy", summary="What we keep."))) == set()


def test_a_story_of_2024_says_2024_as_its_json_ld_does_until_readers_are_told_more(client, index):  # noqa: F811
    story = article(index, "Bikes found", at=OLD)
    NewsArticlePage.objects.filter(pk=story.pk).update(first_published_at=OLD)

    def told() -> str:
        said = next(data for data in data_in(page(client, story.url)) if data["@type"] == "NewsArticle")["dateModified"]
        assert datetime.fromisoformat(lastmod(client)[story.url]) == datetime.fromisoformat(said)
        return said[:10]

    assert told() == "2024-03-01"
    NewsArticlePage.objects.filter(pk=story.pk).update(public_updated_at=OLD + timedelta(days=1))
    assert told() == "2024-03-02"
    UpdateNote.objects.create(page=story, at=OLD + timedelta(days=2), text="More.")
    UpdateNote.objects.create(page=story, at=timezone.now() + timedelta(days=2), text="Not yet.")
    assert told() == "2024-03-03"


def test_a_desk_has_changed_when_its_hours_or_closures_have(changes, northants):
    contact = publish(northants.home, ContentPage(title="Contact us", slug="contact-us", summary="How to reach us."))
    desks = publish(contact, EnquiryDesksPage(title="Enquiry desks", slug="enquiry-desks", summary="Talk to someone."))
    desk, other = publish(desks, desk_page("Campbell Square")), publish(desks, desk_page("Corby"))
    seen = {desk.url, desks.url}
    assert changes(lambda: add_hours(desk)) == seen
    assert changes(lambda: Closure.objects.create(desk=desk, reason="Water leak")) == seen
    assert changes(lambda: Closure.objects.update(note="Until further notice.")) == seen
    assert changes(lambda: Closure.objects.update(note="Until further notice.")) == set()
    assert changes(lambda: OpeningPeriod.objects.filter(weekday=1).delete()) == seen
    assert changes(lambda: OpeningPeriod.objects.filter(weekday=0).update(desk=other)) == seen | {other.url}
    key = desk.pk
    desk.delete()
    assert not PageChange.objects.filter(pk=key).exists()


def test_a_team_has_changed_when_its_work_its_people_or_its_events_have(changes, northants):
    areas = publish(northants.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Every team."))
    team = area(areas, northants.force)
    area(areas, northants.force, "Duston", code="NN02")
    someone = officer(northants.force)
    seen = {team.url, areas.url, "/"}
    assert changes(lambda: someone.save()) == set()
    worry = priority(team)
    assert changes(lambda: posting(someone, team)) == seen
    assert changes(lambda: type(someone).objects.update(phone="01604 700700")) == seen
    assert changes(lambda: event(team)) == seen
    assert changes(lambda: type(worry).objects.update(next_step="Ask again.")) == seen
    assert changes(lambda: PriorityUpdate.objects.create(priority=worry, done_on=date(2026, 11, 20), we_did="We were there.")) == seen


def test_films_change_their_list(changes, northants, picture):
    films = films_of(northants, picture)
    assert changes(lambda: films.film.save_revision().publish()) == {films.film.url, "/films/", "/"}


def test_a_page_that_lists_those_beneath_it_changes_with_them_and_no_other_does(changes, northants):
    advice = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Keep safe.", show_children=True))
    bikes = publish(advice, ContentPage(title="Bikes", slug="bikes", summary="Lock them."))
    locks = publish(bikes, ContentPage(title="Locks", slug="locks", summary="Two of them."))
    assert changes(lambda: locks.save_revision().publish()) == {locks.url}
    assert changes(lambda: bikes.save_revision().publish()) == {bikes.url, advice.url}
