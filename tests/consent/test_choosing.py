import pytest
from cookie_consent.models import Cookie, CookieGroup
from cookie_consent.util import parse_cookie_str
from django.db import OperationalError

from policesite.consent.models import ConsentProof, ConsentSettings

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}
SCRIPT = SAME | {"HTTP_X_CONSENT": "1"}


def versions(site) -> dict[str, str]:
    return ConsentSettings.objects.get(site=site).version_by_group


def choose(client, data, **headers):
    return client.post("/cookies/choose/", data, **(headers or SCRIPT))


def answered(client, answer) -> dict[str, str]:
    return parse_cookie_str(answer.cookies["cookie_consent"].value)


def test_accepting_writes_every_version_at_once(client, northants):
    answer = choose(client, {"all": "yes"})
    assert answer.status_code == 204
    assert "no-store" in answer["Cache-Control"]
    assert answered(client, answer) == versions(northants.site)


def test_cc14_the_cookie_is_readable_lax_a_year_at_most_and_says_nothing_of_anyone(client, northants):
    cookie = choose(client, {"all": "no"}).cookies["cookie_consent"]
    assert (cookie["httponly"], cookie["samesite"], cookie["domain"], cookie["path"]) == ("", "Lax", "", "/")
    assert 0 < cookie["max-age"] <= 365 * 24 * 60 * 60
    assert parse_cookie_str(cookie.value) == {"analytics": "-1", "preferences": "-1", "asked": versions(northants.site)["asked"]}


def test_cc14_over_https_the_cookie_is_secure(client, northants, settings):
    settings.COOKIE_CONSENT_SECURE = True
    assert choose(client, {"all": "yes"}).cookies["cookie_consent"]["secure"]


def test_cc8_one_post_saves_a_mixed_choice(client, northants):
    saved = answered(client, choose(client, {"analytics": "no", "preferences": "yes"}))
    assert (saved["analytics"], saved["preferences"]) == ("-1", versions(northants.site)["preferences"])


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"analytics": "yes"},
        {"all": "maybe"},
        {"analytics": "yes", "preferences": "perhaps"},
        {"essential": "no"},
        {"unknown": "yes"},
        {"all": ""},
        {"all": "yes", "analytics": "no"},
        {"all": "no", "preferences": "yes"},
        {"all": ["yes", "no"]},
        {"all": ["no", ""]},
        {"analytics": ["yes", "no"], "preferences": "no"},
        {"analytics": ["yes", "perhaps"], "preferences": "no"},
    ],
)
def test_cc8_a_missing_or_a_contradictory_answer_is_refused_and_nothing_is_set(client, northants, data):
    for headers in (SCRIPT, SAME):
        answer = choose(client, data, **headers)
        assert answer.status_code == 400
        assert not answer.cookies
    assert not ConsentProof.objects.exists()


def test_cc8_the_form_says_which_answer_is_missing_and_keeps_the_others(client, northants):
    content = choose(client, {"analytics": "yes"}, **SAME).content.decode()
    assert "There is a problem" in content
    assert 'href="#preferences-yes"' in content
    assert 'id="analytics-yes" name="analytics" value="yes" checked' in content


def test_cc8_a_contradiction_is_named_and_what_is_clear_is_kept(client, northants):
    content = choose(client, {"all": "yes", "analytics": "no"}, **SAME).content.decode()
    assert "There is a problem" in content and 'href="#analytics-yes"' in content and 'href="#preferences-yes"' not in content
    assert 'name="preferences" value="yes" checked' in content
    assert 'id="analytics-yes" name="analytics" value="yes">' in content


def test_the_same_answer_twice_is_one_answer(client, northants):
    assert choose(client, {"all": ["no", "no"], "analytics": "no"}).status_code == 204


def test_unknown_groups_and_essential_no_are_passed_over(client, northants):
    saved = answered(client, choose(client, {"analytics": "no", "preferences": "no", "essential": "no", "hostile|group": "yes", "__proto__": "yes"}))
    assert set(saved) == {"analytics", "preferences", "asked"}


def test_cc9_a_form_is_answered_with_a_redirect_and_the_saved_message(client, northants):
    answer = choose(client, {"analytics": "no", "preferences": "no"}, **SAME)
    assert (answer.status_code, answer["Location"]) == (303, "/cookies/?saved")
    assert "Your cookie preferences have been saved." in client.get("/cookies/?saved").content.decode().partition("<main")[2]


def test_saved_is_said_only_when_it_was(client, northants):
    main = client.get("/cookies/?saved").content.decode().partition("<main")[2]
    assert "have been saved" not in main
    assert "Sorry, there was a technical problem. Please try again." in main


@pytest.mark.parametrize(
    "wanted", ["//evil.test", "https://evil.test/", "javascript:alert(1)", "\\\\evil.test", "http:///evil.test", "/\\evil.test", "", "///evil.test/x"]
)
def test_cc13_next_leads_nowhere_else(client, northants, wanted):
    assert choose(client, {"all": "no", "next": wanted}, **SAME)["Location"] == "/cookies/?saved"


