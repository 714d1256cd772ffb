from django.contrib.auth.models import Permission
from wagtail import hooks

from policesite import clock
from policesite.images.models import SiteImage
from policesite.pages.public import only_public

from .admin import NeighbourhoodsGroup
from .models import NeighbourhoodPage, Posting


@hooks.register("register_admin_viewset")
def neighbourhoods_screens():
    return NeighbourhoodsGroup()


@hooks.register("register_permissions")
def working_on_any_area():
    return Permission.objects.filter(content_type__app_label="neighbourhoods", codename="work_on_any_neighbourhoodpage")


@hooks.register("is_publicly_used")
def shows_an_officer_on_duty(thing) -> bool:
    """An officer's picture is public while they are posted to an area that is."""
    if not isinstance(thing, SiteImage):
        return False
    postings = Posting.objects.on(clock.today()).filter(officer__photo=thing)
    return only_public(NeighbourhoodPage.objects.filter(pk__in=postings.values("neighbourhood"))).exists()
