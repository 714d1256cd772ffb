"""What is said of a story that was brought: why it waits, and what an editor must look at in it."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.urls import reverse

from news.importing.judging import ABOUT_A_CASE
from news.looks import Look
from news.models import NewsArticlePage
from policesite.delivery.templatetags.house import clock_time, full_date

from .markup import Body
from .standfirst import has_words
from .stories import Story

FIRST_DAY = datetime(1990, 1, 1, tzinfo=UTC)  # no site of the police is older; migrations/0010 holds every page to it
FURTHEST = timedelta(days=365)  # what is planned for later than that is a slip of the pen
FILMS = ("iframe", "video", "[video]", "[youtube]", "[vimeo]", "[embed]")
FILM = " A film needs a page of its own, with captions."


def likely_date(story: Story, now: datetime) -> datetime | None:
    """When it was published there, or is to be; None where that cannot be right."""
    return story.published if story.published and FIRST_DAY <= story.published <= now + FURTHEST else None


def hold(story: Story, body: Body, doubt: Look | None, now: datetime) -> tuple[Look, str] | None:
    """Why it waits as a draft for an editor."""
    if story.published is None:
        return Look.UNDATED, "it has no date that can be read"
    if not likely_date(story, now):
        return Look.UNDATED, f"its date, {story.published.date().isoformat()}, can't be right"
    if doubt:
        return doubt, doubt.label
    return None if has_words(story, body) else (Look.WORDLESS, Look.WORDLESS.label)


def waits(page: NewsArticlePage, why: str) -> str:
    """That the story waits, or, where it is public, its update."""
    return f"“{page.title}” stays public as it was, and its update is a draft: {why}." if page.live else f"“{page.title}” is a draft: {why}."


def comes_out(title: str, moment: datetime) -> str:
    return f"“{title}” goes live by itself on {full_date(moment)} at {clock_time(moment)}."


def on_its_words(story: Story, body: Body) -> list[tuple[Look, str]]:
    """Of a story that may be public."""
    found = [(Look.LEFT_OUT, f"“{story.title}”: {name} was left out.{FILM if name.split()[0] in FILMS else ''}") for name in body.left_out]
    if ABOUT_A_CASE.search(story.title):
        found.append((Look.OUTCOME, f"“{story.title}” tells of a case: see that its outcome, and who is named, is still right."))
    return found


def screen_of(page_id: int) -> str:
    """Where an editor opens the page."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page_id])}"
