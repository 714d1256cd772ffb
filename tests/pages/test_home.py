"""The home page: an editor chooses its sections, and each shows what the page that it names says now."""

import pytest

from news.models import NewsIndexPage
from policesite import clock
from policesite.pages.models import ContentPage, HomePage
from staff_profiles.models import StaffRecognitionPage
from tests.conftest import publish
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of, london
from tests.films.making import films_of
from tests.news.conftest import article
from tests.staff_profiles.conftest import campaign_of, profile_of

NOON = london(2026, 3, 10, 12)  # the second day of the campaign, a Tuesday


def main_of(client, **extra) -> str:
    answer = client.get("/", **extra)
    assert answer.status_code == 200
    return answer.content.decode().partition('id="main"')[2].partition("<footer")[0]


def show(home, *sections) -> HomePage:
    page = HomePage.objects.get(pk=home.pk)
    page.sections = list(sections)
    page.save_revision().publish()
    return page


@pytest.fixture
def noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def news(northants):
    return publish(northants.home, NewsIndexPage(title="News", slug="news", summary="Stories."))


@pytest.fixture
def desk(northants):
    desk = add_desk(desks_page_of(northants))
    add_hours(desk)
    return desk


@pytest.fixture
def recognition(northants):
    return publish(northants.home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thanks."))


def latest(page, count=4):
    return ("latest", {"heading": "Latest news", "page": page, "count": count, "link_text": "All news"})


def task(title, page=None, service=""):
    return {"title": title, "text": "What it is.", "icon": "form", "page": page, "service": service}


def test_a_postcode_is_posted_to_the_finder_so_that_no_address_holds_it(client, northants):
    content = main_of(client)
    assert '<form class="field" action="/neighbourhoods/find/" method="post"' in content
    assert 'name="q" autocomplete="off"' in content


def test_the_strip_tells_999_and_101_apart_and_whether_the_desk_is_open(client, northants, desk, noon):
    show(northants.home, ("contact", {"page": desk}))
    content = main_of(client)
    for shown in ("<b>999</b>", "<b>101</b>", "Campbell Square", "Open now, closes 5pm"):
        assert shown in content
    assert "Report online" not in content
    northants.force.report_url = "https://report.example/"
    northants.force.save()
    assert 'href="https://report.example/"' in main_of(client)


def test_the_strip_stands_without_a_desk(client, northants, desk):
    show(northants.home, ("contact", {"page": desk}))
    desk.unpublish()
    content = main_of(client)
    assert "<b>999</b>" in content
    assert "Visit a desk" not in content


def test_the_latest_news_is_a_lead_and_cards(client, northants, news, noon):
    for number in range(5):
        article(news, f"Story {number}", at=london(2026, 3, 1 + number))
    show(northants.home, latest(news, count=3))
    content = main_of(client)
    assert content.index("Story 4") < content.index("Story 3") < content.index("Story 2")
    assert "Story 1" not in content
    assert 'class="lead"' in content
    assert 'href="/news/">All news' in content


def test_a_section_with_nothing_to_show_is_left_out(client, northants, news, recognition):
    show(northants.home, latest(news), ("spotlight", {"heading": "Staff", "page": recognition}), ("tasks", {"heading": "Do", "tasks": []}))
    assert main_of(client).count("<section") == 1  # the hero


def test_sections_stand_in_the_editor_s_order(client, northants, news):
    article(news)
    tasks = ("tasks", {"heading": "What do you need to do?", "tasks": [task("Read", page=news)]})
    show(northants.home, tasks, latest(news))
    first = main_of(client)
    show(northants.home, latest(news), tasks)
    second = main_of(client)
    assert first.index("What do you need") < first.index("Latest news")
    assert second.index("Latest news") < second.index("What do you need")


def test_tasks_lead_to_pages_or_to_the_force_s_services_and_never_nowhere(client, northants):
    advice = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Advice."))
    gone = publish(northants.home, ContentPage(title="Gone", slug="gone", summary="Gone."))
    northants.force.report_url = "https://report.example/"
    northants.force.save()
    tasks = [
        task("Get advice", page=advice),
        task("Report it", service="report"),
        task("Apply", service="jobs"),
        task("Nothing"),
        task("Gone", page=gone),
    ]
    show(northants.home, ("tasks", {"heading": "Do", "tasks": tasks}))
    gone.unpublish()
    content = main_of(client)
    assert '<a href="/advice/">Get advice</a>' in content
    assert '<a href="https://report.example/">Report it</a>' in content
    for nowhere in ("Apply", "Nothing", "Gone"):
        assert nowhere not in content


def test_the_profile_of_the_day_stands_in_large_letters(client, northants, recognition):
    week = campaign_of(recognition)
    profile_of(week, 10, quote="They are the heart of it.", quote_by="A sergeant")
    profile_of(week, 11, quote="Tomorrow’s words.", quote_by="A sergeant")
    show(northants.home, ("spotlight", {"heading": "Staff", "page": recognition}))
    with clock.at(NOON):
        content = main_of(client)
    assert "Staff week, day 2 of 7" in content
    assert "“They are the heart of it.”" in content
    assert "Tomorrow" not in content


def test_the_film_is_offered_in_each_of_its_languages(client, northants, picture):
    film = films_of(northants, picture).film
    show(northants.home, ("film", {"heading": "A film", "text": "Watch it.", "page": film, "messaging": True}))
    content = main_of(client)
    assert 'lang="ur" dir="rtl"' in content
    assert "Sign up" not in content  # the force has no messaging service
    northants.force.messaging_name, northants.force.messaging_url = "Northamptonshire Talking", "https://talking.example/"
    northants.force.save()
    assert 'href="https://talking.example/"' in main_of(client)


def test_nothing_of_another_force_is_shown(client, northants, elsewhere):
    theirs = publish(elsewhere.home, NewsIndexPage(title="News", slug="news", summary="Theirs."))
    article(theirs, "Their story")
    show(northants.home, latest(theirs))
    assert "Their story" not in main_of(client)


@pytest.mark.parametrize("count", [5, 60])
def test_it_asks_the_database_the_same_however_much_there_is(
    client, northants, news, desk, recognition, picture, noon, count, django_assert_num_queries
):
    for number in range(count):
        article(news, f"Story {number}", hero=picture)
    profile_of(campaign_of(recognition), 10, portrait=picture)
    film = films_of(northants, picture).film
    show(
        northants.home,
        ("contact", {"page": desk}),
        ("tasks", {"heading": "Do", "tasks": [task(f"Task {number}", page=news) for number in range(6)]}),
        latest(news),
        ("spotlight", {"heading": "Staff", "page": recognition}),
        ("film", {"heading": "A film", "text": "Watch it.", "page": film, "messaging": True}),
    )
    main_of(client)  # the first request of a process fills Wagtail's own caches
    with django_assert_num_queries(11):
        content = main_of(client)
    for shown in ("Open now", "Story", "day 2 of 7", 'lang="ur"', "Task 5"):
        assert shown in content


def test_an_editor_can_open_it(admin_client, northants, news, desk):
    home = show(northants.home, latest(news), ("contact", {"page": desk}))
    assert admin_client.get(f"/admin/pages/{home.pk}/edit/").status_code == 200
