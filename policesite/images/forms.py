import re

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .cleaning import clean_picture

_FILE_NAME = re.compile(r"^\S+\.(jpe?g|png|gif|webp|avif|heic)$|^(img|dsc|image|photo|picture)[\s_-]*\d*$", re.IGNORECASE)


def names_a_file(description: str) -> bool:
    """Whether what should describe a picture is only the name of its file ("IMG_0042.jpg")."""
    return bool(_FILE_NAME.match(description))


class CleanPictureField(WagtailImageField):
    """Takes an upload only once it has been drawn anew: Wagtail's own checks then see the clean picture."""

    def to_python(self, data):
        if data in self.empty_values:
            return None
        self.check_image_file_size(data)
        return super().to_python(clean_picture(data))


class SiteImageForm(BaseImageForm):
    """The upload form: cleans the file, and asks for a description that describes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # Wagtail makes this field itself, whatever the model says
            stock = self.fields["file"]
            self.fields["file"] = CleanPictureField(label=stock.label, help_text=stock.help_text, required=stock.required, widget=stock.widget)

    def clean_description(self):
        description = self.cleaned_data.get("description", "").strip()
        if names_a_file(description):
            raise ValidationError("That is the name of a file. Say in a sentence what the picture shows.")
        return description
