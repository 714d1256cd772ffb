"""Load the demonstration: every room in turn, in one transaction, into a database that holds nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Site

from policesite import clock
from policesite.forces.models import Force
from policesite.images.models import SiteImage
from policesite.search import entries

from . import log_ins, renewal, site
from .rooms import ROOMS
from .stage import Stage
from .wagtail_hooks import LOADED


class Refused(Exception):
    """Why nothing was loaded, in one sentence."""


def load(say: Callable[[str], None] = print) -> bool:
    """Load it all, telling `say` about each step. False when it was there already:
    then only what a later day or another port asks for is done.

    Raises Refused, having changed nothing, where the database holds anything else.
    """
    if not getattr(settings, "IS_DEMONSTRATION", False):
        raise Refused("These are not the settings of the demonstration, whose passwords everyone may know. Nothing was loaded.")
    if is_loaded():
        site.readdress()
        renewal.renew()
        return False
    refuse_other_content()
    with transaction.atomic():
        stage = Stage.set(site.load(), say)
        for name, load_room in ROOMS:
            say(f"Loading {name} ...")
            load_room(stage)
        entries.learn_all(clock.now())
        log(instance=stage.home, action=LOADED)
    return True


def is_loaded() -> bool:
    return Site.objects.filter(root_page__in=PageLogEntry.objects.filter(action=LOADED).values("page_id")).exists()


def refuse_other_content() -> None:
    others = {
        "pages": Page.objects.filter(depth__gt=1),
        "a force": Force.objects.all(),
        "pictures": SiteImage.objects.all(),
        "files": get_document_model().objects.all(),
        "accounts named as the demonstration's are": get_user_model().objects.filter(username__in=log_ins.USERNAMES),
    }
    for what, rows in others.items():
        if rows.exists():
            raise Refused(f"This database already holds {what} of another site. The demonstration needs an empty one; nothing was changed.")
