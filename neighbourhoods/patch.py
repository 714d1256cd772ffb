"""Whose patch an area is: the right to change what a team does follows the posting of the officer.

Wagtail's admin views ask only whether somebody may change events, not whose. The views of this app
(admin.py) and their forms ask here as well.
"""

from django.apps import apps
from django.db.models import QuerySet

from policesite import clock

EVERYWHERE = "neighbourhoods.work_on_any_neighbourhoodpage"


def areas_for(user) -> QuerySet:
    """The areas whose priorities and events somebody may change today: all, those they are posted to, or none."""
    areas = apps.get_model("neighbourhoods", "NeighbourhoodPage").objects.all()
    if user.has_perm(EVERYWHERE):
        return areas
    postings = apps.get_model("neighbourhoods", "Posting").objects.on(clock.today())
    return areas.filter(pk__in=postings.filter(officer__user=user).values("neighbourhood"))


def only_own(things: QuerySet, user) -> QuerySet:
    """Of priorities or events, those of the areas that somebody may change."""
    return things if user.has_perm(EVERYWHERE) else things.filter(neighbourhood__in=areas_for(user))
