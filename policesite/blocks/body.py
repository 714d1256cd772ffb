"""The one vocabulary of body content, a family a file. No raw HTML, nothing embedded from elsewhere."""

from wagtail.blocks import StreamBlock

from .contact import ContactBlock
from .data import FilesBlock, TableBlock
from .pictures import FilmElsewhereBlock, ImageBlock, VideoBlock
from .text import DetailsBlock, QuoteBlock, TextBlock


class BodyBlock(StreamBlock):
    text = TextBlock()
    image = ImageBlock()
    quote = QuoteBlock()
    video = VideoBlock()
    film_elsewhere = FilmElsewhereBlock()
    contact = ContactBlock()
    details = DetailsBlock()
    table = TableBlock()
    files = FilesBlock()
