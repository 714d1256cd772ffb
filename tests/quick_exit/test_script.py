"""What the exit script is, where it stands, and what the rest of the site must never do because of it."""

import base64
import gzip
import hashlib
import re

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import path, reverse

from policesite.delivery.inline import source
from policesite.pages import views as pages
from policesite.pages.models import ContentPage
from tests.conftest import publish

START = '<head>\n<meta charset="utf-8">\n<script>(function (page, tab)'
SCRIPTS = sorted((settings.BASE_DIR / "static" / "js").glob("*.js"))
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


def fails(request):
    raise RuntimeError("broken")


class Broken:
    """Addresses that end in each kind of error."""

    urlpatterns = [
        path("bad/", lambda request: pages.bad_request(request)),
        path("forbidden/", lambda request: pages.forbidden(request)),
        path("fails/", fails),
    ]
    handler404, handler500 = staticmethod(pages.not_found), staticmethod(pages.server_error)


@pytest.mark.parametrize(("address", "status"), [("/bad/", 400), ("/forbidden/", 403), ("/nothing/", 404), ("/fails/", 500)])
def test_qe1_error_pages_have_it_first_in_the_head(client, northants, address, status):
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=Broken):
        answer = client.get(address)
    content = answer.content.decode()
    assert answer.status_code == status
    assert START in content
    assert "data-leave" in content and "999" in content


def test_qe1_the_page_for_a_broken_server_asks_no_database(django_assert_num_queries, db, rf):
    with django_assert_num_queries(0):
        content = pages.server_error(rf.get("/")).content.decode()
    assert START in content
    assert 'data-exit="https://www.bbc.co.uk/weather"' in content and "Northamptonshire" in content


def test_qe1_the_maintenance_page_has_it_too(db):
    from django.template.loader import render_to_string

    assert START in render_to_string("503.html")


def test_qe1_it_weighs_at_most_1400_bytes_and_its_source_explains_itself():
    assert len(gzip.compress(source("quick-exit.js").encode(), 9)) <= 1400
    written = (settings.BASE_DIR / "static/js/quick-exit.js").read_text()
    assert "/*" not in source("quick-exit.js")
    assert len(written) > 1.5 * len(source("quick-exit.js"))


def test_qe1_neither_log_in_nor_cms_nor_preview_has_it(client, northants, admin_user):
    assert "tab.navigation" not in client.get(reverse("wagtailadmin_login")).content.decode()
    page = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="What to do."))
    client.force_login(admin_user)
    for address in (
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "tab.navigation" not in answer.content.decode(), address


def test_qe2_the_policy_allows_exactly_the_bytes_in_the_page(client, northants):
    answer = client.get("/")
    inline = re.findall(r"<script>(.*?)</script>", answer.content.decode(), re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inline}
    policy = answer["Content-Security-Policy"]
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    assert "unsafe-inline" not in policy and "nonce-" not in policy


def test_qe12_no_page_tells_another_site_where_the_visitor_was(client, northants):
    for address in ("/", "/nothing/", "/cookies/", "/leaving-this-site/"):
        assert client.get(address)["Referrer-Policy"] == "same-origin"


def code(file) -> str:
    """A script without its comments."""
    return source(file.name)


def test_qe16_no_script_asks_before_it_is_left():
    assert [file.name for file in SCRIPTS if "beforeunload" in code(file)] == ["quick-exit.js"]


def test_qe21_nothing_else_uses_escape_and_nothing_needs_it():
    assert [file.name for file in SCRIPTS if re.search(r"Escape|'Esc'|keyCode|showModal|showPopover", code(file))] == ["quick-exit.js"]
    for template in TEMPLATES:
        assert not re.search(r"<dialog|\spopover|<iframe|<embed|<object|role=\"(?:combobox|dialog|menu)\"|accesskey", template.read_text()), template


def test_qe8_nothing_opens_a_new_tab():
    for file in SCRIPTS:
        assert "window.open" not in code(file) and "_blank" not in code(file), file.name
    for template in TEMPLATES:
        assert "target=" not in template.read_text(), template


def test_qe23_nothing_is_kept_on_the_device():
    for file in SCRIPTS:
        assert not re.search(r"localStorage|indexedDB|serviceWorker|caches\b", code(file)), file.name
    assert {file.name for file in SCRIPTS if "sessionStorage" in code(file)} <= {"quick-exit.js", "escape-key.js"}


def test_qe23_no_browser_offers_the_last_visitors_words_to_the_next():
    for template in TEMPLATES:
        for field in re.findall(r"<input\b[^>]*>", template.read_text()):
            if not re.search(r'type="(?:hidden|radio|checkbox|submit)"', field):
                assert 'autocomplete="off"' in field, (template, field)


def test_qe24_the_page_says_what_it_cannot_do(client, northants):
    content = client.get("/leaving-this-site/").content.decode()
    for words in (
        "does not clear your browser’s history",
        "spyware",
        "It works on this website only",
        "another browser or a private window",
        "Without JavaScript it is an ordinary link",
        "Use a private window",
        "<strong>Call 999.</strong>",
        "press <strong>55</strong>",
        "0808 2000 247",
    ):
        assert words in content
    assert "BBC Weather" in content and "Practise" in content
    warning = content[content.index("<noscript>") : content.index("</noscript>")]
    assert "The Escape key does nothing here" in warning and content.index(warning) < content.index("What happens")
    assert 'href="/leaving-this-site/"' in client.get("/").content.decode()


def test_qe24_the_page_names_the_sites_own_destination(client, northants):
    from policesite.quick_exit.models import QuickExitSettings

    QuickExitSettings.objects.create(site=northants.site, destination_id="https://www.bbc.co.uk/food")
    assert "BBC Food" in client.get("/leaving-this-site/").content.decode()
