from django.contrib.contenttypes.models import ContentType
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from .links import PublicPageLink
from .public import only_public


@hooks.register("is_publicly_used")
def is_on_a_public_page(thing) -> bool:
    """Wagtail's reference index tells which pages hold a picture or a file: is one of them public now?"""
    references = ReferenceIndex.get_references_to(thing).filter(base_content_type=ContentType.objects.get_for_model(Page))
    ids = [int(pk) for pk in references.values_list("object_id", flat=True)]
    return bool(ids) and only_public(Page.objects.filter(pk__in=ids)).exists()


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    return {"pages.PageState.held_why": "for staff alone"}


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own, whose place it takes
def links_to_pages(features):
    features.register_link_type(PublicPageLink)
