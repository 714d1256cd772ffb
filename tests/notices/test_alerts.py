import re
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.utils import DataError
from django.urls import reverse

from policesite import clock
from policesite.notices.models import BETA_WORDING, BetaSettings, SiteAlert
from policesite.users import roles
from policesite.users.models import User
from tests.conftest import colleague


def alert(northants, **fields) -> SiteAlert:
    starts = fields.pop("starts", clock.now() - timedelta(hours=1))
    defaults = {"heading": "Flooding on the A45", "ends": starts + timedelta(days=1)}
    return SiteAlert.objects.create(force=northants.force, starts=starts, **defaults | fields)


def person(django_user_model, role):
    return colleague(role, role.replace(" ", "-"))


def test_an_alert_is_shown_on_every_page_and_nothing_else_asks_for_it(client, northants):
    alert(northants, text="Stay away from the river.", link="/news/", link_text="Which roads are closed")
    content = client.get("/").content.decode()
    assert "Flooding on the A45" in content
    assert '<a href="/news/">Which roads are closed</a>' in content


def test_it_goes_at_its_minute(client, northants):
    ends = alert(northants).ends
    with clock.at(ends - timedelta(seconds=1)):
        assert "Flooding" in client.get("/").content.decode()
    with clock.at(ends):
        assert "Flooding" not in client.get("/").content.decode()


def test_it_is_not_there_before_it_starts(client, northants):
    alert(northants, starts=clock.now() + timedelta(hours=1))
    assert "Flooding" not in client.get("/").content.decode()


def test_the_gravest_comes_first(northants):
    for level in ("info", "emergency", "service"):
        alert(northants, level=level)
    assert [a.level for a in SiteAlert.objects.showing()] == ["emergency", "service", "info"]


def test_it_keeps_to_its_pages_and_to_its_force(client, northants, elsewhere):
    desks = alert(northants, scope="/contact-us/")
    assert desks.is_for("/contact-us/enquiry-desks/") and not desks.is_for("/news/")
    assert "Flooding" not in client.get("/").content.decode()
    alert(northants, heading="Everywhere here")
    assert "Everywhere here" not in client.get("/", HTTP_HOST="elsewhere.test").content.decode()


@pytest.mark.parametrize("fields", [{"days": 8}, {"days": 0}, {"days": -1}])
def test_an_alert_ends_within_a_week(northants, fields):
    starts = clock.now()
    with pytest.raises(IntegrityError):
        alert(northants, starts=starts, ends=starts + timedelta(**fields))


@pytest.mark.parametrize(
    ("link", "words"), [("javascript:alert(1)", "x"), ("//evil.test", "x"), ("http://plain.test", "x"), ("/news/", ""), ("/\\evil.test", "x")]
)
def test_a_link_is_whole_and_leads_where_it_says(northants, link, words):
    with pytest.raises((IntegrityError, DataError)):
        alert(northants, link=link, link_text=words)


def test_one_emergency_at_a_time_in_one_place(northants, elsewhere):
    first = alert(northants, level="emergency")
    alert(northants, level="service")
    alert(northants, level="emergency", scope="/news/")
    alert(elsewhere, level="emergency")
    alert(northants, level="emergency", starts=first.ends)
    with pytest.raises(IntegrityError), transaction.atomic():
        alert(northants, level="emergency", heading="Another")
    with pytest.raises(ValidationError, match="There is an emergency alert"):
        SiteAlert(force=northants.force, level="emergency", heading="Another", starts=first.starts, ends=first.ends).full_clean()


