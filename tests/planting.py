"""Somebody's name in every place of the site that can hold one, in every spelling: what one action must take out."""

import unicodedata
from datetime import date, timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile

from enquiry_desks.models import Closure, DayException, DeskService
from neighbourhoods.models import Event, NeighbourhoodIndexPage, NeighbourhoodPage, Officer, Posting, Priority, PriorityUpdate, Vehicle
from news.models import NewsArticlePage, NewsIndexPage, Topic, UpdateNote
from policesite import clock
from policesite.files.models import SiteDocument
from policesite.images.models import SiteImage
from policesite.notices.models import SiteAlert
from policesite.pages.models import ContentPage, PageState
from policesite.search.models import PromotedAnswer
from tests.conftest import picture_bytes, publish
from tests.enquiry_desks.conftest import add_desk, add_hours, desks_page_of

SURNAME = "quillfeather"
NAME = "Zoë Quillfeather"
WRITTEN = {  # slug: what its only text says
    "bold": "<p>We look for <b>Zoë</b> Quillfeather.</p>",
    "in-a-word": "<p>We look for Zoë Quill<i>feather</i>.</p>",
    "middle": "<p>Zoë Anna Quillfeather was here.</p>",
    "surname-first": "<p>QUILLFEATHER, Zoë: seen at noon.</p>",
    "apart": f"<p>{unicodedata.normalize('NFD', NAME)} again.</p>",
    "unseen": "<p>Zoë\u00a0Quill\u00adfea\u200bther again.</p>",
    "linked": '<p><a href="https://example.org/zo%C3%AB-quillfeather/">Their page</a>.</p>',
    "family": "<p>Zoë and Max Quillfeather’s door.</p>",
}


def plain(content: bytes) -> str:
    """What a reader, or a search engine, takes it for."""
    text = unicodedata.normalize("NFKD", content.decode(errors="replace"))
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf")).lower().replace("<i>", "").replace("</i>", "")


def saying(pages: dict[str, bytes]) -> set[str]:
    """The addresses at which the surname stands."""
    return {address for address, content in pages.items() if SURNAME in plain(content)}


def plant(place) -> SimpleNamespace:
    """The name on pages, and on what stays up: a team, a desk, a withdrawn page, search. Returns what a test looks at again."""
    news = NewsIndexPage.objects.first() or publish(place.home, NewsIndexPage(title="News", slug="news", summary="Stories."))
    for slug, text in WRITTEN.items():
        story = publish(news, NewsArticlePage(title=f"A story, {slug}", slug=slug, summary="A summary.", body=[("text", text)]))
    story.create_alias(parent=news, update_slug="shown-again")
    publish(news, NewsArticlePage(title="Nothing else", slug="seen-zoe-quillfeather", summary="A summary."))
    noted = publish(news, NewsArticlePage(title="Noted", slug="noted", summary="A summary."))
    UpdateNote.objects.create(page=noted, text=f"{NAME} is safe.")
    news.summary = f"What we do, and what {NAME} does."
    news.save_revision().publish()
    return SimpleNamespace(team=_team(place), desk=_desk(place), **_elsewhere(place, news))


def _team(place) -> NeighbourhoodPage:
    teams = publish(place.home, NeighbourhoodIndexPage(title="Your area", slug="neighbourhoods", summary="Every team."))
    team = publish(teams, NeighbourhoodPage(title="Kings Heath", slug="kings-heath", code="NN01", summary=f"The team of {NAME}.", force=place.force))
    days = {"agreed_on": clock.today(), "update_due": clock.today()}
    looking = Priority.objects.create(
        neighbourhood=team, place=1, title="Looking", you_said="Go on.", next_step=f"Search the park for {NAME}.", **days
    )
    PriorityUpdate.objects.create(priority=looking, done_on=clock.today(), we_did=f"Asked at every door about {NAME}.")
    Priority.objects.create(neighbourhood=team, place=2, title=f"Find {NAME}", you_said=f"Where is {NAME}?", **days)
    hours = {"starts": clock.now() + timedelta(hours=1), "ends": clock.now() + timedelta(hours=2)}
    Event.objects.create(neighbourhood=team, kind="meeting", title=f"Search for {NAME}", venue="The park", notes=f"{NAME} wore red.", **hours)
    bus = Vehicle.objects.create(force=place.force, name=f"{NAME} bus")
    Event.objects.create(neighbourhood=team, kind="beat_bus", vehicle=bus, title="Bus", venue=f"At the house of {NAME}", **hours)
    warden = Officer.objects.create(force=place.force, name="Kim Sample", rank="pc", bio=f"Looks for {NAME}.")
    Posting.objects.create(officer=warden, neighbourhood=team, role="pcso", starts=date(2026, 1, 1))
    return team


def _desk(place):
    desk = add_desk(desks_page_of(place))
    add_hours(desk, days=range(7))
    DayException.objects.create(desk=desk, day=clock.today() + timedelta(days=2), reason=f"Search for {NAME}")
    Closure.objects.create(desk=desk, reason=f"All look for {NAME}", note=f"{NAME} is missing.")
    quiet = add_desk(desk.get_parent(), "Corby", slug="corby")
    DeskService.objects.create(desk=quiet, service="report", note=f"Ask about {NAME}.")
    return desk


def _elsewhere(place, news) -> dict:
    file = SiteDocument.objects.create(title=f"Poster of {NAME}", file=ContentFile(b"%PDF-1.4", "zoe-quillfeather.pdf"))
    files = publish(place.home, ContentPage(title="Files", slug="files", summary="Files.", body=[("files", {"heading": "Files", "files": [file]})]))
    section = publish(place.home, ContentPage(title="Section", slug="section", summary=f"For {NAME}.", body=[("text", f"<p>And {NAME}.</p>")]))
    publish(section, ContentPage(title="Beneath", slug="beneath", summary="It names nobody."))
    withdrawn = publish(place.home, ContentPage(title="Withdrawn", slug="withdrawn", summary="It was."))
    PageState.objects.create(page=withdrawn, withdrawn_at=clock.now(), withdrawn_why=f"{NAME} asked for it.")
    PromotedAnswer.objects.create(
        site=place.site, words="missing", title=f"Have you seen {NAME}?", text="Call.", link="https://example.org/", often=True
    )
    PromotedAnswer.objects.create(site=place.site, words="101", title="Call 101", text=f"About {NAME}, too.", link="https://example.org/", often=True)
    topic = Topic.objects.create(name=f"The case of {NAME}", slug="zoe-quillfeather")
    tagged = NewsArticlePage(title="Tagged", slug="tagged", summary="A summary.")
    tagged.topics.set([topic])
    publish(news, tagged)
    SiteAlert.objects.create(force=place.force, heading="Help", text=f"Find {NAME}.", ends=clock.now() + timedelta(days=1))
    snap = {"file": ContentFile(picture_bytes(33, 21), "p.png")}
    shown = SiteImage.objects.create(title="A snap", description="ZOË QUILLFEATHER waving.", **snap)
    credited = SiteImage.objects.create(title="A street", description="A street.", credit=NAME, **snap)
    body = [("image", {"image": picture, "caption": ""}) for picture in (shown, credited)]
    publish(news, NewsArticlePage(title="Pictures", slug="pictures", summary="A summary.", body=body))
    return {"files": files, "file": file, "withdrawn": withdrawn, "shown": shown, "credited": credited}
