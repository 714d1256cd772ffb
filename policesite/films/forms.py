from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class FilmVersionForm(WagtailAdminPageForm):
    """The form of a version: says so when the film has one in that language already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"title", "summary", "seen"} & set(self.fields):
            self.fields[name].widget.attrs["dir"] = "auto"  # Urdu from the right, in the editor too

    def clean_language(self):
        code = self.cleaned_data["language"]
        others = self.parent_page.get_children().exclude(pk=self.instance.pk)
        if others.filter(slug=code).exists():
            raise ValidationError("This film has a page in that language already.")
        return code
