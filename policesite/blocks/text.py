"""Words: text, quotations, details that open."""

import re

from wagtail import blocks

_HALF_AN_EMOJI = re.compile("[\ud800-\udfff]")  # a lone surrogate, which an editor's browser may send and no database keeps


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, subheadings, bold, lists and links."""

    def __init__(self, **kwargs):
        super().__init__(features=["h2", "h3", "bold", "ol", "ul", "link", "document-link"], **kwargs)

    def value_from_form(self, value):
        return super().value_from_form(_HALF_AN_EMOJI.sub("", value))

    class Meta:
        icon = "pilcrow"
        template = "blocks/text_block.html"
        preview_value = "<h2>What we found</h2><p>Ten bikes were stolen from the <b>station car park</b> in May.</p>"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, exactly, and who they are."""

    text = blocks.TextBlock(rows=3, help_text="The words alone, without quotation marks.")
    name = blocks.CharBlock()
    role = blocks.CharBlock(required=False)

    class Meta:
        icon = "openquote"
        template = "blocks/quote_block.html"
        preview_value = {"text": "People stop me on the street to talk, and that is the job.", "name": "Sam Example", "role": "PCSO, Corby"}


class DetailsBlock(blocks.StructBlock):
    """A line that opens to show more."""

    summary = blocks.CharBlock(help_text="What a reader gets by opening it.")
    text = TextBlock()

    class Meta:
        icon = "arrow-down-big"
        template = "blocks/details_block.html"
        preview_value = {"summary": "What happens to your report", "text": "<p>An officer reads it within a day.</p>"}
