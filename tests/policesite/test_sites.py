"""Which force's site answers."""

import pytest
from django.http import Http404
from wagtail.models import Site

from policesite.forces.sites import site_of


def test_a_site_comes_with_its_force_and_every_setting_in_one_statement(rf, northants, django_assert_num_queries):
    with django_assert_num_queries(1):
        site = site_of(rf.get("/"))
        assert site.force == northants.force
        assert site.quickexitsettings.destination_id.startswith("https://")
        assert site.root_page


def test_asking_again_costs_nothing(rf, northants, django_assert_num_queries):
    request = rf.get("/")
    site_of(request)
    with django_assert_num_queries(0):
        site_of(request)


def test_each_host_name_has_its_own_site_and_any_other_the_default(rf, northants, elsewhere):
    assert site_of(rf.get("/", headers={"host": "elsewhere.test"})) == elsewhere.site
    assert site_of(rf.get("/", headers={"host": "testserver"})) == northants.site
    assert site_of(rf.get("/", headers={"host": "127.0.0.1:8123"})) == northants.site


def test_without_any_site_nothing_is_found(rf, db):
    Site.objects.all().delete()
    with pytest.raises(Http404):
        site_of(rf.get("/"))


def test_before_there_is_a_site_every_address_is_a_plain_404(client, db):
    Site.objects.all().delete()
    answer = client.get("/")
    assert answer.status_code == 404 and "999" in answer.content.decode()
