"""Stories of an older site into articles of ours: each known again by its key, and left alone once somebody here has decided about it."""

import hashlib
import json
from collections import Counter
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.utils.text import slugify
from wagtail.models import Page

from news.models import NewsArticlePage, NewsIndexPage, Origin, Topic
from news.models.origin import key_of
from policesite import clock
from policesite.delivery.templatetags.house import clock_time, full_date
from policesite.importing.plain_text import plain, shortened
from policesite.importing.report import Report, SourceError

from .blocks import blocks_of
from .differences import differences, words_of
from .fetching import same_host
from .judging import ABOUT_A_CASE, Doubt, judge
from .markup import Body, body_of
from .old_addresses import redirect_from, unanswered
from .pictures import Pictures
from .stories import Story

SUMMARY = 200  # characters, as BasePage has it
LONGEST_SLUG = 80
FIRST_DAY = datetime(1990, 1, 1, tzinfo=UTC)  # no site of the police is older; migrations/0010 holds every page to it
FURTHEST = timedelta(days=365)  # what is planned for later than that is a slip of the pen
FILMS = ("iframe", "video", "[video]", "[youtube]", "[vimeo]", "[embed]")
FILM = " A film needs a page of its own, with captions."


class Writer:
    """Writes the stories of one site's feed beneath its news index, and fills the report."""

    def __init__(self, index: NewsIndexPage, host: str, pictures: Pictures, report: Report, now: datetime, drafts_only: bool = False):
        self.index, self.host, self.pictures, self.report, self.now, self.drafts_only = index, host, pictures, report, now, drafts_only
        self.site = index.get_site()
        self.topics = {topic.name.lower(): topic for topic in Topic.objects.all()}
        self.origins = {origin["key"]: origin for origin in Origin.objects.filter(index=index).values("key", "digest", "page_id")}
        self.slugs = set(NewsArticlePage.objects.child_of(index).values_list("slug", flat=True))
        self.same_slugs: Counter[str] = Counter()
        self.unknown_topics: set[str] = set()
        self.own_links: dict[str, str] = {}

    def bring(self, story: Story) -> None:
        """One story, whole or not at all: what goes wrong with it is a line of the report, and the others come.

        Raises SourceError where the database itself has gone: no other story would fare better.
        """
        try:
            with transaction.atomic():
                self._bring(story)
        except Exception as error:
            self.pictures.forget_last()
            if not connection.is_usable():
                raise SourceError("The database does not answer any more. The stories so far are whole; run it again to go on.") from error
            self.index = NewsIndexPage.objects.get(pk=self.index.pk)  # the tree counts its children in memory too
            self.report.note(f"“{story.title}” did not come, nor did anything of it: {_in_a_line(error)}")
        else:
            self.pictures.keep_last()

    def _bring(self, story: Story) -> None:
        digest, known = hashlib.sha256(repr(story).encode("utf-8", "replace")).hexdigest(), self.origins.get(key_of(story.key))
        if known and known["digest"] == digest and known["page_id"]:
            self.report.count("stories", "unchanged")
            return
        origin = self._origin(story) if known else None
        if origin and (why := origin.why_left_alone):
            self.report.count("stories", "unchanged")
            self.report.note(f"“{story.title}” is left as it is here: {why}.")
        else:
            self._put(story, digest, origin)

    def _origin(self, story: Story) -> Origin | None:
        """Where the story went before. Nobody takes that page down between our asking and our writing."""
        origin = Origin.objects.filter(index=self.index, key=key_of(story.key)).first()
        if origin and origin.page_id:
            Page.objects.select_for_update().filter(pk=origin.page_id).first()
        return origin

    def _put(self, story: Story, digest: str, origin: Origin | None) -> None:
        body = body_of(story.html, story.address, self.host)
        body.left_out += story.left_out
        page = origin.page if origin else NewsArticlePage(slug=self._slug(story))
        before = words_of(page) if origin else {}
        page.title, page.summary = story.title, shortened(story.summary or plain(body.first_words) or story.title, SUMMARY)
        page.kind, doubt = judge(page.title, story.summary, body.words)
        page.hero = self.pictures.lead(story.picture, story.picture_alt, story.title) if story.picture else page.hero
        page.body = json.dumps(blocks_of(body, story.title, self.pictures))
        if not origin:
            page.live = False
        self._date(page, story)
        if not origin:
            self.index.add_child(instance=page)
        page.topics.set(self._topics(story))
        revision = page.save_revision()
        why_a_draft = self._why_a_draft(story, doubt)
        if not (self.drafts_only or why_a_draft):
            revision.publish()
        Origin.objects.update_or_create(
            index=self.index, key=key_of(story.key), defaults={"page": page, "digest": digest, "revision": page.revisions.latest("pk")}
        )
        if same_host(story.address, self.host):
            redirect_from(story.address, page, self.site, self.report)
        self._remark(story, body, why_a_draft)
        self.report.count("stories", "changed" if origin else "added", story.title)
        self.report.details += [f"  {line}" for line in differences(before, words_of(page))] if origin else []

    def _date(self, page: NewsArticlePage, story: Story) -> None:
        """The day it came out; for one that is to come, the moment at which it goes live here. One that can't be right is none."""
        moment = story.published if story.published and self._is_likely(story.published) else None
        if moment and moment > self.now:
            page.go_live_at = moment
        elif moment:
            page.go_live_at, page.first_published_at = None, moment

    def _is_likely(self, moment: datetime) -> bool:
        return FIRST_DAY <= moment <= self.now + FURTHEST

    def _slug(self, story: Story) -> str:
        """From the title; where it holds no letter that an address can, from the day."""
        slug = slugify(story.title)[:LONGEST_SLUG].strip("-")
        if not any(map(str.isalpha, slug)):
            slug = f"story-{story.published.astimezone(clock.LONDON):%Y-%m-%d}" if story.published and self._is_likely(story.published) else "story"
        free = slug
        while free in self.slugs:
            self.same_slugs[slug] += 1
            free = f"{slug}-{self.same_slugs[slug] + 1}"
        self.slugs.add(free)
        return free

    def _topics(self, story: Story) -> list[Topic]:
        self.unknown_topics |= {name for name in story.topics if name.lower() not in self.topics}
        return [self.topics[name.lower()] for name in story.topics if name.lower() in self.topics]

    def _why_a_draft(self, story: Story, doubt: Doubt | None) -> str:
        if story.published is None:
            return "it has no date that can be read"
        if not self._is_likely(story.published):
            return f"its date, {story.published.date().isoformat()}, can't be right"
        return doubt.label if doubt else ""

    def _remark(self, story: Story, body: Body, why_a_draft: str) -> None:
        """What an editor must look at."""
        if why_a_draft:
            self.report.note(f"“{story.title}” is a draft: {why_a_draft}.")
        elif story.published > self.now and not self.drafts_only:
            self.report.note(f"“{story.title}” goes live by itself on {full_date(story.published)} at {clock_time(story.published)}.")
        elif ABOUT_A_CASE.search(story.title):
            self.report.note(f"“{story.title}” tells of a case: see that its outcome, and who is named, is still right.")
        for name in body.left_out:
            self.report.note(f"“{story.title}”: {name} was left out.{FILM if name.split()[0] in FILMS else ''}")
        if not body.parts:
            self.report.note(f"“{story.title}” has no words.")
        self.own_links |= dict.fromkeys(body.own_links, story.title)

    def finish(self) -> None:
        """What can be said only once every story is there: topics that we lack, links that lead nowhere."""
        if self.unknown_topics:
            self.report.note(f"Topics that there are not here: {', '.join(sorted(self.unknown_topics))}.")
        for path, title in unanswered(self.own_links, self.site).items():
            self.report.note(f"“{title}” links to {path}, which nothing here answers yet.")


def _in_a_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
