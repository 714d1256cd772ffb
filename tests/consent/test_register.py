import pytest
from cookie_consent.cache import all_cookie_groups
from cookie_consent.models import Cookie, CookieGroup
from wagtail.models import Site

from policesite.consent.models import ConsentSettings, first_versions
from policesite.consent.register import groups


def versions(site) -> dict[str, str]:
    return ConsentSettings.objects.get(site=site).version_by_group


@pytest.fixture
def analytics(northants):
    return CookieGroup.objects.get(varname="analytics")


def changed(site, change) -> set[str]:
    """Which groups have a new version after `change`."""
    before = versions(site)
    change()
    after = versions(site)
    assert all(version > before.get(name, "") for name, version in after.items() if version != before.get(name))
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_the_page_names_every_cookie_with_its_purpose_and_life(client, northants):
    content = client.get("/cookies/").content.decode()
    for cookie in Cookie.objects.select_related("detail"):
        assert f"<code>{cookie.name}</code>" in content
        assert f"Kept: {cookie.detail.life.lower()}" in content


def test_the_essential_group_comes_first(db):
    assert [group.varname for group in groups()] == ["essential", "preferences", "analytics"]


def test_cc12_a_new_cookie_asks_again_for_its_group_alone(northants, analytics):
    assert changed(northants.site, lambda: Cookie.objects.create(cookiegroup=analytics, name="_ga")) == {"analytics"}


def test_cc12_another_purpose_asks_again(northants, analytics):
    assert changed(northants.site, lambda: Cookie.objects.filter(cookiegroup=analytics).update(description="Follows you about.")) == {"analytics"}
    assert changed(northants.site, lambda: CookieGroup.objects.filter(pk=analytics.pk).update(description="Other things.")) == {"analytics"}


def test_cc12_saving_without_a_change_asks_nobody(northants, analytics):
    assert changed(northants.site, lambda: (analytics.save(), analytics.cookie_set.first().save())) == set()


def test_cc12_a_cookie_taken_away_asks_nobody(northants, analytics):
    assert changed(northants.site, lambda: analytics.cookie_set.all().delete()) == set()


def test_a_new_optional_group_is_asked_for_and_one_taken_away_is_not(northants):
    assert changed(northants.site, lambda: CookieGroup.objects.create(varname="films", name="Films")) == {"films"}
    assert changed(northants.site, lambda: CookieGroup.objects.update(is_required=True)) == {"films", "analytics", "preferences"}
    assert set(versions(northants.site)) == {"asked"}


def test_an_essential_cookie_asks_nobody(northants):
    essential = CookieGroup.objects.get(varname="essential")
    assert changed(northants.site, lambda: Cookie.objects.create(cookiegroup=essential, name="lang")) == set()


def test_every_site_is_asked_and_a_new_site_starts_with_what_there_is(northants, elsewhere, analytics):
    assert changed(elsewhere.site, lambda: Cookie.objects.create(cookiegroup=analytics, name="_ga")) == {"analytics"}
    CookieGroup.objects.create(varname="films", name="Films")
    later = Site.objects.create(hostname="later.test", root_page=northants.home)
    assert set(versions(later)) == {"analytics", "preferences", "films", "asked"}
    assert len(set(versions(later).values())) == 1


def test_a_site_whose_settings_were_never_saved_asks_for_what_the_register_began_with(db):
    assert set(first_versions()) - {"asked"} == set(CookieGroup.objects.filter(is_required=False).values_list("varname", flat=True))


def test_cc22_the_packages_cache_keeps_nothing_that_could_be_out_of_date(northants, analytics):
    assert "films" not in all_cookie_groups()
    CookieGroup.objects.bulk_create([CookieGroup(varname="films", name="Films")])  # as another worker does it: no signal, no save() here
    assert "films" in all_cookie_groups()
