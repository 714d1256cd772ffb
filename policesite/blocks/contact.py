"""How to reach us: the wording is fixed, so that it is the same on every page."""

from wagtail import blocks

CHANNELS = [
    ("999", "999, in an emergency"),
    ("101", "101, not an emergency"),
    ("online", "Report online"),
    ("crimestoppers", "Crimestoppers, anonymously"),
    ("team", "The neighbourhood team"),
]


class ContactBlock(blocks.StructBlock):
    """The ways to answer an appeal or ask for help, with a reference to quote."""

    heading = blocks.CharBlock(default="Know something?", max_length=80)
    channels = blocks.MultipleChoiceBlock(choices=CHANNELS, default=["101", "crimestoppers"])
    reference = blocks.CharBlock(required=False, max_length=40, help_text="For example an incident number.")

    class Meta:
        icon = "mail"
        template = "blocks/contact_block.html"
        preview_value = {"heading": "Know something?", "channels": ["101", "online", "crimestoppers"], "reference": "26000123456"}
