"""Who may change where the exit leads, and that it is on record who did."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from policesite.notices.models import BETA_WORDING, BetaSettings
from policesite.quick_exit.models import BBC_WEATHER, NeutralAddress, QuickExitSettings
from policesite.users import roles
from tests.conftest import colleague


@pytest.fixture
def log_in(client):
    def log_in_as(role):
        user = colleague(role, role)
        client.force_login(user)
        return user

    return log_in_as


def settings_page(site, model="quickexitsettings", app="quick_exit"):
    return reverse("wagtailsettings:edit", args=[app, model, site.pk])


def change(client, northants, destination):
    return client.post(settings_page(northants.site), {"destination": destination})


def test_an_admin_chooses_from_the_list_and_it_is_on_record(client, northants, log_in):
    admin = log_in(roles.ADMIN)
    assert change(client, northants, "https://www.bbc.co.uk/food").status_code == 302
    entry = ModelLogEntry.objects.get(action="policesite.change_setting")
    assert entry.user == admin
    assert entry.message == f"destination: “{BBC_WEATHER}” became “https://www.bbc.co.uk/food”"
    assert 'data-exit="https://www.bbc.co.uk/food"' in client.get("/").content.decode()


def test_saving_without_a_change_is_not_a_change(client, northants, log_in):
    log_in(roles.ADMIN)
    change(client, northants, BBC_WEATHER)
    assert not ModelLogEntry.objects.filter(action="policesite.change_setting").exists()


@pytest.mark.parametrize("hostile", ["https://evil.test/", "javascript:alert(1)", "", "http://www.bbc.co.uk/weather", '"><script>'])
def test_no_other_address_is_taken(client, northants, log_in, hostile):
    log_in(roles.ADMIN)
    assert change(client, northants, hostile).status_code == 200
    assert not QuickExitSettings.objects.exclude(destination_id=BBC_WEATHER).exists()


@pytest.mark.parametrize("role", [roles.COMMS_OFFICER, roles.COMMS_MANAGER, roles.NEIGHBOURHOOD_OFFICER, roles.DESK_MANAGER])
def test_only_an_admin_chooses_and_only_an_admin_extends_the_list(client, northants, log_in, role):
    log_in(role)
    change(client, northants, "https://www.bbc.co.uk/food")
    client.post(reverse("neutral_addresses:add"), {"name": "Mine", "address": "https://example.org/"})
    assert 'data-exit="https://www.bbc.co.uk/weather"' in client.get("/").content.decode()
    assert not NeutralAddress.objects.filter(name="Mine").exists()


def test_an_admin_extends_the_list_and_never_changes_an_address_in_use(client, northants, log_in):
    log_in(roles.ADMIN)
    add = reverse("neutral_addresses:add")
    assert client.post(add, {"name": "Plain", "address": "http://example.org/"}).status_code == 200
    assert client.post(add, {"name": "Recipes", "address": "https://recipes.example/"}).status_code == 302
    first = NeutralAddress.objects.first()
    client.post(reverse("neutral_addresses:edit", args=[first.pk]), {"name": "The weather", "address": "https://evil.test/"})
    first.refresh_from_db()
    assert (first.name, first.address) == ("The weather", BBC_WEATHER)
    assert ModelLogEntry.objects.filter(action="wagtail.create", label__contains="Recipes").exists()


def test_a_change_of_the_betas_words_is_on_record(client, northants, log_in):
    admin = log_in(roles.ADMIN)
    beta = BetaSettings.for_site(northants.site)
    fields = {"is_on": "on", "text": "New here.", "starts": beta.starts.isoformat(), "ends": beta.ends.isoformat()}
    assert client.post(settings_page(northants.site, "betasettings", "notices"), fields).status_code == 302
    entry = ModelLogEntry.objects.get(action="policesite.change_setting")
    assert entry.user == admin
    assert f"text: “{BETA_WORDING}” became “New here.”" in entry.message


def test_the_cms_never_loads_the_exit_script_on_its_own_settings_pages(client, northants, log_in):
    log_in(roles.ADMIN)
    content = client.get(settings_page(northants.site)).content.decode()
    assert "tab.navigation" not in content and "data-exit" not in content
