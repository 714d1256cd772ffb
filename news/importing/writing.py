"""Stories of an older site into articles of ours: each known again by its key, and left alone once an editor has changed it."""

import hashlib
import json
import re
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect

from news.models import NewsArticlePage, NewsIndexPage, Origin, Topic
from policesite.images.models import SiteImage
from policesite.importing.plain_text import plain, shortened
from policesite.importing.report import Report

from .fetching import same_host
from .markup import Body, Picture, Table, body_of
from .pictures import Pictures
from .stories import Story

SUMMARY = 200  # characters, as BasePage has it
LONGEST_SLUG = 80
# Whether somebody named in it may still be shown is for a person to say, not for an import.
_ABOUT_A_PERSON = re.compile(r"\b(wanted|missing|have you seen|locate)\b", re.IGNORECASE)
_ABOUT_A_CASE = re.compile(r"\b(charged|court|jailed|sentenced|convicted|trial|arrested)\b", re.IGNORECASE)


class Writer:
    """Writes the stories of one site's feed beneath its news index, and fills the report."""

    def __init__(self, index: NewsIndexPage, host: str, pictures: Pictures, report: Report, now: datetime, drafts_only: bool = False):
        self.index, self.host, self.pictures, self.report, self.now, self.drafts_only = index, host, pictures, report, now, drafts_only
        self.topics = {topic.name.lower(): topic for topic in Topic.objects.all()}
        self.origins = {origin.key: origin for origin in Origin.objects.filter(index=index).select_related("page")}
        self.slugs = set(NewsArticlePage.objects.child_of(index).values_list("slug", flat=True))
        self.unknown_topics: set[str] = set()
        self.own_links: dict[str, str] = {}

    @transaction.atomic
    def write(self, story: Story) -> None:
        """One story, whole or not at all."""
        digest = hashlib.sha256(repr(story).encode("utf-8", "replace")).hexdigest()
        origin = self.origins.get(story.key)
        if origin and origin.digest == digest:
            self.report.count("stories", "unchanged")
        elif origin and origin.page.latest_revision_id != origin.revision_id:
            self.report.count("stories", "unchanged")
            self.report.note(f"“{story.title}” has changed on the older site, and somebody has changed it here too: it is left as it is here.")
        else:
            self._put(story, digest, origin)

    def _put(self, story: Story, digest: str, origin: Origin | None) -> None:
        body = body_of(story.html, story.address, self.host)
        page = origin.page if origin else NewsArticlePage(slug=self._slug(story.title))
        page.title, page.summary = story.title, shortened(story.summary or plain(body.first_words) or story.title, SUMMARY)
        page.hero = self.pictures.take(story.picture, story.picture_alt, story.title) if story.picture else page.hero
        page.body = json.dumps(self._blocks(body, story.title))
        if not origin:
            page.live, page.first_published_at = False, story.published
            self.index.add_child(instance=page)
        page.topics.set(self._topics(story))
        revision = page.save_revision()
        if self._is_for_the_public(story):
            revision.publish()
        fields = {"page": page, "digest": digest, "revision": page.revisions.latest("pk")}
        self.origins[story.key], _ = Origin.objects.update_or_create(index=self.index, key=story.key, defaults=fields)
        self._redirect(story, page)
        self._remark(story, body)
        self.report.count("stories", "changed" if origin else "added", story.title)

    def _slug(self, title: str) -> str:
        slug = slugify(title)[:LONGEST_SLUG].strip("-") or "story"
        number, free = 2, slug
        while free in self.slugs:
            number, free = number + 1, f"{slug}-{number}"
        self.slugs.add(free)
        return free

    def _blocks(self, body: Body, title: str) -> list[dict]:
        made = (self._block(part, title) for part in body.parts)
        return [block for block in made if block]

    def _block(self, part, title: str) -> dict | None:
        if isinstance(part, Picture):
            image: SiteImage | None = self.pictures.take(part.address, part.alt, title)
            return image and {"type": "image", "value": {"image": image.pk, "caption": plain(part.caption, 200)}}
        if isinstance(part, Table):
            return {"type": "table", "value": {"caption": part.caption or title, "table": _typed_table(part)}}
        return {"type": "text", "value": part}

    def _topics(self, story: Story) -> list[Topic]:
        self.unknown_topics |= {name for name in story.topics if name.lower() not in self.topics}
        return [self.topics[name.lower()] for name in story.topics if name.lower() in self.topics]

    def _is_for_the_public(self, story: Story) -> bool:
        return not (self.drafts_only or self._why_a_draft(story))

    def _why_a_draft(self, story: Story) -> str:
        if story.published is None:
            return "it has no date that can be read"
        if story.published > self.now:
            return "its date has not come yet"
        if _ABOUT_A_PERSON.search(story.title):
            return "it may ask for somebody by name: decide whether they may still be shown"
        return ""

    def _redirect(self, story: Story, page: NewsArticlePage) -> None:
        """The older address leads to the article, unless an editor has sent it elsewhere."""
        if not same_host(story.address, self.host):
            return
        parts = urlsplit(story.address)
        old = Redirect.normalise_path(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if len(old) > 255 or old == Redirect.normalise_path(page.get_url() or ""):
            return
        redirect, is_new = Redirect.objects.get_or_create(old_path=old, site=self.index.get_site(), defaults={"redirect_page": page})
        if not is_new and redirect.redirect_page_id != page.pk:
            self.report.note(f"“{story.title}”: {old} leads somewhere else already, and still does.")

    def _remark(self, story: Story, body: Body) -> None:
        """What an editor must look at."""
        if why := self._why_a_draft(story):
            self.report.note(f"“{story.title}” is a draft: {why}.")
        elif _ABOUT_A_CASE.search(story.title):
            self.report.note(f"“{story.title}” tells of a case: see that its outcome, and who is named, is still right.")
        for name in body.left_out:
            self.report.note(f"“{story.title}”: a {name} was left out. A film needs a page of its own, with captions.")
        if not body.parts:
            self.report.note(f"“{story.title}” has no words.")
        self.own_links |= dict.fromkeys(body.own_links, story.title)

    def finish(self) -> None:
        """What can be said only once every story is there: topics that we lack, links that lead nowhere."""
        if self.unknown_topics:
            self.report.note(f"Topics that there are not here: {', '.join(sorted(self.unknown_topics))}.")
        paths = {Redirect.normalise_path(path): path for path in self.own_links}
        answered = set(Redirect.objects.filter(old_path__in=paths).values_list("old_path", flat=True))
        for old in sorted(paths.keys() - answered):
            self.report.note(f"“{self.own_links[paths[old]]}” links to {old}, which nothing here answers yet.")


def _typed_table(table: Table) -> dict:
    """The value of a typed table: the first row is its head; an empty heading says which column it is."""
    head, *rows = table.rows
    columns = [{"type": "text", "heading": plain(words, 80) or f"Column {number}"} for number, words in enumerate(head, start=1)]
    return {"columns": columns, "rows": [{"values": [plain(words) for words in row]} for row in rows], "caption": ""}
