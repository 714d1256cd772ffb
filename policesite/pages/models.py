from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from policesite import clock
from policesite.blocks.anchors import Subheading, subheadings
from policesite.blocks.field import BodyField
from policesite.forces.sites import site_of
from policesite.images.renditions import Source
from policesite.importing.plain_text import one_line

from .cards import Card, fetch_files
from .permissions import HeldPagePermissionTester
from .public import BasePageManager, only_listed
from .sections import Section, SectionsField, filled, named_pages
from .structured import breadcrumbs

LONG_PAGE = 3  # subheadings


class PageState(models.Model):
    """What has been decided about a page, whatever its type. A page that nobody decided anything about has none."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="state")
    held_at = models.DateTimeField(null=True, blank=True, help_text="Nobody can publish it until the hold is lifted.")
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_why = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="It stays at its address with a banner, and leaves lists, feeds and search.")
    withdrawn_why = models.CharField(max_length=200, blank=True)

    class Meta:
        permissions = [
            ("hold_pagestate", "Can take a page down and hold it"),
            ("lift_pagestate", "Can lift a hold that somebody else placed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_at__isnull=True) | (models.Q(held_by__isnull=False) & ~models.Q(held_why="")),
                name="hold_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | ~models.Q(withdrawn_why=""),
                name="withdrawal_says_why",
            ),
        ]

    def __str__(self):
        return f"State of page {self.page_id}"


class PageChange(models.Model):
    """When a row of another table that a page shows last changed: a desk's hours, a team's events. Written by triggers alone."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="change")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Change of page {self.page_id}"


def check_is_of_our_time(moment: datetime | None, field: str) -> None:
    """Raise ValidationError for a moment that a mistyped year put where no calendar and no list for machines reads it."""
    if moment and not 1990 <= moment.year < 3000:
        raise ValidationError({field: "Give a date from 1990 on, with its year in four figures."})


