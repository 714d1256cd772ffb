from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .public import only_public


class PublicPageLink(PageLinkHandler):
    """A link in a text. To a page that is not public it leads nowhere, and its words alone are read: an address may tell what waits."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        asked = [attrs.get("id") for attrs in attrs_list]
        pages = only_public(Page.objects.filter(pk__in=[pk for pk in asked if str(pk).isdecimal()])).defer_streamfields().specific()
        found = {str(page.pk): page for page in pages}
        return [found.get(str(pk)) for pk in asked]
