"""Things to look at: pictures and films."""

from urllib.parse import urlsplit

from django.core.validators import RegexValidator
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """A picture, with a caption beneath where it needs one. Its credit comes from the picture, and its description too unless the story needs another."""

    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=200)
    description = blocks.CharBlock(required=False, max_length=255, help_text="Only where this story needs another than the picture's own.")

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("pk").last()
        return self.normalize({"image": newest, "caption": "The front office at Campbell Square."})

    class Meta:
        icon = "image"
        template = "blocks/image_block.html"


class VideoBlock(blocks.PageChooserBlock):
    """A film of ours, with its captions and transcript."""

    def __init__(self, **kwargs):
        super().__init__(page_type="films.FilmPage", **kwargs)

    def get_preview_value(self):
        return self.target_model.objects.live().order_by("pk").last()

    class Meta:
        icon = "media"
        template = "blocks/video_block.html"


class FilmElsewhereValue(blocks.StructValue):
    @property
    def host(self) -> str:
        """Where the film is, as a reader knows the place: "youtube.com"."""
        return urlsplit(self["address"]).hostname.removeprefix("www.")


class FilmElsewhereBlock(blocks.StructBlock):
    """A film on another site: a picture and a link, and nothing is asked of that site before somebody follows it.

    It is never played inside our page: a frame of another site that has the focus swallows the Escape key.
    """

    title = blocks.CharBlock(max_length=120)
    poster = ImageChooserBlock(help_text="A picture from our own library. The other site's own would tell it who reads this page.")
    address = blocks.URLBlock(validators=[RegexValidator(r"^https://", "Give the whole address, starting with https://")])

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("pk").last()
        return self.normalize({"title": "Lock it, keep it", "poster": newest, "address": "https://www.example.org/film"})

    class Meta:
        icon = "link-external"
        label = "Film on another site"
        template = "blocks/film_elsewhere_block.html"
        value_class = FilmElsewhereValue
