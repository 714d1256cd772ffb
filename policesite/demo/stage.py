"""Where the demonstration is set: the site, the day, the pictures, and the one way in which a page is published."""

import time as stopwatch
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Page, Site

from policesite import clock
from policesite.images.models import SiteImage
from policesite.pages.models import HomePage
from policesite.users.roles import COMMS_MANAGER

from . import gallery
from .log_ins import username_of
from .writing import typeset

QUIET_FOR = 2  # seconds at most, so that whoever watches sees that it goes on


@dataclass
class Stage:
    site: Site
    home: HomePage
    say: Callable[[str], None]
    today: date = field(default_factory=clock.today)
    contact: Page | None = None  # each is set by the step that makes it
    film: Page | None = None
    areas: dict[str, Page] = field(default_factory=dict)
    _pictures: dict[str, SiteImage] = field(default_factory=dict)
    _pages: int = 0
    _last_said: float = field(default_factory=stopwatch.monotonic)

    @classmethod
    def set(cls, site: Site, say: Callable[[str], None]) -> "Stage":
        return cls(site, site.root_page.specific, say)

    def picture(self, name: str) -> SiteImage:
        """The picture `name`, uploaded once and shared by every page that shows it."""
        if name not in self._pictures:
            self._pictures[name] = gallery.upload(name)
            self._say_how_far()
        return self._pictures[name]

    @property
    def editor(self):
        """Who published it all, once there are log-ins."""
        return get_user_model().objects.filter(username=username_of(COMMS_MANAGER)).first()

    def moment(self, days_ago: int, at: time = time(9)) -> datetime:
        """So many days before today, at that time on a clock in the county."""
        return datetime.combine(self.today - timedelta(days=days_ago), at, clock.LONDON)

    def publish(self, parent: Page, page: Page, first_published: datetime | None = None) -> Page:
        """Add `page` beneath `parent` and publish a revision of it, as an editor does. Returns it as the public sees it."""
        parent.refresh_from_db()
        page.live = False
        page.first_published_at = first_published
        page.content_owner = Group.objects.get(name=COMMS_MANAGER)
        page.review_by = self.today + timedelta(days=365)
        parent.add_child(instance=page)
        self.republish(page)
        self._pages += 1
        self._say_how_far()
        return type(page).objects.get(pk=page.pk)

    def _say_how_far(self) -> None:
        if stopwatch.monotonic() - self._last_said >= QUIET_FOR:
            self.say(f"  Pages so far: {self._pages}, pictures: {len(self._pictures)}")
            self._last_said = stopwatch.monotonic()

    def fields(self, words: dict) -> dict:
        """`words` as a page takes them: typeset, and with the pictures that the body names."""
        typeset_words = {name: typeset(value) if isinstance(value, str) else value for name, value in words.items()}
        return typeset_words | {"body": [self._block(*block) for block in words["body"]]}

    def _block(self, kind: str, value) -> tuple:
        if kind == "image":
            return kind, value | {"image": self.picture(value["image"])}
        return kind, self.film if kind == "video" else value

    def republish(self, page: Page) -> None:
        editor = self.editor
        page.save_revision(user=editor).publish(user=editor)