def post(client, northants, level, heading="Bomb", **url):
    address = reverse("site_alerts:edit", args=[url["pk"]]) if url else reverse("site_alerts:add")
    local = clock.local_now()
    return client.post(
        address,
        {"force": northants.force.pk, "level": level, "heading": heading, "text": "", "link": "", "link_text": "", "scope": "/",
         "starts": local.strftime("%Y-%m-%d %H:%M"), "ends": (local + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")},
    )  # fmt: skip


def test_a_comms_officer_informs_and_only_a_manager_raises_an_emergency(client, northants, django_user_model):
    client.force_login(person(django_user_model, roles.COMMS_OFFICER))
    assert post(client, northants, "service").status_code == 302
    assert post(client, northants, "emergency").status_code == 200  # the form comes back with an error
    assert not SiteAlert.objects.filter(level="emergency").exists()
    client.force_login(person(django_user_model, roles.COMMS_MANAGER))
    assert post(client, northants, "emergency").status_code == 302
    emergency = SiteAlert.objects.get(level="emergency")
    client.force_login(User.objects.get(username="Comms-officer"))
    assert post(client, northants, "info", pk=emergency.pk).status_code == 302  # Wagtail's "you do not have permission"
    emergency.refresh_from_db()
    assert emergency.level == "emergency"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u2069", "\x07", "\x1b", "\x85"])
def test_a_heading_with_an_unseen_character_is_refused_with_a_sentence(client, northants, django_user_model, character):
    client.force_login(person(django_user_model, roles.COMMS_MANAGER))
    answer = post(client, northants, "info", heading=f"Road{character}closed")
    assert "It holds an invisible character" in answer.content.decode()
    assert not SiteAlert.objects.exists()


def test_headings_in_other_scripts_are_kept(client, northants, django_user_model):
    client.force_login(person(django_user_model, roles.COMMS_MANAGER))
    assert post(client, northants, "info", heading="سڑک بند ہے، می\u200cخواهم").status_code == 302


def test_the_only_force_is_chosen_already_and_among_two_one_is_asked(client, northants, django_user_model, request):
    client.force_login(person(django_user_model, roles.COMMS_OFFICER))
    chosen = f'<option value="{northants.force.pk}" selected>'
    assert chosen in client.get(reverse("site_alerts:add")).content.decode()
    request.getfixturevalue("elsewhere")
    assert chosen not in client.get(reverse("site_alerts:add")).content.decode()


@pytest.mark.parametrize("role", [roles.NEIGHBOURHOOD_OFFICER, roles.DESK_MANAGER, roles.ADMIN])
def test_other_roles_raise_no_alert(client, northants, django_user_model, role):
    client.force_login(person(django_user_model, role))
    post(client, northants, "info")
    assert not SiteAlert.objects.exists()


def beta(northants, **fields):
    return BetaSettings.objects.create(site=northants.site, **{"is_on": True, "starts": date(2026, 11, 1), "ends": date(2026, 12, 24)} | fields)


def seen(client, moment):
    with clock.at(moment):
        return "This site is a beta" in client.get("/").content.decode()


def test_the_beta_banner_goes_at_the_end_of_its_last_day(client, northants):
    beta(northants)
    assert seen(client, datetime(2026, 12, 24, 23, 59, tzinfo=clock.LONDON))
    assert not seen(client, datetime(2026, 12, 25, 0, 0, tzinfo=clock.LONDON))


def test_the_beta_banner_says_the_agreed_words_with_a_link(client, northants):
    beta(northants, starts=clock.today(), ends=clock.today())
    banner = re.search(r'<div class="beta".*?</div></div>', client.get("/").content.decode(), re.DOTALL)[0]
    words = re.sub(r'<span class="beta__less">.*?</span>', "", banner)
    assert BETA_WORDING in re.sub("<[^>]+>", "", words).replace("&#x27;", "'")
    assert '<a href="/feedback/">let us know what you think</a>' in banner


def test_other_words_still_lead_to_the_form(northants):
    settings = BetaSettings(text="Under test. Be kind.")
    assert (settings.lead, settings.more, settings.link, settings.tail) == ("Under test", ". Be kind. ", "Tell us what you think", "")


def test_the_beta_is_at_most_90_days_long(northants):
    with pytest.raises(IntegrityError), transaction.atomic():
        beta(northants, starts=date(2026, 1, 1), ends=date(2026, 4, 2))
    with pytest.raises(ValidationError, match="90 days"):
        BetaSettings(site=northants.site, starts=clock.today() + timedelta(days=50), ends=clock.today() + timedelta(days=100)).full_clean()


def test_nothing_is_shown_where_nobody_said_so(client, northants):
    assert 'class="beta"' not in client.get("/").content.decode()
