"""What an admin does about cookies: asks everyone again, puts words right, reads what was chosen."""

import pytest
from cookie_consent.models import Cookie, CookieGroup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from policesite.consent.models import ConsentProof, ConsentSettings
from policesite.users import roles
from tests.conftest import colleague

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def user(role):
    return colleague(role, role)


def versions(site):
    return ConsentSettings.objects.get(site=site).version_by_group


def ask_again(client, site, **data):
    return client.post(reverse("wagtailsettings:edit", args=["consent", "consentsettings", site.pk]), data)


def test_cc12_ask_everyone_again_gives_everything_a_new_version_on_one_site_and_says_who_did(client, northants, elsewhere):
    before, other = versions(northants.site), versions(elsewhere.site)
    admin = user(roles.ADMIN)
    client.force_login(admin)
    assert ask_again(client, northants.site, ask_again="on").status_code == 302
    after = versions(northants.site)
    assert after.keys() == before.keys() and all(after[name] > before[name] for name in after)
    assert versions(elsewhere.site) == other
    assert ModelLogEntry.objects.filter(user=admin, action="wagtail.edit", content_type__model="consentsettings").exists()
    assert f"asked={after['asked']}" in client.get("/").content.decode()


def test_saving_without_the_tick_asks_nobody(client, northants):
    before = versions(northants.site)
    client.force_login(user(roles.ADMIN))
    ask_again(client, northants.site)
    assert versions(northants.site) == before


@pytest.mark.parametrize("role", [roles.COMMS_OFFICER, roles.COMMS_MANAGER, roles.NEIGHBOURHOOD_OFFICER, roles.DESK_MANAGER])
def test_only_an_admin_asks_again_or_changes_the_words(client, northants, role):
    before = versions(northants.site)
    client.force_login(user(role))
    ask_again(client, northants.site, ask_again="on")
    group = CookieGroup.objects.get(varname="analytics")
    client.post(reverse("cookie_purposes:edit", args=[group.pk]), {"name": "X", "description": "X"})
    assert versions(northants.site) == before


def test_cc12_new_words_for_a_purpose_are_on_record_and_ask_again(client, northants):
    before = versions(northants.site)
    admin = user(roles.ADMIN)
    client.force_login(admin)
    group = CookieGroup.objects.get(varname="analytics")
    assert client.post(reverse("cookie_purposes:edit", args=[group.pk]), {"name": group.name, "description": "Other words."}).status_code == 302
    assert versions(northants.site)["analytics"] > before["analytics"]
    assert versions(northants.site)["preferences"] == before["preferences"]
    assert ModelLogEntry.objects.filter(user=admin, action="wagtail.edit", content_type__model="cookiegroup").exists()
    assert "Other words." in client.get("/cookies/").content.decode()


def test_a_cookies_words_can_be_put_right_and_its_name_cannot(client, northants):
    client.force_login(user(roles.ADMIN))
    cookie = Cookie.objects.get(name="pages_seen")
    client.post(reverse("cookies:edit", args=[cookie.pk]), {"name": "other", "description": "Counts."})
    cookie.refresh_from_db()
    assert (cookie.name, cookie.description) == ("pages_seen", "Counts.")
    assert client.get(reverse("cookies:add")).status_code in (302, 403)


def test_cc19_an_admin_reads_the_choices_and_nobody_changes_them(client, northants):
    client.post("/cookies/choose/", {"all": "no"}, **SAME)
    client.force_login(user(roles.ADMIN))
    assert "The banner" in client.get(reverse("consent_proofs:index")).content.decode()
    proof = ConsentProof.objects.get()
    for name, args in (("add", []), ("edit", [proof.pk]), ("delete", [proof.pk])):
        assert client.post(reverse(f"consent_proofs:{name}", args=args), {"choices": "{}"}).status_code in (302, 403)
    assert ConsentProof.objects.get().choices == {"analytics": "no", "preferences": "no"}


def test_cc18_nothing_of_the_package_but_its_models_is_used(settings):
    assert not [name for name in settings.MIDDLEWARE if name.startswith("cookie_consent")]
    assert not [name for name in settings.TEMPLATES[0]["OPTIONS"]["context_processors"] if name.startswith("cookie_consent")]
    for folder in ("templates", "static/js"):
        for file in (settings.BASE_DIR / folder).rglob("*.*"):
            if file.suffix in (".html", ".js"):
                assert "cookiebar.module" not in file.read_text() and "load cookie_consent" not in file.read_text(), file
