"""An appeal that is over: in one transaction the person's name and picture leave the whole site, and a neutral line stays."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry
from wagtail.search.index import insert_or_update_object

from news.kinds import LINES, Outcome, Proceedings, Stage
from news.models import FormerAddress, NewsArticlePage
from news.models.addresses import digest_of
from policesite import clock
from policesite.files.models import files_on
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down
from policesite.naming.silencing import cancel_schedules, silence
from policesite.naming.spelling import Name, is_long_enough
from policesite.naming.traces import find, key_of
from policesite.pages.redirects import make_secret


class NotPossible(Exception):
    """Why an appeal was not closed: a sentence for the person who tried."""


@transaction.atomic
def close(
    article: NewsArticlePage, outcome: str, on: date, by, name: str = "", keep: Iterable[str] = (), also: Iterable[str] = ()
) -> NewsArticlePage:
    """Close the appeal: somebody was found or arrested on the day `on`, or no more is asked.

    Its words become the fixed line of its kind, its address one without a name (the old one still leads here), its
    drafts, notes and record are forgotten, its pictures are taken down for good. Whatever else names the person goes too,
    but for rows (and pictures) whose keys are in `keep`; of what may be about them, that whose keys are in `also`.
    Raises NotPossible where this is no open appeal, or the outcome not one of its kind.
    """
    article = NewsArticlePage.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if not article.asks_for_help or (article.kind, outcome) not in LINES:
        raise NotPossible("This is not an open appeal that can end in that way.")
    named, keep, also = Named(article, [name, article.person]), set(keep), set(also)
    pictures = [picture for picture in named.pictures if key_of(picture) not in keep]
    files = [file for file in named.files if key_of(file) in also]
    _forget_addresses(article)
    article = _neutralise(article, outcome, on, by)
    named.silence(keep, also, by)
    for picture in pictures:
        take_down(picture, by)
    for file in files:
        file.delete()
    log(instance=article, action="news.close", user=by, data={"outcome": outcome})
    return article


class Named:
    """What else on the site names the person of an appeal, or may do so: `traces`, `nearly`, and `files`, which can't be read.

    `pictures` are the appeal's own. Nobody can look for a name of three letters: such a one is passed over.
    """

    def __init__(self, article: NewsArticlePage, names: Iterable[str]):
        self.names = [Name(name) for name in set(names) if is_long_enough(name)]
        found = [find(name) for name in self.names]
        self.pictures = pictures_of(article)
        own = {key_of(article), *map(key_of, self.pictures)}
        traces = {trace.key: trace for each in found for trace in each.named if trace.key not in own}
        nearly = {trace.key: trace for each in found for trace in each.nearly if trace.key not in own | traces.keys()}
        self.traces, self.nearly = list(traces.values()), list(nearly.values())
        self.files = files_on([article, *(trace.row for trace in self.traces)])

    def is_in(self, text: str) -> bool:
        return any(name.is_in(text) for name in self.names)

    def is_nearly_in(self, text: str) -> bool:
        return any(name.is_nearly_in(text) for name in self.names)

    def silence(self, keep: set[str], also: set[str], by) -> None:
        def unpublish(page: Page) -> None:
            UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)

        for trace in self.traces:
            if trace.key not in keep:
                silence(trace, self.is_in, by, unpublish)
        for trace in self.nearly:
            if trace.key in also:
                silence(trace, self.is_nearly_in, by, unpublish)
        for name in self.names:
            cancel_schedules(name, keep)


def pictures_of(article: NewsArticlePage) -> list[SiteImage]:
    """All that the article or its draft shows: whom they show, only somebody who looks can tell."""
    shown = {key for version in (article, article.get_latest_revision_as_object()) for key in _shown(version)}
    return list(SiteImage.objects.filter(pk__in=shown, taken_down_at=None).prefetch_related("renditions").order_by("pk"))


def _shown(article: NewsArticlePage) -> set[int]:
    in_body = article._meta.get_field("body").extract_references(article.body)
    return {int(key) for model, key, *_ in in_body if issubclass(model, SiteImage)} | ({article.hero_id} - {None})


def _forget_addresses(article: NewsArticlePage) -> None:
    """The slug is often a name. A digest of it goes on leading here, and so do digests of what redirects hold in clear."""
    index = article.get_parent()
    redirects = Redirect.objects.filter(redirect_page=article)
    slugs = {article.slug, *(path.rstrip("/").rpartition("/")[2] for path in redirects.values_list("old_path", flat=True))}
    digests = [FormerAddress(article=article, digest=digest_of(index.pk, slug)) for slug in slugs]
    FormerAddress.objects.bulk_create(digests, update_conflicts=True, unique_fields=["digest"], update_fields=["article"])
    make_secret(redirects)


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
