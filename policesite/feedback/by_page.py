"""What visitors think of each page: one row a page, however many have answered."""

from urllib.parse import urlencode

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When, Window
from django.db.models.functions import FirstValue, RowNumber
from django.urls import reverse

from .models import PageAnswer

_SILENT_LAST = Case(When(reason="", then=1), default=0, output_field=IntegerField())


def by_page(answers: QuerySet[PageAnswer]) -> QuerySet[PageAnswer]:
    """The newest answer about each page, with the page's title (none for a form's address), how many said yes and no
    among `answers`, and the latest reason. What is filtered afterwards is filtered before it is counted.
    """
    page = {"partition_by": [F("site"), F("path")]}
    return answers.annotate(
        place=Window(RowNumber(), order_by="-pk", **page),
        yes=Window(Count("pk", filter=Q(is_useful=True)), **page),
        no=Window(Count("pk", filter=Q(is_useful=False)), **page),
        latest=Window(FirstValue("reason"), order_by=[_SILENT_LAST, "-pk"], **page),
        page_title=F("page__title"),
    ).filter(place=1)


def answers_about(answer: PageAnswer) -> str:
    """Where staff read all that was said about one page."""
    return reverse("page_answers:index") + "?" + urlencode({"site": answer.site_id, "path": answer.path})
