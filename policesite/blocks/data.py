"""Tables and files."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock


class TableBlock(blocks.StructBlock):
    """A table with a caption and a header row; a reader who can't see it hears both."""

    caption = blocks.CharBlock(max_length=160)
    table = TypedTableBlock([("text", blocks.CharBlock(required=False)), ("number", blocks.DecimalBlock(required=False))])

    def clean(self, value):
        cleaned = super().clean(value)
        if not all(column["heading"].strip() for column in cleaned["table"].columns):
            raise blocks.StructBlockValidationError({"table": blocks.StreamBlockValidationError(non_block_errors=["Give every column a heading."])})
        return cleaned

    class Meta:
        icon = "table"
        template = "blocks/table_block.html"
        preview_value = None


class FilesBlock(blocks.StructBlock):
    """Files to download."""

    heading = blocks.CharBlock(default="Files to download", max_length=80)
    files = blocks.ListBlock(DocumentChooserBlock(), min_num=1)

    class Meta:
        icon = "doc-full"
        template = "blocks/files_block.html"
        preview_value = {"heading": "Files to download", "files": []}
