"""Tables and files."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
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
        preview_value = {
            "caption": "When our surgeries are",
            "table": {
                "columns": [{"type": "text", "heading": "Where"}, {"type": "text", "heading": "When"}],
                "rows": [{"values": ["Library, Corby", "Monday, 5pm"]}, {"values": ["Village hall, Brixworth", "Tuesday, 10am"]}],
                "caption": "",
            },
        }


class FilesBlock(blocks.StructBlock):
    """Files to download."""

    heading = blocks.CharBlock(default="Files to download", max_length=80)
    files = blocks.ListBlock(DocumentChooserBlock(), min_num=1)

    def get_preview_value(self):
        return self.normalize({"heading": "Files to download", "files": list(get_document_model().objects.order_by("-pk")[:2])})

    class Meta:
        icon = "doc-full"
        template = "blocks/files_block.html"
