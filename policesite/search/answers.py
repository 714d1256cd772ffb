"""What stands above the results and beside them: the editors' answers, and what other rooms know better than any page."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, Value
from wagtail import hooks
from wagtail.models import Page, Site

from policesite.pages.cards import Card
from policesite.pages.public import only_listed

from .models import PromotedAnswer
from .prepared import prepared

MOST_PROMOTED = 2
MOST_ANSWERS = 500  # that a site has
MOST_CARDS = 3
WORDS = "\0words"  # stands in for what is searched for, which holds no such character


class HasPhraseIn(Func):
    """Whether all the words of some line of the first argument are in the second, whatever their endings."""

    template = (
        "EXISTS (SELECT FROM (SELECT %(expressions)s) AS given (lines, typed), regexp_split_to_table(lines, '\\n') AS phrase"
        " WHERE to_tsvector('site_english', typed) @@ plainto_tsquery('site_english', phrase))"
    )
    output_field = BooleanField()


@dataclass(frozen=True)
class Answer:
    """An editor's answer; `url` is empty where it leads nowhere, `phrase` is one that it fits."""

    title: str
    text: str
    url: str
    phrase: str
    fits: bool
    often: bool
    urgent: bool


@dataclass(frozen=True)
class EditorsAnswers:
    """Those that fit the words searched for, those that many people look for, and a phrase of each to suggest."""

    fitting: list[Answer]  # those for somebody in danger first
    often: list[Answer]
    phrases: list[str]


def editors_answers(words: str, site: Site) -> EditorsAnswers:
    """One statement."""
    answers = [_answer(*row) for row in _rows(words, site)]
    fitting, often = [each for each in answers if each.fits], [each for each in answers if each.often and each.url]
    fitting.sort(key=lambda each: not each.urgent)
    return EditorsAnswers(fitting[:MOST_PROMOTED], often, sorted({each.phrase for each in answers}))


def promised(site: Site):
    """The phrases of all answers, to be asked for: their words are no typing mistakes, and may be what was meant by one."""
    return _shown(site).order_by().values_list("words", flat=True)[:MOST_ANSWERS]


def _rows(words: str, site: Site) -> list[tuple]:
    sql, values = prepared(_with_their_pages, site)
    with connection.cursor() as cursor:
        cursor.execute(sql, [words if value == WORDS else value for value in values])
        return cursor.fetchall()


def _with_their_pages(site: Site):
    answers = _shown(site).annotate(fits=HasPhraseIn(F("words"), Value(WORDS)))[:MOST_ANSWERS]
    return answers.values_list("title", "text", "link", "page", "page__url_path", "words", "fits", "often", "urgent")


def _shown(site: Site):
    """An answer that leads to a page speaks of it: while the page is not listed, nothing of the answer shows."""
    listed = only_listed(Page.objects.filter(pk=OuterRef("page")))
    return PromotedAnswer.objects.filter(Q(page=None) | Exists(listed), site=site)


def _answer(title: str, text: str, link: str, page: int | None, url_path: str | None, words: str, fits: bool, often: bool, urgent: bool) -> Answer:
    url = link or (Page(pk=page, url_path=url_path).url if page else "")
    return Answer(title, text, url, words.partition("\n")[0], fits, often, urgent)


def known_names(site: Site):
    """The site's own name, and those that rooms above know: to be asked for, through the hook `search_names` (a queryset of one column)."""
    own = Site.objects.filter(pk=site.pk).order_by().values_list("site_name")
    return own.union(*(give(site) for give in hooks.get_hooks("search_names")), all=True)


def known_elsewhere(words: str, site: Site) -> list[Card]:
    """What rooms above know about `words`, through the hook `search_answers`: the team of a village, or of an officer."""
    found = [card for give in hooks.get_hooks("search_answers") for card in give(words, site)]
    return found[:MOST_CARDS]
