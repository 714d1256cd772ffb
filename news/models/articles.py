import math

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, ExpressionWrapper, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Greatest
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page, PageManager, Site
from wagtail.search import index

from news.editing import NewsArticleForm
from news.kinds import ACTIVE_STAGES, ALWAYS_ENDS, APPEAL_LASTS, ASKS_FOR_HELP, WAYS, Kind, Outcome, Proceedings, Stage, Ways
from news.structured import news_article
from policesite import clock
from policesite.blocks.field import BodyField
from policesite.images.models import SiteImage
from policesite.pages.cards import Card, fetch_files
from policesite.pages.models import BasePage, check_is_of_our_time
from policesite.pages.public import BasePageQuerySet

from .topics import Topic

WORDS_A_MINUTE = 200
MORE_LIKE_THIS = 3


class NewsArticleQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def with_last_change(self, now):
        """`changed`: when readers last learnt something new, as `changed_at` says of one story; of others, when it came out."""
        noted = UpdateNote.objects.filter(page=OuterRef("pk"), at__lte=now).order_by("-at").values("at")[:1]
        said = Case(When(public_updated_at__lte=now, then="public_updated_at"))
        return self.annotate(changed=Coalesce(Greatest(Subquery(noted), said), "first_published_at"))

    def with_pictures(self):
        return self.prefetch_related("hero__renditions")

    def like(self, article: "NewsArticlePage", limit: int):
        """The newest others about one of its topics or areas; those of the same area first, since people read about where they live.

        The newest of each are looked for apart, so that a topic with thousands of articles is not sorted whole.
        """
        about = NewsArticlePage.topics.through.objects.filter(topic__name__in=article.topic_names).values("newsarticlepage")
        near = NewsArticlePage.areas.through.objects.filter(neighbourhoodpage__in=article.shown_areas).values("newsarticlepage")
        others = self.exclude(pk=article.pk).newest_first().values("pk")
        found = NewsArticlePage.objects.filter(Q(pk__in=others.filter(pk__in=near)[:limit]) | Q(pk__in=others.filter(pk__in=about)[:limit]))
        is_near = ExpressionWrapper(Q(pk__in=near), output_field=models.BooleanField())
        return found.annotate(is_near=is_near).order_by("-is_near", "-first_published_at", "-pk")[:limit]


class NewsArticleManager(PageManager.from_queryset(NewsArticleQuerySet)):
    def get_queryset(self):
        """Each article brings its picture and the names of its topics along: every card and every page shows them."""
        names = Topic.objects.filter(articles=OuterRef("pk")).order_by("name").values("name")
        return super().get_queryset().select_related("hero").annotate(topic_names=ArraySubquery(names))