def test_cc13_next_leads_back_to_the_page(client, northants):
    assert choose(client, {"all": "no", "next": "/news/"}, **SAME)["Location"] == "/news/"


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_ORIGIN": "https://evil.test"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_X_CONSENT": "1"},
    ],
)
def test_cc13_another_site_cannot_choose(client, northants, headers):
    answer = client.post("/cookies/choose/", {"all": "yes"}, **headers)
    assert answer.status_code == 403
    assert not answer.cookies


def test_cc10_a_no_takes_the_purposes_cookies_away_by_name_and_by_prefix(client, northants):
    Cookie.objects.create(cookiegroup=CookieGroup.objects.get(varname="analytics"), name="_ga_*", description="By prefix.")
    for name in ("pages_seen", "_ga_ABC", "_gat", "unrelated"):
        client.cookies[name] = "1"
    gone = {name for name, cookie in choose(client, {"all": "no"}).cookies.items() if cookie["max-age"] == 0}
    assert gone == {"pages_seen", "_ga_ABC"}


@pytest.mark.parametrize("address", ["/cookies/choose/", "/leave/"])
def test_cc10_a_cookie_whose_name_no_header_can_carry_is_passed_over(client, northants, address):
    Cookie.objects.create(cookiegroup=CookieGroup.objects.get(varname="analytics"), name="_ga_*", description="By prefix.")
    answer = client.post(address, {"all": "no"}, HTTP_COOKIE="_ga_(x)=1; _ga_y=2; _ga_é=3", **SCRIPT)
    assert answer.status_code == 204
    assert answer.cookies["_ga_y"]["max-age"] == 0


def test_cc11_reject_withdraws_an_earlier_yes(client, northants):
    choose(client, {"all": "yes"})
    assert answered(client, choose(client, {"all": "no"}))["analytics"] == "-1"


def test_a_choice_remembered_is_shown_on_the_page_and_a_stranger_finds_nothing_chosen(client, northants):
    assert " checked" not in client.get("/cookies/").content.decode()
    choose(client, {"analytics": "no", "preferences": "yes"})
    content = client.get("/cookies/").content.decode()
    assert 'name="analytics" value="no" checked' in content
    assert 'name="preferences" value="yes" checked' in content


def test_cc19_the_proof_says_what_and_when_and_not_who(client, northants):
    choose(client, {"analytics": "no", "preferences": "yes"})
    proof = ConsentProof.objects.get()
    assert proof.choices == {"analytics": "no", "preferences": "yes"}
    assert proof.versions == versions(northants.site)
    assert (proof.method, proof.site, len(proof.wording)) == ("page", northants.site, 12)
    assert {field.name for field in ConsentProof._meta.get_fields()} == {"id", "site", "given_at", "method", "choices", "versions", "wording"}


def test_a_database_that_is_down_saves_nothing_and_says_so(client, northants, monkeypatch):
    def down(*args):
        raise OperationalError("gone")

    monkeypatch.setattr("policesite.consent.views.site_of", down)
    answer = choose(client, {"all": "yes"})
    assert answer.status_code == 503
    assert not answer.cookies
    page = choose(client, {"analytics": "yes", "preferences": "no", '"><script>': "yes"}, **SAME)
    assert page.status_code == 503
    content = page.content.decode()
    assert "Sorry, there was a technical problem. Please try again." in content
    assert '<input type="hidden" name="analytics" value="yes"><input type="hidden" name="preferences" value="no"><button' in content
    assert not page.cookies


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "%00",
        "x" * 4096,
        "e30=",
        '{"analytics":true}',
        "analytics=2020",
        "analytics=yes|preferences=yes",
        "asked=zzz|analytics=zzz",
        '"',
        "|=|=|",
        "é",
    ],
)
def test_a_junk_cookie_is_no_answer_and_no_error(client, northants, junk):
    headers = {"HTTP_COOKIE": f"cookie_consent={junk}; cookie_consent=analytics=1"}
    answer = client.get("/cookies/", **headers)
    assert answer.status_code == 200
    assert " checked" not in answer.content.decode()


def test_cc18_the_packages_own_addresses_are_not_there(client, northants):
    for address in ("/cookies/accept/", "/cookies/decline/", "/cookies/status/", "/cookies/accept/analytics/"):
        assert client.get(address).status_code == 404
        assert client.post(address, **SAME).status_code in (404, 403, 405)


def test_cc1_every_visitor_gets_the_same_page(client, northants):
    def page(cookie):
        answer = client.get("/", HTTP_COOKIE=cookie)
        assert not answer.cookies
        assert "cookie" not in answer.get("Vary", "").lower()
        return answer.content

    assert page("") == page("cookie_consent=analytics=-1|preferences=-1|asked=x") == page("a=b; cookie_consent=junk")
