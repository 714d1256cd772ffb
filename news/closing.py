"""An appeal that is over: in one transaction the person's name and picture leave the whole site, and a neutral line stays."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from news.kinds import LINES, Outcome, Proceedings, Stage
from news.models import FormerAddress, NewsArticlePage
from news.models.addresses import digest_of
from policesite import clock
from policesite.editing.holding import NotPossible, hold_until_edited
from policesite.files.models import files_on
from policesite.images.models import SiteImage
from policesite.images.taking_down import take_down
from policesite.naming.person import Person
from policesite.naming.silencing import delete_aliases, forget_record, move
from policesite.naming.traces import key_of
from policesite.pages.redirects import make_secret


@transaction.atomic
def close(
    article: NewsArticlePage, outcome: str, on: date, by, name: str = "", keep: Iterable[str] = (), also: Iterable[str] = ()
) -> NewsArticlePage:
    """Close the appeal: somebody was found or arrested on the day `on`, or no more is asked.

    Its words become the fixed line of its kind, its address one without a name (the old one still leads here), its
    drafts, notes, aliases and record are forgotten, its pictures are taken down for good. Whatever else names the person goes
    too, but for rows (and pictures) whose keys are in `keep`; of what may be about them, that whose keys are in `also`. What
    comes down is held until somebody has edited it.
    Raises NotPossible where this is no open appeal, or the outcome not one of its kind.
    """
    article = NewsArticlePage.objects.select_for_update(of=("self",)).get(pk=article.source.pk)
    if not article.asks_for_help or (article.kind, outcome) not in LINES:
        raise NotPossible("This is not an open appeal that can end in that way.")
    told, keep, also = Told(article, [name, article.person]), set(keep), set(also)
    pictures = [picture for picture in told.pictures if key_of(picture) not in keep]
    _forget_addresses(article)
    delete_aliases(article, by)
    article = _neutralise(article, outcome, on, by)
    goes = {trace.key for trace in told.person.named} - keep | also
    told.person.silence(goes, by, lambda page: hold_until_edited(page, by, article.title), told.files)
    for picture in pictures:
        take_down(picture, by)
    log(instance=article, action="news.close", user=by, data={"outcome": outcome})
    return article


class Told:
    """What tells of the person of an appeal beside it: its `pictures`, what names the `person`, and `files`, which can't be read."""

    def __init__(self, article: NewsArticlePage, names: Iterable[str]):
        self.pictures = pictures_of(article)
        self.person = Person(names, but=[key_of(article), *map(key_of, self.pictures)])
        named = [trace.row for trace in self.person.named]
        self.files = [file for file in files_on([article, *named]) if file not in named]


def pictures_of(article: NewsArticlePage) -> list[SiteImage]:
    """All that the article or its draft shows: whom they show, only somebody who looks can tell."""
    shown = {key for version in (article, article.get_latest_revision_as_object()) for key in _shown(version)}
    return list(SiteImage.objects.filter(pk__in=shown, taken_down_at=None).prefetch_related("renditions").order_by("pk"))


def _shown(article: NewsArticlePage) -> set[int]:
    in_body = article._meta.get_field("body").extract_references(article.body)
    return {int(key) for model, key, *_ in in_body if issubclass(model, SiteImage)} | ({article.hero_id} - {None})


def _forget_addresses(article: NewsArticlePage) -> None:
    """The slug is often a name. A digest of it goes on leading here, and so do digests of what redirects, and aliases, hold in clear."""
    index = article.get_parent()
    pages = Page.objects.filter(Q(pk=article.pk) | Q(alias_of=article))
    redirects = Redirect.objects.filter(redirect_page__in=pages)
    redirects.update(redirect_page=article)  # the aliases are about to be deleted
    paths = [*pages.child_of(index).values_list("url_path", flat=True), *redirects.values_list("old_path", flat=True)]
    slugs = {path.rstrip("/").rpartition("/")[2] for path in paths}
    digests = [FormerAddress(article=article, digest=digest_of(index.pk, slug)) for slug in slugs]
    FormerAddress.objects.bulk_create(digests, update_conflicts=True, unique_fields=["digest"], update_fields=["article"])
    make_secret(redirects)


def _neutralise(article: NewsArticlePage, outcome: str, on: date, by) -> NewsArticlePage:
    """Nothing of what was written stays, in the page or behind it."""
    was_live = article.live
    if article.current_workflow_state:
        article.current_workflow_state.cancel(user=by)
    _write_line(article, outcome, on)
    move(article, f"appeal-{article.pk}-{outcome}")
    article.save(clean=False)  # whatever else may be wrong with it must not keep the name up
    article.revisions.all().delete()
    article.wagtail_admin_comments.all().delete()
    article = NewsArticlePage.objects.get(pk=article.pk)
    revision = article.save_revision(user=by, clean=False)
    if was_live:  # a hold, or a day to come, is respected: then the line waits as a draft
        revision.publish(user=by, skip_permission_checks=True)
    forget_record(article.pk, article.title)
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