class NewsArticlePage(BasePage):
    """A story, an appeal, a result: whatever the force tells the public on a day."""

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.STORY)
    hero = models.ForeignKey(SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="picture")
    body = BodyField()
    topics = ParentalManyToManyField(Topic, blank=True, related_name="articles")
    areas = ParentalManyToManyField("neighbourhoods.NeighbourhoodPage", blank=True, related_name="articles")
    featured = models.BooleanField(default=False, help_text="The newest featured story leads the news and the home page.")
    reference = models.CharField(max_length=40, blank=True, help_text="What people quote when they call, for example an incident number.")
    person = models.CharField(
        "name of the person",
        max_length=80,
        blank=True,
        help_text="Of somebody wanted or missing. When the appeal is over, every page is searched for it.",
    )
    stage = models.CharField(max_length=15, choices=Stage, blank=True, default=Stage.NONE)
    proceedings = models.CharField(max_length=6, choices=Proceedings, blank=True, default=Proceedings.NONE)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    outcome_on = models.DateField("day of the outcome", null=True, blank=True)

    objects = NewsArticleManager()

    template = "news/news_article_page.html"
    section = "news"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    base_form_class = NewsArticleForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("featured")]),
        FieldPanel("hero"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("topics", widget=CheckboxSelectMultiple), FieldPanel("areas", widget=CheckboxSelectMultiple)], "What it is about"
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("person"), FieldPanel("reference")]),
                FieldRowPanel([FieldPanel("stage"), FieldPanel("proceedings")]),
                FieldRowPanel([FieldPanel("outcome", read_only=True), FieldPanel("outcome_on", read_only=True)]),
            ],
            "Appeals and results",
        ),
        InlinePanel("updates", heading="Updates and corrections", label="Update"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("reference"),
        index.SearchField("told"),
    ]

    label = "News"
    share_type = "article"

    class Meta:
        verbose_name = "news article"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome=Outcome.OPEN) | Q(outcome_on__isnull=False),
                name="outcome_has_its_day",
                violation_error_message="Say on which day that was the outcome.",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[stage.value for stage in ACTIVE_STAGES]) | Q(proceedings=Proceedings.ACTIVE),
                name="an_arrest_opens_proceedings",
                violation_error_message="From an arrest until the case is over, proceedings are active.",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.CONCLUDED) | ~Q(proceedings=Proceedings.ACTIVE),
                name="a_concluded_case_has_no_proceedings",
                violation_error_message="A concluded case has no active proceedings.",
            ),
        ]

    def clean(self):
        """An open appeal for somebody wanted or missing always ends: after four weeks, if the editor names no other day."""
        super().clean()
        if self.kind in ALWAYS_ENDS and self.outcome == Outcome.OPEN and self.expire_at is None:
            self.expire_at = clock.now() + APPEAL_LASTS

    @cached_property
    def topic_names(self) -> list[str]:
        """The manager fetches them with the article; a draft, which has not come from there, asks its own memory."""
        return sorted(topic.name for topic in self.topics.all())

    @cached_property
    def shown_areas(self) -> list:
        chosen = self.areas.all()
        return list(chosen.public() if isinstance(chosen, models.QuerySet) else chosen)  # a draft keeps its choice in memory

    @cached_property
    def shown_updates(self) -> list["UpdateNote"]:
        """The newest first. One that is dated later is not told before."""
        told = [note for note in self.updates.all() if note.at <= clock.now()]
        return sorted(told, key=lambda note: note.at, reverse=True)

    @property
    def told(self) -> str:
        """The words of the notes that readers have been told by now: what search may know of them."""
        return "\n".join(note.text for note in self.shown_updates)

    @classmethod
    def get_indexed_objects(cls):
        return super().get_indexed_objects().prefetch_related("updates")

    @cached_property
    def more_like_this(self) -> list[Card]:
        """Cards of related stories; their pictures, and this story's own, are fetched in one statement."""
        others = NewsArticlePage.objects.sibling_of(self, inclusive=False).listed().like(self, MORE_LIKE_THIS)
        fetch_files(article.hero for article in (self, *others))
        return [article.card for article in others]

    @cached_property
    def share_image(self):
        self.more_like_this  # noqa: B018  fetches the files of this story's picture together with the others'
        return super().share_image

    @property
    def card_label(self) -> str:
        """What a card calls it: an appeal is an appeal; a story is known by its topic."""
        if self.kind != Kind.STORY:
            return self.get_kind_display()
        return next(iter(self.topic_names), self.label)

    @property
    def card_image(self):
        return self.hero

    @property
    def card_date(self):
        return self.first_published_at

    @property
    def changed_at(self):
        """When readers last learnt something new: an update note, or what the editor says; None where they did not."""
        said = [self.public_updated_at] if self.public_updated_at and self.public_updated_at <= clock.now() else []
        return max([*said, *(note.at for note in self.shown_updates)], default=None)

    @property
    def ways_to_answer(self) -> Ways | None:
        return WAYS.get(self.kind) if self.asks_for_help else None

    @property
    def has_active_proceedings(self) -> bool:
        return self.proceedings == Proceedings.ACTIVE

    @property
    def asks_for_help(self) -> bool:
        return self.kind in ASKS_FOR_HELP and self.outcome == Outcome.OPEN

    @property
    def is_over(self) -> bool:
        return self.kind in ASKS_FOR_HELP and self.outcome != Outcome.OPEN

    @property
    def reading_minutes(self) -> int:
        words = strip_tags(" ".join(self.body.stream_block.get_searchable_content(self.body))).split()
        return max(1, math.ceil(len(words) / WORDS_A_MINUTE))

    def structured_data(self, site: Site) -> dict:
        return news_article(self, site)


class UpdateNoteQuerySet(models.QuerySet):
    UNREAD = Q(found_at=None) | Q(found_at__lt=models.F("at"))

    def unread(self, now):
        """Told by `now`, and not read by search since: new, or given another moment."""
        return self.filter(self.UNREAD, at__lte=now)


class UpdateNote(models.Model):
    """Something that readers were told later, under the day on which they were told."""

    class Kind(models.TextChoices):
        UPDATE = "update", "Update"
        CORRECTION = "correction", "Correction"
        OUTCOME = "outcome", "Outcome"

    page = ParentalKey(NewsArticlePage, on_delete=models.CASCADE, related_name="updates")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.UPDATE)
    at = models.DateTimeField("when", default=clock.now)
    text = models.TextField(max_length=600)
    found_at = models.DateTimeField(null=True, editable=False)  # when search read it: news/notes.py

    objects = UpdateNoteQuerySet.as_manager()

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("at")]), FieldPanel("text")]

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["-at"], name="note_by_date"),  # feeds ask for the newest
            models.Index(fields=["at"], name="note_unread", condition=UpdateNoteQuerySet.UNREAD),  # the schedule, every few seconds
        ]

    def clean(self):
        check_is_of_our_time(self.at, "at")