class BasePage(Page):
    """What every page of ours has: the editorial fields, and a card to show in lists."""

    summary = models.CharField(max_length=200, help_text="One or two sentences, for lists, search results and sharing.")
    content_owner = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="The team that keeps this page right."
    )
    review_by = models.DateField(null=True, blank=True)
    public_updated_at = models.DateTimeField("updated", null=True, blank=True, help_text="When something changed that readers should know of.")

    objects = BasePageManager()

    label = ""  # what kind of page this is: on its card and in search results
    lists_children = False  # it looks different once something beneath it does
    leads_to = None  # the page that its address sends visitors on to, in its stead
    share_type = ""  # the same for other sites; empty for a "website", which the Open Graph protocol takes anything to be that says nothing
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], "Search engines"),
        MultiFieldPanel([FieldPanel("content_owner"), FieldPanel("review_by"), FieldPanel("public_updated_at")], "Keeping it right"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        """What stands in lists, feeds and the head of a page is read as it is written: no character that nobody sees is kept."""
        for name in ("title", "draft_title", "seo_title", "search_description", "summary"):
            setattr(self, name, one_line(getattr(self, name)))
        super().clean_fields(exclude)

    def clean(self):
        super().clean()
        check_is_of_our_time(self.public_updated_at, "public_updated_at")

    @classmethod
    def shows_changes_of(cls, child: type[Page]) -> bool:
        return cls.lists_children

    def route(self, request, path_components):
        if not path_components and (self.is_early or self.is_expired):
            raise Http404("This page is not public at this moment.")
        return super().route(request, path_components)

    def permissions_for_user(self, user):
        return HeldPagePermissionTester(user, self)

    def get_view_restrictions(self):
        """As Wagtail's, but no statement where the routing has already seen that there are none."""
        if getattr(self, "is_restricted", None) is False:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    @property
    def is_early(self) -> bool:
        """Its go-live moment has not come, whatever made it live."""
        return self.go_live_at is not None and self.go_live_at > clock.now()

    @property
    def is_expired(self) -> bool:
        """Wagtail takes an expired page down when its schedule next runs; the public sees it gone at the minute."""
        return self.expire_at is not None and self.expire_at <= clock.now()

    @property
    def source(self) -> Page:
        """The page itself; of an alias, the page that it shows."""
        return self.alias_of.specific.source if self.alias_of_id else self

    @property
    def stays_when_named(self) -> bool:
        """Whether it stays up, without the words, when somebody's name must go: what others stand beneath does, a story does not."""
        return self.lists_children or not self.is_leaf()

    @cached_property
    def trail(self) -> list[Page]:
        """The pages from the home page down to this one's parent, for the breadcrumbs."""
        return list(self.get_ancestors().filter(depth__gt=1))

    @property
    def way(self) -> list[tuple[str, Page]]:
        """The same as the breadcrumbs name them."""
        return [(_("Home") if above.depth == 2 else above.title, above) for above in self.trail]

    @property
    def card(self) -> Card:
        return Card(self.title, self.url, self.summary, self.card_image, self.card_label, self.card_date)

    @property
    def card_label(self) -> str:
        return self.label

    @property
    def card_image(self):
        return None

    @property
    def card_date(self):
        return None

    @cached_property
    def share_image(self) -> Source | None:
        """The picture that other sites show beside a link to this page."""
        fetch_files([self.card_image])
        return self.card_image and self.card_image.shared

    def own_address(self, query: QueryDict) -> str | None:
        """The one address of what is shown for `query`, which may hold anything: for machines. None for a page of no site."""
        return self.full_url

    @property
    def breadcrumbs(self) -> dict:
        return breadcrumbs(self)

    @cached_property
    def withdrawal(self) -> PageState | None:
        """What readers are told of a page that was withdrawn; None for any other."""
        state = getattr(self, "state", None)
        return state if state and state.withdrawn_at else None


class HomePage(BasePage):
    """The front door. An editor chooses which sections it shows, and in which order."""

    hero_title = models.CharField(max_length=60, default="Your police, close to home")
    hero_lede = models.CharField(max_length=200, blank=True)
    sections = SectionsField()

    stays_when_named = True
    template = "pages/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.ContentPage",
        "news.NewsIndexPage",
        "neighbourhoods.NeighbourhoodIndexPage",
        "films.FilmIndexPage",
        "staff_profiles.StaffRecognitionPage",
    ]
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("hero_title"), FieldPanel("hero_lede"), FieldPanel("sections")]

    class Meta:
        verbose_name = "home page"

    @classmethod
    def shows_changes_of(cls, child: type[Page]) -> bool:
        """It shows the newest of what lists the newest."""
        return child.lists_children

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The sections, of which some ask the force of the request's own site where its services are."""
        sections = list(self.shown_sections(site_of(request).force))
        fetch_files(picture for section in sections for picture in section.pictures)
        return super().get_context(request, *args, **kwargs) | {"sections": sections}

    def shown_sections(self, force) -> Iterator[Section]:
        stored = list(self.sections.raw_data)
        named = only_listed(Page.objects.filter(pk__in=named_pages(stored), path__startswith=self.path))
        pages = {page.pk: page for page in named}
        for section in stored:
            block = self.sections.stream_block.child_blocks[section["type"]]
            value = block.shown(filled(section["value"], pages), force)
            if value is not None:
                yield Section(block.meta.template, value, block.pictures(value))


class ContentPage(BasePage):
    """Advice, statements and anything else that is plainly text."""

    body = BodyField()
    show_children = models.BooleanField("list the pages beneath", default=False)

    template = "pages/content_page.html"
    parent_page_types = ["pages.HomePage", "pages.ContentPage"]
    subpage_types = ["pages.ContentPage", "enquiry_desks.EnquiryDesksPage"]
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body"), FieldPanel("show_children")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "content page"

    @cached_property
    def child_cards(self) -> list[Card]:
        if not self.show_children:
            return []
        return [child.card for child in only_listed(self.get_children()).specific()]

    @cached_property
    def contents(self) -> list[Subheading]:
        """What "On this page" lists; nothing on a page short enough to be seen at once."""
        found = subheadings(self.body)
        return found if len(found) >= LONG_PAGE else []
