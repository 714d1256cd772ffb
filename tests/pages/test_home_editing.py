"""The home page in an editor's hands; and that every type of page has been."""

import ast

from django.conf import settings
from wagtail.models import get_page_models
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import NewsIndexPage
from policesite.pages.models import HomePage
from tests.conftest import build_site, publish


class EditorsCanEditTheHomePage(WagtailPageTestCase):
    def setUp(self):
        self.login()
        self.home = build_site("northants", "testserver", default=True).home
        self.news = publish(self.home, NewsIndexPage(title="News", slug="news", summary="Stories."))

    def test_the_page_can_be_routed_rendered_and_edited(self):
        self.assertPageIsRoutable(self.home)
        self.assertPageIsRenderable(self.home)
        latest = {"heading": "Latest news", "page": self.news.pk, "count": 3, "link_text": "All news"}
        words = {"title": "Home", "slug": self.home.slug, "summary": "Close to home.", "hero_title": "Your police", "hero_lede": ""}
        form = nested_form_data(words | {"sections": streamfield([("latest", latest)]), "comments": inline_formset([])})
        self.assertPageIsEditable(self.home, post_data=form)
        self.assertPageIsPreviewable(self.home, post_data=form)

    def test_it_stands_at_the_top_of_a_site_only(self):
        self.assertAllowedParentPageTypes(HomePage, {self.home.get_parent().specific_class})


def test_every_type_of_page_is_routed_rendered_and_edited_in_some_test():
    """Each file that calls Wagtail's own page tests names the types that it tries."""
    named = {
        name
        for path in (settings.BASE_DIR / "tests").rglob("test_*.py")
        if "assertPageIsEditable(" in (text := path.read_text())
        for name in names(text)
    }
    types = {model.__name__ for model in get_page_models() if model._meta.app_label != "wagtailcore"}
    assert types - named == set()


def names(code: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
