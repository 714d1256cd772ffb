from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from policesite.delivery.media import is_publicly_used, new_token

from .renditions import FORMATS, Source, shared, sources


class SiteImage(AbstractImage):
    """A picture, cleaned when it was uploaded, and private until something public uses it.

    Its files are stored under its token: `/media/<token>/<name>` is both the address and the place.
    """

    class Subject(models.TextChoices):
        SCENE = "scene", "A place or a thing"
        STAFF = "staff", "Police officers or staff"
        COMMUNITY = "community", "Members of the public"
        CUSTODY = "custody", "A custody picture"
        CCTV = "cctv", "A picture from CCTV"
        WANTED = "wanted", "Somebody wanted"
        MISSING = "missing", "Somebody missing"

    # People who have not chosen to be on the site: somebody answers for it, and it comes down again.
    SENSITIVE = (Subject.CUSTODY, Subject.CCTV, Subject.WANTED, Subject.MISSING)

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    is_decorative = models.BooleanField("decorative", default=False, help_text="It says nothing that the text does not. Screen readers pass over it.")
    credit = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=10, choices=Subject, default=Subject.SCENE)
    authorised_by = models.CharField(max_length=120, blank=True, help_text="Who agreed that a custody, CCTV, wanted or missing picture may be shown.")
    take_down_on = models.DateField(null=True, blank=True, help_text="From this day on it is gone: for good, and from every page.")
    taken_down_at = models.DateTimeField(null=True, blank=True, editable=False)  # taking_down.py: what is left is a blank

    admin_form_fields = (
        "title", "file", "description", "is_decorative", "credit", "subject", "authorised_by", "take_down_on", "collection", "tags",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    class Meta(Image.Meta):
        verbose_name = "picture"
        constraints = [
            models.CheckConstraint(
                condition=~Q(description="") | Q(is_decorative=True),
                name="picture_described_or_decorative",
                violation_error_message="Describe the picture in a sentence, or tick “decorative”.",
            ),
            models.CheckConstraint(
                condition=~Q(subject__in=["custody", "cctv", "wanted", "missing"]) | (~Q(authorised_by="") & Q(take_down_on__isnull=False)),
                name="picture_of_person_authorised",
                violation_error_message="Say who authorised this picture, and the day it comes down.",
            ),
        ]

    def get_upload_to(self, filename):
        extension = filename.rpartition(".")[2].lower()
        return f"{self.token}/picture.{extension}"

    @property
    def default_alt_text(self):
        return self.alt

    @property
    def alt(self) -> str:
        return "" if self.is_decorative or self.taken_down_at else self.description

    @cached_property
    def sources(self) -> dict[str, list[Source]]:
        """The renditions that exist, narrow to wide, by format: nothing is ever made in a public GET."""
        return {} if self.taken_down_at else sources(self)

    @property
    def largest(self) -> Source | None:
        """The widest JPEG: what a browser without AVIF and WebP, or another site's preview, is given."""
        return next(reversed(self.sources.get(FORMATS[-1], [])), None)

    @property
    def shared(self) -> Source | None:
        """What other sites show beside a link to a page with this picture."""
        return shared(self)

    @property
    def focus(self) -> str:
        """Which ninth of the picture must stay in view when it is cropped: "top-left" … "bottom-right"."""
        if self.focal_point_x is None or self.focal_point_y is None:
            return "centre-centre"
        across = ("left", "centre", "right")[min(2, 3 * self.focal_point_x // max(1, self.width))]
        down = ("top", "centre", "bottom")[min(2, 3 * self.focal_point_y // max(1, self.height))]
        return f"{down}-{across}"

    def is_public(self) -> bool:
        return not self.taken_down_at and is_publicly_used(self)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")]

    def get_upload_to(self, filename):
        return f"{self.image.token}/{filename}"


class TakenDownFile(models.Model):
    """That a file was taken down once, so that no import brings it back: neither the picture nor whom it showed."""

    digest = models.CharField(max_length=64, unique=True, help_text="Of its bytes, under the site's secret key.")

    def __str__(self):
        return "A file that was taken down"
