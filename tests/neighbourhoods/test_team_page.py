"""The team page says who, what they do and where to meet them, and never stays blank."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail import hooks
from wagtail.test.utils import WagtailPageTestCase

from neighbourhoods.models import NeighbourhoodIndexPage, NeighbourhoodPage, Vehicle
from news.models import NewsArticlePage, NewsIndexPage
from policesite import clock
from policesite.pages.cards import Card
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of
from tests.neighbourhoods.conftest import TODAY, area, event, officer, place, posting, priority

HEATH = "/neighbourhoods/kings-heath/"


def content_of(client, address=HEATH):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def test_people_and_what_they_do_come_before_the_map_of_places(client, county):
    posting(officer(county.force), county.heath, "named")
    priority(county.heath).updates.create(we_did="Four bikes seized.", done_on=date(2026, 11, 20))
    event(county.heath)
    place(county.force, "Dallington", county.heath)
    content = content_of(client)
    order = ["999", "PC Daniel Whitlock", "You said", "Agreed", "We did", "Four bikes seized.", "Update due", "Surgery at the library", "Dallington"]
    main = content[content.index("<main") :]
    places = [main.index(text) for text in order]
    assert places == sorted(places)


def test_the_named_officer_is_first_then_from_the_sergeant_down(client, county):
    for name, rank, role in (("Tom Bellamy", "pcso", "pcso"), ("Priya Nair", "sergeant", "sergeant"), ("Ana Lis", "pc", "named")):
        posting(officer(county.force, name, rank), county.heath, role)
    content = content_of(client)
    assert content.index("Ana Lis") < content.index("Priya Nair") < content.index("Tom Bellamy")
    assert content.count("Your named officer") == 1


def test_what_an_officer_says_about_themselves_stands_beside_their_name(client, county):
    posting(officer(county.force, bio="Speaks Punjabi & Hindi."), county.heath, "named")
    content = content_of(client)
    assert content.count("<p>Speaks Punjabi &amp; Hindi.</p>") == 1
    posting(officer(county.force, "Ana Lis"), county.heath)
    assert "<p></p>" not in content_of(client)


def test_a_move_is_right_at_midnight_on_both_pages(client, county):
    someone = officer(county.force)
    posting(someone, county.heath, "named", ends=date(2026, 12, 1))
    posting(someone, county.duston, "named", starts=date(2026, 12, 1))
    before, after = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    for moment, here, there in ((before, True, False), (after, False, True)):
        with clock.at(moment):
            assert ("Daniel Whitlock" in content_of(client)) is here
            assert ("Daniel Whitlock" in content_of(client, "/neighbourhoods/duston/")) is there


def test_an_officers_picture_is_public_only_while_they_are_posted(client, county, picture):
    someone = officer(county.force, photo=picture, photo_agreed_on=TODAY)
    address = picture.largest.url
    assert client.get(address).status_code == 404
    stays = posting(someone, county.heath, ends=date(2026, 12, 1))
    assert address in content_of(client)
    assert client.get(address).status_code == 200
    with clock.at(datetime(2026, 12, 1, tzinfo=UTC)):
        assert client.get(address).status_code == 404
    county.heath.unpublish()
    assert client.get(address).status_code == 404
    assert stays.officer == someone


def test_without_a_named_officer_the_sergeant_answers(client, county):
    posting(officer(county.force, "Priya Nair", "sergeant"), county.heath, "sergeant")
    assert "Until then Sergeant Priya Nair answers for it" in content_of(client)


def test_without_anybody_the_page_still_says_whom_to_ask(client, county):
    content = content_of(client)
    assert "write to team@example.police.uk or call 101" in content
    assert "choosing its next priorities" in content
    assert "No surgery or Beat Bus stop is fixed yet" in content


def test_a_meeting_that_is_over_is_gone_and_one_called_off_stays_as_such(client, county):
    event(county.heath, "Last week", 17)
    event(county.heath, "Going on now", 24, ends=datetime(2026, 11, 24, 12, 11, tzinfo=UTC))
    event(county.heath, "Called off", 27, status="cancelled", change_note="The hall has flooded.")
    content = content_of(client)
    assert "Last week" not in content
    assert "Going on now" in content
    assert "<s>Called off</s>" in content and "Cancelled" in content and "The hall has flooded." in content


def test_a_finished_priority_stays_for_four_months_with_its_outcome(client, county):
    priority(county.heath, title="Van thefts", closed_on=TODAY - timedelta(days=119), outcome="Two people were charged.")
    priority(county.heath, title="Old matter", closed_on=TODAY - timedelta(days=121), outcome="Long done.")
    content = content_of(client)
    assert "Van thefts" in content and "Two people were charged." in content
    assert "Old matter" not in content


def test_a_correction_is_a_new_row_shown_as_such_and_what_was_said_stays(client, county):
    ours = priority(county.heath)
    wrong = ours.updates.create(we_did="Two bikes seized.", done_on=date(2026, 11, 20))
    ours.updates.create(we_did="Three bikes seized.", done_on=date(2026, 11, 21), corrects=wrong)
    content = content_of(client)
    assert "<dt>Correction</dt><dd>Three bikes seized." in content
    said = content[content.index("Two bikes seized.") :]
    assert said.index("(corrected since)") < said.index("</dd>")
    assert content.count("(corrected since)") == 1


def test_only_something_done_about_the_same_priority_can_be_put_right(county):
    mine, other = priority(county.heath), priority(county.duston)
    wrong = other.updates.create(we_did="Two bikes seized.", done_on=date(2026, 11, 20))
    with pytest.raises(IntegrityError, match="same priority"), transaction.atomic():
        mine.updates.create(we_did="Three.", done_on=date(2026, 11, 21), corrects=wrong)


def test_the_order_is_people_then_work_then_meetings_then_desk_then_messages_then_news_then_the_map(client, county, drawn):
    desk = add_desk(desks_page_of(county))
    add_hours(desk)
    set_on(county.heath, nearest_desk=desk, checked_by="Neighbourhood sergeant", checked_on=TODAY)
    type(county.force).objects.update(messaging_name="Northamptonshire Talking", messaging_url="https://talking.example")
    with hooks.register_temporarily("neighbourhood_news", lambda page, limit: [Card("Bikes found", "/news/bikes/")]):
        content = content_of(client)
    order = ["Check your postcode", "in an emergency", "Your team", "Contact the team</h2>", "We reply within 72 hours", "What we’re working on", "Meet us</h2>",
             "Nearest enquiry desk", "Sign up", "Local news</h2>", "Where we cover</h2>", "area__map--phone", "Last checked by the neighbourhood sergeant on"]  # fmt: skip
    main = content[content.index("<main") :]
    places = [main.index(text, main.index("<h1")) for text in order]
    assert places == sorted(places), dict(zip(order, places, strict=True))
    assert "talking.example?" not in content and 'href="https://talking.example"' in content  # nothing about anybody is handed over


def test_the_areas_beside_it_are_links(client, county, drawn):
    assert '<a href="/neighbourhoods/duston/">Duston</a>' in content_of(client)


def test_an_area_without_a_map_still_has_a_page(client, county):
    area(county.index, county.force, "New area", "NN03", at=(0, 51))
    content = content_of(client, "/neighbourhoods/new-area/")
    assert "maps/" not in content


def test_the_map_can_be_kept_for_a_year_and_a_wrong_address_is_not_found(client, county, drawn):
    content = content_of(client)
    address = content.split('src="/neighbourhoods/maps/')[1].split('"')[0]
    answer = client.get(f"/neighbourhoods/maps/{address}")
    assert answer["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer["Cache-Control"]
    assert client.get(f"/neighbourhoods/maps/{'0' * 32}-light.svg").status_code == 404
    assert client.get("/neighbourhoods/maps/../secret.svg").status_code == 404


def test_local_news_comes_from_whoever_registers_it(client, county):
    def news(page, limit):
        return [Card(f"Bikes found in {page.title}", "/news/bikes/")] * limit

    with hooks.register_temporarily("neighbourhood_news", news):
        content = content_of(client)
    assert content.count("Bikes found in Kings Heath") == 3
    assert "Local news" not in content_of(client)


def test_the_index_lists_each_area_and_links_it_on_the_map(client, county, drawn):
    content = content_of(client, "/neighbourhoods/")
    assert content.count('href="/neighbourhoods/kings-heath/"') == 2
    assert "<title>Kings Heath</title>" in content
    assert 'action="/neighbourhoods/find/"' in content


def test_another_forces_areas_are_not_listed_here(client, county, elsewhere):
    index = publish(elsewhere.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Find your team."))
    area(index, elsewhere.force, "Other town", "E1", at=(1, 51))
    assert "Other town" not in content_of(client, "/neighbourhoods/")


def test_an_area_that_is_not_public_is_on_no_list_and_not_beside_any(client, county, drawn):
    county.duston.unpublish()
    assert "Duston" not in content_of(client)
    assert "Duston" not in content_of(client, "/neighbourhoods/")


def test_the_nearest_desk_is_there_with_its_state_now_and_how_far_it_is(client, county):
    desks = desks_page_of(county)
    desk = add_desk(desks)
    add_hours(desk)
    set_on(county.heath, nearest_desk=desk, longitude=-0.92, latitude=52.257)
    content = content_of(client)
    assert "Campbell Square, about 2 miles" in content
    assert "Open now" in content
    desk.unpublish()
    assert "Campbell Square" not in content_of(client)


def set_on(page, **fields):
    NeighbourhoodPage.objects.filter(pk=page.pk).update(**fields)


def fill(county, page, picture, bus, many):
    """As much of everything as `many` says, and a desk and three stories."""
    for n in range(many):
        someone = officer(county.force, f"Officer {n}", photo=picture, photo_agreed_on=TODAY)
        posting(someone, page, "named" if n == 0 else "constable")
        place(county.force, f"{page.title} place {n}", page)
        event(
            page,
            f"Stop {n}",
            26,
            kind="beat_bus",
            vehicle=bus,
            starts=datetime(2026, 12, 1, n, tzinfo=UTC),
            ends=datetime(2026, 12, 1, n + 1, tzinfo=UTC),
        )
    for n in range(min(many, 3)):
        one = priority(page, n + 1, f"Priority {n}")
        for day in range(1, many):
            one.updates.create(we_did=f"Did {day}", done_on=date(2026, 11, day))


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


def test_a_team_page_asks_the_database_the_same_however_much_there_is(client, county, drawn, picture):
    desk = add_desk(desks_page_of(county))
    add_hours(desk)
    stories = publish(county.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    for page, many in ((county.heath, 2), (county.duston, 12)):
        set_on(page, nearest_desk=desk)
        fill(county, page, picture, Vehicle.objects.create(force=county.force, name=f"Beat Bus {many}"), many)
        for n in range(min(many, 3)):
            story = publish(stories, NewsArticlePage(title=f"{page.title} {n}", summary="Bikes found.", hero=picture))
            story.areas.add(page)
            story.save()
    few, many = queries(client, HEATH), queries(client, "/neighbourhoods/duston/")
    assert len(few) == len(many) == 14, "\n".join(many)


def test_the_index_asks_the_same_however_many_areas_there_are(client, county, drawn):
    few = queries(client, "/neighbourhoods/")
    for n in range(5):
        area(county.index, county.force, f"Area {n}", f"X{n}", at=(n, 51))
    many = queries(client, "/neighbourhoods/")
    assert len(few) == len(many) == 6, "\n".join(many)


@pytest.mark.usefixtures("on_a_tuesday_in_november")
class TestPageTypes(WagtailPageTestCase):
    @pytest.fixture(autouse=True)
    def _county(self, county):
        self.county = county

    def test_they_stand_where_they_belong_and_can_be_shown_reached_edited_and_previewed(self):
        self.assertAllowedParentPageTypes(NeighbourhoodPage, {NeighbourhoodIndexPage})
        self.assertAllowedSubpageTypes(NeighbourhoodPage, {})
        self.assertAllowedSubpageTypes(NeighbourhoodIndexPage, {NeighbourhoodPage})
        for page in (self.county.index, self.county.heath):
            self.assertPageIsRenderable(page)
            self.assertPageIsRoutable(page)
            self.assertPageIsEditable(page)
            self.assertPageIsPreviewable(page)
