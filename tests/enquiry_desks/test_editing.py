"""Wagtail's own questions to each page type: does it stand where it should, can it be shown, reached and edited?"""

from django.contrib.auth import get_user_model
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from enquiry_desks.models import EnquiryDeskPage, EnquiryDesksPage
from policesite.pages.models import ContentPage
from tests.conftest import build_site

from .conftest import add_desk, add_hours, desks_page_of


class EnquiryDeskPages(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desks_page = desks_page_of(build_site("northamptonshire", "testserver", default=True))
        cls.desk = add_desk(cls.desks_page)
        add_hours(cls.desk)
        cls.editor = get_user_model().objects.create_superuser("super", password="pw")

    def setUp(self):
        self.client.force_login(self.editor)

    def test_each_stands_only_where_it_should(self):
        self.assertAllowedParentPageTypes(EnquiryDesksPage, {ContentPage})
        self.assertAllowedSubpageTypes(EnquiryDesksPage, {EnquiryDeskPage})
        self.assertAllowedParentPageTypes(EnquiryDeskPage, {EnquiryDesksPage})
        self.assertAllowedSubpageTypes(EnquiryDeskPage, {})
        assert not EnquiryDesksPage.can_create_at(Page.objects.get(pk=self.desks_page.pk).get_parent())

    def test_each_can_be_reached_shown_and_previewed(self):
        for page in (self.desks_page, self.desk):
            self.assertPageIsRoutable(page)
            self.assertPageIsRenderable(page)
            self.assertPageIsPreviewable(page)

    def test_each_can_be_edited(self):
        for page in (self.desks_page, self.desk):
            self.assertPageIsEditable(page)

    def test_a_copy_of_a_desk_has_an_address_and_no_hours(self):
        copy = self.desk.copy(update_attrs={"slug": "copy", "title": "Copy"})
        assert copy.openingperiods.count() == 0
