import re

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from .cleaning import clean_picture

_FILE_NAME = re.compile(r"^\S+\.(jpe?g|png|gif|webp|avif|heic)$|^(img|dsc|image|photo|picture)[\s_-]*\d*$", re.IGNORECASE)


class SiteImageForm(BaseImageForm):
    """The upload form: cleans the file, and asks for a description that describes."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file or "file" not in self.changed_data:
            return file
        cleaned = clean_picture(file)
        # The field reads the picture's size from the file it was given: give it the new one.
        file.file, file.size = cleaned.file, cleaned.size
        file.seek(0)
        return file

    def clean_description(self):
        description = self.cleaned_data.get("description", "").strip()
        if _FILE_NAME.match(description):
            raise ValidationError("That is the name of a file. Say in a sentence what the picture shows.")
        return description
