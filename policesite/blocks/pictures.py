"""Things to look at: pictures and films."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """A picture, with a caption beneath where it needs one. Its description and credit come from the picture itself."""

    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"
        template = "blocks/image_block.html"
        preview_value = {"caption": "The front office at Campbell Square."}


class VideoBlock(blocks.PageChooserBlock):
    """A film of ours, with its captions and transcript."""

    def __init__(self, **kwargs):
        super().__init__(page_type="films.FilmPage", **kwargs)

    class Meta:
        icon = "media"
        template = "blocks/video_block.html"
        preview_value = None
