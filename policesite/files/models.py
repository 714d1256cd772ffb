from django.db import models
from wagtail.documents.models import AbstractDocument, Document

from policesite.delivery.media import new_token


def stored_under_token(document, filename):
    return f"{document.token}/{document.file.storage.get_valid_name(filename)[-70:]}"


class SiteDocument(AbstractDocument):
    """A file to download, private until something public links to it."""

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    file = models.FileField(upload_to=stored_under_token)

    admin_form_fields = Document.admin_form_fields

    class Meta(Document.Meta):
        verbose_name = "file"

    @property
    def url(self) -> str:
        return self.file.url
