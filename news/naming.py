"""Where a person is named. A name may be split by a tag, a no-break space or a hyphen in an address, and an apostrophe has two shapes."""

import re

from django.db.models import CharField, Q, TextField
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from news.models import UpdateNote
from policesite.images.models import SiteImage
from policesite.notices.models import SiteAlert

LETTERS = 4  # at least, in a name
_BETWEEN = r"(?:[\s\-_.+\u00a0]|&nbsp;|<[^<>]*>)+"
_APOSTROPHE = r"(?:['’‘]|&#x27;|&#39;|&rsquo;|-)?"


def pattern_of(name: str) -> str:
    """A regular expression, for PostgreSQL and for Python, that finds `name` however it is written.

    Raises ValueError for fewer than four letters: too many pages would be taken for theirs.
    """
    words = [word for word in re.split(r"[\s\-]+", name) if any(map(str.isalnum, word))]
    if sum(map(str.isalnum, "".join(words))) < LETTERS:
        raise ValueError("That is too short for a name.")
    spelt = [_APOSTROPHE.join(re.escape(part) for part in re.split("['’‘]", word)) for word in words]
    return _BETWEEN.join(spelt)


def pages_naming(name: str) -> list[Page]:
    """Every live page of every type and site that names them, in its words, its address or a note: one statement a type."""
    found = {pk for model in get_page_models() for pk in _naming(model, pattern_of(name))}
    found |= set(UpdateNote.objects.filter(text__iregex=pattern_of(name)).values_list("page", flat=True))
    return list(Page.objects.filter(pk__in=found, live=True).order_by("path"))


def pictures_naming(name: str) -> list[SiteImage]:
    pattern = pattern_of(name)
    return list(SiteImage.objects.filter(Q(title__iregex=pattern) | Q(description__iregex=pattern) | Q(tags__name__iregex=pattern)).distinct())


def alerts_naming(name: str):
    pattern = pattern_of(name)
    named = Q(heading__iregex=pattern) | Q(text__iregex=pattern) | Q(link__iregex=pattern) | Q(link_text__iregex=pattern)
    return SiteAlert.objects.filter(named)


def is_scheduled_naming(name: str) -> Q:
    """Over revisions: a version that would go live later, and names them."""
    return Q(approved_go_live_at__isnull=False, content_as_text__iregex=pattern_of(name))


def _naming(model, pattern: str):
    texts = {f"{field.name}_as_text": Cast(field.name, TextField()) for field in _texts(model)}
    if not texts:
        return []
    pages = model._base_manager.annotate(**texts).filter(Q(*(Q((f"{name}__iregex", pattern)) for name in texts), _connector=Q.OR))
    return pages.values_list("pk", flat=True)


def _texts(model) -> list:
    """The texts that this type adds to those of a page; a body is searched as it is stored."""
    return [field for field in model._meta.local_fields if isinstance(field, CharField | TextField | StreamField)]
