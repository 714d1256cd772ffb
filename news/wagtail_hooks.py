from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button

from news import brought, notes, views  # noqa: F401  brought registers its own hooks
from news.models import NewsArticlePage, UpdateNote
from news.structured import for_sitemap
from policesite.delivery.coming import Changes
from policesite.naming.silencing import delete
from policesite.pages.cards import Card

hooks.register("due_items", notes.due)
hooks.register("sitemap_details", for_sitemap)


@hooks.register("refusals")
def refusals_told_to_editors() -> list[str]:
    """The constraint of migrations/0009, whose message is a sentence."""
    return ["appeal_picture_of_person"]


@hooks.register("neighbourhood_news")
def news_of_the_area(area, limit: int) -> list[Card]:
    """For the team page of `area`: the newest stories that name it."""
    return [article.card for article in NewsArticlePage.objects.filter(areas=area).listed().newest_first().with_pictures()[:limit]]


@hooks.register("register_admin_urls")
def addresses():
    return [path("appeals/<int:page_id>/close/", views.close_appeal, name="news-close-appeal")]


@hooks.register("register_page_header_buttons")
def close_button(page, user, view_name, next_url=None):
    if isinstance(page, NewsArticlePage) and page.asks_for_help and user.has_perm("pages.hold_pagestate"):
        yield Button("Found, arrested or closed", reverse("news-close-appeal", args=[page.pk]), icon_name="check", priority=61)


@hooks.register("register_log_actions")
def what_is_logged(actions):
    actions.register_action("news.close", "Close appeal", "The appeal was closed: the name and the pictures left the site")


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    return {"news.FormerAddress": "digests", "news.Origin": "what imports know a story by"}


@hooks.register("silence_rows")
def silence_topics() -> dict:
    return {"news.Topic": delete}


@hooks.register("coming_changes")
def notes_that_are_told() -> list[Changes]:
    notes = UpdateNote.objects.filter(page__live=True).select_related("page")
    return [Changes(notes, "at", lambda note: f"“{note.page}” has a new note")]
