"""Stories of an older site into articles of ours: each known again by its key, and left alone once somebody here has decided about it."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace

from django.db import connection, transaction
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from news.kinds import Kind
from news.looks import HOLDS, Look
from news.models import NewsArticlePage, NewsIndexPage, Origin, Topic
from news.models.origin import key_of
from policesite import clock
from policesite.images.models import SiteImage
from policesite.importing.report import Report, SourceError
from policesite.pages.redirects import secret_path, stored_path

from .blocks import blocks_of
from .differences import all_of, differences, words_of
from .fetching import same_host
from .judging import judge
from .markup import Body, body_of
from .old_addresses import old_path, redirect_from, unanswered
from .pictures import Pictures
from .remarks import comes_out, hold, likely_date, on_its_words, screen_of, waits
from .standfirst import standfirst
from .stories import Feed, Story

LONGEST_SLUG = 80
GONE = "not public on the older site any more, and still public here"


class _LeftAlone(Exception):
    """Somebody decided about the page while its pictures were fetched; says what."""


@dataclass(frozen=True)
class Made:
    """A story in our own form, before any page is touched. `held` is why it waits as a draft, and in which words."""

    body: Body
    summary: str
    kind: Kind
    blocks: str
    hero: SiteImage | None
    held: tuple[Look, str] | None


class Writer:
    """Writes the stories of one site's feed beneath its news index, and fills the report. Where `is_dry_run`, each is undone again."""

    def __init__(
        self, index: NewsIndexPage, feed: Feed, host: str, pictures: Pictures, report: Report, *, drafts_only: bool = False, is_dry_run: bool = False
    ):
        self.index, self.host, self.pictures, self.report, self.now = index, host, pictures, report, clock.now()
        self.drafts_only, self.is_dry_run = drafts_only, is_dry_run
        self.site = index.get_site()
        self.topics = {topic.name.lower(): topic for topic in Topic.objects.all()}
        self.origins = {origin.key: origin for origin in Origin.objects.filter(index=index)}
        self.slugs = set(NewsArticlePage.objects.child_of(index).values_list("slug", flat=True))
        self.same_slugs: Counter[str] = Counter()
        self.unknown_topics: set[str] = set()
        self.own_links: dict[str, str] = {}
        self.keys = {key_of(story.key) for story in feed.stories}
        self.hidden = [key_of(key) for key in feed.hidden]
        self.told: set[str] = set()  # the keys of the stories of which this run has said all
        self.old_paths: set[str] = set()  # the old addresses that lead to them

    def bring(self, story: Story) -> None:
        """One story, whole or not at all: what goes wrong with it is a line of the report, and the others come.

        Raises SourceError where the database itself has gone: no other story would fare better.
        """
        self.pictures.begin()
        digest, origin = hashlib.sha256(repr(story).encode("utf-8", "replace")).hexdigest(), self._known(story)
        tries_again = origin and not self.is_dry_run and Look.PICTURE in origin.looks
        if origin and origin.digest == digest and origin.page_id and not tries_again:
            self.report.count("stories", "unchanged")
            return
        try:
            with transaction.atomic():
                _be_patient()
                self._bring(story, digest, origin)
                transaction.set_rollback(self.is_dry_run)
        except _LeftAlone as why:
            self.pictures.forget()
            self.report.count("stories", "unchanged")
            if not tries_again or origin.digest != digest:
                where = screen_of(origin.page_id) if origin.page_id else ""
                self.report.note(f"“{story.title}” is left as it is here: {why}.", "left alone", where)
        except Exception as error:
            self.pictures.forget()
            if not connection.is_usable():
                raise SourceError("The database does not answer any more. The stories so far are whole; run it again to go on.") from error
            self.report.note(f"“{story.title}” did not come, nor did anything of it: {_in_a_line(error)}", "did not come")
            self._refresh()
        else:
            if self.is_dry_run:
                self._refresh()

    def _refresh(self) -> None:
        """The tree counts its children in memory too."""
        self.index = NewsIndexPage.objects.get(pk=self.index.pk)

    def _known(self, story: Story) -> Origin | None:
        """Where the story went before: by its key, by that key with https, or by its old address, where no other story here has that key."""
        if origin := self.origins.get(key_of(story.key)):
            return origin
        other = key_of(f"https{story.key[4:]}" if story.key.startswith("http://") else f"http{story.key[5:]}")
        if story.key.startswith(("http://", "https://")) and other not in self.keys and (origin := self.origins.get(other)):
            return origin
        old = old_path(story.address) if same_host(story.address, self.host) else ""
        page = Redirect.objects.filter(old_path__in=(old, secret_path(old)), site=self.site).values("redirect_page") if old else []
        return Origin.objects.filter(index=self.index, page__in=page).exclude(key__in=self.keys).first() if old else None

    def _bring(self, story: Story, digest: str, origin: Origin | None) -> None:
        """What takes long, the pictures, comes before any page is locked: an editor waits for nothing but the writing."""
        if origin:
            _ask(origin)
        made = self._made(story)
        page = _locked(origin) if origin else NewsArticlePage(slug=self._slug(story), live=False)
        before = all_of(page) if origin else []
        self._fill(page, story, made)
        is_changed = before != all_of(page)
        if is_changed:
            revision = page.save_revision()
            if not (self.drafts_only or made.held):
                revision.publish()
        if same_host(story.address, self.host):
            redirect_from(story.address, page, self.site, self.report)
            self.old_paths.add(old_path(story.address))
        self._remember(story, page, origin, digest, made)
        self.report.count("stories", ("changed" if is_changed else "unchanged") if origin else "added", story.title)
        if origin and is_changed:
            self.report.details += [f"  {line}" for line in differences(before[0], words_of(page))]

    def _made(self, story: Story) -> Made:
        body = body_of(story.html, story.address, self.host)
        body.left_out += story.left_out
        summary, parts = standfirst(story, body)
        kind, doubt = judge(story.title, story.summary, body.words)
        blocks = blocks_of(replace(body, parts=parts), story.title, self.pictures)
        hero = self.pictures.lead(story.picture, story.picture_alt, story.title) if story.picture else None
        return Made(body, summary, kind, json.dumps(blocks), hero, hold(story, body, doubt, self.now))

    def _fill(self, page: NewsArticlePage, story: Story, made: Made) -> None:
        """The page with all that the story says, and in the tree; one that is dated ahead goes live here at its moment."""
        page.title, page.summary, page.kind, page.body, page.hero = story.title, made.summary, made.kind, made.blocks, made.hero or page.hero
        moment = likely_date(story, self.now)
        if moment and moment > self.now:
            page.go_live_at = moment
        elif moment:
            page.go_live_at, page.first_published_at = None, moment
        if page.pk is None:
            self.index.add_child(instance=page)
        self.unknown_topics |= {name for name in story.topics if name.lower() not in self.topics}
        page.topics.set([self.topics[name.lower()] for name in story.topics if name.lower() in self.topics])

    def _remember(self, story: Story, page: NewsArticlePage, origin: Origin | None, digest: str, made: Made) -> None:
        """By what the story is known the next time; and what an editor must look at, said now and kept until somebody has."""
        where = "" if self.is_dry_run and not origin else screen_of(page.pk)
        found = [(look, said) for look, said in on_its_words(story, made.body) if not (made.held and look == Look.OUTCOME)]
        found += [(Look.UNDESCRIBED, said) for said in self.pictures.remarks]
        if made.held:
            self.report.note(waits(page, made.held[1]), made.held[0].label, where)
        elif page.go_live_at and page.go_live_at > self.now and not self.drafts_only:
            self.report.note(comes_out(story.title, page.go_live_at), "it goes live by itself", where)
        for look, said in found:
            self.report.note(said, look.label, where)
        for _, why, what in self.pictures.problems:
            self.report.refuse(why, f"“{story.title}”: {what}", where)
        self.own_links |= dict.fromkeys(made.body.own_links, story.title)
        looks = dict.fromkeys(look for look, *_ in ([made.held] if made.held else []) + found + self.pictures.problems)
        origin = origin or Origin(index=self.index)
        origin.page, origin.key, origin.digest, origin.looks = page, key_of(story.key), digest, list(looks)
        origin.revision = page.revisions.latest("pk")
        origin.save()
        self.told.add(origin.key)

    def _slug(self, story: Story) -> str:
        """From the title; where it holds no letter that an address can, from the day."""
        slug = slugify(story.title)[:LONGEST_SLUG].strip("-")
        if not any(map(str.isalpha, slug)):
            moment = likely_date(story, self.now)
            slug = f"story-{moment.astimezone(clock.LONDON):%Y-%m-%d}" if moment else "story"
        free = slug
        while free in self.slugs:
            self.same_slugs[slug] += 1
            free = f"{slug}-{self.same_slugs[slug] + 1}"
        self.slugs.add(free)
        return free

    def finish(self) -> None:
        """What can be said only once every story is there: what was said before and nobody has looked at, topics that we lack,
        links that lead nowhere, and what the older site has taken down."""
        for origin in Origin.objects.filter(index=self.index).waiting().exclude(key__in=self.told).select_related("page").order_by("page__title"):
            for look in map(Look, origin.looks):
                said = waits(origin.page, look.label) if look in HOLDS else f"“{origin.page.title}”: {look.label}."
                self.report.note(said, look.label, screen_of(origin.page_id))
        for origin in Origin.objects.filter(index=self.index, key__in=self.hidden, page__live=True).select_related("page"):
            self.report.note(
                f"“{origin.page.title}” is not public on the older site any more, and is still public here.", GONE, screen_of(origin.page_id)
            )
        if self.unknown_topics:
            self.report.note(f"Topics that there are not here: {', '.join(sorted(self.unknown_topics))}.")
        links = {path: title for path, title in self.own_links.items() if stored_path(path) not in self.old_paths}
        for path, title in unanswered(links, self.site).items():
            self.report.note(f"“{title}” links to {path}, which nothing here answers yet.", "links that lead nowhere")


def _ask(origin: Origin) -> None:
    if why := origin.why_left_alone:
        raise _LeftAlone(why)


def _locked(origin: Origin) -> NewsArticlePage:
    """Where the story went before. Nobody takes that page down between our asking and our writing."""
    Page.objects.select_for_update().filter(pk=origin.page_id).first()
    origin.refresh_from_db()
    _ask(origin)
    return origin.page


def _be_patient() -> None:
    """An editor at work is waited for; a person at a form would be given up on sooner."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', '30s', true), set_config('statement_timeout', '0', true)")


def _in_a_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
