"""An appeal that is over: in one transaction the person's name and picture leave the whole site, and a neutral line stays."""

import json
import re
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.index import insert_or_update_object

from news.kinds import LINES, Outcome, Proceedings, Stage
from news.models import FormerAddress, NewsArticlePage
from news.models.addresses import digest_of
from news.naming import alerts_naming, is_scheduled_naming, pages_naming, pattern_of, pictures_naming
from policesite import clock
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down

NOT_A_PERSON = (SiteImage.Subject.SCENE, SiteImage.Subject.STAFF)


class NotPossible(Exception):
    """Why an appeal was not closed: a sentence for the person who tried."""


@transaction.atomic
def close(article: NewsArticlePage, outcome: str, on: date, by, name: str = "", keep: Iterable[int] = ()) -> NewsArticlePage:
    """Close the appeal: somebody was found or arrested on the day `on`, or no more is asked.

    Its words become the fixed line of its kind, its address one without a name (the old one still leads here), its
    drafts, notes and record are forgotten, its pictures are taken down for good. Every other page that names the person
    goes too, but those whose ids are in `keep`. Raises NotPossible where this is no open appeal, or the outcome not one of its kind.
    """
    article = NewsArticlePage.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if not article.asks_for_help or (article.kind, outcome) not in LINES:
        raise NotPossible("This is not an open appeal that can end in that way.")
    names = {name.strip(), article.person.strip()} - {""}
    pictures = {*pictures_of(article), *(picture for each in names for picture in pictures_naming(each))}
    _forget_addresses(article)
    article = _neutralise(article, outcome, on, by)
    for each in names:
        _silence(each, article, set(keep), by)
    for picture in sorted(pictures, key=lambda picture: picture.pk):
        take_down(picture, by)
    log(instance=article, action="news.close", user=by, data={"outcome": outcome})
    return article


def pictures_of(article: NewsArticlePage) -> list[SiteImage]:
    """Those that go: all that the article or its draft shows, but a place or colleague that another page shows too."""
    shown = {key for version in (article, article.get_latest_revision_as_object()) for key in _shown(version)}
    return [picture for picture in SiteImage.objects.filter(pk__in=shown, taken_down_at=None) if not _is_shared_scene(picture, article)]


def _shown(article: NewsArticlePage) -> set[int]:
    in_body = article._meta.get_field("body").extract_references(article.body)
    return {int(key) for model, key, *_ in in_body if issubclass(model, SiteImage)} | ({article.hero_id} - {None})


def _is_shared_scene(picture: SiteImage, article: NewsArticlePage) -> bool:
    elsewhere = ReferenceIndex.get_references_to(picture).exclude(object_id=str(article.pk))
    return picture.subject in NOT_A_PERSON and elsewhere.exists()


def _forget_addresses(article: NewsArticlePage) -> None:
    """The slug is often a name. A digest of it goes on leading here; redirects, which hold it in clear, go."""
    index = article.get_parent()
    redirects = Redirect.objects.filter(redirect_page=article)
    slugs = {article.slug, *(path.rstrip("/").rpartition("/")[2] for path in redirects.values_list("old_path", flat=True))}
    digests = [FormerAddress(article=article, digest=digest_of(index.pk, slug)) for slug in slugs]
    FormerAddress.objects.bulk_create(digests, update_conflicts=True, unique_fields=["digest"], update_fields=["article"])
    redirects.delete()


def _neutralise(article: NewsArticlePage, outcome: str, on: date, by) -> NewsArticlePage:
    """Nothing of what was written stays, in the page or behind it."""
    was_live = article.live
    if article.current_workflow_state:
        article.current_workflow_state.cancel(user=by)
    _write_line(article, outcome, on)
    _move(article, f"appeal-{article.pk}-{outcome}")
    article.save(clean=False)  # whatever else may be wrong with it must not keep the name up
    article.revisions.all().delete()
    article.wagtail_admin_comments.all().delete()
    article = NewsArticlePage.objects.get(pk=article.pk)
    revision = article.save_revision(user=by, clean=False)
    if was_live:  # a hold, or a day to come, is respected: then the line waits as a draft
        revision.publish(user=by, skip_permission_checks=True)
    record = PageLogEntry.objects.filter(page_id=article.pk)
    record.update(label=article.title)
    record.filter(data__has_key="title").update(data={})
    insert_or_update_object(article)
    return article


def _write_line(article: NewsArticlePage, outcome: str, on: date) -> None:
    title, summary = LINES[article.kind, outcome]
    article.title = article.draft_title = title
    article.summary = summary
    article.seo_title = article.search_description = article.person = article.reference = ""
    article.stage, article.proceedings = Stage.NONE, Proceedings.NONE
    article.hero, article.body, article.updates = None, [], []
    article.outcome, article.outcome_on = Outcome(outcome), on
    article.featured = False
    article.expire_at = article.go_live_at = None  # there is nobody left to protect by an end
    article.locked, article.locked_at, article.locked_by = True, clock.now(), None  # a form that was open meanwhile holds the name still
    article.public_updated_at = clock.now()


def _move(article: NewsArticlePage, slug: str) -> None:
    """To an address without a name. Straight to the table: at commit, `save` would have a redirect written from the old one."""
    article.slug, article.url_path = slug, f"{article.get_parent().url_path}{slug}/"
    Page.objects.filter(pk=article.pk).update(slug=article.slug, url_path=article.url_path)


def _silence(name: str, article: NewsArticlePage, keep: set[int], by) -> None:
    """Every other page that names them comes down, as do alerts and what is scheduled to name them later."""
    for page in pages_naming(name):
        if page.pk != article.pk and page.pk not in keep:
            _take_down_page(page.specific, name, by)
    alerts_naming(name).delete()
    scheduled = Revision.page_revisions.annotate(content_as_text=Cast("content", TextField())).filter(is_scheduled_naming(name))
    Revision.objects.filter(pk__in=scheduled.values("pk")).exclude(object_id__in=[str(pk) for pk in keep]).update(approved_go_live_at=None)


def _take_down_page(page: Page, name: str, by) -> None:
    """A site's front page stays up and loses the sections that name them."""
    if page.sites_rooted_here.exists():
        _drop_blocks(page, name)
        page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
    else:
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)


def _drop_blocks(page: Page, name: str) -> None:
    is_named = re.compile(pattern_of(name), re.IGNORECASE).search
    for field in (field for field in page._meta.get_fields() if isinstance(field, StreamField)):
        stored = [dict(block) for block in getattr(page, field.name).raw_data]
        setattr(page, field.name, field.to_python([block for block in stored if not is_named(json.dumps(block, ensure_ascii=False))]))
