"""The sections of the home page. Each names a page at most, and shows what that page has to say of itself (cards.py).

A section reads its stored value, in which a page is a number: the home page finds all the pages that its sections
name in one statement, where Wagtail's choosers would ask once a section.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from wagtail import blocks
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.models import Page

from policesite.blocks.field import BodyField

ICONS = [
    ("report", "Paper"), ("chat", "Speech bubble"), ("form", "Form"), ("bell", "Bell"), ("user", "Person"), ("phone", "Telephone"),
    ("pin", "Map pin"), ("clock", "Clock"), ("calendar", "Calendar"), ("bus", "Beat Bus"), ("mail", "Envelope"), ("search", "Magnifying glass"),
    ("film", "Film"), ("info", "Information"),
]  # fmt: skip
SERVICES = [
    ("report", "Reporting online"),
    ("complaints", "Thanks and complaints"),
    ("foi", "Freedom of information"),
    ("jobs", "Jobs and volunteering"),
    ("messaging", "Community messaging"),
]


class Section(NamedTuple):
    """What a template of templates/pages/sections shows, and the pictures in it."""

    template: str
    value: dict
    pictures: list


class SectionBlock(StructBlock):
    """A section is left out where `shown` gives None: what it is about is not public, or says nothing now."""

    def shown(self, value: dict, force) -> dict | None:
        return value

    def pictures(self, shown: dict) -> list:
        """Every picture in what `shown` gave, so that the files of all sections' pictures are fetched together."""
        return []


class ContactBlock(SectionBlock):
    """999, 101, reporting online, and a desk with its state at this moment."""

    page = blocks.PageChooserBlock("enquiry_desks.EnquiryDeskPage", required=False, label="Desk")

    def shown(self, value, force):
        return value | {"desk": value["page"] and value["page"].specific}

    class Meta:
        icon = "mobile-alt"
        label = "999 and 101"
        template = "pages/sections/contact.html"


class TaskBlock(StructBlock):
    title = blocks.CharBlock(max_length=50)
    text = blocks.CharBlock(max_length=100)
    icon = blocks.ChoiceBlock(choices=ICONS, default="form")
    page = blocks.PageChooserBlock(required=False)
    service = blocks.ChoiceBlock(
        choices=SERVICES, required=False, help_text="Where no page is chosen: a service whose address is in the force’s settings."
    )

    class Meta:
        icon = "link"


class TasksBlock(SectionBlock):
    """What people come to do."""

    heading = blocks.CharBlock(max_length=60, default="What do you need to do?")
    tasks = blocks.ListBlock(TaskBlock(), max_num=9)

    def shown(self, value, force):
        """Only tasks that lead somewhere."""
        tasks = [task | {"url": self.address(task, force)} for task in value["tasks"]]
        leading = [task for task in tasks if task["url"]]
        return value | {"tasks": leading} if leading else None

    @staticmethod
    def address(task: dict, force) -> str:
        return task["page"].url if task["page"] else getattr(force, f"{task.get('service')}_url", "")

    class Meta:
        icon = "tasks"
        template = "pages/sections/tasks.html"


class LatestBlock(SectionBlock):
    """The newest cards of an index page: the news, for example."""

    heading = blocks.CharBlock(max_length=60, default="Latest news")
    page = blocks.PageChooserBlock(label="Index page")
    count = blocks.IntegerBlock(min_value=1, max_value=10, default=4)
    link_text = blocks.CharBlock(max_length=30, default="All news")

    def shown(self, value, force):
        index = value["page"] and value["page"].specific_deferred  # an index needs nothing of its own to find its cards
        cards = index.cards(value["count"]) if hasattr(index, "cards") else []
        return value | {"lead": cards[0], "cards": cards[1:]} if cards else None

    def pictures(self, shown):
        return [card.image for card in (shown["lead"], *shown["cards"])]

    class Meta:
        icon = "list-ul"
        template = "pages/sections/latest.html"


class SpotlightBlock(SectionBlock):
    """Whatever the chosen page puts in the spotlight now: the profile of the day."""

    heading = blocks.CharBlock(max_length=60, default="Staff recognition", help_text="For screen readers.")
    page = blocks.PageChooserBlock("staff_profiles.StaffRecognitionPage")

    def shown(self, value, force):
        spotlight = value["page"] and value["page"].specific_deferred.spotlight
        return value | {"spotlight": spotlight} if spotlight else None

    def pictures(self, shown):
        return [shown["spotlight"].image]

    class Meta:
        icon = "user"
        label = "Today’s profile"
        template = "pages/sections/spotlight.html"


class FilmBlock(SectionBlock):
    """A film in all its languages, and beside it the sign-up for messages from local officers."""

    heading = blocks.CharBlock(max_length=60)
    text = blocks.TextBlock(max_length=300)
    page = blocks.PageChooserBlock("films.FilmPage", required=False, label="Film")
    messaging = blocks.BooleanBlock(required=False, default=True, label="With the sign-up for messages")

    def shown(self, value, force):
        film = value["page"] and value["page"].specific_deferred
        return value | {"film": film} if film or (value["messaging"] and force.messaging_url) else None

    class Meta:
        icon = "media"
        label = "Film and messages"
        template = "pages/sections/film.html"


class SectionsBlock(StreamBlock):
    contact = ContactBlock()
    tasks = TasksBlock()
    latest = LatestBlock()
    spotlight = SpotlightBlock()
    film = FilmBlock()


class SectionsField(BodyField):
    vocabulary = SectionsBlock


def named_pages(stored: Any) -> set[int]:
    """The keys of all pages that a stored value names."""
    if isinstance(stored, dict):
        own = {stored["page"]} if isinstance(stored.get("page"), int) else set()
        return own.union(*map(named_pages, stored.values()))
    return set().union(*map(named_pages, stored)) if isinstance(stored, list) else set()


def filled(stored: Any, pages: dict[int, Page]) -> Any:
    """A stored value with the pages themselves in it; None for one that is not public."""
    if isinstance(stored, dict):
        return {name: pages.get(value) if name == "page" else filled(value, pages) for name, value in stored.items()}
    return [filled(item["value"], pages) for item in stored] if isinstance(stored, list) else stored
