"""The rooms in the order in which they are loaded: each may point to those before it."""

from django.contrib.auth import get_user_model

from enquiry_desks.models import DeskManager, EnquiryDeskPage
from neighbourhoods.models import NeighbourhoodIndexPage
from policesite.users.roles import DESK_MANAGER, NEIGHBOURHOOD_OFFICER

from . import advice, answers, areas, contact, desks, films, home, log_ins, news, recognition, statements
from .log_ins import username_of
from .stage import Stage

NEIGHBOURHOODS = {
    "slug": "neighbourhoods",
    "title": "Your neighbourhood team",
    "summary": "Find the officers and PCSOs who look after your streets, what they are working on, and where to meet them.",
}
MANAGED_DESKS = ("campbell-square", "kettering")


def load_desks(stage: Stage) -> None:
    desks.build_desks(stage.contact, stage.publish, stage.today)
    manager = get_user_model().objects.get(username=username_of(DESK_MANAGER))
    for desk in EnquiryDeskPage.objects.filter(slug__in=MANAGED_DESKS):
        DeskManager.objects.create(desk=desk, user=manager)


def load_films(stage: Stage) -> None:
    stage.film = films.build_films(stage.home, stage.publish)


def load_areas(stage: Stage) -> None:
    officer = get_user_model().objects.get(username=username_of(NEIGHBOURHOOD_OFFICER))
    index = stage.publish(stage.home, NeighbourhoodIndexPage(**NEIGHBOURHOODS))
    stage.areas = areas.build_areas(index, publish=stage.publish, picture=stage.picture, log_in=officer, say=lambda what: stage.say(f"  {what}"))


ROOMS = (
    ("log-ins", log_ins.load),
    ("contact", contact.load),
    ("enquiry desks", load_desks),
    ("advice", advice.load),
    ("statements", statements.load),
    ("films", load_films),
    ("neighbourhoods and 16,975 postcodes", load_areas),
    ("news", news.load),
    ("staff recognition", recognition.load),
    ("answers of the site search", answers.load),
    ("the home page", home.load),
)
