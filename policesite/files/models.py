from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.models import Page, ReferenceIndex

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


def files_on(pages: Iterable[models.Model]) -> list[SiteDocument]:
    """The files that these pages hand out; what is no page has none."""
    kind = ContentType.objects.get_for_model(SiteDocument)
    held = ReferenceIndex.objects.filter(to_content_type=kind, object_id__in=[str(page.pk) for page in pages if isinstance(page, Page)])
    held = held.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return list(SiteDocument.objects.filter(pk__in=[int(pk) for pk in held.values_list("to_object_id", flat=True)]).order_by("title"))
