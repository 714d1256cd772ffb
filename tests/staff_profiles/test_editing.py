"""Wagtail's own page tests for staff recognition, and what an editor meets."""

from datetime import date

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, streamfield

from staff_profiles.models import CampaignPage, StaffProfilePage, StaffRecognitionPage
from tests.conftest import build_site, publish

from .conftest import campaign_of, morning, profile_of


class StaffPages(WagtailPageTestCase):
    def setUp(self):
        home = build_site("northamptonshire", "testserver", default=True).home
        self.recognition = publish(home, StaffRecognitionPage(title="Staff recognition", slug="staff-recognition", summary="Thanks."))
        self.campaign = campaign_of(self.recognition)
        self.profile = profile_of(self.campaign, 9)
        self.client.force_login(get_user_model().objects.create_superuser("editor"))

    def form(self, **fields) -> dict:
        empty = {
            name: ""
            for name in (
                "department",
                "display_name",
                "portrait",
                "helps",
                "vacancies_url",
                "quote",
                "quote_by",
                "film",
                "transcript",
                "consent_reference",
                "consent_until",
            )
        }
        words = {
            "title": "Analyst",
            "slug": "analyst",
            "summary": "Finds patterns.",
            "role_title": "Analyst",
            "day": "2026-03-11",
            "body": streamfield([]),
        }
        return nested_form_data(empty | words | fields)

    def create(self, **fields):
        return self.client.post(f"/admin/pages/add/staff_profiles/staffprofilepage/{self.campaign.pk}/", self.form(**fields))

    def test_every_page_can_be_routed_rendered_edited_and_previewed(self):
        week = {
            "title": "Staff week",
            "slug": "staff-week",
            "summary": "Thanks.",
            "starts": "2026-03-09",
            "ends": "2026-03-15",
            "release_time": "07:00",
        }
        forms = {
            self.recognition: None,
            self.campaign: nested_form_data(week | {"intro": streamfield([])}),
            self.profile: self.form(day="2026-03-09"),
        }
        for page, form in forms.items():
            with self.subTest(page=page.title):
                self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page)
                self.assertPageIsEditable(page, post_data=form)
                self.assertPageIsPreviewable(page, post_data=form)

    def test_where_they_may_stand(self):
        self.assertAllowedParentPageTypes(StaffProfilePage, {CampaignPage})
        self.assertAllowedParentPageTypes(CampaignPage, {StaffRecognitionPage})
        self.assertAllowedSubpageTypes(StaffProfilePage, set())

    def test_an_editor_adds_a_profile_by_its_day_alone(self):
        self.create()
        profile = StaffProfilePage.objects.get(slug="analyst")
        assert profile.campaign == self.campaign
        assert profile.go_live_at == morning(11)
        assert not profile.live

    def test_an_editor_is_told_that_a_day_is_taken(self):
        self.assertContains(self.create(day="2026-03-09"), "That day has its profile already.")

    def test_an_editor_is_told_that_a_day_is_outside_the_campaign(self):
        self.assertContains(self.create(day="2026-03-20"), "The campaign runs from 09/03/2026 to 15/03/2026.")

    def test_a_mistyped_year_does_not_make_a_campaign_of_a_century(self):
        week = {"title": "Long week", "slug": "long-week", "summary": "Thanks.", "release_time": "07:00", "intro": streamfield([])}
        for ends in ("2226-03-15", "2026-04-09"):
            answer = self.client.post(
                f"/admin/pages/add/staff_profiles/campaignpage/{self.recognition.pk}/",
                nested_form_data(week | {"starts": "2026-03-09", "ends": ends, "action-publish": "1"}),
            )
            self.assertContains(answer, "A campaign lasts at most 31 days: look at the years.")
            self.assertContains(answer, f'value="{ends}"')
        assert campaign_of(self.recognition, "a-month", ends=date(2026, 4, 8)).live
        with self.assertRaises(IntegrityError), transaction.atomic():
            CampaignPage.objects.filter(pk=self.campaign.pk).update(ends=date(2226, 3, 15))

    def test_consent_until_the_end_of_time_is_taken(self):
        self.create(display_name="Sam Example", consent_reference="HR/1", consent_until="9999-12-31")
        assert StaffProfilePage.objects.get(slug="analyst").expire_at is None

    def test_a_person_is_not_published_without_consent_but_kept_as_a_draft(self):
        refused = self.create(**{"display_name": "Sam Example", "action-publish": "1"})
        self.assertContains(refused, "Consent is missing.")
        self.assertContains(refused, "Sam Example")
        assert not StaffProfilePage.objects.filter(slug="analyst").exists()
        self.assertContains(
            self.create(**{"display_name": "Sam Example", "consent_reference": "HR/1", "consent_until": "2026-03-10", "action-publish": "1"}),
            "Consent ends before its day.",
        )
        self.create(display_name="Sam Example")
        assert StaffProfilePage.objects.get(slug="analyst").display_name == "Sam Example"
