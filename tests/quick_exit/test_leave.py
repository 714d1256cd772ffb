from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import ProtectedError
from wagtail import hooks

from policesite.consent.models import ConsentSettings
from policesite.quick_exit.models import BBC_WEATHER, NeutralAddress, QuickExitSettings
from policesite.users.models import User

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}
CHROMIUM = {"HTTP_SEC_CH_UA": '"Chromium";v="150"'}


@pytest.fixture
def visitor(client, northants):
    client.cookies["cookie_consent"] = "analytics=2026|preferences=-1"
    client.cookies["pages_seen"] = "3"
    client.force_login(User.objects.create_user("staff"))
    return client


def test_qe17_leaving_answers_nothing_and_expires_the_choice_and_optional_cookies(visitor):
    answer = visitor.post("/leave/", **SAME)
    assert (answer.status_code, answer.content) == (204, b"")
    assert "no-store" in answer["Cache-Control"]
    assert {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0} == {"cookie_consent", "pages_seen"}


def test_qe17_staff_stay_logged_in(visitor):
    assert settings.SESSION_COOKIE_NAME not in visitor.post("/leave/", **SAME).cookies


@pytest.mark.parametrize(
    "headers", [{}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_SEC_FETCH_SITE": "same-site"}, {"HTTP_ORIGIN": "https://evil.test"}]
)
def test_qe17_another_site_cannot_make_a_visitor_leave(visitor, headers):
    answer = visitor.post("/leave/", **headers)
    assert answer.status_code == 403
    assert not answer.cookies


def test_qe17_an_older_browser_is_known_by_its_origin(visitor):
    assert visitor.post("/leave/", HTTP_ORIGIN="http://testserver").status_code == 204


def test_qe17_only_post(visitor):
    assert visitor.get("/leave/").status_code == 405


def test_qe17_the_kept_pages_are_cleared_only_at_the_last_stop_and_never_in_chromium(visitor):
    assert visitor.post("/leave/?last", **SAME)["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in visitor.post("/leave/", **SAME)
    assert "Clear-Site-Data" not in visitor.post("/leave/?last", **SAME, **CHROMIUM)


def test_qe17_leaving_works_while_the_database_is_down_and_leaves_no_cookie_but_those_of_staff(visitor, monkeypatch):
    def down(request, response):
        raise OperationalError("gone")

    monkeypatch.setattr(hooks, "get_hooks", lambda name: [down])
    staff = visitor.cookies[settings.SESSION_COOKIE_NAME].value
    sent = f"{settings.SESSION_COOKIE_NAME}={staff}; {settings.CSRF_COOKIE_NAME}=a; messages=b; cookie_consent=c; pages_seen=3; captions=off; x(y=1"
    visitor.cookies.clear()
    answer = visitor.post("/leave/", HTTP_COOKIE=sent, **SAME)
    assert answer.status_code == 204
    assert {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0} == {"cookie_consent", "pages_seen", "captions"}
    assert len(answer.cookies) == 3


def test_qe2_the_destination_comes_from_the_site_and_changing_it_leaves_the_policy_as_it_was(client, northants):
    before = client.get("/")
    assert f'data-exit="{BBC_WEATHER}"' in before.content.decode()
    met_office = NeutralAddress.objects.get(name="Met Office weather")
    QuickExitSettings.objects.create(site=northants.site, destination=met_office)
    after = client.get("/")
    assert after.content.decode().count(met_office.address) == 2  # the script's and the plain link's
    assert after["Content-Security-Policy"] == before["Content-Security-Policy"]


def test_qe2_two_forces_choose_apart(client, northants, elsewhere):
    QuickExitSettings.objects.create(site=elsewhere.site, destination_id="https://www.bbc.co.uk/food")
    assert "bbc.co.uk/food" not in client.get("/").content.decode()
    assert "bbc.co.uk/food" in client.get("/", HTTP_HOST="elsewhere.test").content.decode()


def test_qe2_bbc_weather_comes_first_in_the_list(db):
    assert NeutralAddress.objects.first().address == BBC_WEATHER


def test_qe2_only_an_address_from_the_list_can_be_a_destination(northants):
    with pytest.raises(IntegrityError), transaction.atomic():
        QuickExitSettings.objects.create(site=northants.site, destination_id="https://evil.test/")
        connection.check_constraints()


def test_qe2_an_address_in_use_cannot_be_taken_away(northants):
    QuickExitSettings.objects.create(site=northants.site)
    with pytest.raises(ProtectedError):
        NeutralAddress.objects.get(address=BBC_WEATHER).delete()


def test_qe2_the_list_takes_only_https(db):
    with pytest.raises(IntegrityError):
        NeutralAddress.objects.create(address="http://example.org/", name="Plain")


def test_qe20_without_a_script_the_button_is_a_plain_link_that_tells_nobody(client, northants):
    content = client.get("/").content.decode()
    assert f'href="{BBC_WEATHER}" rel="noreferrer nofollow" data-leave' in content
    assert urlsplit(BBC_WEATHER).scheme == "https"


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/cookies/", "/feedback/"])
def test_qe1_the_script_stands_first_in_the_head(client, northants, address):
    content = client.get(address).content.decode()
    head = content[content.index("<head>") :]
    assert head.startswith('<head>\n<meta charset="utf-8">\n<script>(function (page, tab)')


def test_cc17_the_consent_cookie_goes_with_the_exit_whatever_the_register_says(visitor):
    ConsentSettings.objects.all().delete()
    assert visitor.post("/leave/", **SAME).cookies["cookie_consent"]["max-age"] == 0


def test_qe17_nothing_is_logged_about_who_left(visitor, caplog):
    with caplog.at_level("DEBUG"):
        visitor.post("/leave/?last", REMOTE_ADDR="203.0.113.9", **SAME)
        visitor.post("/leave/", REMOTE_ADDR="203.0.113.9", HTTP_ORIGIN="https://evil.test")
    assert not [record for record in caplog.records if "203.0.113.9" in record.getMessage()]
