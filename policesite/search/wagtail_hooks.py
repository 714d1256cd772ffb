from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from policesite.delivery.read_only import ReadOnlyViewSet, SafeExport
from policesite.naming.silencing import delete

from . import entries, fruitless
from .models import FruitlessSearch, PromotedAnswer

hooks.register("due_items", entries.due)
hooks.register("due_items", fruitless.due)


class PromotedAnswerViewSet(ModelViewSet):
    model = PromotedAnswer
    icon = "pick"
    menu_label = "Promoted answers"
    list_display = ["title", "words", "often"]
    list_filter = ["site", "often"]
    search_fields = ["title", "words"]
    search_backend_name = None
    copy_view_enabled = False


class KeptWords(SafeExport):
    """Only rows whose words are kept: the others are hashes that tell nobody anything."""

    def get_base_queryset(self):
        return super().get_base_queryset().exclude(words="")


class FruitlessSearchViewSet(ReadOnlyViewSet):
    model = FruitlessSearch
    icon = "search"
    menu_label = "Found nothing"
    index_view_class = KeptWords
    list_display = ["words", "times", "days", "last_on"]
    list_export = ["words", "times", "days", "last_on"]
    list_filter = ["site"]


class SearchGroup(ViewSetGroup):
    menu_label = "Site search"
    menu_icon = "search"
    menu_order = 170
    items = (PromotedAnswerViewSet("promoted_answers"), FruitlessSearchViewSet("fruitless_searches"))


@hooks.register("register_admin_viewset")
def site_search():
    return SearchGroup()


@hooks.register("private_words")
def what_is_made_of_pages() -> dict[str, str]:
    return {"search.Entry": "goes with its page", "search.Word": "goes with its pages", "search.FruitlessSearch.digest": "a digest"}


@hooks.register("silence_rows")
def silence_answers() -> dict:
    """What was typed in vain is for staff alone, and yet no reason to keep a name."""
    return {"search.PromotedAnswer": delete, "search.FruitlessSearch": delete}
