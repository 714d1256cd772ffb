from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, Site
from wagtail.search import index

from policesite.delivery.media import new_token
from policesite.images.models import SiteImage
from policesite.pages.cards import Card
from policesite.pages.models import BasePage
from policesite.pages.public import BasePageQuerySet

from .forms import FilmVersionForm
from .languages import ENGLISH, LanguageLink, language_choices, links, spoken
from .screening import Screening, fingerprint, transcript_text
from .structured import video_object
from .validators import read_film, validate_captions

CAPTIONS_HELP = (
    "WebVTT: everything that is said and every sound that matters, with <v Name> before what a speaker says. The transcript is made from it."
)
SEEN_HELP = "What the film shows, told to somebody who can't see it: who, where, what happens, words on the screen."
UNCHECKED = (
    "<p>The menu, the footer and the other words around the film were put into this language for the site, "
    "and <strong>no speaker of it has checked them yet</strong>. Nor have these words been checked until a name stands below.</p>"
)


def stored_under_token(video, filename):
    return f"{video.token}/film.mp4"


class VideoFile(models.Model):
    """The file of a film, private until a public page shows it. Its size and length are read from the file itself."""

    title = models.CharField(max_length=120, help_text="To find it by, here in the editor.")
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    file = models.FileField(
        upload_to=stored_under_token,
        validators=[FileExtensionValidator(["mp4", "m4v"])],
        help_text="MP4 with H.264 pictures and AAC sound, 100 MB at the most.",
    )
    seconds = models.PositiveIntegerField(default=0, editable=False)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)

    panels = [FieldPanel("title"), FieldPanel("file")]

    class Meta:
        ordering = ["title"]
        verbose_name = "film file"

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            described = read_film(self.file)
            self.seconds, self.width, self.height = described.seconds, described.width, described.height

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded; 0 for a film of less than one."""
        return round(self.seconds / 60) if self.seconds >= 60 else 0


class FilmIndexPage(BasePage):
    """All the films of one site."""

    lists_children = True
    template = "films/film_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["films.FilmPage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "films"

    @cached_property
    def films(self) -> list["FilmPage"]:
        """Newest first, each with the languages it can be had in."""
        films = list(FilmPage.objects.child_of(self).listed().newest_first().with_pictures())
        found = links(films)
        for film in films:
            film.languages = found[film.pk]
        return films

    def cards(self, limit: int) -> list[Card]:
        films = FilmPage.objects.child_of(self).listed().newest_first().with_pictures()
        return [film.card for film in films[:limit]]


class FilmQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def with_pictures(self):
        return self.select_related("poster", "video").prefetch_related("poster__renditions")


class FilmPage(BasePage):
    """A film in English. What stands beneath it is the same film in other languages."""

    video = models.ForeignKey(VideoFile, on_delete=models.PROTECT, related_name="+", verbose_name="film file")
    poster = models.ForeignKey(SiteImage, on_delete=models.PROTECT, related_name="+", help_text="What is seen before the film starts.")
    captions = models.TextField(validators=[validate_captions], help_text=CAPTIONS_HELP)
    seen = models.TextField("what is seen", blank=True, help_text=SEEN_HELP)

    objects = PageManager.from_queryset(FilmQuerySet)()

    template = "films/film_page.html"
    parent_page_types = ["films.FilmIndexPage"]
    subpage_types = ["films.FilmVersionPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("video"),
        FieldPanel("poster"),
        FieldPanel("captions"),
        FieldPanel("seen"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("transcript"), index.SearchField("seen")]

    stays_when_named = False  # what stands beneath is the same film, and says the same
    label = "Film"
    share_type = "video.other"
    language = ENGLISH

    class Meta:
        verbose_name = "film"

    @property
    def card_image(self):
        return self.poster

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """Every language the public can have this film in, English first. One query."""
        return links([self])[self.pk]

    @cached_property
    def screening(self) -> Screening:
        return Screening(self, film=self)

    def structured_data(self, site: Site) -> dict:
        return video_object(self, site)

    def transcript(self) -> str:
        """For search: who speaks and what is said, without times, numbers and notes."""
        return transcript_text(self.captions)

    @property
    def fingerprint(self) -> str:
        """Of everything here that a version in another language says or shows again: it changes when any of that does."""
        return fingerprint(self.video_id, self.title, self.summary, self.captions, self.seen)

    @cached_property
    def shown(self) -> "FilmPage | None":
        """This film with its poster, if the public may see it: for an article that shows it."""
        return FilmPage.objects.filter(pk=self.pk).listed().with_pictures().first()


class FilmVersionPage(BasePage):
    """A film in one more language: the whole page around it is in that language, too."""

    # The page above, kept by the database (a trigger): so that no copy, import or move can make a second Urdu version.
    film = models.ForeignKey(FilmPage, blank=True, editable=False, on_delete=models.RESTRICT, related_name="versions")
    language = models.CharField(max_length=10, choices=language_choices)
    video = models.ForeignKey(
        VideoFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="film file",
        help_text="Leave empty to show the English film with captions in this language.",
    )
    poster = models.ForeignKey(
        SiteImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Leave empty to show that of the English film."
    )
    captions = models.TextField(validators=[validate_captions], help_text=CAPTIONS_HELP)
    seen = models.TextField("what is seen", blank=True, help_text=SEEN_HELP)
    # What the English film said when this version was made, or last compared with it; see `is_behind`.
    made_from = models.CharField(max_length=64, blank=True, editable=False)
    checked_by = models.CharField(max_length=120, blank=True, help_text="The speaker of this language who has read all of it.")
    checked_on = models.DateField(null=True, blank=True)

    label = FilmPage.label
    template = "films/film_page.html"
    share_type = "video.other"
    parent_page_types = ["films.FilmPage"]
    subpage_types = []
    base_form_class = FilmVersionForm
    content_panels = [
        HelpPanel(UNCHECKED),
        *[FieldPanel(name) for name in ("language", "title", "summary", "video", "poster", "captions", "seen")],
        MultiFieldPanel([FieldPanel("checked_by"), FieldPanel("checked_on"), FieldPanel("is_same")], "Checked by a speaker"),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], "Search engines"),
        *BasePage.promote_panels[1:],
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("transcript"), index.SearchField("seen")]

    class Meta:
        verbose_name = "film in another language"
        verbose_name_plural = "films in other languages"
        constraints = [
            models.UniqueConstraint(fields=["film", "language"], name="one_version_a_language"),
            models.CheckConstraint(
                condition=Q(checked_by="", checked_on__isnull=True) | (~Q(checked_by="") & Q(checked_on__isnull=False)),
                name="check_says_who_and_when",
                violation_error_message="Say both who checked it and when.",
            ),
        ]

    def full_clean(self, *args, **kwargs):
        """The address is the language: /films/<film>/ur/."""
        self.slug = self.language
        super().full_clean(*args, **kwargs)

    def clean(self):
        """A new version is made from the film as it is now."""
        super().clean()
        if not self.made_from and self.path:
            self.made_from = self.original.fingerprint

    def can_move_to(self, parent) -> bool:
        """A version stays with its film."""
        return super().can_move_to(parent) and parent.pk == self.original.pk

    def get_admin_display_title(self) -> str:
        return f"{spoken(self.language).name}: {self.title}{'' if self.checked_by else ' (not checked by a speaker)'}"

    def serve(self, request, *args, **kwargs):
        return self._in_its_language(super().serve(request, *args, **kwargs))

    def serve_preview(self, request, mode_name):
        return self._in_its_language(super().serve_preview(request, mode_name))

    def _in_its_language(self, response):
        """Django renders a page after the view has returned: here it is done at once, while the language is the page's."""
        with translation.override(self.language):
            return response.render()

    @property
    def way(self) -> list[tuple[str, Page]]:
        """In its language; the English film between is one of the languages to choose from."""
        return [(_("Home"), self.trail[0]), (_("Films"), self.trail[1])]

    @property
    def card_image(self):
        return self.poster

    @cached_property
    def original(self) -> FilmPage:
        """The English film, with its poster and file."""
        return FilmPage.objects.with_pictures().get(pk=self.get_parent().pk)

    def transcript(self) -> str:
        return transcript_text(self.captions)

    @property
    def is_behind(self) -> bool:
        """Whether the English film has changed since this version was made, or last compared with it."""
        return self.made_from != self.original.fingerprint

    @property
    def languages(self) -> list[LanguageLink]:
        return self.original.languages

    @cached_property
    def screening(self) -> Screening:
        return Screening(self, film=self.original)

    def structured_data(self, site: Site) -> dict:
        return video_object(self, site)
