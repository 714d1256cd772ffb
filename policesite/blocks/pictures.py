"""Things to look at: pictures and films."""

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """A picture, with a caption beneath where it needs one. Its description and credit come from the picture itself."""

    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=200)

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
