"""The sections of the home page: each names a page, and shows the cards or the facts which that page gives."""

from wagtail import blocks
from wagtail.blocks import StreamBlock

from policesite.blocks.field import BodyField


class LatestBlock(blocks.StructBlock):
    """The newest cards of an index page: the news, for example."""

    heading = blocks.CharBlock(max_length=60)
    index = blocks.PageChooserBlock()
    count = blocks.IntegerBlock(min_value=1, max_value=9, default=4)

    class Meta:
        icon = "list-ul"
        template = "pages/sections/latest.html"


class SectionsBlock(StreamBlock):
    latest = LatestBlock()


class SectionsField(BodyField):
    vocabulary = SectionsBlock
