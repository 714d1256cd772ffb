"""The day of a story: one that can be right, and that has come."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import Page

from news.models import NewsArticlePage
from news.tally import month_of
from policesite import clock
from policesite.delivery.schedule import run_due
from tests.news.conftest import article
from tests.news.old_site import item, only


def test_a_story_from_long_ago_or_far_ahead_waits_and_the_news_stays_up(client, news, bring):
    wrong = (
        "0001-01-01T00:00:00Z",
        "0500-01-01T00:00:00Z",
        "1066-10-14T09:00:00Z",
        "1989-12-31T23:59:59Z",
        "2224-03-05T09:00:00Z",
        "9999-12-31T23:59:59Z",
    )
    said = bring(
        only(*(item(f"Written in {date}", date, date) for date in wrong), item("In 1990", "a", "1990-01-01T00:00:00Z"), item("বাংলা", "b", wrong[0]))
    )
    for date in wrong:
        assert f"“Written in {date}” is a draft: its date, {date[:10]}, can't be right." in said
    assert set(NewsArticlePage.objects.filter(live=True).values_list("title", flat=True)) == {"In 1990"}
    assert not NewsArticlePage.objects.exclude(title="In 1990").exclude(first_published_at=None, go_live_at=None).exists()
    html = client.get("/news/").content.decode()
    assert "January 1990" in html and client.get("/news/?month=1990-01").status_code == 200


def test_no_page_is_older_than_the_archive_of_months_reaches(index):
    page = article(index, at=datetime(2026, 10, 1, tzinfo=UTC))
    for moment in (datetime(500, 1, 1, tzinfo=UTC), datetime(1989, 12, 31, 23, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)):
        with pytest.raises(IntegrityError, match="first_published_in_our_time"), transaction.atomic():
            Page.objects.filter(pk=page.pk).update(first_published_at=moment)
    assert month_of(datetime(500, 1, 2, tzinfo=UTC)) == "0500-01"


def test_a_story_dated_for_tomorrow_comes_out_by_itself_when_its_moment_has_come(client, news, bring, monkeypatch):
    now = datetime.now(UTC).replace(microsecond=0)  # Wagtail asks its own clock
    moment = now + timedelta(days=1)
    feed = only(item("From tomorrow", "f", format_datetime(moment)), item("Missing: Jane Sample", "j", format_datetime(moment)))
    with clock.at(now):
        said = bring(feed)
    page, appeal = NewsArticlePage.objects.order_by("title")
    assert "“From tomorrow” goes live by itself on " in said and "“Missing: Jane Sample” is a draft: it may ask" in said
    assert (page.live, page.first_published_at, page.go_live_at) == (False, None, moment) and page.scheduled_revision
    assert (appeal.live, appeal.first_published_at, appeal.go_live_at) == (False, None, moment) and not appeal.scheduled_revision
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    with clock.at(moment + timedelta(minutes=1)):
        run_due(moment, set())
        assert client.get(page.url).status_code == 200 and client.get(f"/news/{appeal.slug}/").status_code == 404
        assert "2 unchanged" in bring(feed)
    assert NewsArticlePage.objects.get(live=True).first_published_at == moment
