"""What every answer tells the browser."""

import pytest
from django.test import Client

from policesite.delivery import inline
from policesite.pages.models import ContentPage
from tests.conftest import publish


@pytest.fixture
def answer(client, northants):
    publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    return client.get("/advice/")


def test_nothing_runs_that_is_not_ours(answer):
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy


def test_the_two_head_scripts_are_the_only_ones_inside_a_page_and_are_allowed_by_their_hash(answer):
    content = answer.content.decode()
    for name in inline.HEAD_SCRIPTS:
        assert content.count(f"<script>{inline.source(name)}</script>") == 1
        assert inline.csp_hash(name) in answer["Content-Security-Policy"]
    assert content.count("<script>") == 2


def test_the_exit_script_comes_before_everything_but_the_encoding(answer):
    head = answer.content.decode().partition("<head>")[2].strip()
    assert head.startswith('<meta charset="utf-8">\n<script>')


def test_every_visitor_gets_the_same_bytes_and_no_cookie(client, answer):
    client.cookies["cookie_consent"] = "analytics=1"
    again = client.get("/advice/")
    assert again.content == answer.content
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("cookie", ["csrftoken=x", "sessionid=abc", "sessionid=" + "a" * 32, "messages=junk", "csrftoken=" + "x" * 64])
def test_cc1_a_cookie_of_the_staff_side_changes_nothing_on_a_public_page(client, answer, cookie):
    name, value = cookie.split("=")
    client.cookies[name] = value
    for address, status in (("/advice/", 200), ("/nothing/", 404)):
        again = client.get(address)
        assert again.status_code == status and not again.cookies and "Cookie" not in again.get("Vary", "")


def test_a_form_on_the_staff_side_still_needs_its_token(northants, django_user_model):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(django_user_model.objects.create_superuser("root"))
    assert strict.post("/admin/logout/").status_code == 403
    token = strict.get("/admin/account/").cookies["csrftoken"].value
    assert strict.post("/admin/logout/", headers={"x-csrftoken": token}).status_code == 302


def test_a_page_is_asked_for_again_and_costs_nothing_when_it_is_the_same(client, answer):
    assert answer["Cache-Control"] == "no-cache"
    again = client.get("/advice/", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304 and not again.content


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_headers_that_keep_a_visit_private(answer, header, value):
    assert answer[header] == value


def test_the_admin_has_a_policy_of_its_own_and_no_exit_script(client, northants):
    answer = client.get("/admin/login/")
    assert "unsafe-inline" in answer["Content-Security-Policy"]
    assert "data-exit" not in answer.content.decode()


def test_a_preview_may_be_shown_in_the_editors_frame_and_has_their_bar_but_not_the_exit(admin_client, northants):
    advice = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="How to keep safe."))
    address = f"/admin/pages/{advice.pk}/edit/preview/?in_preview_panel=true&mode="
    form = {"title": "Advice", "slug": "advice", "summary": "Other words.", "body-count": 0, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    assert admin_client.post(address, form).json()["is_valid"]
    answer = admin_client.get(address)
    content = answer.content.decode()
    assert "Other words." in content and "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "wagtail-userbar" in content and inline.source("quick-exit.js") not in content
    assert "wagtail-userbar" not in admin_client.get("/advice/").content.decode()


@pytest.mark.parametrize("address", ["/", "/advice/", "/healthz/live", "/search/?q=x"])
def test_a_host_name_that_is_not_ours_is_a_plain_400(client, northants, address):
    answer = client.get(address, headers={"host": "evil.example"})
    assert answer.status_code == 400 and inline.source("quick-exit.js") in answer.content.decode()


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("a(); // why\nb();", "a();\nb();"),
        ("/* why */ a();", "a();"),
        ("a('//not a comment');", "a('//not a comment');"),
        ('a("/* nor this */");', 'a("/* nor this */");'),
        ("\n\n  a();\n\n", "a();"),
    ],
)
def test_comments_leave_a_head_script_and_strings_stay(tmp_path, monkeypatch, written, stands):
    (tmp_path / "x.js").write_text(written)
    monkeypatch.setattr(inline, "SCRIPTS", tmp_path)
    inline.source.cache_clear()
    assert inline.source("x.js") == stands
    inline.source.cache_clear()
